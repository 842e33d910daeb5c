#include "one_at_a_time.hpp"

#include <cmath>
#include <functional>

#include "aforo/experiment/morris.hpp"
#include "aforo/experiment/saltelli.hpp"
#include "aforo/experiment/statistics.hpp"

namespace aforo::experiment {

namespace {

using results::Estimate;
using scenario::Assumed;
using scenario::Scenario;

constexpr double low_end = 0.1, high_end = 0.9;  // probabilities of an input's ends
constexpr int levels = 4;                        // of Morris's grid
constexpr std::size_t points_at_once = 256;      // points for which memory is taken at once

// Places in the archive, behind those of worlds and their fits.
constexpr std::size_t place_of_fits = std::size_t{1} << 22, place_of_bars = std::size_t{1} << 23,
                      place_of_fitted_bars = place_of_bars + (1 << 16), place_of_designs = std::size_t{1} << 24;

std::vector<double> central_numbers(const std::vector<Assumed>& numbers) {
    std::vector<double> all;
    for (const Assumed& a : numbers) all.push_back(a.value);
    return all;
}

// The two ends of each bar, all else unchanged.
std::vector<std::vector<double>> ends_of(const std::vector<Assumed>& numbers) {
    std::vector<std::vector<double>> all;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        for (const double p : {low_end, high_end}) {
            all.push_back(central_numbers(numbers));
            all.back()[i] = drawn_value(numbers[i], p);
        }
    }
    return all;
}

// The difference from the central figure, paired by replication.
Estimate differing_from(const std::vector<double>& central, const std::vector<double>& there) {
    if (there.empty() || central.empty()) return {};
    std::vector<double> all;
    for (std::size_t r = 0; r < std::min(central.size(), there.size()); ++r)
        all.push_back(difference(central[r], there[r]));
    return estimate(all);
}

}  // namespace

std::optional<Candidate> raw_point(const Scenario& base, const std::vector<Assumed>& numbers,
                                   const std::vector<double>& values) {
    Candidate c{.numbers = values};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (values[i] == numbers[i].value) continue;
        for (auto& setting : numbers[i].at(values[i])) c.settings.push_back(std::move(setting));
    }
    auto made = scenario::with(base, c.settings, "point", core::Lang::en);
    if (!made.scenario) return std::nullopt;
    c.fitted = std::move(made.scenario);
    c.fitted->provenance = base.provenance;
    return c;
}

PointStudy::PointStudy(const std::vector<Scenario>& scenarios, const CalibrationProblem* problem,
                       const SensitivityOptions& options, std::size_t first_place)
    : problem_(problem), options_(options), place_(first_place) {
    if (options.is_difference) alternative_.emplace(scenarios.front(), scenarios[1]);
}

std::optional<std::vector<std::vector<double>>> PointStudy::values(const std::vector<std::optional<Candidate>>& points,
                                                                   int replications) {
    const auto is_asked = [&](const measure::Key& k) {
        const auto& of = options_.of;
        return k.month == 0 && k.year == of.year && k.level == of.level && k.id == of.id &&
               measure::catalogue()[static_cast<std::size_t>(k.column)].name == of.measure;
    };
    std::vector<std::vector<double>> all;
    for (std::size_t from = 0; from < points.size(); from += points_at_once) {
        const std::size_t until = std::min(points.size(), from + points_at_once);
        Options of_study = options_.worlds.study;
        of_study.replications = replications;
        of_study.precision.reset();
        of_study.progress = [&](int done, int) {
            if (options_.worlds.study.progress)
                options_.worlds.study.progress(items_ + done, std::max(items_ + done, expected_));
        };
        std::optional<Shelf> shelf;
        if (of_study.archive) of_study.archive = &shelf.emplace(*options_.worlds.study.archive, place_);
        Study study(of_study);
        std::vector<std::vector<std::size_t>> places;  // the base's, then the alternative's
        for (std::size_t p = from; p < until; ++p) {
            places.emplace_back();
            if (!points[p]) continue;
            std::optional<Scenario> other;
            if (alternative_ && !(other = alternative_->in(*points[p], problem_))) continue;
            places.back().push_back(study.add({.scenario = *points[p]->fitted, .kept = Kept::years, .only = is_asked}));
            if (other)
                places.back().push_back(
                    study.add({.scenario = std::move(*other), .kept = Kept::years, .only = is_asked}));
        }
        place_ += study.size();
        if (!study.extend(replications)) return std::nullopt;
        items_ += static_cast<int>(study.size()) * replications;
        for (const auto& at : places) {
            auto& of_point = all.emplace_back();
            if (at.empty() || study.keys(at.front()).empty()) continue;
            const auto base = study.values(at.front());
            for (std::size_t r = 0; r < static_cast<std::size_t>(replications); ++r)
                of_point.push_back(at.size() < 2 ? base[r][0] : difference(base[r][0], study.values(at[1])[r][0]));
        }
    }
    return all;
}

