// What a run leaves, as plain numbers and texts: all that a report or a stored run knows. Nothing here computes.
// Money is in M$ of the pesos that are said (Prices), unrounded; shares are ratios 0–1; waits are in days, plans in months of 30,4375
// days.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aforo/core/pesos.hpp"
#include "aforo/results/column.hpp"

namespace aforo::results {

// Which pesos all money of a result is in. All but the ledger, and amounts of the
// scenario as it writes them, which stay as they are.
struct Prices {
    core::Pesos told;        // as_written: those of the scenario
    core::PriceIndex index;  // of the pesos that the scenario is written in
    std::string source;      // of the index, for people; "" when nobody says

    [[nodiscard]] bool are_nominal() const { return told.kind == core::Pesos::Kind::nominal; }
    // Others than those of the scenario.
    [[nodiscard]] bool are_converted() const {
        return are_nominal() || (told.kind == core::Pesos::Kind::of_year && told.year != index.of);
    }
    // The year that amounts of `year` are in pesos of.
    [[nodiscard]] int year_of(int year) const {
        return are_nominal() ? year : told.kind == core::Pesos::Kind::of_year ? told.year : index.of;
    }
    // By what an amount of `year` was multiplied.
    [[nodiscard]] double factor(int year) const { return are_converted() ? index.factor(told, year) : 1; }
    // nominal, or the year of the pesos.
    [[nodiscard]] std::string word() const { return are_nominal() ? core::text_of(told) : std::to_string(year_of(0)); }
    // Of money: M$ of the scenario's pesos, M$ nominal, M$ 2025.
    [[nodiscard]] std::string unit() const {
        return std::string(money_unit) + (are_converted() ? " " + word() : "");
    }

    friend bool operator==(const Prices&, const Prices&) = default;
};

// Whole numbers beyond 64 bits: pesos of many replications, times the ways to order the changes.
__extension__ using Whole = __int128;

// What is undefined: the mean of nothing, a ratio over nothing, the spread of one value. Never 0.
inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

// A measure over the replications. One defined replication gives a mean and a median but tells nothing of how
// replications differ: sd, half_width, p10 and p90 need two.
struct Estimate {
    int n = 0;  // replications in which the measure is defined (a mean of nothing is not)
    double mean = undefined;
    double sd = undefined;          // between replications
    double half_width = undefined;  // of the 95 % confidence interval of the mean (Student's t)
    double p10 = undefined, p50 = undefined, p90 = undefined;  // of the replications: the range of futures
};

struct Row {
    int column = 0;  // index into Run::columns
    int year = 0;
    Level level = Level::programme;
    std::string id;  // "" for the programme and totals
    Estimate value;
    int month = 0;  // 1–12, of Run::series; 0: the year
};

// One row of the component table of the sheet, in the units of the sheet.
struct ComponentLine {
    std::string id;               // attention, advisory, alliances
    std::string name;             // as the sheet writes it
    std::string production_unit;  // as the sheet writes it
    double spending = 0;          // M$
    double production = 0;
    std::optional<double> measured_cost =
        {};  // of a unit, of what is simulated: the mean of the replications' quotients
    [[nodiscard]] double unit_cost() const {
        if (measured_cost) return *measured_cost;
        return production > 0 ? spending / production : undefined;
    }
};

// The part of the sheet that aforo can print: section II.2 for one year and II.3 for all years.
struct Sheet {
    int year = 0;        // of the component table
    int price_year = 0;  // of its pesos, which are those that are told
    std::vector<ComponentLine> components;
    double admin_spending = 0;  // M$
    double total_spending = 0;  // M$
    std::vector<int> years;     // of the population table
    double potential_population = 0;
    std::vector<double> target_population;
    std::vector<double> beneficiaries;
    // Below the official rows, each by year; empty when not given.
    std::vector<double> spending_per_beneficiary;  // M$
    std::vector<double> unique_beneficiaries;      // cumulative
    // The indicators that the sheet plans for the cohort that graduates in `year`, as ratios.
    std::optional<double> survival_t2;
    std::optional<double> sales_up_t1;
    double sales_threshold = 0;  // growth from which sales count as up, as a ratio
};

// The days of a year on which a component refused for lack of funds for the first time, over the replications.
struct Exhaustion {
    std::string component;
    int year = 0;
    double share = 0;              // of the replications in which it happened
    std::string median_first_day;  // ISO date of the median first refusal; "" when never
};

// What limits the programme in a year: a share of its centre-days. Several may bind at one centre on one day.
struct Limit {
    int year = 0;
    std::string id;  // demand, orientation, slots, hours, funds
    double share = 0;
};

struct OfficeInfo {
    std::string id, name, region, kind;  // kind: centre or satellite
};

struct RegionInfo {
    std::string id, name;
};

// A number of the scenario, with its provenance. The texts of scenarios (source, note) are as their authors wrote them.
struct Assumption {
    std::string path, value, range, source, note;
    Text meaning = {};  // of its key; empty where nobody says

