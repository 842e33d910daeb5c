#include "aforo/experiment/needs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "aforo/model/blueprint.hpp"
#include "aforo/scenario/exceptions.hpp"
#include "aforo/scenario/staffing.hpp"

namespace aforo::experiment {

namespace {

constexpr double days_a_year = 365.25, days_a_month = days_a_year / 12;

// The number of values of a replication by what they describe, as the probes put them (tests/experiment/needs_unit.cpp
// compares).
constexpr double values_a_year = 870, values_a_region_year = 70, values_an_office_year = 50;
constexpr double values_a_month = 30, values_a_region_month = 18, values_an_office_month = 9;

// Bytes of a value: in a thread its key and number; in a run its estimate and its lines in reports; in each replication
// twice, as it came and by measure.
constexpr double value_of_thread = 64, value_of_run = 320, value_of_replication = 16, value_kept = 600;
// Bytes of an enterprise while present: its row, its event and its places in queues, as vectors grow; and, of each one
// that came, the durations of its waits, sorted.
constexpr double enterprise_there = 160, enterprise_that_came = 24;
constexpr double linkage = 48, person_at_desk = 32;
// Counts of an office and month and its limited days; the agenda of a unit and month by day and by week.
constexpr double office_month_of_thread = 170, unit_month_of_thread = 7 * 8 * days_a_month / 7 + 30;

constexpr double seconds_an_event = 2e-7, seconds_an_office_day = 1e-7, seconds_a_person_asked = 1e-9;

// The mean in milliseconds.
double mean_of(const scenario::Distribution& d) {
    using K = scenario::Distribution::Kind;
    switch (d.kind) {
        case K::uniform:
            return (d.low + d.high) / 2;
        case K::triangular:
            return (d.low + d.mode + d.high) / 3;
        case K::empirical:
            return std::accumulate(d.values.begin(), d.values.end(), 0.0) /
                   std::max(1.0, static_cast<double>(d.values.size()));
        case K::mixture: {
            double sum = 0;
            for (const auto& p : d.parts) sum += p.weight * mean_of(p.of);
            return sum;
        }
        default:
            return d.mean;
    }
}

class Estimate {
public:
    explicit Estimate(const scenario::Scenario& s)
        : s_(s),
          offices_(static_cast<double>(s.network.centres.size() + s.network.satellites.size())),
          measured_years_(s.horizon.last_year - s.horizon.first_year + 1),
          years_(s.horizon.last_year - s.horizon.start_year() + 1) {}

    Needs of(double replications) {
        network();
        values(replications);
        desks();
        enterprises();
        initial();
        executed();
        linkages();
        needs_.copy = 4096 + 400 * static_cast<double>(s_.provenance.size()) + 400 * offices_;
        needs_.seconds = needs_.events * seconds_an_event + offices_ * years_ * days_a_year * seconds_an_office_day +
                         (attentions_ * persons_ / std::max(1.0, offices_) + scanned_) * seconds_a_person_asked;
        return std::move(needs_);
    }

private:
    [[nodiscard]] double level(const scenario::Growth& g, int year) const { return s_.horizon.level(g, year); }
    template <class Visit>
    void each_year(Visit visit) const {
        for (int y = s_.horizon.start_year(); y <= s_.horizon.last_year; ++y) visit(y);
    }
    void need(const char* path, double shared, double each_thread) {
        needs_.parts.push_back({path, shared, each_thread});
    }
    // Many offices are attributed to the network; many months of few offices, to the horizon.
    [[nodiscard]] const char* offices_or_years() const { return offices_ > 1000 ? "network" : "horizon"; }

    void network() {
        double units = static_cast<double>(s_.network.centres.size());
        for (const auto& [id, satellite] : s_.network.satellites) units += satellite.advisors > 0;
        const double months = 12 * years_;
        const auto spells = static_cast<double>(
            scenario::staff_days(s_, core::new_year(s_.horizon.start_year()), core::new_year(s_.horizon.last_year + 1))
                .size());
        need(offices_or_years(),
             spells * (offices_ * sizeof(model::OfficeSpell) + units * sizeof(model::UnitSpell)) +
                 months * units * days_a_month * sizeof(core::Duration),
             months * (offices_ * office_month_of_thread + units * unit_month_of_thread));
    }

    void values(double replications) {
        const auto regions = static_cast<double>(s_.network.regions.size());
        const double a_year =
            values_a_year + regions * values_a_region_year + offices_ * values_an_office_year +
            12 * (values_a_month + regions * values_a_region_month + offices_ * values_an_office_month);
        const double all = measured_years_ * a_year;
        need(offices_or_years(), all * value_of_run, all * value_of_thread);
        need("experiment.replications", all * replications * value_of_replication, 0);
        needs_.kept = all * (value_kept + replications * sizeof(double));
    }