bool tornado(const std::vector<Scenario>& scenarios, const CalibrationProblem* problem,
             const SensitivityOptions& options, results::Sensitivity& s) {
    if (options.replications == 0) return true;
    WorldsOptions of_search = options.worlds;
    of_search.study.progress = [&](int done, int) {
        const auto ends = static_cast<double>(2 * s.bars.size());
        const int expected = static_cast<int>(ends * replications_to_fit + replications_of_base);
        if (options.worlds.study.progress) options.worlds.study.progress(done, std::max(done, expected));
    };
    WorldSearch search(scenarios.front(), problem, of_search, place_of_fits);
    const auto& numbers = search.drawn();
    const auto ends = ends_of(numbers);
    std::vector<std::optional<Candidate>> points = {raw_point(scenarios.front(), numbers, central_numbers(numbers))};
    for (const auto& end : ends) points.push_back(raw_point(scenarios.front(), numbers, end));
    PointStudy raw(scenarios, problem, options, place_of_bars);
    const std::size_t each = static_cast<std::size_t>(options.replications) * (options.is_difference ? 2 : 1);
    raw.expect(points.size() * each);
    const auto values = raw.values(points, options.replications);
    if (!values) return false;
    s.central = estimate(values->front());
    s.bars.resize(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto& bar = s.bars[i];
        bar.input = static_cast<int>(i);
        bar.low = ends[2 * i][i];
        bar.high = ends[2 * i + 1][i];
        bar.raw_low = differing_from(values->front(), (*values)[2 * i + 1]);
        bar.raw_high = differing_from(values->front(), (*values)[2 * i + 2]);
    }
    if (!problem) return true;

    // Also refits the central point, so that all points compared were fitted alike.
    if (!search.begin()) return false;
    std::vector<Candidate> candidates;
    if (auto c = search.candidate(central_numbers(numbers))) candidates.push_back(std::move(*c));
    for (std::size_t e = 0; e < ends.size(); ++e) {
        if (auto c = search.candidate(ends[e], static_cast<int>(e) + 1)) candidates.push_back(std::move(*c));
    }
    auto fitted = search.fit(std::move(candidates));
    if (!fitted) return false;
    std::vector<std::optional<Candidate>> agreeing(ends.size() + 1);
    for (auto& c : *fitted) {
        const auto at = static_cast<std::size_t>(c.draw);
        if (c.nearness <= 1) agreeing[at] = std::move(c);
    }
    PointStudy anew(scenarios, problem, options, place_of_fitted_bars);
    anew.expect(fitted->size() * each);
    const auto of_fitted = anew.values(agreeing, options.replications);
    if (!of_fitted) return false;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        s.bars[i].fitted_low = differing_from(of_fitted->front(), (*of_fitted)[2 * i + 1]);
        s.bars[i].fitted_high = differing_from(of_fitted->front(), (*of_fitted)[2 * i + 2]);
    }
    return true;
}

bool screening(const std::vector<Scenario>& scenarios, const CalibrationProblem* problem,
               const SensitivityOptions& options, results::Sensitivity& s) {
    const WorldSearch search(scenarios.front(), problem, options.worlds, place_of_fits);
    const auto& numbers = search.drawn();
    PointStudy study(scenarios, problem, options, place_of_designs);
    study.expect((static_cast<std::size_t>(options.trajectories) * (numbers.size() + 1) +
                  static_cast<std::size_t>(options.rows) * (numbers.size() + 2)) *
                 (options.is_difference ? 2 : 1));
    // Each point gets one replication, always the same one, so that points do not differ by luck.
    const auto at = [&](const std::vector<std::vector<double>>& design) -> std::optional<std::vector<double>> {
        std::vector<double> y;
        for (std::size_t from = 0; from < design.size(); from += points_at_once) {
            std::vector<std::optional<Candidate>> points;
            for (std::size_t p = from; p < std::min(design.size(), from + points_at_once); ++p) {
                std::vector<double> x;
                for (std::size_t i = 0; i < numbers.size(); ++i) x.push_back(drawn_value(numbers[i], design[p][i]));
                points.push_back(raw_point(scenarios.front(), numbers, x));
            }
            const auto values = study.values(points, 1);
            if (!values) return std::nullopt;
            for (const auto& v : *values) y.push_back(v.empty() ? results::undefined : v.front());
        }
        return y;
    };
    if (options.trajectories > 0) {
        const auto points = morris_points(numbers.size(), options.trajectories, levels, options.worlds.study.seed);
        const auto y = at(points);
        if (!y) return false;
        s.trajectories = options.trajectories;
        const auto effects = elementary_effects(points, *y, numbers.size());
        for (std::size_t i = 0; i < effects.size(); ++i)
            s.screened.push_back({static_cast<int>(i), effects[i].mean_absolute, effects[i].mean, effects[i].sd,
                                  effects[i].half_width, effects[i].n});
    }
    if (options.rows > 0) {
        const auto y =
            at(saltelli_points(numbers.size(), static_cast<std::size_t>(options.rows), options.worlds.study.seed));
        if (!y) return false;
        const auto indices = sobol_indices(*y, numbers.size());
        s.rows = static_cast<int>(indices.rows);
        for (std::size_t i = 0; i < indices.inputs.size(); ++i) {
            const auto& x = indices.inputs[i];
            s.indices.push_back({static_cast<int>(i), x.first, x.first_half_width, x.total, x.total_half_width});
        }
    }
    return true;
}

}  // namespace aforo::experiment
