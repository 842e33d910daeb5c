#include <doctest/doctest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <tuple>

#include "aforo/experiment/experiment.hpp"
#include "model/scenarios.hpp"

using namespace aforo;
using results::Level;

namespace {

experiment::Outcome outcome_of_small(int replications = 3) {
    experiment::Options options;
    options.replications = replications;
    return experiment::run(testing::small(), options);
}

using Place = std::tuple<std::string, int, int, Level, std::string>;  // metric, year, month, level, id

// Every value of one replication by what it is of.
std::map<Place, double> values(const experiment::Outcome& o, std::size_t replication) {
    std::map<Place, double> all;
    std::size_t k = 0;
    for (const auto* rows : {&o.run.rows, &o.run.series}) {
        for (const auto& row : *rows) {
            const auto& name = o.run.columns[static_cast<std::size_t>(row.column)].name;
            const bool is_new =
                all.emplace(Place{name, row.year, row.month, row.level, row.id}, o.samples.of(k++)[replication]).second;
            REQUIRE(is_new);
        }
    }
    return all;
}

}  // namespace

TEST_CASE("the planned sheet has every measured year, with what the scenario plans for it") {
    auto s = testing::small();
    const int first = s.horizon.first_year;
    s.horizon.last_year = first + 1;
    s.population.target = 5000;
    s.plan.beneficiaries = {{first + 1, 120}, {first + 7, 300}};
    s.outcomes.sales.threshold = 0.08;
    experiment::Options options;
    options.replications = 2;
    const auto sheet = experiment::run(s, options).run.planned;
    CHECK(sheet.years == std::vector<int>{first, first + 1});
    CHECK(sheet.target_population == std::vector<double>{5000, 5000});
    REQUIRE(sheet.beneficiaries.size() == 2);
    CHECK(std::isnan(sheet.beneficiaries[0]));
    CHECK(sheet.beneficiaries[1] == 120);
    CHECK(sheet.sales_threshold == 0.08);
}

TEST_CASE("every replication's values are kept, and the estimates are theirs") {
    const auto o = outcome_of_small(5);
    REQUIRE(o.samples.replications == 5);
    REQUIRE(o.samples.keys == o.run.rows.size() + o.run.series.size());
    for (std::size_t k = 0; k < o.samples.keys; ++k) {
        const auto& row = k < o.run.rows.size() ? o.run.rows[k] : o.run.series[k - o.run.rows.size()];
        CHECK((row.month > 0) == (k >= o.run.rows.size()));
        double sum = 0;
        int n = 0;
        for (const double v : o.samples.of(k)) {
            if (!std::isnan(v)) sum += v, ++n;
        }
        REQUIRE(row.value.n == n);
        if (n > 0) REQUIRE(row.value.mean == doctest::Approx(sum / n));
    }
}

TEST_CASE("in every replication a stock at the end of December is the stock at the year's end, at every level") {
    const auto o = outcome_of_small();
    for (std::size_t r = 0; r < o.samples.replications; ++r) {
        const auto all = values(o, r);
        int compared = 0;
        for (const auto& [place, value] : all) {
            const auto& [metric, year, month, level, id] = place;
            if (month != 12) continue;
            const auto at_year_end = all.find({metric + "_year_end", year, 0, level, id});
            if (at_year_end == all.end()) continue;
            ++compared;
            CAPTURE(std::get<0>(at_year_end->first));
            CAPTURE(std::get<4>(at_year_end->first));
            REQUIRE(value == at_year_end->second);
        }
        CHECK(compared == 3 * 2 * (1 + 2 + 5));  // stocks × years × (programme, regions, offices)
    }
}

TEST_CASE("in every replication the months of a flow, and of spending, sum to the year") {
    const auto o = outcome_of_small();
    for (std::size_t r = 0; r < o.samples.replications; ++r) {
        const auto all = values(o, r);
        std::map<Place, double> sums;
        for (const auto& [place, value] : all) {
            const auto& [metric, year, month, level, id] = place;
            if (month > 0 && !metric.starts_with("limit_") && all.contains({metric, year, 0, level, id}))
                sums[{metric, year, 0, level, id}] += value;
        }
        CHECK(sums.size() ==
              2 * (14 * (1 + 2) + 1 + 4));  // years × (flows × places + spending in all and by component)
        for (const auto& sum : sums) {
            CAPTURE(std::get<0>(sum.first));
            REQUIRE(sum.second == doctest::Approx(all.at(sum.first)).epsilon(1e-12));
        }
    }
}

TEST_CASE("limits by centre and month are shares, and average to the programme's") {
    const auto o = outcome_of_small();
    const auto all = values(o, 0);
    for (const char* limit : {"limit_demand", "limit_orientation", "limit_slots", "limit_hours", "limit_funds"}) {
        for (int month = 1; month <= 12; ++month) {
            double sum = 0;
            for (const char* centre : {"1", "2", "3"}) {
                const double share = all.at({limit, 2024, month, Level::office, centre});
                CHECK(share >= 0);
                CHECK(share <= 1);
                sum += share;
            }
            CHECK(all.at({limit, 2024, month, Level::programme, ""}) == doctest::Approx(sum / 3));
        }
    }
}

TEST_CASE("served shares exist for every group, and gaps are their differences") {
    const auto o = outcome_of_small();
    const auto all = values(o, 0);
    const auto share = [&](const char* group) {
        return all.at({"served_share_of_qualified", 2024, 0, Level::group, group});
    };
    CHECK(all.at({"served_gap_rural_urban", 2024, 0, Level::programme, ""}) ==
          share("territory=rural") - share("territory=urban"));
    CHECK(all.at({"served_gap_women_men", 2024, 0, Level::programme, ""}) == share("sex=female") - share("sex=male"));
    const double gini = all.at({"beneficiaries_gini", 2024, 0, Level::programme, ""});
    CHECK(gini >= 0);
    CHECK(gini < 1);
}

TEST_CASE("the filter concentrates admissions on high potential; lowest first, on the low among those who qualify") {
    const auto path = std::filesystem::temp_directory_path() / ("aforo-lowest-" + std::to_string(::getpid()) + ".yaml");
    std::ofstream(path) << "aforo: 1\nname: lowest\nextends: " AFORO_SOURCE_DIR
                           "/tests/model/small.yaml\nwaiting_list: {priority: lowest_potential}\n";
    const auto read = scenario::read(path.string(), core::Lang::en);
    std::filesystem::remove(path);
    for (const auto& d : read.diagnostics) MESSAGE(core::to_string(d));
    REQUIRE(read.scenario.has_value());
    experiment::Options options;
    options.replications = 4;
    const auto lowest = experiment::run(*read.scenario, options).run;
    const auto arrival = experiment::run(testing::small(), options).run;
    CHECK(arrival.find("concentration_diagnosed", 2025)->mean > 0.2);
    CHECK(std::abs(arrival.find("concentration_qualified", 2025)->mean) < 0.05);
    CHECK(lowest.find("concentration_qualified", 2025)->mean < -0.05);
    CHECK(lowest.find("concentration_diagnosed", 2025)->mean < arrival.find("concentration_diagnosed", 2025)->mean);
}
