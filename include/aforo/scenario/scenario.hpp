// A scenario: everything that a planner states, checked, as plain structs whose member initialisers are the defaults. A
// default is the neutral value of its option (the process is off), never an estimate. How YAML is read is in
// scenario/reader.hpp; what the model makes of a scenario is in model/blueprint.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/money.hpp"
#include "aforo/core/pesos.hpp"
#include "aforo/core/time.hpp"
#include "aforo/scenario/claim.hpp"
#include "aforo/scenario/quantities.hpp"
#include "aforo/scenario/warnings.hpp"

namespace aforo::scenario {

using core::Duration;
using core::Money;

struct Source {
    std::string title;
    std::string url;
};

struct Horizon {
    int first_year = 0;        // first measured year; also the base year of every growth
    int last_year = 0;         // last measured year
    int run_in_years = 0;      // simulated from empty before the first year, not measured
    double run_in_growth = 0;  // yearly factor of all growth before the first year; 0: each grows at its own rate
    [[nodiscard]] int start_year() const { return first_year - run_in_years; }

    // The growth factor from the year before to `year`, for years up to the first measured one.
    [[nodiscard]] double growth_until(int year, const Growth& g) const {
        return run_in_growth > 0 && !g.names(year) ? run_in_growth : g.on(year);
    }
    // The level of `year` relative to the first: 1 in it, the product of the factors after it, the inverse before.
    [[nodiscard]] double level(const Growth& g, int year) const {
        if (year >= first_year) return g.level(first_year, year);
        double product = 1;
        for (int y = first_year; y > year; --y) product *= growth_until(y, g);
        return 1 / product;
    }
};

struct Calendar {
    std::vector<int> weekdays = {0, 1, 2, 3, 4};  // Monday 0 … Sunday 6
    Duration opens = std::chrono::hours(9);       // time of day at which offices open
    Duration day = std::chrono::hours(8);         // length of the day in which enterprises arrive
    Holidays holidays;                            // days on which nobody works, besides the other weekdays
    DatedHours weekly_hours;                      // legal working week; direct hours of all staff follow it
};

struct Population {
    double potential = 0;  // enterprises
    double target = 0;     // enterprises
};

// The figures that the sheet publishes: printed beside the simulation, never an input of it.
struct PlannedComponent {
    std::string name;
    std::string unit;
    Money spending;
    double production = 0;
};
struct Plan {
    int price_year = 0;
    PlannedComponent attention, advisory, alliances;
    Money administration;
    std::map<int, double> beneficiaries;      // by year
    double survival_t2 = 0, sales_up_t1 = 0;  // the sheet's indicators for the first year
};

// How the demand of one office spreads over the year.
struct OfficeDemand {
    std::array<double, 12> month_factors = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  // times its share of each month's
};
struct Demand {
    double arrivals = 0;  // expected enterprises that come to an office in the first year, nationally
    Growth growth;
    std::array<double, 12> month_factors = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  // relative rates per working day
    std::array<double, 7> weekday_factors = {1, 1, 1, 1, 1, 1, 1};                // relative rates, Monday to Sunday
    std::array<double, 24> hour_factors = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                           1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  // relative rates, by hour from midnight
    std::map<int, OfficeDemand> offices;  // by permanent id; empty: the same share of every month, by weight
    double day_cv = 0;                    // cv of a Gamma factor of mean 1 for each office and day
    double year_cv = 0;                   // cv of a Gamma factor of mean 1 for each year, the same for all offices
    bool finite_population = false;       // demand falls as enterprises of a region's potential population have come
    double renewal = 0;                   // share of those who have come that new enterprises replace each 1 January
    double returning = 0;            // probability that an enterprise that left without a plan returns to attention
    std::optional<int> max_returns;  // of one enterprise; unlimited when not given
    Distribution returns_after;      // from leaving to returning
};

struct Enterprises {
    double informal = 0;                // share of arrivals
    double cooperative = 0;             // share of arrivals
    double persons = 1;                 // mean number of persons who come for an enterprise (1 + Poisson)
    double committed_to_formalise = 1;  // share of the informal
    double agri_rural = 0;              // share in the agri-forestry sector in rural territory
    double agri_elsewhere = 0;          // the same elsewhere
    double attended_sector = 1;         // share in a line of business that the programme attends
    Uf sales_median{800};               // annual sales, lognormal
    Uf sales_limit{25000};              // the amount that `sales_above` refers to
    double sales_above = 0.01;          // share with sales above `sales_limit`
    double sustainability_mean = 50;    // latent sustainability, points of 100
    double sustainability_sd = 15;
};

struct Region {
    std::string name;
    int order = 0;                // from north to south
    double population = 0;        // inhabitants
    double female = 0.5;          // share of owners
    double legal_entity = 0;      // share of arrivals
    double urban = 1, mixed = 0;  // shares of the arrivals that are not rural; they sum to 1
};
struct Centre {
    std::string name;
    std::string region;
    double weight = 0;                        // demand weight
    std::optional<core::Date> opens, closes;  // the first day it works, and the first day it no longer does
};
struct Satellite {
    std::string name;
    int parent = 0;                   // id of its main centre
    int visiting_days = 0;            // days a week that it is open, in the first year
    int advisors = 0;                 // its own advisors; 0: the centre's advisors travel there
    bool within_national = false;     // its advisors are some of the national number, not on top of it
    bool days_stay = false;           // its visiting days do not grow with those of the others
    bool own_list = false;            // its waiting list has its own share of the centre's slots; else one joint list
    std::string complexity = "none";  // "none", or a key of Network::complexities
    std::optional<core::Date> opens, closes;
};
// What makes satellites of one kind harder to serve, as factors relative to other offices.
struct Complexity {
    double travel = 1;   // of travel hours
    double cost = 1;     // of the yearly cost
    double no_show = 1;  // of the probability of missing a session
    bool hybrid = true;  // its enterprises can join groups that meet remotely
};
struct Network {
    double rural_share = 0;  // of a centre's demand; its satellites share it equally
    std::map<std::string, Region> regions;
    std::map<int, Centre> centres;  // by permanent id
    std::map<std::string, Complexity> complexities;
    std::map<int, Satellite> satellites;  // by permanent id; ids of centres and satellites do not overlap
};

// What happens to a service that would run past the desk's closing time, in the order of the values: it finishes and
// its extra minutes shorten the same person's next opening; it finishes as extra hours; it waits for the next opening.
enum class Overrun { compensate, extra, wait };
struct Attention {
    Money budget;  // of the first year
    Growth budget_growth;
    double staff = 0;  // orientation staff in FTE, nationally
    Growth staff_growth;
    Money annual_cost;        // of one FTE
    Money other_costs;        // fixed, of the first year; they grow with the budget
    Duration direct_hours{};  // of one FTE per year
    // From opening to the start of each person's hours; persons take the entries in order, over and over.
    std::vector<Duration> starts = {Duration{}};
    bool always_open = false;  // the desk never closes: ⌈staff⌉ persons day and night
    Overrun overrun = Overrun::compensate;
    Money cost;             // of one attention, due when it starts
    Distribution duration;  // of an attention
    std::optional<Distribution> patience;
    int room = 1'000'000;                 // an enterprise that finds this many waiting at the office leaves
    Duration long_wait = core::days(30);  // orientation limits when somebody has waited longer (limit_orientation)
};

struct Diagnosis {
    double share = 1;              // of those attended; the others want information only
    Distribution duration;         // follows the attention without a break
    double correlation = 0;        // between the true values of any two scores
    double measurement_error = 0;  // standard deviation of each measured score, points
};

enum class Band : std::uint8_t { low, medium, high };
// One criterion of the eligibility filter, with its parameter.
struct Criterion {
    enum class Kind { sector, sales, formality, standard, bands, need, agri_forestry, count_of_kinds };
    Kind kind = Kind::sector;
    double at_most = 0;       // sales: UF; need: points of the composite
    std::vector<Band> bands;  // bands: the eligible ones
    friend bool operator==(const Criterion&, const Criterion&) = default;
};
enum class ReserveGroup { women, rural, informal, first_plans, low_band, medium_band, high_band };
// Those who are in all of these groups: [women, rural].
struct Groups {
    std::vector<ReserveGroup> all;

