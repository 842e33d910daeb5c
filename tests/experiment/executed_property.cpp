// Executed months: what was done and spent comes out exactly, money balances to the peso, the rest goes on from there,
// and a different past moves it in the right direction; without them nothing changes.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <string_view>
#include <vector>

#include "aforo/experiment/experiment.hpp"
#include "aforo/measure/ledger.hpp"
#include "aforo/results/index.hpp"
#include "scenario/reading.hpp"

using namespace aforo;
using results::Level;

namespace {

struct Month {
    int attended = 250, beneficiaries = 70, alliances = 4;
    double attention = 9'000.25, advisory = 38'000.001, alliances_spent = 4'500, administration = 5'555.5;
};
std::string executed(const std::vector<Month>& months, int year = 2024) {
    std::string text = "executed:\n";
    for (std::size_t m = 0; m < months.size(); ++m) {
        const Month& one = months[m];
        text += fmt::format(
            "  {}-{:02}: {{attended: {}, beneficiaries: {}, alliances: {}, spending: {{attention: {:.3f} M$, "
            "advisory: {:.3f} M$, alliances: {:.3f} M$, administration: {:.3f} M$}}}}\n",
            year, m + 1, one.attended, one.beneficiaries, one.alliances, one.attention, one.advisory,
            one.alliances_spent, one.administration);
    }
    return text;
}
std::vector<Month> five() {
    std::vector<Month> months(5);
    months[0].attended = 301, months[0].beneficiaries = 83, months[1].alliances = 0, months[2].advisory = 41'000;
    months[3].attended = 0, months[4].beneficiaries = 97;
    return months;
}
scenario::Scenario with(const std::string& more) {
    return testing::read_text("aforo: 1\nname: executed\nextends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n" +
                              more);
}
results::Run ran(const std::string& more, int replications = 6) {
    experiment::Options options;
    options.replications = replications;
    options.seed = 5;
    auto run = experiment::run(with(more), options).run;
    CHECK(run.worst_ledger_difference == 0);
    return run;
}
const results::Estimate& of(const results::Run& run, const char* measure, int year, Level level = Level::programme,
                            const std::string& id = "") {
    const auto* found = run.find(measure, year, level, id);
    REQUIRE(found != nullptr);
    return *found;
}
double in_month(const results::Run& run, const char* measure, int year, int month, Level level = Level::programme,
                const std::string& id = "") {
    const auto* found = results::Index(run).estimate({measure, year, level, id, month});
    REQUIRE(found != nullptr);
    return found->mean;
}

}  // namespace

TEST_CASE("what was executed comes out exactly, in every replication") {
    const auto months = five();
    const auto run = ran(executed(months));
    double attended = 0, beneficiaries = 0, alliances = 0, spent = 0;
    for (int m = 1; m <= 5; ++m) {
        CAPTURE(m);
        const Month& month = months[static_cast<std::size_t>(m - 1)];
        CHECK(in_month(run, "attended_persons", 2024, m) == month.attended);
        CHECK(in_month(run, "beneficiaries", 2024, m) == month.beneficiaries);
        CHECK(in_month(run, "alliances", 2024, m) == month.alliances);
        CHECK(in_month(run, "spending", 2024, m, Level::component, "attention") == doctest::Approx(month.attention));
        CHECK(in_month(run, "spending", 2024, m, Level::component, "advisory") == doctest::Approx(month.advisory));
        CHECK(in_month(run, "spending", 2024, m, Level::component, "alliances") ==
              doctest::Approx(month.alliances_spent));
        CHECK(in_month(run, "spending", 2024, m, Level::component, "administration") ==
              doctest::Approx(month.administration));
        attended += month.attended, beneficiaries += month.beneficiaries, alliances += month.alliances;
        spent += month.attention + month.advisory + month.alliances_spent + month.administration;
    }
    CHECK(of(run, "executed_months", 2024).mean == 5);
    CHECK(run.find("executed_months", 2025, Level::programme, "") == nullptr);
    CHECK(of(run, "executed_attended", 2024).mean == attended);
    CHECK(of(run, "executed_beneficiaries", 2024).mean == beneficiaries);
    CHECK(of(run, "executed_alliances", 2024).mean == alliances);
    CHECK(of(run, "executed_spending", 2024).mean == doctest::Approx(spent));
    CHECK(of(run, "executed_spending", 2024).sd == 0);
}

TEST_CASE("what was executed and what is projected are the year's") {
    const auto run = ran(executed(five()));
    for (const auto& [executed_measure, measure] :
         {std::pair{"executed_attended", "attended_persons"}, std::pair{"executed_beneficiaries", "beneficiaries"},
          std::pair{"executed_alliances", "alliances"}, std::pair{"executed_spending", "spending"}}) {
        CAPTURE(measure);
        double projected = 0;
        for (int m = 6; m <= 12; ++m) projected += in_month(run, measure, 2024, m);
        CHECK(projected > 0);
        CHECK(of(run, executed_measure, 2024).mean + projected == doctest::Approx(of(run, measure, 2024).mean));
    }
    CHECK(of(run, "beneficiaries", 2024).sd > 0);  // the rest of the year is not known
}