    // Otherwise a rule or an option: women_first, [sector, standard].
    [[nodiscard]] bool is_number() const {
        return !value.empty() && (value.front() == '-' || (value.front() >= '0' && value.front() <= '9'));
    }
};

// What an Assumption's source is.
struct SourceInfo {
    std::string id, title, url;
};

// What the scenario says and does not do: a number that is rounded, a date outside of its years, a key without effect.
struct Warning {
    std::string kind;  // its word: whole_people
    std::string file;  // where it is written
    int line = 0, column = 0;
    std::string path;  // of the key
    Text what, hint;
};

// What an account of the ledger received and gave in a month of the first replication: exact, in pesos. Over the
// accounts of a component both sum to the same. Words are those of LedgerLine.
struct LedgerMonth {
    int year = 0;  // fiscal
    int month = 0;
    std::string component, account;
    std::int64_t received = 0, given = 0;
};

// Who answers for a scenario, since when (an ISO date), how far (draft, official) and why; each "" when it is not said.
struct About {
    std::string author, date, status, reason;

    [[nodiscard]] bool is_draft() const { return status == "draft"; }
    friend bool operator==(const About&, const About&) = default;
};

struct Run {
    std::string version;   // of aforo
    std::string scenario;  // its name
    About about;
    std::string digest;  // SHA-256 of the resolved scenario, hex
    std::uint64_t seed = 0;
    int replications = 0;
    Prices prices;
    std::vector<Column> columns;
    std::vector<Row> rows;    // by year
    std::vector<Row> series;  // by month: what its column says of the year, said of the month; stocks at its end
    Sheet planned;
    std::vector<int> years;           // measured years
    std::vector<RegionInfo> regions;  // north to south
    std::vector<OfficeInfo> offices;
    std::vector<Exhaustion> exhaustions;
    std::vector<Limit> limits;
    std::int64_t worst_ledger_difference = 0;  // pesos; anything but 0 is a bug and would have ended the run
    std::vector<Assumption> assumptions;
    std::vector<SourceInfo> sources;
    std::vector<Warning> warnings;  // in order of place
    std::vector<LedgerMonth>
        ledger;  // of the first replication, measured years, in order of time; months of nothing not

    // The estimate of a measure; nullptr when the run has none such.
    [[nodiscard]] const Estimate* find(const std::string& column, int year, Level level = Level::programme,
                                       const std::string& id = "") const;
    // What is known of the measure, that of differences included; nullptr when the run has none such.
    [[nodiscard]] const Column* column(std::string_view measure) const;
    // Whether the measure is anything but 0 in some year, anywhere.
    [[nodiscard]] bool is_ever(const std::string& column) const;
};

// What every replication gave. Key k is Run::rows[k], or Run::series[k − rows.size()] after those.
struct Samples {
    std::size_t keys = 0;
    std::size_t replications = 0;
    std::vector<double> values;  // [key × replications + replication]; NaN where undefined

    [[nodiscard]] std::span<const double> of(std::size_t key) const {
        return std::span(values).subspan(key * replications, replications);
    }
};

// A measure that two runs of the same numbers have: that of the alternative less that of the base, paired.
struct Difference {
    std::string measure, unit;
    int year = 0;
    Level level = Level::programme;
    std::string id;
    Estimate base, alternative, value;
    // What the common numbers are worth: (variance of one + of the other) / variance of the difference, which is by how
    // many times fewer replications tell it [Law, 11.2]; NaN where nothing varies.
    double gain = 0;
};
// A key of the scenario that an alternative changes, values as written; "" where there is none.
struct ParameterChange {
    std::string path, from, to;
    Text name = {};  // of the key, in words; empty where nobody says
};

// How the same enterprises fare under both: those admitted at least once in the measured years under either, by the day
// of their first admission. A winner is admitted on an earlier day, or only under the alternative; a loser on a later
// one, or only under the base. Days are of those admitted under both.
//
// Those of plans count every plan of the measured years, second and later ones too: plan by plan of the same
// enterprise. Plans only under the alternative less plans only under the base are the change in admissions, exactly.
inline constexpr std::array<const char*, 14> fate_names = {
    "winners",     "losers",    "earlier",        "only_alternative", "later",         "only_base",   "same_day",
    "days_gained", "days_lost", "plans_entering", "plans_dropped",    "plans_earlier", "plans_later", "plans_same_day"};
enum class Fate : std::uint8_t {
    winners,
    losers,
    earlier,
    only_alternative,
    later,
    only_base,
    same_day,
    days_gained,
    days_lost,
    plans_entering,  // only under the alternative
    plans_dropped,   // only under the base
    plans_earlier,
    plans_later,
    plans_same_day
};
struct Fates {
    std::string group;  // as in the measures by group; "" for all
    std::array<Estimate, fate_names.size()> values;