    Groups() = default;
    Groups(ReserveGroup one) : all{one} {}
    friend bool operator==(const Groups&, const Groups&) = default;
};

struct Experiment {
    std::uint64_t seed = 1;
    int replications = 40;
    std::vector<Groups> groups;  // that results tell of besides those by attribute and of each sex in each territory
};

// Where an enterprise that fails the filter is referred.
struct Destination {
    std::string institution;
    struct OfGroup {
        Groups group;
        std::string institution;
        friend bool operator==(const OfGroup&, const OfGroup&) = default;
    };
    std::vector<OfGroup> groups;  // the first that it is in, in place of `institution`
};
struct Targeting {
    double pass_standard = 0;      // points of the composite
    double high_cut = 100;         // points of the composite from which potential is high
    double problem_threshold = 0;  // an enterprise with less latent sustainability has the problem
    std::vector<Criterion> criteria;
    std::map<std::string, Destination> destinations;  // by the name of the criterion that the enterprise fails
};

// How those waiting for a slot are ranked. In a chain each rule breaks the ties of the rule before it.
enum class PriorityRule {
    arrival,
    lowest_potential,
    highest_potential,
    longest_wait,
    lottery,
    women_first,
    rural_first,
    informal_first,
    first_plans_first,
    re_entries_first,
    group_first,
    weighted,
    count_of_rules
};
// Points of the weighted rule: the highest total goes first. Points for waiting grow day by day.
struct PriorityWeights {
    double potential = 0;  // per point of the composite
    double female = 0, rural = 0, informal = 0, cooperative = 0, re_entry = 0;
    double sales = 0;     // per 1000 UF a year
    double wait_day = 0;  // per day waited
    struct OfGroup {
        Groups group;
        double points = 0;
        friend bool operator==(const OfGroup&, const OfGroup&) = default;
    };
    std::vector<OfGroup> groups;  // on top of the others
    friend bool operator==(const PriorityWeights&, const PriorityWeights&) = default;
};
inline constexpr std::size_t most_rules_in_a_chain = 4;
struct Priority {
    std::vector<PriorityRule> chain = {PriorityRule::arrival};
    PriorityWeights weights;  // for the rule `weighted`
    Groups first;             // for the rule `group_first`
    friend bool operator==(const Priority&, const Priority&) = default;
};
// A share of a centre's admissions kept for a group.
struct Reserve {
    Groups group = ReserveGroup::women;
    double share = 0;
    friend bool operator==(const Reserve&, const Reserve&) = default;
};
enum class UnusedReserve { release, hold };  // if nobody of the group waits: anybody takes the slot; it stays free
struct WaitingList {
    Priority priority;
    std::vector<Reserve> reserves;
    UnusedReserve unused_reserve = UnusedReserve::release;
    std::optional<Distribution> patience;
    double decline = 0;    // probability of declining an offer
    int room = 1'000'000;  // an enterprise that qualifies when this many wait at the centre leaves
};

enum class Allocation { demand, equal };        // of advisors to centres
enum class SlotCut { finish, return_to_list };  // for plans that exceed the slots left after advisors leave
struct StaffChange {
    core::Date on;  // the first day on which it applies
    int centre = 0;
    int advisors = 0;  // additional advisors; negative: fewer
    friend bool operator==(const StaffChange&, const StaffChange&) = default;
};
enum class Staffing { fixed, funded };  // the stated number of advisors, or what the budget pays each 1 January
struct Advisory {
    Money budget;
    Growth budget_growth;
    double advisors = 0;  // nationally
    Growth advisors_growth;
    int advisors_at_least = 0;  // in every centre
    Allocation allocation = Allocation::demand;
    std::vector<StaffChange> changes;  // on top of the national number
    Duration ramp_up{};                // from hiring to a full caseload, in equal monthly steps
    SlotCut slot_cut = SlotCut::finish;
    Staffing staffing = Staffing::fixed;
    double planned_admissions = 0;  // of the first year; `funded` reserves the money of their plans
    Growth planned_admissions_growth;
    Money annual_cost;                    // of one advisor
    Money other_costs;                    // fixed, of the first year; they grow with the budget
    Duration direct_hours{};              // of one advisor per year
    bool unlimited_hours = false;         // the agenda never binds
    int caseload = 0;                     // enterprises per advisor
    Money plan_cost;                      // variable cost of one work plan, due at admission
    Money satellite_cost;                 // of one satellite per year, at its visiting days of the first year
    Duration travel{};                    // hours of one advisor per satellite and visiting day
    Growth satellite_growth;              // of satellite-days
    Duration long_delay = core::days(7);  // the latest session booked is put off longer: hours limit (limit_hours)
};

// Group trainings that replace the first sessions of a plan. Hybrid groups take members from anywhere in their reach.
enum class Reach { centre, region, programme };
struct GroupTraining {
    int sessions = 0;   // sessions of a plan that are held in a group
    int size = 12;      // members that make a group
    Duration length{};  // of one session, given by one advisor to all members
    Duration gather{};  // the longest time from the first member's request until the group meets
    Reach reach = Reach::centre;
};
struct WorkPlan {
    PerBand sessions = PerBand::all(1);
    Distribution session;        // length of a session
    Distribution first_session;  // from admission to the due date of the first session
    Distribution spacing;        // from one session to the due date of the next
    double no_show = 0;
    PerBand dropout;                // probability that a plan ends in dropout
    double dropout_wait_month = 0;  // relative growth of the hazard per month waited for the slot
    GroupTraining group;
    std::optional<Distribution> stay;  // replaces the sessions: the whole plan is one length of time
};

// When a plan ends in graduation: after all sessions, a share of them, or a cap on hours attended or on time.
enum class GraduationRule { complete, share, hours, months };
struct Graduation {
    GraduationRule rule = GraduationRule::complete;
    double share = 1;   // of the sessions
    Duration cap{};     // on hours attended, or on time since admission
    double repeat = 0;  // probability that a graduate asks for another plan
    Distribution cooldown;
    int max_plans = 1;
};

// Linear in z, the latent sustainability in standard deviations; `effect` is that of a plan with all sessions attended.
struct SalesOutcome {
    double intercept = 0, slope = 0, effect = 0, sd = 0.25;
    double threshold = 0.05;
};
struct SurvivalOutcome {
    double intercept = 0, slope = 0, effect = 0;  // on the logit scale
};
// The outcomes that the 2019 evaluation (EPG) recommended to add: each is a yes or no one year after graduation.
enum class EpgOutcome {
    profits,
    first_invoice,
    formalisation,
    jobs,
    financing,
    admin_problems,
    new_markets,
    new_products
};
inline constexpr std::size_t epg_outcomes = 8;
struct Outcomes {
    SalesOutcome sales;
    SurvivalOutcome survival;
    std::array<SurvivalOutcome, epg_outcomes> epg = [] {  // all probabilities 0 unless the scenario says otherwise
        std::array<SurvivalOutcome, epg_outcomes> all{};
        for (auto& o : all) o.intercept = -50;
        return all;
    }();
};

struct Alliances {
    Money budget;
    Growth budget_growth;
    double coordinators = 0;
    Growth coordinators_growth;
    Money annual_cost;
    Money other_costs;         // fixed, of the first year; they grow with the budget
    Duration direct_hours{};   // of one coordinator per year, for linkages
    double linkages = 0;       // started per coordinator per year
    Duration hours{};          // hours of a coordinator per linkage
    Distribution duration;     // from start to outcome
    double demand_effect = 0;  // of one realised alliance: relative growth of its centre's demand for a year
    double training_effect =
        0;  // of one realised alliance: groups of its centre take this many more members for a year
    double success = 0;
    Money cost;  // of one realised alliance
};

struct Administration {
    Money budget;
    Growth budget_growth;
    double of_programme = 0;  // the budget as a share of the whole programme's, in place of `budget`
    double share = 0;         // of total spending
    Money other_costs;        // fixed, on top of the share; of the first year, growing with the budget
    double cap = 1;           // share of total spending that is watched but not enforced
};

enum class Component : std::uint8_t { attention, advisory, alliances, admin };
// Between two days, both included, a component makes no new variable commitments.
struct Freeze {
    Component component = Component::advisory;
    CalendarDay from;
    std::optional<CalendarDay> until;  // 31 December when not given
};
// On the given day the giver's available money goes to the receiver, up to a share of the giver's appropriation.
struct Transfer {
    Component from = Component::attention, to = Component::advisory;
    double at_most = 1;
    CalendarDay on;
};
// On the given day money is taken away, of what is available then: what was spent or committed cannot be cut.
enum class CutBase { appropriation, uncommitted };  // what the share is a share of
struct Cut {
    CalendarDay on;
    std::optional<Component> component;  // all of them, but the protected ones, when not given
    double share = 0;                    // asked for, or
    Money amount;                        // of all of them together, in proportion to their appropriations
    CutBase of = CutBase::appropriation;
    std::vector<Component> protect;
};
enum class Exhaustion { hold, stop, overrun };  // waits for money; stops for the year; overspends and records it
enum class PlanPayment { at_admission, halves };
enum class Pool { national, by_centre };
// How the year's money becomes available and how plans are paid.
struct Funding {
    std::optional<std::array<double, 4>> release;  // shares of the variable money by quarter; they sum to 1
    std::map<std::string, Freeze> freezes;
    std::map<std::string, Transfer> transfers;  // those of one day are made in the order of their names
    std::map<std::string, Cut> cuts;  // those of one day are made in the order of their names, after transfers
    Exhaustion at_exhaustion = Exhaustion::hold;
    PlanPayment plan_payment = PlanPayment::at_admission;
    bool dropout_return = false;  // money of sessions not held is returned when a plan ends in dropout
    Pool pool = Pool::national;   // of advisory's variable money
    Growth index;                 // of prices, from constant to nominal pesos
};

// How many, nationally (shared among the offices by demand) or by office.
struct AtOffices {
    int all = 0;
    std::map<int, int> at;  // by permanent id

