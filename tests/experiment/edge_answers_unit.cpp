// At the edges of what keys may be, the right answer.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "aforo/experiment/experiment.hpp"
#include "aforo/scenario/reader.hpp"
#include "support/folders.hpp"

using namespace aforo;

namespace {

experiment::Outcome run(const std::string& more, const std::string& duration = "30 min") {
    const testing::TemporaryFolder folder;
    const std::string text =
        "aforo: 1\nname: edge\nhorizon: {first_year: 2024, last_year: 2024}\n"
        "network: {regions: {r: {name: R}}, centres: {1: {name: C, region: r, weight: 1}}}\n";
    const std::string file =
        folder.write("it.yaml", text + fmt::format(fmt::runtime(more), fmt::arg("duration", duration)));
    const auto result = scenario::read(file, core::Lang::en);
    for (const auto& d : result.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(result.scenario.has_value());
    experiment::Options options;
    options.replications = 3;
    options.threads = 1;
    return experiment::run(*result.scenario, options);
}

// Bit for bit, where undefined is undefined.
bool same(const experiment::Outcome& a, const experiment::Outcome& b) {
    const auto &x = a.samples.values, &y = b.samples.values;
    if (x.size() != y.size()) return false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (x[i] != y[i] && !(std::isnan(x[i]) && std::isnan(y[i]))) return false;
    }
    return true;
}

const std::string served = "attention: {{staff: 1, duration: {duration}, direct_hours: 1200 h}}\n";

}  // namespace

TEST_CASE("demand that hardly varies is demand that does not") {
    const auto plain = run("demand: {{arrivals: 2000}}\n" + served);
    CHECK(same(run("demand: {{arrivals: 2000, day_cv: 0.000001}}\n" + served), plain));
    CHECK(same(run("demand: {{arrivals: 2000, year_cv: 0.000009}}\n" + served), plain));
    CHECK_FALSE(same(run("demand: {{arrivals: 2000, day_cv: 0.1}}\n" + served), plain));
}

TEST_CASE("a length that hardly varies is its mean, of whichever distribution") {
    const std::string demand = "demand: {{arrivals: 2000}}\n" + served;
    const auto plain = run(demand);
    for (const char* kind : {"gamma", "lognormal", "weibull"}) {
        for (const char* cv : {"0", "0.000001", "0.000009"}) {
            CAPTURE(kind);
            CAPTURE(cv);
            CHECK(same(run(demand, fmt::format("{{{}: {{mean: 30 min, cv: {}}}}}", kind, cv)), plain));
        }
        CHECK_FALSE(same(run(demand, fmt::format("{{{}: {{mean: 30 min, cv: 0.01}}}}", kind)), plain));
    }
    CHECK(same(run(demand, "{triangular: {low: 30 min, mode: 30 min, high: 30 min}}"), plain));
    CHECK(same(run(demand, "{uniform: {low: 30 min, high: 30 min}}"), plain));
    CHECK(same(run(demand, "{empirical: {values: [30 min]}}"), plain));
}

TEST_CASE("spending of a great many times what there is on Earth is counted to the peso") {
    const auto outcome =
        run("demand: {{arrivals: 200}}\nattention: {{staff: 1, duration: {duration}, direct_hours: 1200 h, "
            "cost: 100000000000 $}}\nfunding: {{at_exhaustion: overrun}}\nadministration: {{share: 0.5}}\n");
    CHECK(outcome.run.worst_ledger_difference == 0);
    const auto* attended = outcome.run.find("attended_persons", 2024);
    const auto* spending = outcome.run.find("spending", 2024);
    REQUIRE((attended && spending));
    CHECK(attended->mean > 150);
    // Half of all spending is administration; who is in attention at the year's end was paid for too.
    CHECK(spending->mean == doctest::Approx(2 * 1e8 * attended->mean).epsilon(0.01));
}
