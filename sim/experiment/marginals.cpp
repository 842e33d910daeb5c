// What one more unit of each thing would bring.
#include <algorithm>
#include <array>
#include <cmath>

#include "aforo/experiment/compare.hpp"
#include "aforo/experiment/explain.hpp"
#include "aforo/experiment/study.hpp"
#include "aforo/measure/probe.hpp"
#include "aforo/results/index.hpp"

namespace aforo::experiment {

namespace {

using results::Level;

// One more unit of something.
struct Raise {
    Level level;
    std::string id;
    core::Money money;  // added in every year
};

// The money for one advisor's plans in a year: as many as the caseload serves, given how long plans last.
core::Money cost_of_plans(const scenario::Advisory& advisory, double plan_months) {
    const double plans = plan_months > 0 ? std::ceil(advisory.caseload * 12 / plan_months) : 0;
    // The most that a scenario may state.
    constexpr double most = 1e15;
    if (static_cast<double>(advisory.plan_cost.in_pesos()) * plans > most)
        return core::Money::pesos(std::llround(most));
    return advisory.plan_cost * static_cast<std::int64_t>(plans);
}

// First the money for an advisor's plans, with which advisors are compared. Then the centres that work all the time,
// because those that open or close would not be comparable.
std::vector<Raise> raises_of(const scenario::Scenario& s, double plan_months) {
    const core::Money plans = cost_of_plans(s.advisory, plan_months);
    std::vector<Raise> raises = {{Level::component, results::money_for_plans, plans}};
    for (const auto& [id, centre] : s.network.centres) {
        if (!centre.opens && !centre.closes)
            raises.push_back({Level::office, std::to_string(id), s.advisory.annual_cost + plans});
    }
    constexpr std::int64_t hundredth = 100;
    raises.push_back({Level::component, measure::id_of(scenario::Component::attention),
                      core::scaled(s.attention.budget, 1, hundredth)});
    raises.push_back({Level::component, measure::id_of(scenario::Component::advisory),
                      core::scaled(s.advisory.budget, 1, hundredth)});
    raises.push_back({Level::component, measure::id_of(scenario::Component::alliances),
                      core::scaled(s.alliances.budget, 1, hundredth)});
    return raises;
}

// M$ a year of an amount added to every year, in the told pesos; the mean over years of nominal ones, which differ.
double in_pesos_told(core::Money money, const results::Run& run) {
    if (!run.prices.are_converted()) return money.in_thousands();
    double all = 0;
    for (const int year : run.years) all += money.in_thousands() * run.prices.factor(year);
    return all / static_cast<double>(run.years.size());
}

// Adds the same amount in every year, whatever the growth of the budget.
void add_each_year(core::Money more, const scenario::Horizon& h, core::Money& budget, scenario::Growth& growth) {
    const scenario::Growth before = growth;
    const double added =
        budget > core::Money() ? static_cast<double>(more.in_pesos()) / static_cast<double>(budget.in_pesos()) : 0;
    const auto level = [&](int year) { return h.level(before, year) + added; };
    growth = {};
    for (int y = h.start_year() + 1; y <= h.last_year; ++y) growth.factor[y] = level(y) / level(y - 1);
    budget += more;
}

scenario::Scenario raised(const scenario::Scenario& base, const Raise& raise) {
    scenario::Scenario s = base;
    if (raise.level == Level::office) {
        s.advisory.changes.push_back({core::new_year(base.horizon.first_year), std::stoi(raise.id), 1});
    }
    const auto add = [&](auto& component) {
        add_each_year(raise.money, s.horizon, component.budget, component.budget_growth);
    };
    if (raise.id == measure::id_of(scenario::Component::attention)) {
        add(s.attention);
    } else if (raise.id == measure::id_of(scenario::Component::alliances)) {
        add(s.alliances);
    } else {
        add(s.advisory);
    }
    return s;
}

}  // namespace

std::size_t marginals_of(const scenario::Scenario& base) { return raises_of(base, 0).size(); }

Raised marginals(const scenario::Scenario& base, const Options& options) {
    Raised result;
    const int n = options.replications;
    Study study(options);
    study.expect(marginals_of(base) + 1);
    study.add({.scenario = base});
    if (!study.extend(n)) return {{}, true};
    Outcome plain = study.outcome(0, n);
    // The duration of plans in the base determines the money for an advisor's plans.
    const results::Estimate* months = plain.run.find("plan_months_mean", base.horizon.last_year);
    const auto raises = raises_of(base, months == nullptr ? 0 : months->mean);
    for (const Raise& raise : raises) study.add({.scenario = raised(base, raise), .kept = Kept::headlines});
    result.interrupted = !study.extend(n);
    Outcome with_money;                                              // the money for an advisor's plans, no advisor
    const double alpha = 0.05 / static_cast<double>(raises.size());  // all hold together (Bonferroni)
    for (std::size_t i = 0; i < raises.size(); ++i) {
        if (static_cast<int>(study.values(i + 1).size()) < n) {
            if (i == 0) break;  // the others are compared with it
            continue;
        }
        Outcome more = study.outcome(i + 1, n);
        const auto found = differences(raises[i].level == Level::office ? with_money : plain, more, alpha);
        results::Marginal m{raises[i].level, raises[i].id, in_pesos_told(raises[i].money, plain.run), {}, {}};
        const results::Index index(found);
        if (const auto* d = index.difference({"beneficiaries"})) m.beneficiaries = *d;
        if (const auto* d = index.difference({results::marginal_cost})) m.cost = *d;
        result.marginals.marginals.push_back(std::move(m));
        if (raises[i].id == results::money_for_plans) with_money = std::move(more);
    }
    result.marginals.base = std::move(plain.run);
    return result;
}

}  // namespace aforo::experiment