    [[nodiscard]] bool is_any() const { return all > 0 || !at.empty(); }
    friend bool operator==(const AtOffices&, const AtOffices&) = default;
};
// Enterprises that are there when the first measured year begins, besides those that the run-in leaves; after executed
// months, those that are there at their end.
struct Initial {
    AtOffices for_attention, on_list, in_plan;
    Distribution attention_waited, list_waited;  // so far
    std::optional<int> sessions_left;            // of the plans; when not given, from one to all, equally likely

    [[nodiscard]] bool is_any() const { return for_attention.is_any() || on_list.is_any() || in_plan.is_any(); }
};

// What a component spent in a month, and what was done in it: the past, which a run takes as given.
struct ExecutedSpending {
    Money attention, advisory, alliances, administration;
};
struct ExecutedMonth {
    int attended = 0;       // persons
    int beneficiaries = 0;  // enterprises whose first plan of the year began
    int alliances = 0;      // realised
    ExecutedSpending spending;
};

// Another value of a key, between two days and at some places (exceptions.hpp says which keys and which value rules).
struct Exception {
    std::string of;                    // the key's path
    AnyValue value;                    // as the key itself would be written
    std::optional<core::Date> from;    // the first day on which it rules; from the beginning when not given
    std::optional<core::Date> until;   // the first day on which it no longer does
    std::vector<std::string> regions;  // keys of Network::regions
    OfficeIds offices;                 // a centre stands for itself and its satellites; no place: everywhere
};

// A figure that keys are solved for (aforo calibrate): its measure, its value and its tolerance.
struct Target {
    std::string measure;
    std::string id;                  // a component, region, office or group; "": the programme
    std::vector<std::string> among;  // if not empty, the figure is the measure's share of its sum over these ids
    int year = 0;                    // 0: the first measured year, the only year allowed
    std::string figure;              // the key that states it (plan.attention.production), or a number with its unit
    double tolerance = 0;            // in the measure's unit; at least half a unit of the last printed digit
    double below = 0;                // the aim lies this many standard deviations between replications below the figure
    std::string definition;          // what the figure means, where it is not a published one
    std::string tied;                // the target from which it follows by arithmetic; it is shown but not counted
};
// It changes no result and is not part of the digest.
struct Calibration {
    std::vector<std::string> free;  // paths of keys; their ranges are the bounds
    std::map<std::string, Target> targets;

