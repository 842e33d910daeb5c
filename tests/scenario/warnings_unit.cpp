// Warnings: each kind by the smallest scenario that has it, at the key that says it, and one beside it that does not.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "reading.hpp"

using namespace aforo;
using testing::smallest;

namespace {

const std::string alive = "aforo: 1\nname: it\nextends: '" AFORO_SOURCE_DIR "/tests/scenario/warnings/alive.yaml'\n";

std::vector<scenario::Warning> warnings_of(const std::string& text) { return testing::read_text(text).warnings; }

// A change of alive.yaml, an @ before what is told; and one that changes alike and is not told of this.
struct Case {
    const char *kind, *path, *told, *not_told;
};

constexpr Case cases[] = {
    {"whole_people", "advisory.advisors", "advisory: {advisors: @12.5}",
     "advisory: {advisors: 13, advisors_growth: 1.03}"},
    {"whole_people", "attention.staff",
     "attention: {always_open: true, starts: [0 h], direct_hours: 0 h, overrun: compensate, staff: @5.5}",
     "attention: {staff: 5.5}"},
    {"whole_months", "advisory.ramp_up", "advisory: {ramp_up: @45 days}", "advisory: {ramp_up: 2 months}"},
    {"outside_horizon", "advisory.changes[0].on", "advisory: {changes: [{on: @2052-07-01, centre: 1, advisors: 3}]}",
     "advisory: {changes: [{on: 2027-12-31, centre: 1, advisors: 3}]}"},
    {"outside_horizon", "network.centres.2.opens", "network: {centres: {2: {opens: @2020-01-01}}}",
     "network: {centres: {2: {opens: 2023-01-02}}}"},
    {"outside_horizon", "network.centres.1.closes", "network: {centres: {1: {closes: @2028-01-01}}}",
     "network: {centres: {1: {closes: 2027-12-31}}}"},
    {"outside_horizon", "network.satellites.12.opens", "network: {satellites: {12: {opens: @2029-01-01}}}",
     "network: {satellites: {12: {opens: 2027-01-01}}}"},
    {"outside_horizon", "funding.freezes.x.from", "funding: {freezes: {x: {component: advisory, from: @2022-03-01}}}",
     "funding: {freezes: {x: {component: advisory, from: 2022-03-01, until: 2023-01-01}}}"},
    {"outside_horizon", "funding.transfers.x.on",
     "funding: {transfers: {x: {from: attention, to: advisory, on: @2028-01-01}}}",
     "funding: {transfers: {x: {from: attention, to: advisory, on: 01-01}}}"},
    {"outside_horizon", "calendar.weekly_hours.2028-04-26",
     "calendar: {weekly_hours: {2020-01-01: 44 h, @2028-04-26: 40 h}}",
     "calendar: {weekly_hours: {2020-01-01: 44 h, 2027-04-26: 40 h}}"},
    {"outside_horizon", "calendar.weekly_hours.2021-01-01",
     "calendar: {weekly_hours: {2020-01-01: 45 h, @2021-01-01: 44 h, 2022-01-01: 42 h}}",
     "calendar: {weekly_hours: {2020-01-01: 45 h, 2022-01-01: 42 h}}"},
    {"outside_horizon", "plan.beneficiaries.2028",
     "plan: {beneficiaries: {2024: 1, 2025: 1, 2026: 1, 2027: 1, @2028: 1}}",
     "plan: {beneficiaries: {2024: 1, 2025: 1, 2026: 1, 2027: 1}}"},
    {"growth_outside", "attention.staff_growth.2040", "attention: {staff_growth: {2024: 1.1, @2040: 1.2}}",
     "attention: {staff_growth: {2024: 1.1, 2027: 1.2}}"},
    // The year before those that are simulated sets the factor of the first 1 January of them, unless another does.
    {"growth_outside", "attention.staff_growth.2020", "attention: {staff_growth: {@2020: 1.1, 2024: 1.2}}",
     "attention: {staff_growth: {2020: 1.1, 2025: 1.2}}"},
    {"growth_outside", "demand.growth",
     "horizon: {first_year: 2024, last_year: 2024, run_in_years: 0}\ndemand: {growth: @1.2}",
     "horizon: {first_year: 2024, last_year: 2024, run_in_years: 1}\ndemand: {growth: 1.2}"},
    {"growth_of_nothing", "administration.budget_growth",
     "administration: {budget: 0 M$, budget_growth: @1.2, share: 0, other_costs: 0 M$}",
     "administration: {budget_growth: 1.2}"},
    {"with_its_centre", "network.satellites.12.opens",
     "network: {centres: {2: {opens: 2025-06-01}}, satellites: {12: {opens: @2025-03-01}}}",
     "network: {centres: {2: {opens: 2025-01-01}}, satellites: {12: {opens: 2025-03-01}}}"},
    {"with_its_centre", "network.satellites.11.closes", "network: {satellites: {11: {closes: @2027-11-01}}}",
     "network: {satellites: {11: {closes: 2027-10-01}}}"},
    {"demand_options", "demand.returns_after", "demand: {returning: 0, returns_after: @30 days}",
     "demand: {returning: 0.1, returns_after: 30 days}"},
    {"demand_options", "demand.renewal", "demand: {finite_population: false, renewal: @0.2}", "demand: {renewal: 0.2}"},
    {"demand_options", "network.regions.sur.population",
     "population: {potential: 0}\ndemand: {finite_population: false, renewal: 0}\nnetwork: {regions: {sur: "
     "{population: @5}}}",
     "network: {regions: {sur: {population: 5}}}"},
    {"closed_hours", "demand.hour_factors",
     "demand: {hour_factors: @[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]}",
     "demand: {hour_factors: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}"},
    {"closed_hours", "demand.weekday_factors", "demand: {weekday_factors: @[2, 1, 1, 1, 1, 1, 0]}",
     "calendar: {weekdays: [monday, saturday, tuesday, wednesday]}\ndemand: {weekday_factors: [2, 1, 1, 0, 0, 1, 0]}"},
    {"desk_without_limit", "attention.direct_hours",
     "attention: {always_open: true, starts: [0 h], staff: 5, direct_hours: @100 h, overrun: compensate}",
     "attention: {always_open: true, starts: [0 h], staff: 5, direct_hours: 0 h, overrun: compensate}"},
    {"nobody_at_the_desk", "attention.cost", "attention: {staff: 0, cost: @2 M$}", "attention: {staff: 1, cost: 2 M$}"},
    {"not_diagnosed", "targeting.pass_standard", "diagnosis: {share: 0}\ntargeting: {pass_standard: @50}",
     "diagnosis: {share: 0.1}\ntargeting: {pass_standard: 50}"},
    {"nobody_waits", "attention.patience", "attention: {room: 0, patience: @5 days}",
     "attention: {room: 1, patience: 5 days}"},
    {"nobody_waits", "waiting_list.priority", "waiting_list: {room: 0, patience: none, priority: @lottery}",
     "waiting_list: {room: 1, priority: lottery}"},
    {"room_never_full", "attention.room", "attention: {room: @900000}", "attention: {room: 1000000}"},
    {"room_never_full", "waiting_list.room", "waiting_list: {room: @900000}", "waiting_list: {room: 900}"},
    {"kinds_of_enterprise", "enterprises.committed_to_formalise",
     "enterprises: {informal: 0, committed_to_formalise: @0.5}", "enterprises: {committed_to_formalise: 0.5}"},
    {"kinds_of_enterprise", "outcomes.formalisation.intercept",
     "enterprises: {informal: 0}\noutcomes: {formalisation: {intercept: @-1}}",
     "outcomes: {formalisation: {intercept: -1}}"},
    {"kinds_of_enterprise", "enterprises.sales_limit", "enterprises: {sales_above: 0, sales_limit: @9000 UF}",
     "enterprises: {sales_above: 0.1, sales_limit: 9000 UF}"},
    {"kinds_of_enterprise", "enterprises.agri_rural", "network: {rural_share: 0}\nenterprises: {agri_rural: @0.5}",
     "enterprises: {agri_rural: 0.5}"},
    {"unused_criterion", "enterprises.attended_sector",
     "targeting: {criteria: [formality, standard], destinations: {}}\nenterprises: {attended_sector: @0.5}",
     "enterprises: {attended_sector: 0.5}"},
    {"unused_criterion", "targeting.pass_standard",
     "waiting_list: {reserves: []}\ntargeting: {criteria: [sector, formality], pass_standard: @50}",
     "waiting_list: {reserves: []}\ntargeting: {criteria: [sector, formality, standard], pass_standard: 50}"},
    {"criterion_never_fails", "targeting.criteria[0]",
     "enterprises: {attended_sector: 1}\ntargeting: {criteria: [@sector, formality, standard]}",
     "targeting: {criteria: [sector, formality, standard]}"},
    {"criterion_never_fails", "targeting.criteria[1]",
     "targeting: {criteria: [formality, @bands: [low, medium, high]]}",
     "targeting: {criteria: [formality, bands: [low, high]]}"},
    {"unused_destination", "targeting.destinations.need", "targeting: {destinations: {need: @{institution: X}}}",
     "targeting: {destinations: {sector: {institution: X}}}"},
    {"unused_destination", "targeting.destinations.agri_forestry",
     "targeting: {criteria: [agri_forestry, bands: [low]], destinations: {agri_forestry: @{institution: X}}}",
     "targeting: {criteria: [agri_forestry, bands: [low]]}"},
    {"no_plans", "waiting_list.decline", "advisory: {caseload: 0}\nwaiting_list: {decline: @0.2}",
     "advisory: {caseload: 1}\nwaiting_list: {decline: 0.2}"},
    {"no_plans", "work_plan.sessions", "waiting_list: {decline: 1}\nwork_plan: {sessions: @6}",
     "waiting_list: {decline: 0.99}\nwork_plan: {sessions: 6}"},
    {"no_plans", "advisory.annual_cost",
     "advisory: {advisors: 0, advisors_at_least: 0, changes: [], annual_cost: @5 M$}",
     "advisory: {advisors: 0, advisors_at_least: 0, changes: [{on: 2024-05-01, centre: 2, advisors: 1}], annual_cost: "
     "5 M$}"},
    {"plan_without_sessions", "work_plan.spacing",
     "work_plan: {stay: 90 days, no_show: 0, dropout: 0, group: {sessions: 0}, spacing: @7 days}\ngraduation: {rule: "
     "complete}",
     "work_plan: {stay: none, spacing: 7 days}"},
    {"hours_without_limit", "advisory.direct_hours", "advisory: {unlimited_hours: true, direct_hours: @900 h}",
     "advisory: {unlimited_hours: false, direct_hours: 900 h}"},
    {"no_groups", "work_plan.group.size", "work_plan: {group: {sessions: 0, size: @5}}",
     "work_plan: {group: {sessions: 1, size: 5}}"},
    {"no_groups", "work_plan.group.gather",
     "alliances: {training_effect: 0}\nwork_plan: {group: {size: 1, gather: @5 days}}",
     "work_plan: {group: {size: 1, gather: 5 days}}"},  // alliances make it larger
    {"no_groups", "network.complexities.lejos.hybrid",
     "work_plan: {group: {reach: centre}}\nnetwork: {complexities: {lejos: {hybrid: @false}}}",
     "network: {complexities: {lejos: {hybrid: false}}}"},
    {"few_sessions", "work_plan.dropout", "work_plan: {sessions: 1, group: {sessions: 0}, dropout: @0.3}",
     "work_plan: {sessions: 2, group: {sessions: 0}, dropout: 0.3}"},
    {"few_sessions", "work_plan.spacing",
     "work_plan: {sessions: 1, group: {sessions: 0}, no_show: 0, spacing: @5 days}",
     "work_plan: {sessions: 1, group: {sessions: 0}, no_show: 0.1, spacing: 5 days}"},
    {"few_sessions", "work_plan.dropout_wait_month", "work_plan: {dropout: 0, dropout_wait_month: @0.3}",
     "work_plan: {dropout: {low: 0, medium: 0.1, high: 0}, dropout_wait_month: 0.3}"},
    {"few_sessions", "work_plan.session", "work_plan: {group: {sessions: 8}, session: @2 h}",
     "work_plan: {group: {sessions: 7}, session: 2 h}"},
    {"graduation_rule", "graduation.share", "graduation: {rule: complete, share: @0.5}",
     "graduation: {rule: share, share: 0.5}"},
    {"graduation_rule", "graduation.cap", "graduation: {rule: share, cap: @9 h}",
     "graduation: {rule: hours, cap: 9 h}"},
    {"graduation_rule", "graduation.rule", "graduation: {rule: @share, share: 1}",
     "graduation: {rule: share, share: 0.9}"},
    {"no_repeats", "graduation.repeat", "graduation: {max_plans: 1, repeat: @0.3}",
     "graduation: {max_plans: 3, repeat: 0.3}"},
    {"no_repeats", "graduation.cooldown", "graduation: {repeat: 0, cooldown: @30 days}",
     "graduation: {repeat: 0.1, cooldown: 30 days}"},
    {"group_of_nobody", "waiting_list.reserves[0]",
     "enterprises: {informal: 0}\nwaiting_list: {reserves: [@{group: informal, share: 0.1}]}",
     "waiting_list: {reserves: [{group: informal, share: 0.1}]}"},
    {"group_of_nobody", "waiting_list.reserves[0]", "waiting_list: {reserves: [@{group: high_band, share: 0.1}]}",
     "waiting_list: {reserves: [{group: medium_band, share: 0.1}]}"},
    {"group_of_nobody", "waiting_list.priority",
     "graduation: {repeat: 0}\nwaiting_list: {priority: @first_plans_first}",
     "waiting_list: {priority: first_plans_first}"},
    {"group_of_nobody", "waiting_list.priority[0].weighted.rural",
     "network: {rural_share: 0}\nwaiting_list: {priority: [{weighted: {potential: 1, rural: @2}}]}",
     "network: {rural_share: 0}\nwaiting_list: {priority: [{weighted: {potential: 1, rural: 0}}]}"},
    {"group_of_nobody", "waiting_list.priority", "waiting_list: {priority: @{weighted: {female: 0}}}",
     "waiting_list: {priority: {weighted: {female: 1}}}"},
    {"never_decides", "waiting_list.priority[1]", "waiting_list: {priority: [arrival, @women_first]}",
     "waiting_list: {priority: [women_first, arrival]}"},
    {"empty_reserve", "waiting_list.reserves[0]", "waiting_list: {reserves: [@{group: women, share: 0}]}",
     "waiting_list: {reserves: [{group: women, share: 0.01}]}"},
    {"empty_reserve", "waiting_list.unused_reserve",
     "network: {satellites: {12: {own_list: false}}}\nwaiting_list: {reserves: [], unused_reserve: @hold}",
     "waiting_list: {reserves: [], unused_reserve: hold}"},  // an own list is held for as well
    {"empty_reserve", "network.satellites.12.own_list",
     "network: {rural_share: 0, satellites: {12: {own_list: @true}}}", "network: {satellites: {12: {own_list: true}}}"},
    {"impossible_outcome", "outcomes.profits.effect", "outcomes: {profits: {effect: @0.5}}",
     "outcomes: {profits: {intercept: -3, effect: 0.5}}"},
    {"who_says_the_staff", "advisory.advisors",
     "advisory: {staffing: funded, advisors: @20, advisors_growth: 1, planned_admissions: 100}",
     "advisory: {staffing: fixed, advisors: 20}"},
    {"who_says_the_staff", "advisory.planned_admissions", "advisory: {planned_admissions: @100}",
     "advisory: {staffing: funded, planned_admissions: 100}"},
    {"staff_never_changes", "advisory.ramp_up",
     "network: {centres: {1: {closes: none}, 2: {opens: none}}, satellites: {11: {closes: none}}}\n"
     "advisory: {advisors_growth: 1, changes: [], ramp_up: @2 months}",
     "network: {centres: {1: {closes: none}, 2: {opens: none}}, satellites: {11: {closes: none}}}\n"
     "advisory: {advisors_growth: 1, changes: [{on: 2025-03-01, centre: 1, advisors: 1}], ramp_up: 2 months}"},
    {"staff_never_changes", "advisory.slot_cut",
     "network: {centres: {1: {closes: none}, 2: {opens: none}}}\nadvisory: {changes: [], slot_cut: @return_to_list}",
     "network: {centres: {1: {closes: none}, 2: {opens: none}}}\nadvisory: {changes: [{on: 2025-03-01, centre: 1, "
     "advisors: -1}], "
     "slot_cut: return_to_list}"},
    {"floor_never_reached", "advisory.advisors_at_least", "advisory: {allocation: equal, advisors_at_least: @1}",
     "advisory: {advisors_at_least: 3}"},
    {"one_centre", "advisory.allocation",
     "network: {centres: {1: null}, satellites: {11: null}}\nadvisory: {changes: [], advisors_at_least: 0, allocation: "
     "@equal}",
     "advisory: {allocation: equal}"},
    {"no_satellites", "advisory.travel", "network: {satellites: {11: null, 12: null}}\nadvisory: {travel: @2 h}",
     "network: {satellites: {11: null}}\nadvisory: {travel: 2 h}"},
    {"unused_complexity", "network.complexities.x", "network: {complexities: {x: @{travel: 3}}}",
     "network: {complexities: {x: {travel: 3}}, satellites: {12: {complexity: x}}}"},
    {"unused_complexity", "network.complexities.lejos.travel",
     "advisory: {travel: 0 h}\nnetwork: {complexities: {lejos: {travel: @3}}}",
     "network: {complexities: {lejos: {travel: 3}}}"},
    {"no_linkages", "alliances.success", "alliances: {linkages: 0, success: @0.5}", "alliances: {success: 0.5}"},
    {"no_linkages", "alliances.demand_effect", "alliances: {success: 0, demand_effect: @0.1}",
     "alliances: {success: 0.1, demand_effect: 0.1}"},
    {"no_linkages", "alliances.direct_hours", "alliances: {hours: 0 h, direct_hours: @5 h}",
     "alliances: {hours: 1 h, direct_hours: 5 h}"},
    {"no_linkages", "alliances.cost", "alliances: {direct_hours: 0 h, cost: @5 M$}", "alliances: {cost: 5 M$}"},
    {"cap_never_reached", "administration.cap", "administration: {other_costs: 0 M$, cap: @0.1}",
     "administration: {cap: 0.1}"},
    {"no_variable_money", "funding.release",
     "attention: {cost: 0 M$}\nadvisory: {plan_cost: 0 M$}\nalliances: {cost: 0 M$}\n"
     "funding: {pool: national, plan_payment: at_admission, dropout_return: false, release: @[0.1, 0.2, 0.3, 0.4]}",
     "funding: {release: [0.1, 0.2, 0.3, 0.4]}"},
    {"no_variable_money", "funding.plan_payment", "advisory: {plan_cost: 0 M$}\nfunding: {plan_payment: @halves}",
     "funding: {plan_payment: halves}"},
    {"no_variable_money", "funding.freezes.x.component",
     "alliances: {success: 0}\nfunding: {freezes: {x: {component: @alliances, from: 10-01}}}",
     "alliances: {cost: 0 M$}\nfunding: {freezes: {x: {component: alliances, from: 10-01}}}"},  // it stops them
    {"no_variable_money", "funding.release", "funding: {release: @[1, 0, 0, 0]}",
     "funding: {release: [0.9, 0.1, 0, 0]}"},
    {"transfer_of_nothing", "funding.transfers.a.at_most", "funding: {transfers: {a: {at_most: @0}}}",
     "funding: {transfers: {a: {at_most: 0.01}}}"},
    {"transfer_of_nothing", "funding.transfers.a.from",
     "attention: {budget: 0 M$, staff: 0, cost: 0 M$}\nfunding: {transfers: {a: {from: @attention}}}",
     "funding: {transfers: {a: {from: attention}}}"},
};

bool is_of(const scenario::Warning& w, const Case& c) { return w.kind == c.kind && w.path == c.path; }

}  // namespace