TEST_CASE("what is left at the cut is the appropriation less what was executed and plans in course") {
    const auto months = five();
    double attention = 0, advisory = 0;
    for (const Month& m : months) attention += m.attention, advisory += m.advisory;
    const auto at_admission = ran(executed(months));
    CHECK(of(at_admission, "executed_left", 2024, Level::component, "attention").mean ==
          doctest::Approx(110'000 - attention));
    CHECK(of(at_admission, "executed_left", 2024, Level::component, "advisory").mean ==
          doctest::Approx(480'000 - advisory));
    CHECK(of(at_admission, "executed_in_course", 2024).mean == 0);
    // Seven twelfths of 12 advisors and of what two satellites cost.
    CHECK(of(at_admission, "executed_fixed", 2024, Level::component, "advisory").mean ==
          doctest::Approx((12 * 24'000 + 2 * 30'000) * 7.0 / 12).epsilon(1e-6));
    const auto halves = ran("funding: {plan_payment: halves}\n" + executed(months));
    const double in_course = of(halves, "executed_in_course", 2024, Level::component, "advisory").mean;
    CHECK(in_course > 22.5 * 100);
    CHECK(of(halves, "executed_left", 2024, Level::component, "advisory").mean ==
          doctest::Approx(480'000 - advisory - in_course));
}

TEST_CASE("the accounts hold what was executed, to the peso") {
    const auto s = with(executed(five()) + "funding: {plan_payment: halves, dropout_return: true}\n");
    const model::Blueprint blueprint(s);
    std::int64_t posted = 0, others = 0;
    for (const auto& line : measure::ledger_of(blueprint, 3, 0)) {
        if (line.year != 2024 || std::string_view(line.component) != "advisory" || std::string_view(line.to) != "paid")
            continue;
        const bool is_past = core::day_of(line.at) < core::date(2024, 6, 1);
        (std::string_view(line.entry) == "executed" ? posted : others) += is_past ? line.amount.in_pesos() : 0;
    }
    CHECK(posted == 4 * 38'000'001LL + 41'000'000);
    CHECK(others == 0);
}

TEST_CASE("a different past moves what is projected in the right direction") {
    auto months = five();
    const auto base = ran(executed(months), 12);
    const auto rest = [&](const results::Run& run, const char* measure) {
        double sum = 0;
        for (int m = 6; m <= 12; ++m) sum += in_month(run, measure, 2024, m);
        return sum;
    };
    // Fewer plans begun leave slots free, and enterprises on the list.
    auto fewer = months;
    for (Month& m : fewer) m.beneficiaries -= 40;
    CHECK(rest(ran(executed(fewer), 12), "beneficiaries") > rest(base, "beneficiaries") + 20);
    CHECK(of(ran(executed(fewer), 12), "beneficiaries", 2024).mean < of(base, "beneficiaries", 2024).mean);
    // More attended leave more on the list.
    auto more = months;
    for (Month& m : more) m.attended += 150;
    CHECK(in_month(ran(executed(more), 12), "waiting", 2024, 5) > in_month(base, "waiting", 2024, 5) + 50);
    // More spent leaves less for what costs money after the cut.
    auto dearer = months;
    for (Month& m : dearer) m.advisory += 15'000;
    const auto poorer = ran(executed(dearer), 12);
    CHECK(of(poorer, "executed_left", 2024, Level::component, "advisory").mean ==
          doctest::Approx(of(base, "executed_left", 2024, Level::component, "advisory").mean - 75'000));
    CHECK(rest(poorer, "beneficiaries") < rest(base, "beneficiaries") - 20);
    CHECK(in_month(poorer, "beneficiaries", 2024, 5) == in_month(base, "beneficiaries", 2024, 5));
}

TEST_CASE("administration after the cut is a share of what is spent after it") {
    auto months = five();
    const auto base = ran(executed(months));
    for (Month& m : months) m.administration = 0;
    const auto none = ran(executed(months));
    for (int m = 6; m <= 12; ++m) {
        CHECK(in_month(base, "spending", 2024, m, Level::component, "administration") ==
              in_month(none, "spending", 2024, m, Level::component, "administration"));
        const double direct = in_month(none, "spending", 2024, m) -
                              in_month(none, "spending", 2024, m, Level::component, "administration");
        CHECK(in_month(none, "spending", 2024, m, Level::component, "administration") ==
              doctest::Approx(direct / 9).epsilon(0.001));
    }
}

TEST_CASE("the state that is said at the cut is there, and what is not said is what was simulated") {
    const auto base = ran(executed(five()));
    const auto said = ran(executed(five()) + "initial: {on_list: 400, in_plan: 300, for_attention: {1: 30}}\n");
    CHECK(of(said, "initial_on_list", 2024).mean == 400);
    CHECK(of(said, "initial_for_attention", 2024).mean == 30);
    // Those of the simulated past have left, so the list begins June with those who are said to be there.
    const auto at = [&](const results::Run& run, const char* stock, int month) {
        return in_month(run, stock, 2024, month);
    };
    CHECK(at(said, "waiting", 5) == 0);
    CHECK(at(base, "waiting", 5) > 0);
    CHECK(at(said, "waiting", 6) > 150);
    const double before = at(said, "in_plan", 5);
    CHECK(of(said, "initial_in_plan", 2024).mean == doctest::Approx(std::max(0.0, 300 - before)).epsilon(0.2));
    const auto fewer = ran(executed(five()) + "initial: {in_plan: 100}\n");
    CHECK(of(fewer, "initial_in_plan", 2024).mean == 0);
    CHECK(in_month(fewer, "graduates", 2024, 6) > in_month(base, "graduates", 2024, 6) + 50);
}

TEST_CASE("more plans than enterprises that wait are begun all the same, and it is said how many") {
    auto months = five();
    for (Month& m : months) m.attended = 20;
    const auto run = ran("targeting: {pass_standard: 75, high_cut: 80}\n" + executed(months));
    CHECK(of(run, "executed_supplied", 2024).mean > 100);
    for (int m = 1; m <= 5; ++m)
        CHECK(in_month(run, "beneficiaries", 2024, m) == months[static_cast<std::size_t>(m - 1)].beneficiaries);
    CHECK(of(ran(executed(std::vector<Month>(2, {.attended = 900, .beneficiaries = 30}))), "executed_supplied", 2024)
              .mean == 0);
}

TEST_CASE("whole executed years come before the cut too") {
    const auto run = ran(executed(std::vector<Month>(12)));
    CHECK(of(run, "executed_months", 2024).mean == 12);
    CHECK(of(run, "beneficiaries", 2024).mean == 12 * 70);
    CHECK(of(run, "beneficiaries", 2024).sd == 0);
    CHECK(of(run, "spending", 2024).mean == doctest::Approx(12 * (9'000.25 + 38'000.001 + 4'500 + 5'555.5)));
    CHECK(of(run, "beneficiaries", 2025).mean > 300);
    // And a second year up to a month.
    const auto two = ran(executed(std::vector<Month>(12)) + executed(std::vector<Month>(3), 2025).substr(10));
    CHECK(of(two, "executed_months", 2025).mean == 3);
    CHECK(of(two, "executed_beneficiaries", 2025).mean == 210);
}

TEST_CASE("years before the executed months are what they were without them") {
    const auto none = ran(""), run = ran(executed(std::vector<Month>(3), 2025));
    for (const char* measure : {"arrivals", "attended_persons", "beneficiaries", "spending", "alliances",
                                "attention_wait_days_mean", "wait_days_mean", "limit_slots", "waiting_year_end"}) {
        CAPTURE(measure);
        CHECK(of(run, measure, 2024).mean == of(none, measure, 2024).mean);
        CHECK(of(run, measure, 2024).sd == of(none, measure, 2024).sd);
    }
    CHECK(of(run, "executed_months", 2025).mean == 3);
    CHECK(run.find("executed_months", 2024, Level::programme, "") == nullptr);
    CHECK(none.find("executed_months", 2025, Level::programme, "") == nullptr);
    CHECK(results::Index(none).estimate({"beneficiaries", 2025, Level::programme, "", 1}) == nullptr);
    // Of those who asked in 2024 it is not known how they fared in the executed months, so they are no worse off.
    CHECK(of(run, "offered_within_90_days", 2024).mean ==
          doctest::Approx(of(none, "offered_within_90_days", 2024).mean).epsilon(0.1));
}

TEST_CASE("waits and limits are those of the months that are projected") {
    const auto run = ran(executed(five()));
    CHECK(in_month(run, "limit_funds", 2024, 7) >= 0);
    CHECK(std::isnan(in_month(run, "limit_funds", 2024, 3)));
    CHECK(of(run, "attention_wait_days_mean", 2024).n > 0);
}

TEST_CASE("no more money comes back of plans than executed months spent") {
    auto months = five();
    for (Month& m : months) m.advisory = m.administration = m.attention = m.alliances_spent = 0;
    const auto run = ran("funding: {dropout_return: true}\nwork_plan: {dropout: 0.9}\n" + executed(months));
    CHECK(of(run, "executed_spending", 2024).mean == 0);
    CHECK(of(run, "spending", 2024).mean > 0);
}

TEST_CASE("centres' own funds, groups and returns go together with executed months") {
    const auto run =
        ran("funding: {pool: by_centre, plan_payment: halves, dropout_return: true}\n"
            "demand: {returning: 0.3, returns_after: 60 days}\n"
            "enterprises: {persons: 1.7}\n"
            "work_plan: {group: {sessions: 2, size: 6, length: 2 h, gather: 20 days}}\n"
            "advisory: {slot_cut: return_to_list}\n" +
            executed(five()));
    const auto months = five();
    for (int m = 1; m <= 5; ++m) {
        CHECK(in_month(run, "attended_persons", 2024, m) == months[static_cast<std::size_t>(m - 1)].attended);
        CHECK(in_month(run, "beneficiaries", 2024, m) == months[static_cast<std::size_t>(m - 1)].beneficiaries);
    }
}
