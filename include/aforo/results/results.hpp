// The result of a run, as plain numbers and texts: all that a report or a stored run knows. Nothing here computes.
// Money is in M$ of the stated pesos (Prices), unrounded; shares are ratios 0–1; waits are in days, plans in months of 30,4375
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

// The pesos that all money of a result is in, except the ledger and amounts of the scenario as it writes them.
struct Prices {
    core::Pesos told;        // as_written: those of the scenario
    core::PriceIndex index;  // of the pesos that the scenario is written in
    std::string source;      // of the index; "" when the scenario states none

    [[nodiscard]] bool are_nominal() const { return told.kind == core::Pesos::Kind::nominal; }
    // Whether they differ from those of the scenario.
    [[nodiscard]] bool are_converted() const {
        return are_nominal() || (told.kind == core::Pesos::Kind::of_year && told.year != index.of);
    }
    // The year whose pesos amounts of `year` are in.
    [[nodiscard]] int year_of(int year) const {
        return are_nominal() ? year : told.kind == core::Pesos::Kind::of_year ? told.year : index.of;
    }
    // The factor by which an amount of `year` was multiplied.
    [[nodiscard]] double factor(int year) const { return are_converted() ? index.factor(told, year) : 1; }
    // nominal, or the year of the pesos.
    [[nodiscard]] std::string word() const { return are_nominal() ? core::text_of(told) : std::to_string(year_of(0)); }
    // The unit of money: M$ for the scenario's pesos, M$ nominal, M$ 2025.
    [[nodiscard]] std::string unit() const {
        return std::string(money_unit) + (are_converted() ? " " + word() : "");
    }

    friend bool operator==(const Prices&, const Prices&) = default;
};

// Whole numbers beyond 64 bits: pesos summed over many replications and all orders of the changes.
__extension__ using Whole = __int128;

// An undefined value (the mean of nothing, a ratio over nothing, the spread of one value). It is never written as 0.
inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

// A measure over the replications. One replication in which it is defined gives a mean and a median but not how
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
    int month = 0;  // 1–12 in Run::series; 0: the whole year
};

// One row of the component table of the sheet, in the sheet's units.
struct ComponentLine {
    std::string id;               // attention, advisory, alliances
    std::string name;             // as the sheet writes it
    std::string production_unit;  // as the sheet writes it
    double spending = 0;          // M$
    double production = 0;
    std::optional<double> measured_cost = {};  // simulated only: the mean over replications of spending / production
    [[nodiscard]] double unit_cost() const {
        if (measured_cost) return *measured_cost;
        return production > 0 ? spending / production : undefined;
    }
};

// The part of the sheet that aforo can print: section II.2 for one year and section II.3 for all years.
struct Sheet {
    int year = 0;        // of the component table
    int price_year = 0;  // of its pesos, which are the told ones
    std::vector<ComponentLine> components;
    double admin_spending = 0;  // M$
    double total_spending = 0;  // M$
    std::vector<int> years;     // of the population table
    double potential_population = 0;
    std::vector<double> target_population;
    std::vector<double> beneficiaries;
    // Printed below the official rows, one value per year; empty when not given.
    std::vector<double> spending_per_beneficiary;  // M$
    std::vector<double> unique_beneficiaries;      // cumulative
    // The indicators that the sheet plans for the cohort that graduates in `year`, as ratios.
    std::optional<double> survival_t2;
    std::optional<double> sales_up_t1;
    double sales_threshold = 0;  // growth from which sales count as up, as a ratio
};

// When a component first refused for lack of funds in a year, over the replications.
struct Exhaustion {
    std::string component;
    int year = 0;
    double share = 0;              // share of the replications in which it happened
    std::string median_first_day;  // ISO date of the median first refusal; "" when never
};

// The share of a year's centre-days on which a limit binds. Several limits may bind at one centre on one day.
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

// A value of the scenario, with its provenance. Texts of scenarios (source, note) are as their authors wrote them.
struct Assumption {
    std::string path, value, range, source, note;
    Text meaning = {};  // of its key; empty where nobody says

