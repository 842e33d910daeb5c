// The blueprint is a scenario compiled for simulation: the calendar by day, offices and staff by spell, money by year,
// distributions as quantile functions. It is made once, never changes, and is shared by all replications and threads.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "aforo/core/ids.hpp"
#include "aforo/model/ledger.hpp"
#include "aforo/random/quantile.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::model {

using core::Duration;
using core::OfficeId;
using core::RegionId;
using core::Time;
using core::UnitId;
using random::Quantile;

struct alignas(64) Office {
    int permanent_id = 0;  // keys its random numbers, independently of its place in the scenario
    bool is_satellite = false;
    bool has_own_list = false;  // its own waiting list with its share of the unit's slots
    bool is_hybrid = true;      // its enterprises can join groups that meet remotely
    OfficeId centre;            // its main centre; a main centre refers to itself
    UnitId unit;                // the unit whose advisors serve it
    RegionId region;
    double demand_share = 0;  // share of national demand when all offices work
    double female = 0, legal_entity = 0;
};
static_assert(sizeof(Office) == 64);

// Advisors with a caseload and an agenda: those of a main centre, or of a satellite with its own advisors.
struct Unit {
    OfficeId office;
};

// A satellite with its own waiting list, and its share of the unit's slots.
struct OwnList {
    OfficeId office;
    UnitId unit;
    double share = 0;
};

struct Day {
    bool works = false;  // a working day of the calendar
    std::int16_t year = 0, month = 1;
    std::int16_t month_index = 0;  // since the first simulated month
    std::int16_t spell = 0;        // index into Blueprint::spells
    double demand = 0;             // expected national arrivals when all offices work
    double legal_hours = 1;        // the legal working week relative to the first one
};

// The desk of an office on its open days in a spell.
struct Desk {
    int persons = 0;
    Duration window{};  // each person's time from opening, at the first legal working week
};

struct OfficeSpell {
    bool works = false;
    double demand_share = 0;      // of the national demand
    double weight = 0;            // the same by weight alone, without factors of the month
    double rural = 0, urban = 0;  // shares of its arrivals; the rest are mixed
    Desk desk;
    std::size_t terms = 0;  // index into Blueprint::terms
    double no_show = 0;     // probability of missing a session
    Duration travel{};      // of a visiting advisor of the centre, for each visiting day
    Duration desk_hours{};  // of one FTE per year
};

struct UnitSpell {
    double advisors = 0;
    int slots = 0;
    int caseload = 0;         // enterprises per advisor
    Duration direct_hours{};  // of one advisor per year
};

// The numbers that may differ by office and day, compiled. Those that hold where no exception rules are the first.
struct Terms {
    Quantile attention, diagnosis, session, first_session, spacing;
    std::optional<Quantile> attention_patience, slot_patience;
    double diagnosed = 1;  // share of those attended
    double decline = 0;
    double dropout_wait_month = 0;
    std::array<double, 3> dropout_hazard{};  // by band, after each attended session except the last
    std::array<int, 3> sessions{};           // of a plan, by band
    std::size_t attention_room = 0, list_room = 0;
    Money attention_cost, plan_cost;
};

// What was done and spent in an executed month; the model repeats it to the unit and to the peso.
struct ExecutedMonth {
    int attended = 0, beneficiaries = 0, alliances = 0;
    std::array<Money, 4> spending;
    int working_days = 0;
};

struct Year {
    int year = 0;
    int working_days = 0;
    std::array<Money, 4> appropriation;
    std::array<Money, 4> fixed_cost;
    // Twelfths of fixed_cost. Executed months have none, as what they spent is known; the others are then what their
    // own staff costs.
    std::array<std::vector<Money>, 4> monthly_fixed;
    std::array<Money, 4> committed;       // on 1 January: all monthly_fixed
    std::vector<unsigned> open_weekdays;  // by office; bit 0 is Monday
    double coordinators = 0;              // nationally
};

// The composite of a diagnosis: the mean of three true scores, each measured with its own error. The scores correlate
// with the latent sustainability (√ρ) and with each other (ρ). Given the latent value, scores and errors are
// independent, so the composite is a sum of three standard normals with these weights.
struct Composite {
    double mean = 0, latent = 0, scores = 0, errors = 0;
};

class Blueprint {
public:
    explicit Blueprint(const scenario::Scenario& scenario);

    scenario::Scenario scenario;
    std::vector<Office> offices;     // main centres by permanent id, then satellites by permanent id
    std::size_t centres = 0;         // offices [0, centres) are main centres
    std::vector<Unit> units;         // the main centres, then the satellites with advisors
    std::vector<OwnList> own_lists;  // in the order of the offices
    Date first_day, end_day;         // the simulation is [first_day, end_day)
    std::vector<Day> days;
    std::vector<Year> years;
    std::size_t months = 0;
    std::vector<std::optional<ExecutedMonth>> executed;  // by month; empty when none was executed
    std::optional<Date> cut;                             // the first day after them
    // The first days of the spells. A spell is a run of days with the same offices and staff: a month, or a part of a
    // month in which something changes.
    std::vector<Date> spells;
    std::vector<OfficeSpell> office_spells;  // [spell × offices + office]
    std::vector<UnitSpell> unit_spells;      // [spell × units + unit]
    bool offers_plans = false;               // some unit has slots in some spell
    std::vector<double> coordinators;        // per working centre, by spell
    std::vector<Duration> agenda;            // [unit × days + day]: the day's direct hours less travel
    std::size_t weeks = 0;                   // calendar weeks from Monday to Sunday; the first contains first_day
    std::vector<double> potential;           // enterprises, by region
    std::vector<double> whole_potential;     // by region, rounded so that the sum is the whole total

