// Differences between scenarios whose difference theory knows.
#include <doctest/doctest.h>

#include <algorithm>

#include "aforo/experiment/compare.hpp"
#include "aforo/scenario/reader.hpp"
#include "aforo/verify/theory.hpp"

using namespace aforo;

namespace {

const results::Difference& of(const results::Alternative& a, const std::string& measure, int year) {
    const auto found = std::find_if(a.differences.begin(), a.differences.end(), [&](const auto& d) {
        return d.measure == measure && d.year == year && d.level == results::Level::programme;
    });
    REQUIRE(found != a.differences.end());
    return *found;
}

}  // namespace

TEST_CASE("what one and three servers more change of M/M/10+M is what Palm's formula says, within the interval") {
    const auto result =
        scenario::read(std::string(AFORO_SOURCE_DIR) + "/scenarios/verificacion/mm10-paciencia.yaml", core::Lang::es);
    REQUIRE(result.scenario.has_value());
    std::vector<scenario::Scenario> scenarios(3, *result.scenario);
    scenarios[1].attention.staff = 11;
    scenarios[2].attention.staff = 13;
    experiment::Options options;
    options.seed = 11;
    options.replications = 60;
    const auto compared = experiment::compare(scenarios, options);
    REQUIRE(compared.comparison.alternatives.size() == 2);
    const double per_year = 52560;
    const auto lost = [&](int servers) {
        return per_year * verify::stationary({per_year / 8760, 0.5, servers, 1.0 / 3}).abandoned;
    };
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& d = of(compared.comparison.alternatives[i], "left_attention", 2026);
        const double exact = lost(i == 0 ? 11 : 13) - lost(10);
        CAPTURE(exact);
        CAPTURE(d.value.mean);
        CAPTURE(d.value.half_width);
        CHECK(d.value.half_width < 0.03 * std::abs(exact));               // it could tell a wrong model
        CHECK(std::abs(d.value.mean - exact) <= 2 * d.value.half_width);  // |z| ≤ 4.6: the interval is of 97.5 %
        CHECK(d.gain > 2);
    }
}