    // False for a rule or an option: women_first, [sector, standard].
    [[nodiscard]] bool is_number() const {
        return !value.empty() && (value.front() == '-' || (value.front() >= '0' && value.front() <= '9'));
    }
};

// The source that an Assumption names.
struct SourceInfo {
    std::string id, title, url;
};

// What the scenario says but does not do: a number that is rounded, a date outside its years, a key without effect.
struct Warning {
    std::string kind;  // the identifier of its kind: whole_people
    std::string file;  // where the key is written
    int line = 0, column = 0;
    std::string path;  // path of the key
    Text what, hint;
};

// What an account of the ledger received and gave in one month of the first replication, exact, in pesos. Over the
// accounts of a component both sums are equal. Words are those of LedgerLine.
struct LedgerMonth {
    int year = 0;  // fiscal
    int month = 0;
    std::string component, account;
    std::int64_t received = 0, given = 0;
};

// Who answers for a scenario, its date (ISO), its status (draft, official) and why; "" where it is not said.
struct About {
    std::string author, date, status, reason;

    [[nodiscard]] bool is_draft() const { return status == "draft"; }
    friend bool operator==(const About&, const About&) = default;
};

struct Run {
    std::string version;   // of aforo
    std::string scenario;  // the scenario's name
    About about;
    std::string digest;  // SHA-256 of the resolved scenario, hex
    std::uint64_t seed = 0;
    int replications = 0;
    Prices prices;
    std::vector<Column> columns;
    std::vector<Row> rows;    // by year
    std::vector<Row> series;  // by month, the year's definition applied to the month; stocks at its end
    Sheet planned;
    std::vector<int> years;           // measured years
    std::vector<RegionInfo> regions;  // north to south
    std::vector<OfficeInfo> offices;
    std::vector<Exhaustion> exhaustions;
    std::vector<Limit> limits;
    std::int64_t worst_ledger_difference = 0;  // pesos; anything but 0 is a bug and would have ended the run
    std::vector<Assumption> assumptions;
    std::vector<SourceInfo> sources;
    std::vector<Warning> warnings;    // in order of place
    std::vector<LedgerMonth> ledger;  // of the first replication, by time; months without postings are left out

    // The estimate of a measure; nullptr when the run has none.
    [[nodiscard]] const Estimate* find(const std::string& column, int year, Level level = Level::programme,
                                       const std::string& id = "") const;
    // The definition of a measure, including that of marginal_cost; nullptr when the run does not have the measure.
    [[nodiscard]] const Column* column(std::string_view measure) const;
    // Whether the measure is other than 0 in some year, anywhere.
    [[nodiscard]] bool is_ever(const std::string& column) const;
};

// The value of each replication. Key k is Run::rows[k], and past those Run::series[k − rows.size()].
struct Samples {
    std::size_t keys = 0;
    std::size_t replications = 0;
    std::vector<double> values;  // [key × replications + replication]; NaN where undefined

    [[nodiscard]] std::span<const double> of(std::size_t key) const {
        return std::span(values).subspan(key * replications, replications);
    }
};

// A measure of two runs with common random numbers: the alternative minus the base, paired by replication.
struct Difference {
    std::string measure, unit;
    int year = 0;
    Level level = Level::programme;
    std::string id;
    Estimate base, alternative, value;
    // The gain of common numbers: (variance of one + variance of the other) / variance of the difference. It is the
    // factor by which they reduce the replications needed [Law, 11.2]; NaN where nothing varies.
    double gain = 0;
};
// A key of the scenario that an alternative changes; values as written, "" where there is none.
struct ParameterChange {
    std::string path, from, to;
    Text name = {};  // the key in words; empty where none are known
};