    // If few or short days made the day too long, more persons share the hours.
    void desks() {
        const auto& a = s_.attention;
        each_year([&](int y) {
            const double fte = a.staff * level(a.staff_growth, y);
            double days = static_cast<double>(s_.calendar.weekdays.size());
            for (const auto& [id, satellite] : s_.network.satellites)
                days = std::min(days, static_cast<double>(std::max(1, satellite.visiting_days)));
            const double hours_a_day = fte * core::in_hours(a.direct_hours) / (days * 48);
            persons_ = std::max({persons_, fte + offices_, hours_a_day / core::in_hours(s_.calendar.day)});
        });
        need("attention.staff", 0, persons_ * person_at_desk);
    }

    // The most attentions in a year that the desks' hours allow, and the money where it cannot be exceeded.
    [[nodiscard]] double attentions_at_most(int year) const {
        const auto& a = s_.attention;
        const double fte = a.staff * level(a.staff_growth, year);
        const double hours = a.always_open ? days_a_year * 24 : core::in_hours(a.direct_hours);
        const double length = (mean_of(a.duration) + s_.diagnosis.share * mean_of(s_.diagnosis.duration)) / 3'600'000;
        double most = fte * hours <= 0 ? 0 : length > 0 ? fte * hours / length : 1e18;
        if (a.cost > core::Money() && s_.funding.at_exhaustion != scenario::Exhaustion::overrun) {
            most = std::min(most, static_cast<double>(a.budget.in_pesos()) * level(a.budget_growth, year) /
                                      static_cast<double>(a.cost.in_pesos()));
        }
        return most;
    }
    [[nodiscard]] double advisors(int year) const {
        const auto& a = s_.advisory;
        double all = a.advisors * level(a.advisors_growth, year);
        if (a.staffing == scenario::Staffing::funded && a.annual_cost > core::Money()) {
            all = static_cast<double>(a.budget.in_pesos()) * level(a.budget_growth, year) /
                  static_cast<double>(a.annual_cost.in_pesos());
        }
        for (const auto& [id, satellite] : s_.network.satellites) all += satellite.advisors;
        for (const auto& change : a.changes) all += std::max(0, change.advisors);
        return all;
    }
    // The most plans in a year that the slots allow, and the money where it cannot be exceeded.
    [[nodiscard]] double plans_at_most(int year) const {
        const auto& a = s_.advisory;
        const auto& p = s_.work_plan;
        constexpr double day = 86'400'000;
        const double length = p.stay ? mean_of(*p.stay)
                                     : mean_of(p.first_session) +
                                           p.sessions.largest() / (1 - p.no_show) * std::max(day, mean_of(p.spacing));
        double most = length > 0 ? advisors(year) * a.caseload * days_a_year * day / length : 1e18;
        if (a.plan_cost > core::Money() && s_.funding.at_exhaustion != scenario::Exhaustion::overrun) {
            const double left = static_cast<double>(a.budget.in_pesos()) * level(a.budget_growth, year) -
                                static_cast<double>(a.annual_cost.in_pesos()) * advisors(year);
            most = std::min(most, std::max(0.0, left) / static_cast<double>(a.plan_cost.in_pesos()));
        }
        return most;
    }
    // The share of those diagnosed that the standard alone lets through.
    [[nodiscard]] double share_that_passes() const {
        using K = scenario::Criterion::Kind;
        const auto& t = s_.targeting;
        const bool by_score = std::any_of(t.criteria.begin(), t.criteria.end(), [](const auto& c) {
            return c.kind == K::standard || (c.kind == K::bands && std::find(c.bands.begin(), c.bands.end(),
                                                                             scenario::Band::low) == c.bands.end());
        });
        if (!by_score) return 1;
        const double sd = s_.enterprises.sustainability_sd, error = s_.diagnosis.measurement_error,
                     correlation = s_.diagnosis.correlation;
        const double spread = std::sqrt(sd * sd * (correlation + (1 - correlation) / 3) + error * error / 3);
        return std::erfc((t.pass_standard - s_.enterprises.sustainability_mean) / (spread * std::sqrt(2.0))) / 2;
    }

