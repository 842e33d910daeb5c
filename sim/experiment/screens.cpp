#include "aforo/experiment/screens.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace aforo::experiment {

namespace {

using scenario::Distribution;
using scenario::Scenario;

constexpr double weeks_a_year = 52;

double hours(core::Duration d) { return core::in_hours(d); }

// The mean in hours; 0 for a mixture, because a screen must ask for no more than the true need.
double mean_hours(const Distribution& d) {
    using K = Distribution::Kind;
    switch (d.kind) {
        case K::uniform:
            return (d.low + d.high) / 2 / 3'600'000;
        case K::triangular:
            return (d.low + d.mode + d.high) / 3 / 3'600'000;
        case K::empirical:
        case K::mixture:
            return 0;
        default:
            return d.mean / 3'600'000;
    }
}

double part(double needed, double there) { return there > 0 ? needed / there : needed > 0 ? 2 : 0; }

double staff_money(double persons, core::Money each, core::Money other, core::Money budget) {
    return part(persons * each.in_thousands() + other.in_thousands(), budget.in_thousands());
}

double attention_money(const Scenario& s, const Production&) {
    return staff_money(s.attention.staff, s.attention.annual_cost, s.attention.other_costs, s.attention.budget);
}

double advisory_money(const Scenario& s, const Production&) {
    const auto& a = s.advisory;
    if (a.staffing == scenario::Staffing::funded) return 0;  // the budget decides how many
    const double satellites = static_cast<double>(s.network.satellites.size()) * a.satellite_cost.in_thousands();
    return part(a.advisors * a.annual_cost.in_thousands() + satellites + a.other_costs.in_thousands(),
                a.budget.in_thousands());
}

double alliance_money(const Scenario& s, const Production&) {
    return staff_money(s.alliances.coordinators, s.alliances.annual_cost, s.alliances.other_costs, s.alliances.budget);
}

double orientation_hours(const Scenario& s, const Production& p) {
    if (s.attention.always_open) return 0;
    const double persons = std::max(1.0, s.enterprises.persons);
    const double each = mean_hours(s.attention.duration) + s.diagnosis.share * mean_hours(s.diagnosis.duration);
    return part(p.attended / persons * each, s.attention.staff * hours(s.attention.direct_hours));
}

// The sessions of a plan and its duration: a missed session uses its hours and is booked again; dropouts leave half-way
// on average.
struct PlanNeeds {
    double session_hours = 0, years = 0;
};
PlanNeeds needs_of_plan(const Scenario& s) {
    const auto& w = s.work_plan;
    const double stays = 1 - w.dropout.mean() / 2, times = 1 / (1 - w.no_show);
    if (w.stay) return {0, mean_hours(*w.stay) / (365.25 * 24)};
    const double sessions = w.sessions.mean() * stays;
    const double gaps = std::max(0.0, sessions - 1) * times;
    return {sessions * times * mean_hours(w.session),
            (mean_hours(w.first_session) + gaps * mean_hours(w.spacing)) / (365.25 * 24)};
}

// Current plans are those admitted during the time that a plan takes; fewer if admissions were fewer before.
double slots(const Scenario& s, const Production& p) {
    const auto& a = s.advisory;
    if (a.staffing == scenario::Staffing::funded) return 0;
    const double years = needs_of_plan(s).years, growth = s.horizon.growth_until(s.horizon.first_year, s.demand.growth);
    return part(p.advised * years * std::pow(growth, -years / 2), a.advisors * a.caseload);
}

double advisor_hours(const Scenario& s, const Production& p) {
    const auto& a = s.advisory;
    const bool has_groups = s.work_plan.group.sessions > 0;
    if (a.unlimited_hours || has_groups || a.staffing == scenario::Staffing::funded) return 0;
    double travel = 0;
    for (const auto& [id, satellite] : s.network.satellites)
        travel += satellite.advisors > 0 ? 0 : satellite.visiting_days * hours(a.travel) * (weeks_a_year - 4);
    return part(p.advised * needs_of_plan(s).session_hours, a.advisors * hours(a.direct_hours) - travel);
}

double coordinator_hours(const Scenario& s, const Production& p) {
    const auto& a = s.alliances;
    return a.success > 0 ? part(p.alliances / a.success * hours(a.hours), a.coordinators * hours(a.direct_hours)) : 0;
}

const auto all = std::to_array<Screen>({
    {"attention_money",
     {"el personal de atención no se puede pagar", "the orientation staff cannot be paid"},
     attention_money},
    {"advisory_money",
     {"asesores y satélites no se pueden pagar", "advisors and satellites cannot be paid"},
     advisory_money},
    {"alliance_money", {"los coordinadores no se pueden pagar", "the coordinators cannot be paid"}, alliance_money},
    {"orientation_hours",
     {"faltan horas de orientación para las atendidas", "orientation hours do not do for those attended"},
     orientation_hours},
    {"slots", {"faltan cupos para las asesoradas", "slots do not do for those advised"}, slots},
    {"advisor_hours",
     {"faltan horas de asesores para las asesoradas", "advisors' hours do not do for those advised"},
     advisor_hours},
    {"coordinator_hours",
     {"faltan horas de coordinadores para las alianzas", "coordinators' hours do not do for the alliances"},
     coordinator_hours},
});

}  // namespace

Production production_of(const CalibrationProblem& problem) {
    Production p;
    for (const auto& f : problem.figures) {
        if (f.level != results::Level::programme || f.below > 0) continue;
        if (f.measure == "attended_persons") p.attended = f.value;
        if (f.measure == "advised_persons") p.advised = f.value;
        if (f.measure == "alliances") p.alliances = f.value;
    }
    return p;
}

std::span<const Screen> screens() { return all; }

}  // namespace aforo::experiment