// How the same enterprises fare under both scenarios: those admitted at least once in the measured years under either,
// by the day of their first admission. A winner is admitted on an earlier day, or only under the alternative; a loser
// on a later day, or only under the base. Days gained and lost count only those admitted under both.
//
// The values of plans count every plan of the measured years, later ones too, paired by enterprise and plan. Plans only
// under the alternative minus plans only under the base are exactly the change in admissions.
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
    plans_entering,  // plans that exist only under the alternative
    plans_dropped,   // plans that exist only under the base
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
    Run run;  // its series is not kept
    std::vector<ParameterChange> changes;
    // Every measure by year; a measure that adds up also over all measured years, as year 0. Where beneficiaries
    // differ, each year and year 0 also have the measure marginal_cost: M$ for each additional beneficiary.
    std::vector<Difference> differences;
    std::vector<Fates> fates;
};
struct Comparison {
    Run base;                               // its series is not kept
    std::vector<Alternative> alternatives;  // their intervals hold simultaneously (Bonferroni)
};

// A scenario run over every combination of values of some of its keys; the last axis varies fastest.
struct Axis {
    std::string path;
    std::vector<std::string> values;  // as written
    std::string base = {};            // the scenario's own value; "" where it has no single value
    Text name = {};                   // the key in words; empty where none are known
    std::vector<Axis> also = {};      // keys that move in step with it, with as many values
};
// There may be a thousand points; what they share is stored once, in the sweep.
struct SweepPoint {
    std::vector<std::size_t> at;  // index into the values of each axis
    std::vector<int> years;       // measured
    std::vector<Row> rows;        // of the programme and its components only
};
// The difference between neighbouring points of an axis, all else equal.
struct SweepStep {
    struct Apart {
        std::size_t of = 0;  // index into Sweep::measures
        Estimate value;
        double gain = 0;
    };
    std::size_t axis = 0, from = 0, to = 0;  // indices of points
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
    Run run;  // the first point's texts and the columns of all points; without rows
    std::vector<SweepPoint> points;
    std::vector<Measured> measures;  // the measures that steps compare
    std::vector<SweepStep> steps;

    // The estimate of a measure of the programme; nullptr when the point has none.
    [[nodiscard]] const Estimate* find(const SweepPoint& point, std::string_view column, int year) const;
    // As in an Alternative, but without the estimates of the two ends.
    [[nodiscard]] std::vector<Difference> differences(const SweepStep& step) const;
};

// Why two scenarios differ: the part of a measure's difference that is due to each change between them, by Shapley's
// value over all combinations of the changes, replication by replication.
struct Player {
    std::string name;  // a key, a section, or several keys that only together make a valid scenario
    std::vector<ParameterChange> changes;
};
struct Attribution {
    std::string measure, unit;
    int year = 0;  // 0: all measured years together
    Estimate total;
    std::vector<Estimate> shares;  // by player
    // The same shares exactly, for measures in whole numbers or pesos: the mean of each share is numerators[i] /
    // denominator, and they sum to numerator / denominator, in integers. Empty for other measures.
    std::vector<Whole> numerators;
    Whole numerator = 0, denominator = 1;
};
struct Explanation {
    Run base, other;  // with their series
    std::vector<Player> players;
    std::vector<Attribution> attributions;
};

// What one unit more of something brings. For a component: more money, alone, or (id `money_for_plans`) the money for
// the plans of one more advisor without the advisor. For an office: one more advisor, compared with that same money.
inline constexpr const char* money_for_plans = "plans";
struct Marginal {
    Level level = Level::office;
    std::string id;
    double money = 0;                // M$ added to the budget of every year
    Difference beneficiaries;        // over all measured years
    std::optional<Difference> cost;  // spending per additional beneficiary, where the difference exceeds its error
};
struct Marginals {
    Run base;  // with its series
    std::vector<Marginal> marginals;
};

// What is needed to reproduce a run bit for bit, beside results.json. The number of threads changes nothing, so it is
// not here.
struct Manifest {
    std::string version;          // of aforo
    std::string program;          // SHA-256 of the executable, hex
    std::string scenario;         // its name
    std::string scenario_file;    // as the user gave it
    std::string scenario_digest;  // SHA-256 of the resolved scenario, hex
    std::uint64_t seed = 0;
    int replications = 0;
    std::optional<double> precision;  // the relative half-width that was requested, if any
    std::string results_digest;       // SHA-256 of results.json, hex
    std::string run_file_digest;      // SHA-256 of run.sqlite, hex
    std::string command;              // the command that reproduces the run
    About about;
};

}  // namespace aforo::results
