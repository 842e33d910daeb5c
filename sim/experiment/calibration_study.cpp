// Simulates the points of calibrations: which scenario is simulated for a point, and on which seeds.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/calibrate.hpp"
#include "aforo/experiment/study.hpp"
#include "seeds.hpp"
#include "shelf.hpp"

namespace aforo::experiment {

namespace {

constexpr std::string_view refusal = "first_refusal_day";

const std::string& name_of(const measure::Key& key) {
    return measure::catalogue()[static_cast<std::size_t>(key.column)].name;
}

bool is_of(const measure::Key& key, const CalibrationProblem::Figure& f) {
    if (key.level != f.level || name_of(key) != f.measure) return false;
    return key.id == f.id || std::find(f.among.begin(), f.among.end(), key.id) != f.among.end();
}

}  // namespace

bool FigureReader::wants(const measure::Key& key) const {
    if (key.month != 0 || key.year != problem_.year) return false;
    const auto& all = problem_.figures;
    return name_of(key) == refusal || std::any_of(all.begin(), all.end(), [&](const auto& f) { return is_of(key, f); });
}

Sample FigureReader::read(const std::vector<measure::Key>& keys, std::span<const std::vector<double>> values) const {
    Sample sample(values.size(), std::vector<double>(problem_.figures.size()));
    for (std::size_t i = 0; i < problem_.figures.size(); ++i) {
        const auto& figure = problem_.figures[i];
        std::vector<std::size_t> all;
        std::optional<std::size_t> own;
        for (std::size_t k = 0; k < keys.size(); ++k) {
            if (!wants(keys[k]) || !is_of(keys[k], figure)) continue;
            if (keys[k].id == figure.id) own = k;
            if (!figure.among.empty() &&
                std::find(figure.among.begin(), figure.among.end(), keys[k].id) != figure.among.end())
                all.push_back(k);
        }
        core::ensure(own.has_value(), "a figure is of something that the scenario does not have");
        for (std::size_t r = 0; r < values.size(); ++r) {
            double sum = 0;
            for (const std::size_t k : all) sum += values[r][k];
            sample[r][i] = figure.among.empty() ? values[r][*own] : measure::ratio(values[r][*own], sum);
        }
    }
    return sample;
}

scenario::Scenario to_the_end_of(int year, scenario::Scenario scenario) {
    scenario.horizon.last_year = year;
    return scenario;
}

scenario::Scenario to_look_at(const CalibrationProblem& problem, const scenario::Scenario& scenario) {
    auto s = to_the_end_of(problem.year, scenario);
    const bool is_under =
        std::any_of(problem.figures.begin(), problem.figures.end(), [](const auto& f) { return f.below > 0; });
    if (is_under) s.funding.at_exhaustion = scenario::Exhaustion::overrun;
    s.demand.year_cv = 0;  // published figures are those of a usual year, neither good nor bad
    return s;
}

std::optional<scenario::Scenario> placed(const CalibrationProblem& problem, const scenario::Scenario& scenario,
                                         const Point& at) {
    std::vector<scenario::Setting> settings;
    for (std::size_t i = 0; i < problem.keys.size(); ++i)
        settings.push_back({problem.keys[i].path, scenario::Quantity{problem.keys[i].now.kind, at[i]}.text()});
    auto result = scenario::with(scenario, settings, "calibration", core::Lang::en);
    if (result.scenario) result.scenario->provenance = scenario.provenance;
    return std::move(result.scenario);
}

CalibrationStudy::CalibrationStudy(const CalibrationProblem& problem, const Options& options, int expected,
                                   std::size_t first_place)
    : problem_(problem), options_(options), reader_(problem), expected_(expected), contenders_(first_place) {}

std::optional<std::vector<Sample>> CalibrationStudy::look(
    const std::vector<std::optional<scenario::Scenario>>& scenarios, int replications, Numbers numbers) {
    Options options = options_;
    options.seed = seed_for(options_.seed, static_cast<std::uint64_t>(numbers));
    options.replications = replications;
    options.precision.reset();
    options.prices = {};  // figures are published in the pesos of the sheet
    options.progress = [&](int done, int) {
        if (options_.progress) options_.progress(done_ + done, std::max(done_ + done, expected_));
    };
    std::optional<Shelf> shelf;
    if (options_.archive) options.archive = &shelf.emplace(*options_.archive, contenders_);
    Study study(options);
    for (const auto& s : scenarios) {
        if (!s) continue;
        study.add(
            {.scenario = *s, .kept = Kept::years, .only = [this](const auto& key) { return reader_.wants(key); }});
    }
    contenders_ += study.size();
    if (!study.extend(replications)) return std::nullopt;
    done_ += static_cast<int>(study.size()) * replications;
    std::vector<Sample> samples(scenarios.size());
    exhausted_.assign(scenarios.size(), {});
    for (std::size_t i = 0, c = 0; i < scenarios.size(); ++i) {
        if (!scenarios[i]) continue;
        const auto& keys = study.keys(c);
        const auto values = study.values(c++).first(static_cast<std::size_t>(replications));
        samples[i] = reader_.read(keys, values);
        exhausted_[i].resize(values.size());
        for (std::size_t k = 0; k < keys.size(); ++k) {
            if (name_of(keys[k]) != refusal) continue;
            for (std::size_t r = 0; r < values.size(); ++r) {
                if (!std::isnan(values[r][k])) exhausted_[i][r].push_back(keys[k].id);
            }
        }
    }
    return samples;
}

std::optional<std::vector<Sample>> CalibrationStudy::look(const scenario::Scenario& scenario,
                                                          const std::vector<Point>& points, int replications,
                                                          Numbers numbers) {
    std::vector<std::optional<scenario::Scenario>> scenarios;
    for (const Point& p : points) scenarios.push_back(placed(problem_, scenario, p));
    return look(scenarios, replications, numbers);
}

}  // namespace aforo::experiment
