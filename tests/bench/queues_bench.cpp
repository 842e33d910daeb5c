// The queues on the kernel beside the same queues by hand, both with aforo's keyed numbers and with quick ones, so that
// kernel and generator are judged apart.
#include "bench.hpp"
#include "by_hand.hpp"

namespace {

using namespace aforo;
using namespace testing;

constexpr std::uint32_t customers = 50'000;

// Every run is another replication. No compiler may know the seed: a loop by hand would have its keys folded into it.
template <class Draws, class Run>
void queue(benchmark::State& state, Run run) {
    std::uint64_t seed = 2024;
    benchmark::DoNotOptimize(seed);
    std::uint32_t replication = 0;
    for (auto _ : state) benchmark::DoNotOptimize(run(Draws(seed, replication++)));
    state.counters["per_customer"] = bench::time_of_one(customers);
}

template <class Draws>
void offer(const std::string& draws) {
    const auto add = [&](const std::string& model, const std::string& way, auto run) {
        benchmark::RegisterBenchmark((model + "/" + draws + "/" + way).c_str(),
                                     [run](benchmark::State& state) { queue<Draws>(state, run); })
            ->Apply(bench::quickest_of_many)
            ->Unit(benchmark::kMillisecond);
    };
    add("mm1", "lindley", [](Draws d) { return by_hand::lindley(0.9, d, customers); });
    add("mm1", "two_clocks", [](Draws d) { return by_hand::two_clocks(0.9, d, customers); });
    add("mm1", "bare_heap", [](Draws d) { return by_hand::bare_heap(0.9, d, customers); });
    add("mm1", "heap", [](Draws d) { return OneServer<des::Heap, Draws>(0.9, d).mean_wait(customers); });
    add("mm1", "wheel", [](Draws d) { return OneServer<des::Wheel, Draws>(0.9, d).mean_wait(customers); });
    add("mm10", "bare_heap", [](Draws d) { return by_hand::bare_heap_of_ten(d, customers); });
    add("mm10", "heap", [](Draws d) { return TenServers<des::Heap, Draws>(d).abandoned(customers); });
    add("mm10", "wheel", [](Draws d) { return TenServers<des::Wheel, Draws>(d).abandoned(customers); });
}

const bool offered = (offer<Keyed>("keyed"), offer<Sequential>("quick"), true);

}  // namespace
