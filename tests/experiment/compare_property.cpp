#include <doctest/doctest.h>

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "aforo/experiment/compare.hpp"
#include "aforo/results/index.hpp"
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

// Too few advisors, and money to spare.
scenario::Scenario short_of_slots(int advisors) {
    scenario::Scenario s = testing::small();
    s.advisory.budget = s.advisory.budget * 3;
    s.advisory.advisors = advisors;
    return s;
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
    // And the sums over years of what adds up and is told of the programme.
    const auto sums = std::count_if(base.run.columns.begin(), base.run.columns.end(), [&](const auto& c) {
        return c.adds_up() && base.run.find(c.name, base.run.years.front()) != nullptr;
    });
    CHECK(sums > 7);
    CHECK(all.size() == base.run.rows.size() + static_cast<std::size_t>(sums));
    for (const auto& d : all) {
        CHECK(d.value.n == d.base.n);
        CHECK((d.value.n == 0 || d.value.mean == 0));
        CHECK((d.value.n == 0 || d.value.half_width == 0));
        CHECK(std::isnan(d.gain));
    }
}

TEST_CASE("where slots bind and funds do not, common numbers are worth several times the replications") {
    const auto base = run_of(short_of_slots(10), 40);
    const auto all = experiment::differences(base, run_of(short_of_slots(11), 40), 0.05);
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

TEST_CASE("a comparison shares its error among its alternatives") {
    std::vector<scenario::Scenario> scenarios(3, testing::small());
    scenarios[1].advisory.advisors = 13;
    scenarios[2].advisory.advisors = 11;
    experiment::Options options;
    options.replications = 6;
    const auto half_width = [&](std::ptrdiff_t alternatives) {
        const auto c =
            experiment::compare({scenarios.begin(), scenarios.begin() + 1 + alternatives}, options).comparison;
        return of(c.alternatives.front().differences, "admissions", 2025).value.half_width;
    };
    const boost::math::students_t t(5);
    const double ratio = quantile(complement(t, 0.025 / 2)) / quantile(complement(t, 0.025));
    CHECK(half_width(2) == doctest::Approx(half_width(1) * ratio).epsilon(1e-6));
}

TEST_CASE("replications go on until the precision that is asked for, and no batch longer") {
    scenario::Scenario s = testing::small();
    scenario::Scenario more = s;
    more.advisory.advisors = 13;
    experiment::Options options;
    options.replications = 10;
    const auto first = experiment::compare({s, more}, options).comparison;
    const Difference& d = of(first.alternatives.front().differences, "beneficiaries", 2025);
    const std::size_t years = first.base.years.size();
    // As wide as the first batch makes it, all years together.
    const auto wide = [&](int n, double half_width) {
        const boost::math::students_t t(n - 1);
        return half_width * quantile(complement(t, 0.025 / static_cast<double>(years))) /
               quantile(complement(t, 0.025));
    };
    const double of_ten = wide(10, d.value.half_width) / d.base.mean;
    options.replications = 200;
    options.precision = of_ten * 0.6;
    const auto precise = experiment::compare({s, more}, options);
    CHECK(precise.precision_reached);
    const int n = precise.comparison.base.replications;
    CHECK(n > 10);
    CHECK(n < 200);
    for (const int year : first.base.years) {
        const Difference& then = of(precise.comparison.alternatives.front().differences, "beneficiaries", year);
        CHECK(wide(n, then.value.half_width) <= *options.precision * then.base.mean * (1 + 1e-9));
    }

    // Of one scenario, γ / (1 + γ) of the mean [Law 2015, 9.4.1].
    experiment::Options alone;
    alone.replications = 10;
    const auto relative = [&](const experiment::Outcome& o, int year) {
        const auto* e = o.run.find("beneficiaries", year);
        return wide(o.run.replications, e->half_width) / e->mean;
    };
    const auto ten = experiment::run(s, alone);
    double worst = 0;
    for (const int year : ten.run.years) worst = std::max(worst, relative(ten, year));
    alone.replications = 400;
    alone.precision = worst * 1.0001;  // more than γ / (1 + γ)
    const auto longer = experiment::run(s, alone);
    CHECK(longer.run.replications > 10);
    for (const int year : longer.run.years)
        CHECK(relative(longer, year) <= *alone.precision / (1 + *alone.precision) * (1 + 1e-9));
}

TEST_CASE("with more slots enterprises are admitted earlier, days are gained, and who wins adds up") {
    experiment::Options options;
    options.replications = 4;
    const auto c = experiment::compare({short_of_slots(8), short_of_slots(10)}, options).comparison;
    const auto mean = [&](results::Fate f) { return c.alternatives.front().fates.front().of(f).mean; };
    using results::Fate;
    CHECK(mean(Fate::earlier) > 10 * mean(Fate::later));
    CHECK(mean(Fate::days_gained) > 10 * mean(Fate::days_lost));
    CHECK(mean(Fate::days_gained) > mean(Fate::earlier));
    CHECK(mean(Fate::only_alternative) > mean(Fate::only_base));
    CHECK(mean(Fate::winners) == mean(Fate::earlier) + mean(Fate::only_alternative));
    CHECK(mean(Fate::losers) == mean(Fate::later) + mean(Fate::only_base));
}

TEST_CASE("plans that enter less plans that drop out are the change in admissions, exactly, second plans too") {
    auto base = short_of_slots(8), more = short_of_slots(10);
    for (auto* s : {&base, &more}) {
        s->graduation.max_plans = 3;
        s->graduation.repeat = 0.8;
    }
    experiment::Options options;
    options.replications = 4;
    const auto c = experiment::compare({base, more}, options).comparison;
    const auto& a = c.alternatives.front();
    using results::Fate;
    const results::Index index(a.differences);
    const auto* admissions = index.difference({"admissions", 0});
    REQUIRE(admissions != nullptr);
    const auto& all = a.fates.front();
    CHECK(all.of(Fate::plans_entering).mean - all.of(Fate::plans_dropped).mean ==
          doctest::Approx(admissions->value.mean).epsilon(1e-12));
    // Every plan has its place, and there are more of them than enterprises.
    CHECK(all.of(Fate::plans_dropped).mean + all.of(Fate::plans_earlier).mean + all.of(Fate::plans_later).mean +
              all.of(Fate::plans_same_day).mean ==
          doctest::Approx(admissions->base.mean).epsilon(1e-12));
    CHECK(all.of(Fate::plans_entering).mean > all.of(Fate::only_alternative).mean);
}

TEST_CASE("in each group too, plans that enter less plans that drop out are the change in admissions") {
    auto base = short_of_slots(8), others = short_of_slots(8);
    // The same enterprises, some of them now of women.
    for (auto& [id, region] : others.network.regions) region.female = std::min(1.0, region.female + 0.2);
    experiment::Options options;
    options.replications = 3;
    const auto c = experiment::compare({base, others}, options).comparison;
    const auto& a = c.alternatives.front();
    using results::Fate;
    const results::Index index(a.differences);
    bool is_any_other = false;
    for (const auto& fates : a.fates) {
        if (fates.group.empty()) continue;
        CAPTURE(fates.group);
        double change = 0;
        for (const int year : c.base.years)
            change += index.difference({"admissions", year, results::Level::group, fates.group})->value.mean;
        CHECK(fates.of(Fate::plans_entering).mean - fates.of(Fate::plans_dropped).mean ==
              doctest::Approx(change).epsilon(1e-9));
        is_any_other = is_any_other || std::abs(change) > 1;
    }
    CHECK(is_any_other);
    // None enters or drops out of the programme for it.
    CHECK(a.fates.front().of(Fate::plans_entering).mean == 0);
}
