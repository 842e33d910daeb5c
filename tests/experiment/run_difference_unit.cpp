// Two runs told apart: intervals with numbers worked out by hand, and nothing told that is not known.
#include <doctest/doctest.h>

#include <cmath>

#include "aforo/experiment/run_difference.hpp"
#include "aforo/experiment/statistics.hpp"

using namespace aforo;
using results::Level;
using How = results::RunDifference::How;

namespace {

struct Made {
    results::Run run;
    results::Samples samples;

    Made(std::uint64_t seed, int replications) {
        run.seed = seed;
        run.replications = replications;
        samples.replications = static_cast<std::size_t>(replications);
    }
    void add(const std::string& measure, std::vector<double> values, Level level = Level::programme) {
        run.columns.push_back({measure, "enterprises", {}, {}});
        run.rows.push_back({static_cast<int>(run.columns.size()) - 1, 2024, level, "", experiment::estimate(values)});
        samples.values.insert(samples.values.end(), values.begin(), values.end());
        ++samples.keys;
    }
};

results::RunDifference apart(const Made& a, const Made& b) {
    return experiment::difference_of_runs(a.run, a.samples, b.run, b.samples);
}

}  // namespace

TEST_CASE("runs of other seeds are two samples, with the interval of Welch") {
    // Welch's interval by hand: means 12 and 20, variances 10 and 2,5, n 5 and 5: se² 2 + 0,5, freedom 6,25 / (1 +
    // 0,0625).
    Made a(1, 5), b(2, 5);
    a.add("m", {8, 10, 12, 14, 16});
    b.add("m", {18, 19, 20, 21, 22});
    const auto d = apart(a, b);
    CHECK(d.how == How::welch);
    REQUIRE(d.told.size() == 1);
    CHECK(d.told[0].value.mean == doctest::Approx(8));
    CHECK(d.told[0].value.half_width ==
          doctest::Approx(experiment::student_t(0.975, 6.25 / 1.0625) * std::sqrt(2.5)).epsilon(1e-12));
    CHECK(d.told[0].value.half_width == doctest::Approx(3.888).epsilon(1e-3));  // t of 5,882 degrees: 2,459
    CHECK(d.told[0].base.mean == 12);
    CHECK(d.told[0].alternative.mean == 20);
}

TEST_CASE("runs of unequal size and spread take the degrees of freedom of Satterthwaite") {
    // Variances 1 of 3 and 100 of 2: se² 1/3 + 50; freedom (50,333)² / ((1/9)/2 + 2500/1), near 1.
    Made a(1, 3), b(1, 2);
    a.add("m", {0, 1, 2});
    const double half = std::sqrt(50.0);
    b.add("m", {1000 - half, 1000 + half});
    const auto d = apart(a, b);
    CHECK(d.how == How::welch);
    const double v = 1.0 / 3 + 50, freedom = v * v / (1.0 / 9 / 2 + 2500);
    REQUIRE(d.told.size() == 1);
    CHECK(d.told[0].value.half_width == doctest::Approx(experiment::student_t(0.975, freedom) * std::sqrt(v)));
    CHECK(d.told[0].value.half_width > 80);  // t of one degree is 12,7
}

TEST_CASE("runs of the same numbers are paired: a steady difference inside the spread of both is told") {
    Made a(7, 4), b(7, 4);
    a.add("m", {100, 200, 300, 400});
    b.add("m", {101, 203, 302, 402});
    const auto d = apart(a, b);
    CHECK(d.how == How::paired);
    REQUIRE(d.told.size() == 1);
    // Differences 1, 3, 2, 2: mean 2, sd √(2/3), t of 3 degrees 3,182.
    CHECK(d.told[0].value.mean == doctest::Approx(2));
    CHECK(d.told[0].value.half_width == doctest::Approx(3.18245 * std::sqrt(2.0 / 3) / 2).epsilon(1e-5));
    Made c(8, 4);
    c.add("m", {101, 203, 302, 402});
    CHECK(apart(a, c).told.empty());
    CHECK(apart(a, c).within == 1);
}

