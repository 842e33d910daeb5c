#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "aforo/experiment/explain.hpp"
#include "model/scenarios.hpp"

using namespace aforo;

namespace {

experiment::Options few(int replications) {
    experiment::Options options;
    options.seed = 9;
    options.replications = replications;
    return options;
}

scenario::Scenario changed(const std::vector<scenario::Setting>& settings) {
    auto result = scenario::with(testing::small(), settings, "test", core::Lang::en);
    for (const auto& d : result.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(result.scenario.has_value());
    return *result.scenario;
}

const std::vector<scenario::Setting> six = {{"demand.arrivals", "3300"},       {"diagnosis.share", "0.7"},
                                            {"waiting_list.decline", "0.05"},  {"advisory.caseload", "33"},
                                            {"targeting.pass_standard", "50"}, {"attention.direct_hours", "1300 h"}};

const results::Attribution& of(const results::Explanation& e, const std::string& measure, int year) {
    const auto found = std::find_if(e.attributions.begin(), e.attributions.end(),
                                    [&](const auto& a) { return a.measure == measure && a.year == year; });
    REQUIRE(found != e.attributions.end());
    return *found;
}

}  // namespace

TEST_CASE("the shares of two, three and six changes sum to the difference, in integers") {
    for (const std::size_t m : {2u, 3u, 6u}) {
        const auto other = changed({six.begin(), six.begin() + static_cast<std::ptrdiff_t>(m)});
        const auto coalitions = experiment::coalitions(testing::small(), other);
        REQUIRE(coalitions.players.size() == m);
        CHECK(coalitions.scenarios.size() == std::size_t{1} << m);
        const auto e = experiment::explain(coalitions, few(3)).explanation;
        std::size_t whole = 0;
        for (const auto& a : e.attributions) {
            CAPTURE(a.measure);
            CAPTURE(a.year);
            const double sum = std::accumulate(a.shares.begin(), a.shares.end(), 0.0,
                                               [](double s, const results::Estimate& share) { return s + share.mean; });
            CHECK(sum == doctest::Approx(a.total.mean).epsilon(1e-9));
            if (a.numerators.empty()) continue;
            ++whole;
            CHECK((std::accumulate(a.numerators.begin(), a.numerators.end(), results::Whole{0}) == a.numerator));
            CHECK(static_cast<double>(a.numerator) / static_cast<double>(a.denominator) ==
                  doctest::Approx(a.total.mean).epsilon(1e-12));
        }
        CHECK(whole > 10);
    }
}

TEST_CASE("a change that does nothing has no share, and one alone has all of it") {
    const auto other = changed({{"demand.arrivals", "3600"}, {"population.target", "30000"}});
    const auto e = experiment::explain(experiment::coalitions(testing::small(), other), few(3)).explanation;
    REQUIRE(e.players.size() == 2);
    const std::size_t demand = e.players[0].name == "demand.arrivals" ? 0 : 1;
    const auto& a = of(e, "attended_persons", 2025);
    CHECK(a.total.mean > 0);
    CHECK(a.shares[demand].mean == a.total.mean);
    CHECK(a.shares[1 - demand].mean == 0);
    CHECK((a.numerators[1 - demand] == 0));
}

TEST_CASE("changes that only make a scenario together are one player") {
    // Thirty advisors more do not fit the budget without the money for them.
    const auto other =
        changed({{"advisory.advisors", "40"}, {"advisory.budget", "1500000 M$"}, {"demand.arrivals", "3300"}});
    const auto coalitions = experiment::coalitions(testing::small(), other);
    REQUIRE(coalitions.players.size() == 2);
    const auto is_joint = [](const auto& p) { return p.changes.size() == 2; };
    CHECK(std::count_if(coalitions.players.begin(), coalitions.players.end(), is_joint) == 1);
    CHECK(coalitions.scenarios.size() == 4);
}

TEST_CASE("more than eight changes are grouped by section") {
    std::vector<scenario::Setting> many = six;
    many.insert(many.end(), {{"demand.growth", "1.2"},
                             {"diagnosis.correlation", "0.5"},
                             {"diagnosis.measurement_error", "9"},
                             {"advisory.annual_cost", "23000 M$"}});
    const auto coalitions = experiment::coalitions(testing::small(), changed(many));
    CHECK(coalitions.players.size() == 6);  // demand, attention, diagnosis, targeting, waiting_list, advisory
}

TEST_CASE("scenarios that say the same have no changes to explain") {
    CHECK(experiment::coalitions(testing::small(), testing::small()).players.empty());
}

TEST_CASE("an advisor more helps where slots bind, and money where it is what lacks") {
    scenario::Scenario s = testing::small();
    s.advisory.advisors = 8;
    s.advisory.budget = s.advisory.budget * 2;
    CHECK(experiment::marginals_of(s) == 3 + 4);
    const auto m = experiment::marginals(s, few(6)).marginals;
    REQUIRE(m.marginals.size() == 7);
    double most = 0;
    for (const auto& one : m.marginals) {
        if (one.level == results::Level::office) most = std::max(most, one.beneficiaries.value.mean);
        if (one.id == "advisory" || one.id == "alliances") CHECK(one.beneficiaries.value.mean == 0);  // money is left
    }
    CHECK(most > 10);
}

TEST_CASE("where money is what lacks, plans come of an advisor's money and not of the advisor") {
    scenario::Scenario s = testing::small();
    s.advisory.plan_cost = s.advisory.plan_cost * 20;
    s.advisory.caseload = 100;
    s.advisory.unlimited_hours = true;
    double by_money = 0, by_advisors = 0;
    for (const auto& one : experiment::marginals(s, few(6)).marginals.marginals) {
        const auto& e = one.beneficiaries.value;
        if (one.id == results::money_for_plans) by_money = e.mean;
        if (one.level == results::Level::office) by_advisors = std::max(by_advisors, e.mean);
    }
    CHECK(by_money > 100);
    CHECK(by_advisors < 0.05 * by_money);
}

TEST_CASE("as much more money in every year buys as many plans in each, whatever the budget grows by") {
    scenario::Scenario s = testing::small();
    s.advisory.plan_cost = s.advisory.plan_cost * 20;
    s.horizon.last_year = 2027;
    s.advisory.budget_growth = {{{0, 1.3}}};
    s.advisory.caseload = 1000;
    s.advisory.unlimited_hours = true;
    const auto m = experiment::marginals(s, few(6)).marginals;
    const auto money =
        std::find_if(m.marginals.begin(), m.marginals.end(), [](const auto& one) { return one.id == "advisory"; });
    const double years = s.horizon.last_year - s.horizon.first_year + 1;
    const double plans = money->money * years / s.advisory.plan_cost.in_thousands();
    CHECK(money->beneficiaries.value.mean == doctest::Approx(plans).epsilon(0.25));
}
