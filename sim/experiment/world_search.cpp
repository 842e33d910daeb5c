#include "world_search.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numbers>

#include "aforo/experiment/statistics.hpp"
#include "aforo/results/components.hpp"
#include "aforo/scenario/staffing.hpp"

namespace aforo::experiment {

namespace {

using Kind = results::WorldRefusal::Kind;
using scenario::Assumed;
using scenario::Scenario;

constexpr double widest_straight = 10;  // high / low of a range beyond which it is drawn on a logarithmic scale
// The base needs enough replications to know how its spending varies. For a draw, fresh ones tell the error that is
// left.
constexpr int to_fit_base = 16, first_of_draw = 2, last_of_draw = 4, replications_to_judge = 12;
constexpr int steps_of_draw = 4;
constexpr double lowest_of_tolerance = 0.75;  // of the tolerance: how far below its value a spending is aimed, at most
constexpr double farthest_kept = 2;           // in tolerances: draws within a doubled tolerance are simulated too

// The assumed numbers that no published figure determines.
std::vector<Assumed> drawn_of(const Scenario& base, const CalibrationProblem* problem) {
    auto all = scenario::assumed(base);
    if (!problem) return all;
    std::erase_if(all, [&](const Assumed& a) {
        return std::any_of(problem->keys.begin(), problem->keys.end(), [&](const auto& k) { return k.path == a.path; });
    });
    return all;
}

// The component of a spending, in the order of fixed costs.
std::optional<std::size_t> component_of(const CalibrationProblem::Figure& f) {
    if (f.measure != "spending") return std::nullopt;
    const auto& all = results::components;
    for (std::size_t c = 0; c < all.size(); ++c) {
        if (f.id == all.at(c).id) return c;
    }
    return std::nullopt;
}

}  // namespace

// Uses a Gaussian copula whose correlation gives the rank correlation [Pearson 1907].
double together(double with, double own, double rank_correlation) {
    const boost::math::normal normal;
    const double rho = 2 * std::sin(std::numbers::pi / 6 * rank_correlation);
    const auto z = [&](double p) { return boost::math::quantile(normal, std::clamp(p, 1e-12, 1 - 1e-12)); };
    return boost::math::cdf(normal, rho * z(with) + std::sqrt(std::max(0.0, 1 - rho * rho)) * z(own));
}

double drawn_value(const Assumed& a, double p) {
    const auto& range = a.range;
    const double mode = std::clamp(a.value, range.low, range.high);
    if (range.low > 0 && range.high / range.low > widest_straight) {
        const scenario::Range logs{std::log(range.low), std::log(range.high), range.shape, "", ""};
        return std::clamp(std::exp(quantile(logs, std::log(mode), p)), range.low, range.high);
    }
    const double x = std::clamp(quantile(range, mode, p), range.low, range.high);
    return a.is_whole ? std::round(x) : x;
}

WorldSearch::WorldSearch(const Scenario& base, const CalibrationProblem* problem, const WorldsOptions& options,
                         std::size_t first_place)
    : base_(base),
      problem_(problem),
      options_(options),
      of_study_(options.study),
      drawn_(drawn_of(base, problem)),
      dialled_(base),
      dials_(dialled_, drawn_),
      draws_of_(std::max<std::size_t>(1, drawn_.size()), options.study.seed,
                options.is_independent ? Draws::Kind::independent : Draws::Kind::even),
      production_(problem ? production_of(*problem) : Production{}),
      all_drawn_(drawn_.size()) {
    of_study_.progress = [this](int done, int) {
        items_ = done;
        if (options_.study.progress) options_.study.progress(items_, 0);
    };
    for (const Assumed& a : drawn_) {
        const auto with =
            std::find_if(drawn_.begin(), drawn_.end(), [&](const Assumed& b) { return b.path == a.range.with; });
        partner_.push_back(with == drawn_.end() ? std::nullopt : std::optional<std::size_t>(with - drawn_.begin()));
    }
    if (problem) study_.emplace(*problem, of_study_, 1, first_place);
}

bool WorldSearch::begin() {
    if (!problem_) return true;
    Solver solver(problem_->unknowns(), problem_->goals(),
                  {.first = to_fit_base, .most = to_fit_base, .final_jacobian = true});
    const auto looked_at = to_look_at(*problem_, base_);
    while (!solver.has_ended()) {
        const auto samples =
            study_->look(looked_at, solver.ask().points, solver.ask().replications, CalibrationStudy::Numbers::to_fit);
        if (!samples) return false;
        solver.tell(*samples);
    }
    fit_ = solver.solution();
    answers_ = figures_of_keys(*problem_, fit_);
    return true;
}

void WorldSearch::refuse(Kind kind, const std::string& id, const results::Text& name) {
    auto& refusal =
        refusals_.try_emplace({kind, id}, results::WorldRefusal{.kind = kind, .id = id, .name = name}).first->second;
    ++refusal.count;
}

std::vector<results::WorldRefusal> WorldSearch::refusals() const {
    std::vector<results::WorldRefusal> all;
    for (const auto& [key, refusal] : refusals_) all.push_back(refusal);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
    return all;
}

std::vector<double> WorldSearch::drawn_numbers() {
    const auto point = draws_of_.next();
    std::vector<double> numbers;
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
        const double p = partner_[i] ? together(point[*partner_[i]], point[i], drawn_[i].range.correlation) : point[i];
        numbers.push_back(drawn_value(drawn_[i], p));
        all_drawn_[i].push_back(numbers.back());
    }
    return numbers;
}

