// Values by date and place: each key that may have them changes what it should, from its day on and only there; an
// exception that says what the key says changes nothing.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "aforo/experiment/experiment.hpp"
#include "aforo/model/blueprint.hpp"
#include "aforo/scenario/assumed.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/exceptions.hpp"
#include "aforo/scenario/reader.hpp"
#include "aforo/scenario/staffing.hpp"
#include "model/scenarios.hpp"
#include "scenario/reading.hpp"

using namespace aforo;

namespace {

// Money for any of the values below.
const std::string base_text = "extends: '" AFORO_SOURCE_DIR
                              "/tests/model/small.yaml'\n"
                              "attention: {budget: 900000 M$}\nadvisory: {budget: 2000000 M$}\n"
                              "network: {satellites: {12: {advisors: 1}}}\n";
const std::string its_money = "administration: {budget: 300000 M$}\n";

scenario::Scenario with(const std::string& exceptions, const std::string& more = its_money,
                        const std::string& cuts = "") {
    return testing::read_text("aforo: 1\nname: exceptions\n" + base_text + more + "funding:\n  plan_payment: halves\n" +
                              cuts + (exceptions.empty() ? "" : "exceptions:\n" + exceptions));
}

using Values = std::map<std::tuple<std::string, int, results::Level, std::string>, double>;

Values values_of(const scenario::Scenario& s) {
    experiment::Options options;
    options.replications = 6;
    options.seed = 3;
    const auto run = experiment::run(s, options).run;
    CHECK(run.worst_ledger_difference == 0);
    Values all;
    for (const auto& row : run.rows)
        all[{run.columns[static_cast<std::size_t>(row.column)].name, row.year, row.level, row.id}] = row.value.mean;
    return all;
}

bool are_same(const Values& a, const Values& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && (x.second == y.second || (std::isnan(x.second) && std::isnan(y.second)));
    });
}

double mean_of(const Values& all, const std::string& measure, int year, const std::string& office) {
    const auto at =
        all.find({measure, year, office.empty() ? results::Level::programme : results::Level::office, office});
    REQUIRE(at != all.end());
    return at->second;
}

struct Case {
    const char *path, *value, *measure;
    int sign;                       // of the change of the measure
    const char* here;               // the value at the office 2; "": it takes no places
    const char* measure_here = "";  // at office 2; "": the programme's measure
    int sign_here = 0;              // unless 0, of that one
};
// Each key that may have exceptions, once.
constexpr auto cases = std::to_array<Case>({
    {"attention.staff", "9", "attention_wait_days_mean", -1, "4.5", "attention_wait_days_mean"},
    {"attention.annual_cost", "30000 M$", "spending", 1, ""},
    {"attention.direct_hours", "1500 h", "attention_wait_days_mean", -1, "1500 h", "attention_wait_days_mean"},
    {"attention.cost", "30 M$", "spending", 1, "30 M$"},
    {"attention.duration", "3 h", "attention_wait_days_mean", 1, "3 h", "attention_wait_days_mean"},
    {"attention.patience", "{exponential: {mean: 4 days}}", "left_attention", 1, "{exponential: {mean: 4 days}}",
     "left_attention"},
    {"attention.room", "3", "balked", 1, "3", "balked"},
    {"diagnosis.share", "0.2", "diagnosed", -1, "0.2", "diagnosed"},
    {"diagnosis.duration", "4 h", "attention_wait_days_mean", 1, "4 h", "attention_wait_days_mean"},
    {"waiting_list.patience", "{exponential: {mean: 20 days}}", "withdrawn", 1, "{exponential: {mean: 20 days}}",
     "withdrawn"},
    {"waiting_list.decline", "0.7", "declined", 1, "0.7", "declined"},
    {"waiting_list.room", "4", "turned_away", 1, "4", "turned_away"},
    {"advisory.advisors", "20", "admissions", 1, "9.5", "admissions"},
    {"advisory.annual_cost", "60000 M$", "spending", 1, ""},
    {"advisory.direct_hours", "300 h", "sessions_held", -1, "200 h", "sessions_held"},
    {"advisory.caseload", "60", "admissions", 1, "60", "admissions"},
    {"advisory.plan_cost", "900 M$", "spending", 1, "900 M$"},
    {"advisory.travel", "6 h", "travel_hours", 1, "6 h"},
    {"work_plan.sessions", "3", "plan_months_graduates", -1, "3", "plan_months_graduates"},
    {"work_plan.session", "9 h", "hour_utilisation", 1, "9 h", "hour_utilisation"},
    {"work_plan.first_session", "150 days", "plan_months_graduates", 1, "150 days", "plan_months_graduates"},
    {"work_plan.spacing", "3 days", "plan_months_graduates", -1, "3 days", "plan_months_graduates"},
    {"work_plan.no_show", "0.6", "no_shows", 1, "0.6", "no_shows"},
    {"work_plan.dropout", "0.95", "dropouts", 1, "0.95", "dropouts"},
    {"work_plan.dropout_wait_month", "2", "dropouts", 1, "2", "dropouts"},
});