TEST_CASE("where every process is on nothing is told") {
    const auto s = testing::read_good(AFORO_SOURCE_DIR "/tests/scenario/warnings/alive.yaml");
    for (const auto& w : s.warnings) FAIL_CHECK(core::to_string(scenario::told(w, core::Lang::en)));
}

TEST_CASE("each kind of warning is told at the key that says it, and not of the scenario beside it") {
    for (const Case& c : cases) {
        CAPTURE(std::string(c.told));
        std::string text = alive + c.told + "\n";
        const auto at = text.find('@');
        REQUIRE(at != std::string::npos);
        text.erase(at, 1);
        const auto line_begins = text.rfind('\n', at) + 1;
        const int line =
            static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        const auto found = warnings_of(text);
        const auto it = std::find_if(found.begin(), found.end(), [&](const auto& w) { return is_of(w, c); });
        std::string all;
        for (const auto& w : found) all += w.kind + " " + w.path + "; ";
        CAPTURE(all);
        CHECK(it != found.end());
        if (it == found.end()) continue;
        CHECK(it->place.line == line + 1);
        CHECK(it->place.column == static_cast<int>(at - line_begins) + 1);
        CHECK(!it->what.es.empty());
        CHECK(!it->what.en.empty());
        CAPTURE(std::string(c.not_told));
        const auto beside = warnings_of(alive + c.not_told + "\n");
        CHECK(std::none_of(beside.begin(), beside.end(), [&](const auto& w) { return is_of(w, c); }));
    }
}

