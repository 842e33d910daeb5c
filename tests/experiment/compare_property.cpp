#include <doctest/doctest.h>

#include <cmath>

#include "aforo/experiment/compare.hpp"
#include "model/scenarios.hpp"

using namespace aforo;
using results::Difference;

namespace {

experiment::Outcome run_of(const scenario::Scenario& s, int replications) {
    experiment::Options options;
    options.seed = 5;
    options.replications = replications;
    return experiment::run(s, options);
}

const Difference& of(const std::vector<Difference>& all, const std::string& measure, int year) {
    for (const auto& d : all) {
        if (d.measure == measure && d.year == year && d.level == results::Level::programme) return d;
    }
    FAIL("no such measure");
    return all.front();
}

}  // namespace

TEST_CASE("a scenario compared with itself differs by exactly nothing, in everything") {
    const auto base = run_of(testing::small(), 4);
    const auto all = experiment::differences(base, run_of(testing::small(), 4), 0.05);
    CHECK(all.size() == base.run.rows.size() + 7);  // and the sums over years of what adds up
    for (const auto& d : all) {
        CHECK(d.value.n == d.base.n);
        CHECK((d.value.n == 0 || d.value.mean == 0));
        CHECK((d.value.n == 0 || d.value.half_width == 0));
        CHECK(std::isnan(d.gain));
    }
}

TEST_CASE("where slots bind and funds do not, common numbers are worth several times the replications") {
    scenario::Scenario s = testing::small();
    s.advisory.budget = s.advisory.budget * 3;
    s.advisory.advisors = 10;
    scenario::Scenario more = s;
    more.advisory.advisors = 11;
    const auto base = run_of(s, 40);
    const auto all = experiment::differences(base, run_of(more, 40), 0.05);
    const Difference& d = of(all, "beneficiaries", 2025);
    CAPTURE(d.value.mean);
    CAPTURE(d.gain);
    CHECK(d.value.mean - d.value.half_width > 0);
    CHECK(d.value.mean == doctest::Approx(d.alternative.mean - d.base.mean));
    CHECK(d.gain > 2);  // 5 with 300 replications; with 40 it comes out anywhere between 3 and 8
}

TEST_CASE("more alternatives make wider intervals") {
    scenario::Scenario more = testing::small();
    more.advisory.advisors = 13;
    const auto base = run_of(testing::small(), 6);
    const auto other = run_of(more, 6);
    const auto one = experiment::differences(base, other, 0.05), five = experiment::differences(base, other, 0.05 / 5);
    CHECK(of(five, "admissions", 2025).value.half_width > of(one, "admissions", 2025).value.half_width);
}
