// The hold model (Jones 1986): with n events pending, the first is taken and another scheduled, again and again.
#include <queue>
#include <string>

#include "bench.hpp"
#include "des/queues.hpp"

namespace {

using namespace aforo;
using des::Event;

// The standard library's heap, as a list of events.
class StandardQueue {
public:
    void push(const Event& e) { events_.push(e); }
    template <class Foresee>
    Event pop(Foresee&&) {
        const Event first = events_.top();
        events_.pop();
        return first;
    }

private:
    struct Later {
        bool operator()(const Event& a, const Event& b) const { return b < a; }
    };
    std::priority_queue<Event, std::vector<Event>, Later> events_;
};

// Delays are exponential, their mean such that a slot of des::Wheel (2^18 ms) has six events on average.
template <class List>
void hold(benchmark::State& state, std::uint32_t pending) {
    testing::Sequential draws(1, 1);
    std::vector<core::Duration> delays(1 << 16);  // drawn before: only the list is timed
    for (auto& d : delays) d = core::Duration(static_cast<std::int64_t>(draws.exponential({}) * pending / 6 * 0x1p18));
    List list;
    std::uint64_t sequence = 0;
    const auto push_after = [&](core::Duration now, std::uint32_t entity) {
        list.push(Event(now + delays[sequence % delays.size()], des::Phase::arrival, sequence, 0, entity));
        ++sequence;
    };
    const auto step = [&] {
        const Event e = list.pop([](const Event&) {});
        push_after(e.since_origin(), e.entity());
    };
    for (std::uint32_t n = 0; n < pending; ++n) push_after({}, n);
    for (std::uint32_t n = 0; n < pending; ++n) step();  // until it is as it stays, with its memory taken
    for (auto _ : state) step();
    state.counters["per_hold"] = bench::time_of_one(1);
}

template <class List>
void offer(const std::string& list, std::uint32_t pending) {
    benchmark::RegisterBenchmark(("hold/" + list + "/" + std::to_string(pending)).c_str(), hold<List>, pending)
        ->Apply(bench::quickest_of_many);
}

const bool offered = [] {
    for (const std::uint32_t pending : {100u, 10'000u, 1'000'000u}) {
        offer<des::Heap>("heap", pending);
        offer<des::Wheel>("wheel", pending);
        offer<StandardQueue>("std_priority_queue", pending);
    }
    // Of the wrong slots: a tenth of an event in each; and everything in one, so that it is a heap.
    offer<des::WheelOf<12>>("wheel_of_short_slots", 10'000);
    offer<des::WheelOf<36>>("wheel_of_long_slots", 10'000);
    return true;
}();

}  // namespace