TEST_CASE("every kind of warning has a case, and a meaning in both languages") {
    std::set<std::string> covered, known;
    for (const Case& c : cases) covered.insert(c.kind);
    for (const auto& kind : scenario::warning_kinds()) {
        known.insert(kind.id);
        CHECK(!kind.meaning.es.empty());
        CHECK(!kind.meaning.en.empty());
    }
    CHECK(covered == known);
}

TEST_CASE("the library has no warning") {
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(AFORO_SOURCE_DIR "/scenarios")) {
        if (entry.path().extension() != ".yaml" || entry.path().filename() == "red-2024.yaml") continue;  // a part
        CAPTURE(entry.path().string());
        for (const auto& w : testing::read_good(entry.path().string()).warnings)
            FAIL_CHECK(core::to_string(scenario::told(w, core::Lang::en)));
        ++files;
    }
    CHECK(files > 80);
}

TEST_CASE("nothing is told of what no file writes") {
    CHECK(warnings_of("aforo: 1\nname: it\nhorizon: {first_year: 2024, last_year: 2024}\ndemand: {arrivals: 10}\n"
                      "network:\n  regions: {sur: {name: Sur}}\n  centres: {1: {name: Uno, region: sur, weight: 1}}\n"
                      "attention: {duration: 1 h}\n")
              .empty());
}

