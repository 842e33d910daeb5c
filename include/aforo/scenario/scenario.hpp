// A scenario: everything that a planner states, checked, as plain structs whose member initialisers are the defaults.
// A default is the neutral value of its option (the process is off), never an estimate. Not here: how YAML is read
// (scenario/reader.hpp) and what the model makes of it (model/blueprint.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/money.hpp"
#include "aforo/core/time.hpp"
#include "aforo/scenario/quantities.hpp"

namespace aforo::scenario {

using core::Duration;
using core::Money;

struct Source {
    std::string title;
    std::string url;
};

struct Horizon {
    int first_year = 0;    // first measured year; also the base year of every growth
    int last_year = 0;     // last measured year
    int run_in_years = 0;  // simulated from empty before the first year, not measured
    [[nodiscard]] int start_year() const { return first_year - run_in_years; }
};

struct Experiment {
    std::uint64_t seed = 1;
    int replications = 40;
};

enum class Holidays { none, chile };
struct Calendar {
    std::vector<int> weekdays = {0, 1, 2, 3, 4};  // Monday 0 … Sunday 6
    Duration opens = std::chrono::hours(9);       // time of day at which offices open
    Duration day = std::chrono::hours(8);         // length of the day in which enterprises arrive
    Holidays holidays = Holidays::none;
};

struct Population {
    double potential = 0;  // enterprises
    double target = 0;     // enterprises
};

// What the sheet publishes: printed beside the simulation, never an input of it.
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
    std::map<int, double> beneficiaries;  // by year
};

struct Demand {
    double arrivals = 0;  // expected enterprises a year that come to an office, in the first year, nationally
    Growth growth;
    std::array<double, 12> month_factors = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  // relative rates per working day
};

struct Enterprises {
    double informal = 0;                // share of arrivals
    double cooperative = 0;             // share of arrivals
    double committed_to_formalise = 1;  // share of the informal
    double agri_rural = 0;              // share in the agri-forestry sector, in rural territory
    double agri_elsewhere = 0;          // the same, elsewhere
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
    double rural_population = 0;  // share that lives in rural communes
    double female = 0.5;          // share of owners
    double legal_entity = 0;      // share of arrivals
    double urban = 1, mixed = 0;  // shares of the arrivals that are not rural; they sum to 1
};
struct Centre {
    std::string name;
    std::string region;
    double weight = 0;  // demand weight
};
struct Satellite {
    std::string name;
    int parent = 0;         // id of its main centre
    int visiting_days = 0;  // days a week that it opens, in the first year
};
struct Network {
    double rural_share = 0;  // of a centre's demand; its satellites take it in equal parts
    std::map<std::string, Region> regions;
    std::map<int, Centre> centres;        // by permanent id
    std::map<int, Satellite> satellites;  // by permanent id; ids of centres and satellites do not overlap
};

// What becomes of the minutes that a service runs beyond the desk's closing time.
enum class Overrun { compensate, extra };  // taken off the same person's next opening; worked on top of it
struct Attention {
    Money budget;  // of the first year
    Growth budget_growth;
    double staff = 0;  // orientation staff, FTE, nationally
    Growth staff_growth;
    Money annual_cost;         // of one FTE
    Duration direct_hours{};   // of one FTE, a year
    bool always_open = false;  // the desk never closes: ⌈staff⌉ persons day and night
    Overrun overrun = Overrun::compensate;
    Money cost;             // of one attention, when it starts
    Distribution duration;  // of an attention
    std::optional<Distribution> patience;
};

struct Diagnosis {
    double share = 1;              // of those attended; the rest wants information only
    Distribution duration;         // on top of the attention, in one go
    double correlation = 0;        // between the true values of two scores
    double measurement_error = 0;  // standard deviation of each measured score, points
};

enum class Band : std::uint8_t { low, medium, high };
// One named criterion of the eligibility filter, with its parameter.
struct Criterion {
    enum class Kind { sector, sales, formality, standard, bands, need };
    Kind kind = Kind::sector;
    double at_most = 0;       // sales: UF; need: points of the composite
    std::vector<Band> bands;  // bands: the eligible ones
    friend bool operator==(const Criterion&, const Criterion&) = default;
};
struct Targeting {
    double pass_standard = 0;      // points of the composite
    double high_cut = 100;         // points of the composite: from here on, high potential
    double problem_threshold = 0;  // latent sustainability under it: the enterprise has the problem
    std::vector<Criterion> criteria;
};

enum class PriorityRule { arrival, lowest_potential };
struct WaitingList {
    PriorityRule priority = PriorityRule::arrival;
    std::optional<Distribution> patience;
    double decline = 0;  // probability of declining an offer
};

struct Advisory {
    Money budget;
    Growth budget_growth;
    double advisors = 0;  // nationally
    Growth advisors_growth;
    int advisors_at_least = 0;     // in each centre
    Money annual_cost;             // of one advisor
    Duration direct_hours{};       // of one advisor, a year
    bool unlimited_hours = false;  // the agenda never binds
    int caseload = 0;              // enterprises per advisor
    Money plan_cost;               // variable cost of one work plan, at admission
    Money satellite_cost;          // of one satellite a year, at its visiting days of the first year
    Duration travel{};             // hours of one advisor per satellite and visiting day
    Growth satellite_growth;       // of satellite-days
};

struct WorkPlan {
    int sessions = 1;
    Distribution session;        // length of a session
    Distribution first_session;  // from admission to the first session's due date
    Distribution spacing;        // from a session to the next one's due date
    double no_show = 0;
    double dropout = 0;                // probability that a plan ends in dropout
    std::optional<Distribution> stay;  // instead of sessions: the whole plan as one length of time
};

struct Graduation {
    double repeat = 0;  // probability that a graduate asks for another plan
    Distribution cooldown;
    int max_plans = 1;
};

// Linear in z, the latent sustainability in standard deviations; `effect` is of a plan with every session attended.
struct SalesOutcome {
    double intercept = 0, slope = 0, effect = 0, sd = 0.25;
    double threshold = 0.05;
};
struct SurvivalOutcome {
    double intercept = 0, slope = 0, effect = 0;  // in the logit
};
struct Outcomes {
    SalesOutcome sales;
    SurvivalOutcome survival;
};

struct Alliances {
    Money budget;
    Growth budget_growth;
    double coordinators = 0;
    Growth coordinators_growth;
    Money annual_cost;
    Duration direct_hours{};  // of one coordinator a year, for linkages
    double linkages = 0;      // started per coordinator and year
    Duration hours{};         // of a coordinator per linkage
    Distribution duration;    // from start to outcome
    double success = 0;
    Money cost;  // of a realised alliance
};

struct Administration {
    Money budget;
    Growth budget_growth;
    double share = 0;  // of total spending
};

struct Scenario {
    std::string name;
    std::string description;
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

    std::map<std::string, Provenance> provenance;  // by path of the number
};

}  // namespace aforo::scenario
