// What a world of the sheet costs, by what it is made of: a draw with its screens; a replication of the year of the
// figures, of which a fit and its judgement take some 27; a whole future.
#include <algorithm>
#include <string>

#include "aforo/experiment/draws.hpp"
#include "aforo/experiment/screens.hpp"
#include "aforo/experiment/worlds.hpp"
#include "aforo/measure/replication.hpp"
#include "aforo/scenario/reader.hpp"
#include "bench.hpp"

namespace {

using namespace aforo;

struct Sheet {
    Sheet() {
        const std::string file = std::string(AFORO_SOURCE_DIR) + "/scenarios/ficha-2024.yaml";
        scenario = scenario::read(file, core::Lang::en).scenario.value();
        problem = experiment::calibration_problem(scenario, file, core::Lang::en).problem.value();
    }
    scenario::Scenario scenario;
    experiment::CalibrationProblem problem;
};

void draw_and_screens(benchmark::State& state) {
    Sheet sheet;
    const auto numbers = scenario::assumed(sheet.scenario);
    scenario::Dials dials(sheet.scenario, numbers);
    experiment::Draws draws(numbers.size(), 2024);
    const auto production = experiment::production_of(sheet.problem);
    for (auto _ : state) {
        const auto point = draws.next();
        for (std::size_t i = 0; i < numbers.size(); ++i) dials.set(i, experiment::drawn_value(numbers[i], point[i]));
        double most = 0;
        for (const auto& screen : experiment::screens()) most = std::max(most, screen.load(sheet.scenario, production));
        benchmark::DoNotOptimize(most);
    }
}

void replications(benchmark::State& state, const scenario::Scenario& s) {
    const model::Blueprint blueprint(s);
    measure::Replication replication(blueprint);
    std::uint32_t index = 0;
    replication.run(1, index++);  // memory is taken once
    for (auto _ : state) benchmark::DoNotOptimize(replication.run(1, index++));
}
void looked_at(benchmark::State& state) {
    const Sheet sheet;
    replications(state, experiment::to_look_at(sheet.problem, sheet.scenario));
}
void future(benchmark::State& state) { replications(state, Sheet().scenario); }

}  // namespace

BENCHMARK(draw_and_screens)->Name("worlds/draw_and_screens")->Unit(benchmark::kMicrosecond);
BENCHMARK(looked_at)->Name("worlds/look_of_a_fit")->Apply(bench::quickest_of_many)->Unit(benchmark::kMillisecond);
BENCHMARK(future)->Name("worlds/future")->Apply(bench::quickest_of_many)->Unit(benchmark::kMillisecond);
