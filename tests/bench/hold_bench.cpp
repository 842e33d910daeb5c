// The hold model (Jones 1986): with n events pending, the first is taken and another scheduled, again and again.
#include <queue>
#include <string>
#include <utility>

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

// A wheel, and beside it a lane, first come first served, for the events of one constant delay: those of type 1.
class WheelAndLane {
public:
    void push(const Event& e) {
        if (e.type() == 1) return lane_.push(e);
        if (!has_first_) return wheel_.push(e);
        wheel_.push(e < first_ ? std::exchange(first_, e) : e);
    }
    template <class Foresee>
    Event pop(Foresee&& foresee) {
        if (!has_first_ && !wheel_.empty()) first_ = wheel_.pop(foresee);
        has_first_ = true;
        if (!lane_.empty() && lane_.front() < first_) {
            const Event e = lane_.front();
            lane_.pop();
            return e;
        }
        has_first_ = false;
        return first_;
    }

private:
    des::Wheel wheel_;
    std::queue<Event> lane_;
    Event first_;  // of the wheel
    bool has_first_ = false;
};

// Delays are exponential, their mean such that a slot of des::Wheel (2^17 ms) has six events on average; one in
// `constants` is that mean itself, and of type 1.
template <class List>
void hold(benchmark::State& state, std::uint32_t pending, std::uint64_t constants) {
    testing::Sequential draws(1, 1);
    const core::Duration mean(static_cast<std::int64_t>(pending / 6.0 * 0x1p17));
    std::vector<core::Duration> delays(1 << 16);  // drawn before: only the list is timed
    for (auto& d : delays)
        d = core::Duration(static_cast<std::int64_t>(draws.exponential({}) * static_cast<double>(mean.count())));
    List list;
    std::uint64_t sequence = 0;
    const auto push_after = [&](core::Duration now, std::uint32_t entity) {
        const bool constant = sequence % constants == constants - 1;
        list.push(Event(now + (constant ? mean : delays[sequence % delays.size()]), des::Phase::arrival, sequence,
                        constant ? 1 : 0, entity));
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
void offer(const std::string& list, std::uint32_t pending, std::uint64_t constants = 1 << 30) {
    benchmark::RegisterBenchmark(("hold/" + list + "/" + std::to_string(pending)).c_str(), hold<List>, pending,
                                 constants)
        ->Apply(bench::quickest_of_many);
}

const bool offered = [] {
    for (const std::uint32_t pending : {100u, 10'000u, 1'000'000u}) {
        offer<des::Heap>("heap", pending);
        offer<des::Wheel>("wheel", pending);
        offer<StandardQueue>("std_priority_queue", pending);
    }
    // Of the wrong slots: a tenth of an event in each; and everything in one, so that it is a heap.
    offer<des::WheelOf<11>>("wheel_of_short_slots", 10'000);
    offer<des::WheelOf<35>>("wheel_of_long_slots", 10'000);
    // One event in a hundred has a constant delay, about as many as in the programme; then one in two.
    offer<des::Wheel>("wheel_for_1_of_100", 10'000, 100);
    offer<WheelAndLane>("wheel_and_lane_for_1_of_100", 10'000, 100);
    offer<des::Wheel>("wheel_for_1_of_2", 10'000, 2);
    offer<WheelAndLane>("wheel_and_lane_for_1_of_2", 10'000, 2);
    return true;
}();

}  // namespace