    [[nodiscard]] bool is_said() const { return !free.empty() || !targets.empty(); }
};

// A number that a goal is sought with, and the keys that it sets, each by a formula (lever.hpp). It changes no result
// and is not part of the digest.
struct Lever {
    std::string name;               // for people
    std::string name_en;            // "": the same
    double now = 0;                 // its value in this scenario
    std::vector<std::string> keys;  // KEY=VALUE, where ${…} stands for a formula of x
    Money price = Money::pesos(0);  // of one more, a year, where no budget says it
};

// A scenario that this one is compared with, as a path relative to its own file, and what is predicted of the
// difference. Like the name, it is not inherited; it changes no result and is not part of the digest.
struct Base {
    std::string base;
    std::vector<Claim> claims;

    friend bool operator==(const Base&, const Base&) = default;
};

enum class Status : std::uint8_t { draft, official };
// Who answers for the scenario, since when, with which status and why. It changes no result and is not part of the
// digest; like the name, it is not inherited.
struct About {
    std::string author;
    std::optional<core::Date> date;
    std::optional<Status> status;
    std::string reason;

    [[nodiscard]] bool is_said() const { return !author.empty() || date || status || !reason.empty(); }
};

// Files with data, relative to the file that names them (data.hpp). Reading a scenario turns them into its other keys,
// so a scenario that was read names none.
struct Data {
    std::string arrivals, centres, durations, budget, published, executed;
};

struct Scenario {
    std::string name;
    std::string description;
    About about;
    Data data;
    std::vector<Base> compare_with;  // the first is used when none is named
    core::Pesos prices;              // that money is told in; what is simulated is in those of the sheet
    std::map<std::string, Source> sources;
    Horizon horizon;
    Experiment experiment;
    Calendar calendar;
    Population population;
    Plan plan;
    Demand demand;
    Enterprises enterprises;
    Network network;
    Attention attention;
    Diagnosis diagnosis;
    Targeting targeting;
    WaitingList waiting_list;
    Advisory advisory;
    WorkPlan work_plan;
    Graduation graduation;
    Outcomes outcomes;
    Alliances alliances;
    Administration administration;
    Funding funding;
    Initial initial;
    std::map<std::string, ExecutedMonth> executed;  // by month: 2025-01; one after another from a January
    std::map<std::string, Exception> exceptions;
    Calibration calibration;
    std::map<std::string, Lever> levers;

    std::map<std::string, Provenance> provenance;  // by path of the number
    std::vector<Warning> warnings;                 // what its files state that has another effect than written, or none
};

}  // namespace aforo::scenario
