// One national replication of the ficha, and what it costs per event.
#include <algorithm>
#include <string>

#include "aforo/measure/replication.hpp"
#include "aforo/scenario/reader.hpp"
#include "bench.hpp"

namespace {

using namespace aforo;

void national_replication(benchmark::State& state, double demand) {
    auto scenario =
        scenario::read(std::string(AFORO_SOURCE_DIR) + "/scenarios/ficha-2024.yaml", core::Lang::en).scenario.value();
    // As many times the staff and the money: the same programme, larger or smaller.
    scenario.demand.arrivals *= demand;
    scenario.attention.staff *= demand;
    scenario.advisory.advisors *= demand;
    scenario.advisory.advisors_at_least = 0;
    for (auto* budget : {&scenario.attention.budget, &scenario.advisory.budget, &scenario.administration.budget})
        *budget = core::scaled_by_decimal(*budget, std::max(1.0, demand));
    const model::Blueprint blueprint(scenario);
    measure::Replication replication(blueprint);
    std::uint32_t index = 0;
    replication.run(1, index++);  // memory is taken once
    for (auto _ : state) {
        benchmark::DoNotOptimize(replication.run(1, index++));
    }
    const auto events = static_cast<double>(replication.events());
    state.counters["events"] = events;
    state.counters["per_event"] = bench::time_of_one(events);
}

}  // namespace

BENCHMARK_CAPTURE(national_replication, ficha, 1.0)->Apply(bench::quickest_of_many)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(national_replication, tenth, 0.1)->Apply(bench::quickest_of_many)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(national_replication, tenfold, 10.0)
    ->Apply(bench::quickest_of_many)
    ->Repetitions(3)
    ->Unit(benchmark::kMillisecond);
