// Money told in other pesos than those of the scenario: converted replication by replication and year by year, before
// anything is summed; nothing else moves, and no money is left out.
#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include "aforo/experiment/compare.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/experiment/explain.hpp"
#include "aforo/experiment/study.hpp"
#include "aforo/experiment/sweep.hpp"
#include "aforo/results/index.hpp"
#include "model/scenarios.hpp"

using namespace aforo;
using experiment::Outcome;

namespace {

constexpr core::Pesos nominal{core::Pesos::Kind::nominal};
constexpr core::Pesos of(int year) { return {core::Pesos::Kind::of_year, year}; }

// Two measured years, 2025 and 2026, in pesos of 2024; prices rise by a tenth and by a fifth: 1.10 and 1.32.
scenario::Scenario two_years() {
    scenario::Scenario s = testing::small();
    s.horizon.first_year = 2025;
    s.horizon.last_year = 2026;
    s.plan.price_year = 2024;
    s.plan.administration = core::Money::thousands(1000);
    s.funding.index.factor = {{2025, 1.1}, {2026, 1.2}};
    return s;
}
const std::map<int, double> rises = {{2025, 1.1}, {2026, 1.1 * 1.2}};

Outcome told_in(const core::Pesos& pesos, const scenario::Scenario& s = two_years()) {
    experiment::Options options;
    options.replications = 4;
    options.prices = pesos;
    return experiment::run(s, options);
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

const std::string& name_of(const results::Run& run, const results::Row& row) {
    return run.columns[static_cast<std::size_t>(row.column)].name;
}

}  // namespace

TEST_CASE("every amount is the scenario's times the index of its year, and what is no amount stays as it is") {
    const Outcome plain = told_in({}), other = told_in(nominal);
    REQUIRE(plain.run.rows.size() == other.run.rows.size());
    REQUIRE(plain.run.series.size() == other.run.series.size());
    const std::size_t years = plain.run.rows.size(), keys = years + plain.run.series.size();
    std::map<std::string, int> moved;
    for (std::size_t k = 0; k < keys; ++k) {
        const auto& row = k < years ? plain.run.rows[k] : plain.run.series[k - years];
        const std::string& name = name_of(plain.run, row);
        CAPTURE(name);
        // By what its label says, not by how it was converted: a measure in M$ that is left out fails here.
        const auto& column = measure::catalogue()[static_cast<std::size_t>(row.column)];
        const bool is_amount = name != "spending_nominal" && (column.shape.kind == results::Kind::money ||
                                                              column.label.es.find("M$") != std::string::npos ||
                                                              column.unit.find("M$") != std::string::npos);
        const double factor = is_amount ? rises.at(row.year) : 1;
        for (std::size_t r = 0; r < plain.samples.replications; ++r) {
            const double before = plain.samples.of(k)[r], after = other.samples.of(k)[r];
            if (is_amount) {
                if (!std::isnan(before)) CHECK(after == doctest::Approx(before * factor).epsilon(1e-14));
                if (before > 0) ++moved[name];
            } else {
                CHECK(same(before, after));
            }
        }
        const auto& estimate = (k < years ? other.run.rows[k] : other.run.series[k - years]).value;
        if (is_amount && !std::isnan(row.value.mean))
            CHECK(estimate.mean == doctest::Approx(row.value.mean * factor).epsilon(1e-12));
    }
    for (const char* measure : {"spending", "appropriation", "unit_cost", "unspent"}) CHECK(moved[measure] > 0);
    for (const auto& column : other.run.columns) {
        if (column.name == "spending") CHECK(column.unit == "M$ nominal");
    }
}

TEST_CASE("pesos of a year are the same for all years, and those of the scenario are the bits of who asks for none") {
    const Outcome plain = told_in({}), own = told_in(of(2024)), later = told_in(of(2026));
    REQUIRE(plain.samples.values.size() == own.samples.values.size());
    for (std::size_t i = 0; i < plain.samples.values.size(); ++i)
        CHECK(same(plain.samples.values[i], own.samples.values[i]));
    CHECK(own.run.column("spending")->unit == "M$");
    CHECK(later.run.column("spending")->unit == "M$ 2026");
    for (const int year : plain.run.years) {
        for (const char* id : {"attention", "advisory", "alliances", "administration"}) {
            const auto level = results::Level::component;
            CHECK(later.run.find("spending", year, level, id)->mean ==
                  doctest::Approx(plain.run.find("spending", year, level, id)->mean * 1.32));
        }
        CHECK(later.run.find("unit_cost", year)->mean ==
              doctest::Approx(plain.run.find("unit_cost", year)->mean * 1.32));
    }
}

TEST_CASE("the sheet's planned amounts come in the same pesos as what is simulated") {
    const Outcome plain = told_in({}), other = told_in(nominal), later = told_in(of(2026));
    CHECK(plain.run.planned.admin_spending == 1000);
    CHECK(plain.run.planned.price_year == 2024);
    CHECK(other.run.planned.admin_spending == doctest::Approx(1100));  // of the first year
    CHECK(other.run.planned.price_year == 2025);
    CHECK(later.run.planned.admin_spending == doctest::Approx(1320));
    CHECK(later.run.planned.price_year == 2026);
}

TEST_CASE("a sum over years is that of the years' converted amounts, in each replication") {
    std::vector<scenario::Scenario> two(2, two_years());
    two[1].advisory.advisors -= 3;
    experiment::Options options;
    options.replications = 4;
    const auto plain = experiment::compare(two, options).comparison;
    options.prices = nominal;
    const auto other = experiment::compare(two, options).comparison;
    const results::Index before(plain.alternatives.front().differences), after(other.alternatives.front().differences);
    double all = 0, unconverted = 0;
    for (const auto& [year, factor] : rises) {
        const auto *real = before.difference({"spending", year}), *told = after.difference({"spending", year});
        REQUIRE(real != nullptr);
        REQUIRE(told != nullptr);
        CHECK(told->unit == "M$ nominal");
        CHECK(told->value.mean == doctest::Approx(real->value.mean * factor));
        all += told->value.mean;
        unconverted += real->value.mean;
    }
    REQUIRE(std::abs(unconverted) > 1);
    CHECK(after.difference({"spending"})->value.mean == doctest::Approx(all));
    CHECK(std::abs(after.difference({"spending"})->value.mean) > 1.05 * std::abs(unconverted));
    // A mean of ratios is no ratio of sums: what a beneficiary more costs is of converted spending.
    const auto *real = before.difference({results::marginal_cost, 2026}),
               *told = after.difference({results::marginal_cost, 2026});
    if (real != nullptr) {
        REQUIRE(told != nullptr);
        CHECK(told->value.mean == doctest::Approx(real->value.mean * rises.at(2026)));
    }
}

TEST_CASE("sweeps and marginals are in the pesos that are asked for") {
    experiment::Options options;
    options.replications = 4;
    const auto point = [&] {
        experiment::Grid grid;
        grid.axes = {{"advisory.caseload", {"20"}}};
        grid.scenarios = {two_years()};
        return experiment::sweep(std::move(grid), options).sweep;
    };
    const auto raised = [&] { return experiment::marginals(two_years(), options).marginals; };
    const auto plain = point();
    const auto money = raised();
    options.prices = nominal;
    const auto other = point();
    const auto money_told = raised();
    for (const auto& [year, factor] : rises) {
        CHECK(other.find(other.points.front(), "spending", year)->mean ==
              doctest::Approx(plain.find(plain.points.front(), "spending", year)->mean * factor));
    }
    REQUIRE(money.marginals.size() == money_told.marginals.size());
    for (std::size_t i = 0; i < money.marginals.size(); ++i) {
        CHECK(money_told.marginals[i].money == doctest::Approx(money.marginals[i].money * (1.1 + 1.32) / 2));
        CHECK(money_told.marginals[i].beneficiaries.value.mean == money.marginals[i].beneficiaries.value.mean);
    }
}

TEST_CASE("a run that is told in other pesos afterwards has the bits of one that was asked for them") {
    for (const core::Pesos& pesos : {nominal, of(2026)}) {
        Outcome later = told_in({}), asked = told_in(pesos);
        experiment::tell_in(pesos, later);
        REQUIRE(later.samples.values.size() == asked.samples.values.size());
        for (std::size_t i = 0; i < asked.samples.values.size(); ++i)
            CHECK(same(later.samples.values[i], asked.samples.values[i]));
        for (std::size_t k = 0; k < asked.run.rows.size(); ++k) {
            CHECK(same(later.run.rows[k].value.mean, asked.run.rows[k].value.mean));
            CHECK(same(later.run.rows[k].value.half_width, asked.run.rows[k].value.half_width));
            CHECK(same(later.run.rows[k].value.p90, asked.run.rows[k].value.p90));
        }
        for (std::size_t c = 0; c < asked.run.columns.size(); ++c)
            CHECK(later.run.columns[c].unit == asked.run.columns[c].unit);
        CHECK(later.run.planned.admin_spending == asked.run.planned.admin_spending);
        CHECK(later.run.planned.price_year == asked.run.planned.price_year);
        CHECK(later.run.prices == asked.run.prices);
    }
}

TEST_CASE("what is archived is in the scenario's own pesos, so that it serves for any") {
    struct Memory : experiment::Archive {
        std::vector<measure::Key> keys;
        std::vector<std::vector<double>> items;
        Found open(std::size_t, const std::string&) override { return {keys, items}; }
        void put(std::size_t, int replication, const std::vector<measure::Key>& of,
                 std::span<const double> values) override {
            keys = of;
            items.resize(std::max(items.size(), static_cast<std::size_t>(replication) + 1));
            items[static_cast<std::size_t>(replication)] = {values.begin(), values.end()};
        }
    } archive;
    experiment::Options options;
    options.replications = 4;
    options.archive = &archive;
    options.prices = nominal;
    const Outcome first = experiment::run(two_years(), options);
    options.stop = [] { return true; };  // nothing is simulated any more
    const Outcome again = experiment::run(two_years(), options);
    options.prices = {};
    const Outcome plain = experiment::run(two_years(), options), simulated = told_in({});
    REQUIRE(again.samples.values.size() == first.samples.values.size());
    REQUIRE(plain.samples.values.size() == simulated.samples.values.size());
    for (std::size_t i = 0; i < first.samples.values.size(); ++i) {
        CHECK(same(again.samples.values[i], first.samples.values[i]));
        CHECK(same(plain.samples.values[i], simulated.samples.values[i]));
    }
}
