// The scenario of twelve observed months: each month's expected arrivals are those of its file, and the twelve
// simulated months are within the error that chance allows for all of them at once.
#include <doctest/doctest.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <map>

#include "aforo/experiment/calendar.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/scenario/csv.hpp"
#include "aforo/scenario/edit.hpp"
#include "library/claims.hpp"

using namespace aforo;

TEST_CASE("twelve observed months come out as observed: in expectation to 0,1 %, simulated within their error") {
    const auto folder = testing::scenarios_folder() / "datos";
    const auto read = scenario::read((folder / "doce-meses.yaml").string(), core::Lang::es);
    for (const auto& d : read.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(read.scenario);
    const auto csv = scenario::read_csv((folder / "llegadas-2024.csv").string(), core::Lang::es);
    REQUIRE(csv.csv);
    const auto observed = scenario::numbers_of(*csv.csv, 1, core::Lang::es).values;
    REQUIRE(observed.size() == 12);

    const auto expected = experiment::calendar(*read.scenario).years.front();
    REQUIRE(expected.year == 2024);
    for (std::size_t m = 0; m < 12; ++m) {
        CAPTURE(m);
        CHECK(std::abs(expected.months[m].arrivals / observed[m] - 1) < 0.001);
    }

    // One year is enough, from empty: who comes does not depend on what came before.
    const auto short_one = scenario::with(
        *read.scenario, {{"horizon.last_year", "2024"}, {"horizon.run_in_years", "0"}, {"horizon.run_in_growth", "0"}},
        "short", core::Lang::es);
    for (const auto& d : short_one.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(short_one.scenario);
    experiment::Options options;
    options.seed = 20241;
    options.replications = 10;
    const auto outcome = experiment::run(*short_one.scenario, options);
    const double bound = boost::math::quantile(boost::math::normal(), 1 - 0.001 / 24);  // of twelve, both ends
    std::map<int, double> sums;
    for (std::size_t k = 0; k < outcome.run.series.size(); ++k) {
        const auto& row = outcome.run.series[k];
        if (outcome.run.columns[static_cast<std::size_t>(row.column)].name != "arrivals" ||
            row.level != results::Level::programme || row.year != 2024)
            continue;
        for (const double value : outcome.samples.of(outcome.run.rows.size() + k)) sums[row.month] += value;
    }
    REQUIRE(sums.size() == 12);
    for (const auto& [month, sum] : sums) {
        const double mean = observed[static_cast<std::size_t>(month - 1)] * options.replications;
        const double z = (sum - mean) / std::sqrt(mean);  // arrivals are Poisson
        CAPTURE(month);
        CHECK(std::abs(z) < bound);
    }
}