TEST_CASE("of a key at its neutral value nothing is told: what it says is so") {
    CHECK(warnings_of(alive + "work_plan: {stay: 90 days, no_show: 0, dropout: 0, dropout_wait_month: 0, "
                              "group: {sessions: 0}}\ngraduation: {rule: complete}\n")
              .empty());
}

TEST_CASE(
    "who takes the effect of an inherited key away knows it; who writes the key beside that, or after it, does not") {
    const std::string off = "advisory: {advisors: 0, advisors_at_least: 0, changes: []}\n";
    CHECK(warnings_of(alive + off).empty());
    CHECK(warnings_of(alive + off + "work_plan: {no_show: 0.2}\n").size() == 1);
    const testing::TemporaryFolder folder;
    folder.write("off.yaml", alive + off);
    const std::string path =
        folder.write("last.yaml", "aforo: 1\nname: last\nextends: off.yaml\nwork_plan: {no_show: 0.2}\n");
    const auto last = testing::read_good(path).warnings;
    REQUIRE(last.size() == 1);
    CHECK(last[0].path == "work_plan.no_show");
    CHECK(last[0].place.file == path);
    // The horizon that ends earlier than what is inherited is dated.
    CHECK(warnings_of(alive + "horizon: {first_year: 2024, last_year: 2025}\n").empty());
}

