// One national replication of the ficha, and what it costs per event.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "aforo/measure/replication.hpp"
#include "aforo/scenario/reader.hpp"

namespace {

using namespace aforo;

void national_replication(benchmark::State& state, double demand) {
    auto scenario = scenario::read(std::string(AFORO_SOURCE_DIR) + "/scenarios/ficha-2024.yaml", core::Lang::en).scenario.value();
    scenario.demand.arrivals *= demand;
    const model::Blueprint blueprint(scenario);
    measure::Replication replication(blueprint);
    std::uint32_t index = 0;
    replication.run(1, index++);  // memory is taken once
    for (auto _ : state) {
        benchmark::DoNotOptimize(replication.run(1, index++));
    }
    const auto events = static_cast<double>(replication.events());
    state.counters["events"] = events;
    state.counters["time_per_event"] = benchmark::Counter(
        events, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

}  // namespace

// The quickest of several repetitions is what the machine takes when nothing else disturbs it.
BENCHMARK_CAPTURE(national_replication, ficha, 1.0)
    ->Unit(benchmark::kMillisecond)
    ->MinTime(0.1)
    ->Repetitions(10)
    ->ReportAggregatesOnly()
    ->ComputeStatistics("quickest", [](const std::vector<double>& v) { return *std::min_element(v.begin(), v.end()); });