    Composite composite;
    std::vector<Terms> terms;
    std::vector<double> more_persons;  // cumulative probabilities of the number of persons beyond the first

    Quantile standard_normal, standard_logistic, sales, cooldown, linkage, returns_after, day_factor, year_factor,
        attention_waited, list_waited;
    std::optional<Quantile> stay;

    // The time after opening of an arrival, given its place (0–1) in the order of the day's arrivals.
    [[nodiscard]] Duration time_of_day(double place) const;
    [[nodiscard]] std::size_t index_of(Date d) const { return static_cast<std::size_t>((d - first_day).count()); }
    // Days since the Monday of the first week.
    [[nodiscard]] std::size_t week_day(Date d) const {
        return index_of(d) + static_cast<std::size_t>(core::weekday_of(first_day));
    }
    [[nodiscard]] const Day& on(Date d) const { return days[index_of(d)]; }
    // The index of the day's year, counted from the first simulated year.
    [[nodiscard]] std::size_t year_index(Date d) const {
        return static_cast<std::size_t>(on(d).year - days.front().year);
    }
    [[nodiscard]] const Year& year(int y) const { return years[static_cast<std::size_t>(y - years.front().year)]; }
    [[nodiscard]] bool is_executed(std::size_t month) const { return !executed.empty() && executed[month]; }
    // The day on which those of the scenario's `initial` are there.
    [[nodiscard]] Date initial_day() const { return cut.value_or(core::new_year(scenario.horizon.first_year)); }
    [[nodiscard]] std::size_t spell_of(Date d) const { return static_cast<std::size_t>(on(d).spell); }
    [[nodiscard]] const OfficeSpell& office_spell(std::size_t office, std::size_t spell) const {
        return office_spells[spell * offices.size() + office];
    }
    [[nodiscard]] const UnitSpell& unit_spell(std::size_t unit, std::size_t spell) const {
        return unit_spells[spell * units.size() + unit];
    }
    [[nodiscard]] const Terms& terms_at(OfficeId office, std::size_t spell) const {
        return terms[office_spell(office.value, spell).terms];
    }
    [[nodiscard]] const Terms& terms_on(OfficeId office, Date d) const { return terms_at(office, spell_of(d)); }
    [[nodiscard]] bool is_open(OfficeId office, Date d) const {
        const Day& day = on(d);
        return day.works && (year(day.year).open_weekdays[office.value] >> core::weekday_of(d) & 1u) &&
               office_spell(office.value, static_cast<std::size_t>(day.spell)).works;
    }
    // Whether some centre opens or closes at the start of this spell.
    [[nodiscard]] bool centres_change(std::size_t spell) const {
        for (std::size_t c = 0; spell > 0 && c < centres; ++c) {
            if (office_spell(c, spell).works != office_spell(c, spell - 1).works) return true;
        }
        return false;
    }
    [[nodiscard]] Date end_of_spell(std::size_t spell) const {
        return spell + 1 < spells.size() ? spells[spell + 1] : end_day;
    }
    [[nodiscard]] Time opening(Date d) const { return d + scenario.calendar.opens; }
    [[nodiscard]] std::span<const OfficeId> satellites_of(OfficeId centre) const { return satellites_[centre.value]; }

private:
    void lay_out_offices();
    void lay_out_own_lists();
    void lay_out_potential();
    void lay_out_calendar();
    void lay_out_day();
    void lay_out_executed();
    void lay_out_year(int year);
    void lay_out_spells();
    void lay_out_terms();
    void lay_out_office_spells();
    void lay_out_unit_spells();
    void lay_out_agenda();
    [[nodiscard]] std::size_t ramp_up_months() const;
    [[nodiscard]] double network_share(std::size_t centre) const;
    [[nodiscard]] std::vector<bool> offices_that_work(Date day) const;
    [[nodiscard]] std::vector<double> factors_of_offices() const;
    // The desk of an office with this staff, in FTE, whose direct hours a year are `hours`.
    [[nodiscard]] Desk desk_of(const Year& y, std::size_t office, double fte, Duration hours) const;
    void lay_out_open_desks(std::size_t spell);
    [[nodiscard]] std::vector<double> advisors_in(std::size_t spell) const;
    void open_satellites(Year& y, double level) const;

    std::vector<std::vector<OfficeId>> satellites_;
    // The cumulative arrival rate at some hours after opening; empty when arrivals are even.
    struct Knot {
        double hours, cumulative;
    };
    std::vector<Knot> day_shape_;
};

// The weekdays on which satellite j is open when it has `days` visits in a week of w weekdays: visit k is on weekday
// number (j + ⌊w·k/days⌋) mod w of the list. Returns a bit mask; bit 0 is Monday.
[[nodiscard]] unsigned visiting_weekdays(std::size_t j, int days, std::span<const int> weekdays);

}  // namespace aforo::model