std::string exception(const Case& c, const char* value, const std::string& where) {
    return std::string("  una: {of: ") + c.path + ", value: " + value + ", " + where + "}\n";
}

}  // namespace

TEST_CASE(
    "each key has a value from a day on: before it all is the same, after it the change is the one it should be") {
    const Values before = values_of(with(""));
    for (const auto& key : scenario::exceptional_keys()) {
        CAPTURE(std::string(key.path));
        const auto c = std::find_if(cases.begin(), cases.end(), [&](const auto& one) { return one.path == key.path; });
        REQUIRE(c != cases.end());
        const Values after =
            values_of(with(exception(*c, c->value, "from: 2025-01-06")));  // a Monday: hours are booked by week
        int differing = 0;
        for (const auto& [at, value] : before) {
            const auto same = after.find(at);
            REQUIRE(same != after.end());
            const bool is_equal = same->second == value || (std::isnan(value) && std::isnan(same->second));
            // Who asks late in a year may be offered a slot in the next, and a session booked then is put off into it.
            const bool looks_ahead = std::get<0>(at).starts_with("offer") || std::get<0>(at).starts_with("limit_");
            if (std::get<1>(at) < 2025 && !looks_ahead) CHECK_MESSAGE(is_equal, std::get<0>(at));
            differing += is_equal ? 0 : 1;
        }
        CHECK(differing > 0);
        const double change = mean_of(after, c->measure, 2025, "") - mean_of(before, c->measure, 2025, "");
        CAPTURE(change);
        CHECK(change * c->sign > 0);
    }
}

TEST_CASE("each key has a value at a place: there the change is the one it should be") {
    const Values before = values_of(with(""));
    for (const auto& c : cases) {
        if (*c.here == 0) continue;
        CAPTURE(std::string(c.path));
        const std::string office = *c.measure_here == 0 ? "" : "2",
                          measure = office.empty() ? c.measure : c.measure_here;
        // Advisors travel to the satellite of centre 1; that of centre 2 has its own.
        const bool is_travel = std::string_view(c.path) == "advisory.travel";
        const Values after = values_of(with(exception(c, c.here, is_travel ? "offices: [1]" : "offices: [2]")));
        const double change = mean_of(after, measure, 2025, office) - mean_of(before, measure, 2025, office);
        CAPTURE(change);
        CHECK(change * (c.sign_here != 0 ? c.sign_here : c.sign) > 0);
    }
}

TEST_CASE("an exception that says what the key says changes nothing; a satellite's goes before its centre's") {
    const Values before = values_of(with(""));
    const std::string same =
        "  una: {of: waiting_list.patience, value: {exponential: {mean: 200 days}}, regions: [sur]}\n"
        "  dos: {of: work_plan.no_show, value: 0.15, from: 2024-07-01, offices: [1]}\n"
        "  tres: {of: attention.room, value: 1000000, until: 2025-03-01, offices: [11]}\n";
    const auto no_show = scenario::value_at(with(""), "work_plan.no_show");
    REQUIRE(no_show);
    std::string text = same;
    text.replace(text.find("0.15"), 4, *no_show);
    CHECK(are_same(values_of(with(text)), before));

    // Of the whole, the region, the centre and the satellite, the closest rules; of one place, the later.
    const auto s = with(
        "  todo: {of: attention.room, value: 50, from: 2024-02-01}\n"
        "  despues: {of: attention.room, value: 60, from: 2025-02-01}\n"
        "  region: {of: attention.room, value: 40, regions: [sur]}\n"
        "  centro: {of: attention.room, value: 30, offices: [2], from: 2024-06-01}\n"
        "  satelite: {of: attention.room, value: 20, offices: [12], until: 2025-06-01}\n");
    scenario::TermsInTime terms(s);
    const auto room = [&](int office, int year, unsigned month) {
        const std::size_t at = terms.at(office, core::date(year, month, 15));
        return terms.all()[at].attention.room;
    };
    CHECK(room(1, 2024, 1) == 1'000'000);
    CHECK(room(1, 2024, 3) == 50);
    CHECK(room(1, 2025, 3) == 60);
    CHECK(room(3, 2025, 3) == 40);
    CHECK(room(2, 2024, 3) == 40);
    CHECK(room(2, 2025, 3) == 30);
    CHECK(room(12, 2025, 3) == 20);
    CHECK(room(12, 2025, 7) == 30);
}