// A draw that the screens and the language accept.
std::optional<Candidate> WorldSearch::draw() {
    const int draw = draws_++;
    return candidate(drawn_numbers(), draw);
}

std::optional<Candidate> WorldSearch::candidate(const std::vector<double>& numbers, int draw) {
    Candidate c{.draw = draw, .numbers = numbers};
    for (std::size_t i = 0; i < drawn_.size(); ++i) dials_.set(i, numbers[i]);
    if (problem_) {
        for (const Screen& screen : screens()) {
            if (screen.load(dialled_, production_) < 1) continue;
            refuse(Kind::screen, screen.id, screen.name);
            return std::nullopt;
        }
    }
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
        for (auto& setting : drawn_[i].at(numbers[i])) c.settings.push_back(std::move(setting));
    }
    auto made = scenario::with(base_, c.settings, "world", core::Lang::en);
    if (!made.scenario) {
        const std::string path = made.diagnostics.empty() ? "" : made.diagnostics.front().path;
        refuse(Kind::impossible, path, {path, path});
        return std::nullopt;
    }
    c.scenario = std::move(*made.scenario);
    c.scenario.provenance = base_.provenance;
    return c;
}

// Starts from the base's fit, moving each spending by the difference in fixed costs, which is known without simulating.
// Returns false if funds would run out in more than one year of twenty even at the lowest spending allowed.
bool WorldSearch::make_solver(Candidate& c) {
    auto unknowns = problem_->unknowns();
    auto goals = problem_->goals();
    const auto fixed = scenario::fixed_costs(c.scenario, problem_->year),
               of_base = scenario::fixed_costs(base_, problem_->year);
    for (std::size_t i = 0; i < unknowns.size(); ++i) unknowns[i].start = fit_.at[i];
    for (std::size_t j = 0; j < goals.size(); ++j) {
        goals[j].sd = fit_.sd[j];
        const auto component = component_of(problem_->figures[j]);
        const auto key = static_cast<std::size_t>(std::find(answers_.begin(), answers_.end(), j) - answers_.begin());
        if (!component || key == answers_.size() || fit_.jacobian->at(j, key) == 0) continue;
        const double there = fixed.at(*component).in_thousands();
        auto& u = unknowns[key];
        u.start = std::clamp(fit_.at[key] - (there - of_base.at(*component).in_thousands()) / fit_.jacobian->at(j, key),
                             u.low, u.high);
        if (goals[j].below == 0) continue;
        // Its variation is proportional to its unit cost.
        const double sd = fit_.at[key] > 0 ? fit_.sd[j] * u.start / fit_.at[key] : fit_.sd[j];
        const double lowest = lowest_of_tolerance * goals[j].tolerance;
        goals[j].sd = std::max(sd, goals[j].tolerance / 1000);
        goals[j].below = std::min(goals[j].below, lowest / *goals[j].sd);
        if (goals[j].below > one_sided_95) continue;
        refuse_figure(Kind::figure, j);
        return false;
    }
    for (const Aim& g : goals) {
        const double sd = *g.sd;
        // A spending may lie below its aim by the stated tolerance, and above it as long as funds last all the same.
        c.bands.push_back(g.below > 0
                              ? Band{g.value - g.below * sd, g.tolerance - g.below * sd, (g.below - one_sided_95) * sd}
                              : Band{g.value, g.tolerance, g.tolerance});
    }
    c.solver.emplace(std::move(unknowns), std::move(goals),
                     SolverOptions{.first = first_of_draw,
                                   .most = last_of_draw,
                                   .steps = steps_of_draw,
                                   .longest = 0.6,
                                   .trusted = 1.5,
                                   .new_jacobians = false,
                                   .final_jacobian = false},
                     fit_.jacobian);
    return true;
}