TEST_CASE("an inherited room that is taken away is no room that can never be full") {
    CHECK(warnings_of(alive + "waiting_list: {room: 1000000}\n").empty());
    const auto first = warnings_of(smallest + "waiting_list: {room: 1000000}\n");
    CHECK(std::any_of(first.begin(), first.end(), [](const auto& w) { return w.path == "waiting_list.room"; }));
}

TEST_CASE("warnings that say the same are one, at the first of their places") {
    std::string changes;
    for (int i = 0; i < 300; ++i) changes += "    - {on: 2052-07-01, centre: 1, advisors: 1}\n";
    const auto found = warnings_of(alive + "advisory:\n  changes:\n" + changes);
    REQUIRE(found.size() >= 1);
    const auto folded =
        std::find_if(found.begin(), found.end(), [](const auto& w) { return w.kind == "outside_horizon"; });
    REQUIRE(folded != found.end());
    CHECK(folded->places == 300);
    CHECK(folded->place.line == 6);
    CHECK(scenario::told(*folded, core::Lang::en).what.ends_with("(and 299 more keys)"));
    CHECK(scenario::told(*folded, core::Lang::es).what.ends_with("(y otras 299 claves)"));
    CHECK(std::count_if(found.begin(), found.end(), [](const auto& w) { return w.kind == "outside_horizon"; }) == 1);
}

TEST_CASE("a warning is a diagnostic of its own severity, in the language of its reader") {
    const auto w = warnings_of(alive + "advisory: {advisors: 12.5}\n").at(0);
    auto d = scenario::told(w, core::Lang::es);
    d.place.file = "it";
    CHECK(core::to_string(d, core::Lang::es) ==
          "it:4:22: aviso: advisory.advisors: se redondea: son 13 personas enteras; escriba 13");
    CHECK(core::to_string(scenario::told(w, core::Lang::en), core::Lang::en).find(": warning: advisory.advisors: ") !=
          std::string::npos);
}
