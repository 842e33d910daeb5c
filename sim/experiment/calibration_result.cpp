#include "calibration_result.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "aforo/experiment/statistics.hpp"
#include "aforo/scenario/language.hpp"

namespace aforo::experiment {

namespace {

using results::Bound;

constexpr double most_exhausted = 0.05;  // share of replications in which a component's funds may run out
constexpr double least_loading = 0.1;    // of a key in an unidentified direction

std::vector<double> column(const Sample& sample, std::size_t j) {
    std::vector<double> v;
    for (const auto& r : sample) v.push_back(r[j]);
    return v;
}

bool is_met(const CalibrationProblem::Figure& f, double mean, double sd) {
    if (f.below == 0) return std::abs(mean - f.value) <= f.tolerance;
    return mean >= f.value - f.tolerance && mean + one_sided_95 * sd <= f.value;
}

const results::Column& column_named(const std::string& name) {
    const auto& all = measure::catalogue();
    return *std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.name == name; });
}

class Result {
public:
    Result(const CalibrationProblem& problem, const Solution& solution, Point at)
        : problem_(problem), solution_(solution), at_(std::move(at)) {}

    results::Calibration make(const Sample& before, const Sample& after,
                              const std::vector<std::vector<std::string>>& exhausted) {
        made_.scenario = problem_.scenario.name;
        made_.digest = scenario::digest(problem_.scenario);
        made_.year = problem_.year;
        made_.rank = static_cast<int>(solution_.rank);
        made_.singular = solution_.singular;
        made_.fitted_on = solution_.replications;
        made_.looked_at_on = static_cast<int>(after.size());
        made_.replications_before = static_cast<int>(before.size());
        made_.is_unmoved = at_ == start();
        for (const auto& s : solution_.steps) made_.steps.push_back({s.replications, s.at, s.residual});
        add_keys();
        add_figures(before, after);
        add_sensitivity();
        add_exhaustions(exhausted);
        made_.is_met =
            std::all_of(made_.figures.begin(), made_.figures.end(), [](const auto& f) { return f.is_met; }) &&
            std::all_of(made_.exhaustions.begin(), made_.exhaustions.end(),
                        [](const auto& e) { return e.share <= most_exhausted; });
        return std::move(made_);
    }

private:
    [[nodiscard]] Point start() const {
        Point p;
        for (const auto& k : problem_.keys) p.push_back(k.now.amount);
        return p;
    }

    void add_keys() {
        const auto answers = figures_of_keys(problem_, solution_);
        const scenario::Key language = scenario::language();
        for (std::size_t i = 0; i < problem_.keys.size(); ++i) {
            const auto& k = problem_.keys[i];
            const auto* key = scenario::find(language, k.path);
            results::FittedKey f{.path = k.path,
                                 .name = {scenario::name_of(k.path, problem_.scenario, core::Lang::es),
                                          scenario::name_of(k.path, problem_.scenario, core::Lang::en)},
                                 .meaning = key ? std::string(key->meaning.es) : "",
                                 .before = k.now.text(),
                                 .after = scenario::Quantity{k.now.kind, at_[i]}.text(),
                                 .low = k.range.low_text,
                                 .high = k.range.high_text,
                                 .before_value = k.now.amount,
                                 .after_value = at_[i],
                                 .low_value = k.range.low,
                                 .high_value = k.range.high};
            f.at = at_[i] <= k.range.low ? Bound::low : at_[i] >= k.range.high ? Bound::high : Bound::none;
            if (i < solution_.uncertainty.size()) f.error = solution_.uncertainty[i];
            for (const auto& d : solution_.unidentified) {
                if (std::abs(d.loading[i]) > least_loading) f.is_identified = false;
            }
            if (answers[i] < problem_.aims) f.figure = problem_.figures[answers[i]].name;
            made_.keys.push_back(std::move(f));
        }
        for (const auto& d : solution_.unidentified) {
            results::Compensation c;
            for (std::size_t i = 0; i < d.loading.size(); ++i) {
                if (std::abs(d.loading[i]) > least_loading) c.parts.push_back({problem_.keys[i].path, d.loading[i]});
            }
            std::stable_sort(c.parts.begin(), c.parts.end(),
                             [](const auto& a, const auto& b) { return std::abs(a.weight) > std::abs(b.weight); });
            made_.compensations.push_back(std::move(c));
        }
    }

    void add_figures(const Sample& before, const Sample& after) {
        for (std::size_t j = 0; j < problem_.figures.size(); ++j) {
            const auto& f = problem_.figures[j];
            const auto& c = column_named(f.measure);
            results::FittedFigure made{.name = f.name,
                                       .measure = f.measure,
                                       .id = f.id,
                                       .label = c.label,
                                       .shape = f.among.empty() ? c.shape : results::shapes::share,
                                       .year = problem_.year,
                                       .source = f.source,
                                       .definition = f.definition,
                                       .tied = f.tied,
                                       .published = f.value,
                                       .tolerance = f.tolerance,
                                       .below = f.below};
            made.before = estimate(column(before, j));
            made.after = estimate(column(after, j));
            made.aim = f.value - f.below * (f.below > 0 ? made.after.sd : 0);
            const auto& e = made.after;
            made.is_met = is_met(f, e.mean, e.sd);
            made.is_certain = is_met(f, e.mean - e.half_width, e.sd) && is_met(f, e.mean + e.half_width, e.sd);
            if (!made.is_met && j < problem_.aims) made.limits = limits_of(j, e.mean - made.aim);
            made_.figures.push_back(std::move(made));
        }
    }

    // The keys that stand at a bound which they would have to pass.
    [[nodiscard]] std::vector<std::string> limits_of(std::size_t j, double missed) const {
        std::vector<std::string> limits;
        if (!solution_.jacobian) return limits;
        for (std::size_t i = 0; i < made_.keys.size(); ++i) {
            const double slope = solution_.jacobian->at(j, i),
                         range = made_.keys[i].high_value - made_.keys[i].low_value;
            const double beyond = made_.keys[i].at == Bound::low ? -slope : made_.keys[i].at == Bound::high ? slope : 0;
            if (beyond * missed < 0 && std::abs(slope) * range > solution_.tolerance[j])
                limits.push_back(made_.keys[i].path);
        }
        return limits;
    }

    void add_sensitivity() {
        if (!solution_.jacobian) return;
        for (std::size_t j = 0; j < problem_.aims; ++j) {
            for (std::size_t i = 0; i < problem_.keys.size(); ++i) {
                const auto& range = problem_.keys[i].range;
                made_.sensitivity.push_back(solution_.jacobian->at(j, i) * (range.high - range.low) /
                                            solution_.tolerance[j]);
            }
        }
    }

    void add_exhaustions(const std::vector<std::vector<std::string>>& exhausted) {
        std::map<std::string, int> times;
        for (const auto& c : results::components) times[c.id] = 0;
        for (const auto& r : exhausted) {
            for (const auto& component : r) ++times[component];
        }
        for (const auto& c : results::components) {
            const double share = exhausted.empty() ? 0 : times[c.id] / static_cast<double>(exhausted.size());
            made_.exhaustions.push_back({c.id, problem_.year, share, ""});
        }
    }

    const CalibrationProblem& problem_;
    const Solution& solution_;
    Point at_;
    results::Calibration made_;
};

}  // namespace

results::Calibration result_of(const CalibrationProblem& problem, const Solution& solution, const Point& at,
                               const Sample& before, const Sample& after,
                               const std::vector<std::vector<std::string>>& exhausted) {
    return Result(problem, solution, at).make(before, after, exhausted);
}

}  // namespace aforo::experiment