void WorldSearch::refuse_figure(Kind kind, std::size_t figure) {
    const auto& f = problem_->figures[figure];
    refuse(kind, f.name, {});
    auto& refusal = refusals_.at({kind, f.name});
    refusal.measure = f.measure;
    refusal.of = f.id;
}

// Solves all candidates round by round, those with few replications first, so that one study keeps every thread busy.
bool WorldSearch::solve(std::vector<Candidate>& all) {
    for (;;) {
        int fewest = last_of_draw + 1;
        for (const auto& c : all) {
            if (!c.solver->has_ended()) fewest = std::min(fewest, c.solver->ask().replications);
        }
        std::vector<Candidate*> going;
        std::vector<std::optional<Scenario>> points;
        for (auto& c : all) {
            if (c.solver->has_ended() || c.solver->ask().replications != fewest) continue;
            going.push_back(&c);
            points.push_back(placed(*problem_, to_look_at(*problem_, c.scenario), c.solver->ask().points.front()));
        }
        if (going.empty()) return true;
        const auto samples = study_->look(points, fewest, CalibrationStudy::Numbers::to_fit);
        if (!samples) return false;
        for (std::size_t i = 0; i < going.size(); ++i) going[i]->solver->tell({(*samples)[i]});
    }
}

// Whether it agrees with what it was fitted on, as far as so few replications tell; else the worst figure refuses it.
bool WorldSearch::is_near(const Candidate& c) {
    const Solution& s = c.solver->solution();
    std::size_t worst = 0;
    double farthest = s.mean.empty() ? 1e300 : 0;
    for (std::size_t j = 0; j < s.mean.size(); ++j) {
        const double off = c.bands[j].needs(s.mean[j], 2 * s.error[j]);
        if (!(off <= farthest)) farthest = off, worst = j;
    }
    if (farthest <= farthest_kept) return true;
    refuse_figure(Kind::figure, worst);
    return false;
}

// Judges on replications not used in the fit, of a usual year and with the programme's own rule for funds that run out:
// |ȳ − aim| ≤ tolerance + 2 s. Draws that only a doubled tolerance would keep stay, with their distance. Returns false
// when stopped.
bool WorldSearch::judge(std::vector<Candidate>& all) {
    std::vector<std::optional<Scenario>> points;
    for (const auto& c : all) {
        points.emplace_back(to_the_end_of(problem_->year, *c.fitted));
        points.back()->demand.year_cv = 0;
    }
    const auto samples = study_->look(points, replications_to_judge, CalibrationStudy::Numbers::to_look);
    if (!samples) return false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        Candidate& c = all[i];
        std::size_t worst = 0;
        for (std::size_t j = 0; j < problem_->aims; ++j) {
            std::vector<double> values;
            for (const auto& row : (*samples)[i]) values.push_back(row[j]);
            const auto e = estimate(values);
            const double needs = c.bands[j].needs(e.mean, 2 * e.sd / std::sqrt(std::max(1, e.n)));
            c.residuals.push_back(c.bands[j].residual(e.mean));
            if (!(needs <= c.nearness)) c.nearness = std::isnan(needs) ? 1e300 : needs, worst = j;
        }
        if (c.nearness > 1) refuse_figure(Kind::replications, worst);
    }
    std::erase_if(all, [](const Candidate& c) { return c.nearness > farthest_kept; });
    return true;
}

std::optional<std::vector<Candidate>> WorldSearch::next(std::size_t most) {
    std::vector<Candidate> all;
    while (all.size() < most && draws_ < options_.most_draws) {
        if (auto c = draw()) all.push_back(std::move(*c));
    }
    passed_ += static_cast<int>(all.size());
    return fit(std::move(all));
}

std::optional<std::vector<Candidate>> WorldSearch::fit(std::vector<Candidate> all) {
    if (!problem_) {
        for (auto& c : all) c.fitted = c.scenario;
        return all;
    }
    std::erase_if(all, [this](Candidate& c) { return !make_solver(c); });
    if (!solve(all)) return std::nullopt;
    std::vector<Candidate> near;
    for (auto& c : all) {
        if (!is_near(c)) continue;
        c.at = c.solver->solution().at;
        c.fitted = placed(*problem_, c.scenario, c.at);
        if (!c.fitted) {
            refuse(Kind::impossible, "", {});
            continue;
        }
        near.push_back(std::move(c));
    }
    fitted_ += static_cast<int>(near.size());
    if (!judge(near)) return std::nullopt;
    return near;
}

}  // namespace aforo::experiment