    [[nodiscard]] const Estimate& of(Fate f) const { return values[static_cast<std::size_t>(f)]; }
};

struct Alternative {
    Run run;  // without its series
    std::vector<ParameterChange> changes;
    // Of each measure by year; of what adds up also over all measured years, as year 0; and of each year and of all,
    // where beneficiaries differ, the measure marginal_cost: what a beneficiary more costs, M$.
    std::vector<Difference> differences;
    std::vector<Fates> fates;
};
struct Comparison {
    Run base;                               // without its series
    std::vector<Alternative> alternatives;  // intervals hold for all of them together (Bonferroni)
};

// A scenario run over the values of some of its keys, every combination: the last axis goes fastest.
struct Axis {
    std::string path;
    std::vector<std::string> values;  // as written
    std::string base = {};            // what the scenario itself says; "" where it has no single value
    Text name = {};                   // of the key, in words; empty where nobody says
    std::vector<Axis> also = {};      // keys that move in step with it, of as many values
};
// There may be a thousand points: what they share stands once, in their sweep.
struct SweepPoint {
    std::vector<std::size_t> at;  // index into the values of each axis
    std::vector<int> years;       // measured
    std::vector<Row> rows;        // of the programme and its components only
};
// From a point to the next along an axis, all else equal.
struct SweepStep {
    struct Apart {
        std::size_t of = 0;  // index into Sweep::measures
        Estimate value;
        double gain = 0;
    };
    std::size_t axis = 0, from = 0, to = 0;  // points
    std::vector<Apart> differences;
};
struct Sweep {
    struct Measured {
        std::string measure, unit;
        int year = 0;
        Level level = Level::programme;
        std::string id;
        friend auto operator<=>(const Measured&, const Measured&) = default;
    };
    std::vector<Axis> axes;
    Run run;  // what is said of the first point, and the columns of all; without rows
    std::vector<SweepPoint> points;
    std::vector<Measured> measures;  // those that steps tell of
    std::vector<SweepStep> steps;

    // The estimate of a measure of the programme; nullptr when the point has none such.
    [[nodiscard]] const Estimate* find(const SweepPoint& point, std::string_view column, int year) const;
    // As in an alternative, without what its two ends have.
    [[nodiscard]] std::vector<Difference> differences(const SweepStep& step) const;
};

// Why two scenarios differ: what of a measure's difference is due to each of the changes between them, by Shapley's
// value over all their combinations, replication by replication.
struct Player {
    std::string name;  // a key, a section, or keys that only make a valid scenario together
    std::vector<ParameterChange> changes;
};
struct Attribution {
    std::string measure, unit;
    int year = 0;  // 0: all measured years together
    Estimate total;
    std::vector<Estimate> shares;  // by player
    // The same exactly, of measures that are whole numbers (or pesos): the shares' means are numerators / denominator
    // and sum to numerator / denominator, in integers. Empty for others.
    std::vector<Whole> numerators;
    Whole numerator = 0, denominator = 1;
};
struct Explanation {
    Run base, other;  // with their series
    std::vector<Player> players;
    std::vector<Attribution> attributions;
};

// What one more of something brings. Of a component: more money for it, alone; or the money for the plans of one
// advisor more, without the advisor, whose id is `money_for_plans`. Of an office: one advisor more there, against that
// money.
inline constexpr const char* money_for_plans = "plans";
struct Marginal {
    Level level = Level::office;
    std::string id;
    double money = 0;                // M$ that the budget of every year is raised by
    Difference beneficiaries;        // of all measured years
    std::optional<Difference> cost;  // spending for each of them, where they stand out of their error
};
struct Marginals {
    Run base;  // with its series
    std::vector<Marginal> marginals;
};

// What is needed to get the same bits again, beside results.json. Threads are not part of it: they change nothing.
struct Manifest {
    std::string version;          // of aforo
    std::string program;          // SHA-256 of the executable, hex
    std::string scenario;         // its name
    std::string scenario_file;    // as it was given
    std::string scenario_digest;  // SHA-256 of the resolved scenario, hex
    std::uint64_t seed = 0;
    int replications = 0;
    std::optional<double> precision;  // the relative half-width that was asked for, if one was
    std::string results_digest;       // SHA-256 of results.json, hex
    std::string run_file_digest;      // SHA-256 of run.sqlite, hex
    std::string command;              // that gives the same bits again
    About about;
};

}  // namespace aforo::results