    // The enterprises present at once: the queue left by the desks, and those that go on from there.
    void enterprises() {
        const auto& d = s_.demand;
        const double passes = share_that_passes(), patience = patience_in_years();
        double came = 0, queue = 0, most_in_queue = 0, went_on = 0, plans = 0, list = 0, slots = 0;
        each_year([&](int y) {
            const double coming = d.arrivals * level(d.growth, y) * (1 + d.returning);
            const double can_be_served = attentions_at_most(y), served = std::min(coming + queue, can_be_served);
            queue += coming - served;
            // Those who have left are noticed only when a turn comes.
            if (can_be_served > 0) queue = std::min(queue, coming * patience);
            most_in_queue = std::max(most_in_queue, queue);
            came += coming;
            attentions_ += served;
            const double asked = served * s_.diagnosis.share * passes * (1 + s_.graduation.repeat),
                         admitted = std::min(asked + list, plans_at_most(y));
            went_on += asked;
            list += asked - admitted;
            plans += admitted;
            slots = std::max(slots, advisors(y) * s_.advisory.caseload);
        });
        const double room = offices_ * s_.attention.room;
        // An enterprise that finds no room leaves nothing in memory; at a full place each newcomer causes a scan of the
        // queue.
        const double waited = s_.attention.patience ? came : std::min(came, attentions_ + room);
        if (s_.attention.patience && most_in_queue > room) scanned_ = came * s_.attention.room;
        most_in_queue = std::min({most_in_queue, room, came});
        // A list may hold a third of a year's requests even where nothing is lacking.
        const double beyond = std::min(list, offices_ * s_.waiting_list.room) + slots + came * d.returning +
                              plans * s_.graduation.repeat + went_on / years_ / 3;
        const double there = came / years_ / 250 + most_in_queue + std::min(beyond, went_on + came * d.returning);
        need("demand.arrivals", 0, there * enterprise_there + (waited + went_on) * enterprise_that_came);
        const double sessions = s_.work_plan.stay ? 1 : s_.work_plan.sessions.largest() / (1 - s_.work_plan.no_show);
        needs_.events += came + attentions_ + plans * (1 + sessions) + years_ * days_a_year;
    }
    // Seven times the mean: longer than all but nine in ten thousand wait if patience is exponential.
    [[nodiscard]] double patience_in_years() const {
        if (!s_.attention.patience) return years_ + 1;
        return 7 * mean_of(*s_.attention.patience) / (days_a_year * 86'400'000);
    }

    // Those whom the scenario puts there at the start, all at once.
    void initial() {
        const auto of = [](const scenario::AtOffices& a) {
            return std::accumulate(a.at.begin(), a.at.end(), static_cast<double>(a.all),
                                   [](double sum, const auto& at) { return sum + at.second; });
        };
        const double asking = of(s_.initial.for_attention), listed = of(s_.initial.on_list),
                     in_plan = of(s_.initial.in_plan);
        need("initial", 0, (asking + listed + in_plan) * (enterprise_there + enterprise_that_came));
        const double sessions = s_.work_plan.sessions.largest() / (1 - s_.work_plan.no_show);
        needs_.events += asking + listed + in_plan * sessions;
    }

    // Those of executed months, however many would come otherwise.
    void executed() {
        double came = 0;
        for (const auto& [name, month] : s_.executed) came += month.attended + month.beneficiaries;
        if (came == 0) return;
        need("executed", 0, came * (enterprise_there + enterprise_that_came));
        needs_.events += came * s_.work_plan.sessions.largest() / (1 - s_.work_plan.no_show);
    }

    void linkages() {
        const auto& a = s_.alliances;
        double started = 0;
        each_year([&](int y) { started += a.linkages * a.coordinators * level(a.coordinators_growth, y); });
        need("alliances.linkages", 0, started * linkage);
        needs_.events += 2 * started;
    }

    const scenario::Scenario& s_;
    const double offices_, measured_years_, years_;
    double persons_ = 0, attentions_ = 0, scanned_ = 0;
    Needs needs_;
};

// The executable, the libraries and the fixed part of reports.
constexpr double floor_of_all = 20e6;

}  // namespace

double Needs::bytes(int threads) const {
    double sum = floor_of_all;
    for (const Part& p : parts) sum += p.shared + threads * p.each_thread;
    return sum;
}

const Needs::Part& Needs::largest() const {
    return *std::max_element(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
        return a.shared + a.each_thread < b.shared + b.each_thread;
    });
}

double bytes_of_point(const scenario::Scenario& s, std::size_t axes, double replications) {
    // Measured on a thousand points of one office and of the national network, with one year and ten, one axis and
    // three, two replications and forty: actual use is between half and nine tenths of this.
    constexpr double of_all = 60e3, of_office = 400, headlines_a_year = 150;
    constexpr double of_headline = 350, of_step = 130, of_replication = 24;
    const auto offices = static_cast<double>(s.network.centres.size() + s.network.satellites.size());
    const double years = s.horizon.last_year - s.horizon.first_year + 1;
    return of_all + of_office * offices +
           years * headlines_a_year *
               (of_headline + of_step * static_cast<double>(axes) + of_replication * replications);
}

Needs needs_of(const scenario::Scenario& s, double replications) {
    Needs most = Estimate(s).of(replications);
    for (const auto& with : scenario::each_everywhere(s)) {
        Needs other = Estimate(with).of(replications);
        if (other.bytes(1) > most.bytes(1)) most = std::move(other);
    }
    return most;
}

}  // namespace aforo::experiment