TEST_CASE(
    "what is the same in every replication is equal, and a constant that changes is told first, without an error") {
    Made a(7, 3), b(7, 3);
    a.add("same", {1, 2, 3});
    b.add("same", {1, 2, 3});
    a.add("small", {10, 20, 30});
    b.add("small", {11, 21, 31.001});
    a.add("constant", {5, 5, 5}, Level::component);
    b.add("constant", {6, 6, 6}, Level::component);
    a.add("noise", {1, 5, 9});
    b.add("noise", {9, 5, 2});
    const auto d = apart(a, b);
    CHECK(d.equal == 1);
    CHECK(d.within == 1);
    REQUIRE(d.told.size() == 2);
    CHECK(d.told[0].measure == "constant");
    CHECK(d.told[0].value.half_width == 0);
    CHECK(d.told[1].measure == "small");
    // The same constants in runs of other seeds.
    Made x(1, 3), y(2, 3);
    x.add("constant", {5, 5, 5});
    y.add("constant", {5, 5, 5});
    CHECK(apart(x, y).equal == 1);
}

TEST_CASE("the rounding of whole pesos is no difference") {
    Made a(7, 3), b(7, 3);
    a.add("share", {0.1, 0.1 + 1e-13, 0.1});
    b.add("share", {0.1 + 2e-13, 0.1 + 3e-13, 0.1 + 2e-13});
    CHECK(apart(a, b).told.empty());
    CHECK(apart(a, b).within == 1);
}

TEST_CASE("intervals hold for all that is compared together") {
    Made a(1, 10), b(2, 10);
    a.add("m", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    b.add("m", {3, 4, 5, 6, 7, 8, 9, 10, 11, 12});  // alone: 3 ± 2,84
    CHECK(apart(a, b).told.size() == 1);
    a.add("other", {1, 2, 1, 2, 1, 2, 1, 2, 1, 2});
    b.add("other", {2, 1, 2, 1, 2, 1, 2, 1, 2, 1});
    CHECK(apart(a, b).told.empty());  // of two: 3 ± 3,31
    CHECK(apart(a, b).within + apart(a, b).equal == 2);
}

TEST_CASE("of fewer than two replications nothing is told, and what only one run has is counted") {
    const double none = results::undefined;
    Made a(1, 1), b(2, 1);
    a.add("m", {1});
    b.add("m", {100});
    CHECK(apart(a, b).unknown == 1);
    CHECK(apart(a, b).told.empty());
    Made c(1, 3), d(2, 3);
    c.add("m", {1, none, none});
    d.add("m", {7, 8, 9});
    c.add("gone", {1, 2, 3});
    d.add("new", {1, 2, 3});
    d.add("offices are not compared", {1, 2, 3}, Level::office);
    const auto found = apart(c, d);
    CHECK(found.unknown == 1);
    CHECK(found.only_from == 1);
    CHECK(found.only_to == 1);
    CHECK(found.told.empty());
}

TEST_CASE("inputs are told by path: from, to, and where each comes from") {
    Made a(1, 2), b(1, 2);
    a.run.assumptions = {{"advisory.caseload", "42", "[35, 60]", "ficha", "", {}},
                         {"demand.arrivals", "100", "", "ficha", "", {}},
                         {"waiting_list.priority", "arrival", "", "", "", {}}};
    b.run.assumptions = {{"advisory.caseload", "50", "[35, 60]", "supuesto", "", {}},
                         {"demand.arrivals", "100", "[50, 200]", "ficha", "", {}}};
    const auto d = apart(a, b);
    REQUIRE(d.inputs.size() == 3);
    CHECK(d.inputs[0].path == "advisory.caseload");
    CHECK(d.inputs[0].is_of_value());
    CHECK(d.inputs[0].from.value == "42");
    CHECK(d.inputs[0].to.value == "50");
    CHECK(d.inputs[0].to.source == "supuesto");
    CHECK(!d.inputs[1].is_of_value());
    CHECK(d.inputs[2].path == "waiting_list.priority");
    CHECK(d.inputs[2].to.value.empty());
}