TEST_CASE("a part of an advisor at a satellite has its slots and its cost, to the peso") {
    const auto before = with(""),
               after = with("  media: {of: advisory.advisors, value: 0.4, offices: [12], from: 2025-07-01}\n");
    const model::Blueprint plan(after);
    const auto unit = plan.offices.back().unit.value;
    const std::size_t june = plan.spell_of(core::date(2025, 6, 30)), july = plan.spell_of(core::date(2025, 7, 1));
    CHECK(plan.unit_spell(unit, june).advisors == 1);
    CHECK(plan.unit_spell(unit, july).advisors == 0.4);
    CHECK(plan.unit_spell(unit, july).slots == static_cast<int>(0.4 * after.advisory.caseload));
    const auto cost = [](const scenario::Scenario& s) { return scenario::fixed_costs(s, 2025)[1]; };
    // Six tenths of an advisor less during half a year.
    CHECK(cost(before) - cost(after) == core::scaled(before.advisory.annual_cost, 3, 10));
}

TEST_CASE(
    "a cut takes what is there: what is asked for and what could not be taken are told, and the ledger balances") {
    const auto cut = [](const std::string& how) {
        return values_of(with("", its_money, "  cuts: {baja: {date: 2025-10-01, " + how + "}}\n"));
    };
    const auto of = [](const Values& all, const char* measure, const char* component) {
        return all.at({measure, 2025, results::Level::component, component});
    };
    const Values before = values_of(with(""));
    CHECK(of(before, "cut_asked", "advisory") == 0);

    // Of what is not committed all can be taken.
    const Values small = cut("component: advisory, share: 0.05, of: uncommitted");
    CHECK(of(small, "cut_made", "advisory") > 0);
    CHECK(of(small, "cut_made", "advisory") == of(small, "cut_asked", "advisory"));
    CHECK(of(small, "cut_made", "attention") == 0);

    // Of the appropriation, no more than what is left.
    const Values large = cut("share: 0.9, protect: [alliances]");
    for (const char* component : {"attention", "advisory", "administration"}) {
        CAPTURE(component);
        CHECK(of(large, "cut_asked", component) == doctest::Approx(0.9 * of(large, "appropriation", component)));
        CHECK(of(large, "cut_made", component) < of(large, "cut_asked", component));
        CHECK(of(large, "cut_made", component) > 0);
    }
    CHECK(of(large, "cut_asked", "alliances") == 0);
    CHECK(mean_of(large, "admissions", 2025, "") < mean_of(before, "admissions", 2025, ""));
    CHECK(mean_of(large, "admissions", 2024, "") == mean_of(before, "admissions", 2024, ""));

    // An amount is shared out in proportion to the appropriations.
    const Values amount = cut("amount: 1000 M$");
    double all = 0;
    for (const char* component : {"attention", "advisory", "alliances", "administration"})
        all += of(amount, "cut_asked", component);
    CHECK(all == doctest::Approx(1000));
    CHECK(mean_of(amount, "cut_asked", 2025, "") == doctest::Approx(1000));
}

TEST_CASE("administration as a share of the programme grows with the other components") {
    const std::string share = "administration: {budget: 0 M$, of_programme: 0.1}\n";
    const auto few = with("", share), more = with("", share + "alliances: {budget: 160000 M$}\n");
    const auto of = [](const scenario::Scenario& s) { return scenario::appropriations(s, 2024); };
    for (const auto& s : {few, more}) {
        const auto a = of(s);
        CHECK(a[3].in_thousands() == doctest::Approx((a[0] + a[1] + a[2] + a[3]).in_thousands() * 0.1));
    }
    CHECK((of(more)[3] - of(few)[3]).in_thousands() == doctest::Approx(100'000 / 9.0));
}

TEST_CASE(
    "an exception moves with the assumption that it is a value of: amounts by their ratio, shares by their odds") {
    const std::string ranges = its_money +
                               "work_plan: {no_show: {value: 0.2, range: [0.1, 0.4]}, "
                               "dropout_wait_month: {value: 0.02, range: [0, 0.1]}}\n";
    const auto s = with(
        "  una: {of: work_plan.no_show, value: 0.5, from: 2025-01-01}\n"
        "  dos: {of: work_plan.dropout_wait_month, value: 0.03, offices: [1]}\n"
        "  tres: {of: work_plan.dropout_wait_month, value: {value: 0.05, in_worlds: stands}, offices: [2]}\n",
        ranges);
    std::map<std::string, std::string> set;
    for (const auto& a : scenario::assumed(s)) {
        if (a.path != "work_plan.no_show" && a.path != "work_plan.dropout_wait_month") continue;
        for (const auto& setting : a.at(a.path == "work_plan.no_show" ? 1.0 / 3 : 0.04))
            set[setting.path] = setting.value;
    }
    REQUIRE(set.size() == 4);
    // Odds from 1/4 to 1/2 are twice as many: 1 to 2.
    CHECK(std::stod(set.at("exceptions.una.value")) == doctest::Approx(2.0 / 3));
    CHECK(std::stod(set.at("exceptions.dos.value")) == doctest::Approx(0.06));
    CHECK(!set.contains("exceptions.tres.value"));
}
