// What docs/answers.md says of the sheet's worlds, at few of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "aforo/experiment/sensitivity.hpp"
#include "aforo/scenario/reader.hpp"

using namespace aforo;

TEST_CASE("worlds that agree with the sheet give its year, and leave 2027 far wider than luck does") {
    const std::string file = std::string(AFORO_SOURCE_DIR) + "/scenarios/ficha-2024.yaml";
    const auto read = scenario::read(file, core::Lang::es);
    REQUIRE(read.scenario);
    const auto problem = experiment::calibration_problem(*read.scenario, file, core::Lang::es).problem;
    REQUIRE(problem);
    experiment::SensitivityOptions options;
    options.worlds.study.seed = 2024;
    options.worlds.study.replications = 2;
    options.worlds.kept = 12;
    options.of = {"beneficiaries", 2027};
    options.fails = experiment::Condition{
        .text = "beneficiaries < 30000 in 2027", .of = options.of, .is_below = true, .threshold = 30000};
    options.replications = options.trajectories = 0;
    const auto base = experiment::run(*read.scenario, options.worlds.study).run;
    const auto s = experiment::sensitivity({*read.scenario}, problem, options, base).sensitivity;
    const auto& w = s.worlds;
    REQUIRE(w.kept.size() == 12);
    CHECK(w.drawn > 100);  // most draws cannot be: staff that cannot be paid, hours that do not do
    CHECK(w.passed < w.drawn / 10);
    const auto of = [&](int year) {
        const auto found = std::find_if(w.measures.begin(), w.measures.end(), [&](const auto& m) {
            return m.measure == "beneficiaries" && m.year == year && m.level == results::Level::programme;
        });
        REQUIRE(found != w.measures.end());
        return *found;
    };
    CHECK(std::abs(of(2024).mean - 20000) < 400);
    CHECK(of(2027).ignorance_sd > 4 * of(2024).ignorance_sd);
    CHECK(of(2027).ignorance_sd > 3 * of(2027).luck_sd);
    // Worlds whose demand grows more give more in 2027.
    std::size_t growth = 0;
    while (w.inputs[growth].path != "demand.growth") ++growth;
    const auto least = std::min_element(w.kept.begin(), w.kept.end(), [&](const auto& a, const auto& b) {
        return a.numbers[growth] < b.numbers[growth];
    });
    const auto most = std::max_element(w.kept.begin(), w.kept.end(), [&](const auto& a, const auto& b) {
        return a.numbers[growth] < b.numbers[growth];
    });
    const auto at = static_cast<std::size_t>(std::find(w.headlines.begin(), w.headlines.end(), "beneficiaries@2027") -
                                             w.headlines.begin());
    REQUIRE(at < w.headlines.size());
    CHECK(most->means[0][at] > least->means[0][at] + 2000);
    // It is what weighs most and the only one that can be told at so few worlds, and the plan fails where it is less.
    for (const auto& one : s.shares) {
        CAPTURE(w.inputs[static_cast<std::size_t>(one.input)].path);
        const bool is_growth = static_cast<std::size_t>(one.input) == growth;
        CHECK((one.is_told ? is_growth : true));
        if (is_growth) CHECK(one.share > 0.6);
    }
    REQUIRE(s.failure);
    REQUIRE(s.failure->failing > 0);
    REQUIRE(s.failure->failing < 12);
    double failing = 0, holding = 0;
    for (std::size_t i = 0; i < w.kept.size(); ++i)
        (s.failure->failed[i] ? failing : holding) += w.kept[i].numbers[growth];
    CHECK(failing / s.failure->failing < 1.14);
    CHECK(holding / (12 - s.failure->failing) > 1.14);
}

// In each world, what the decision says of its base: rises and falls are told in some world and contradicted in none.
// By night (AFORO_WORLDS), as it takes minutes; library.oracle tries the same claims with the central assumptions.
TEST_CASE("what two decisions of the library say holds in worlds, too" *
          doctest::skip(std::getenv("AFORO_WORLDS") == nullptr)) {
    const std::string folder = std::string(AFORO_SOURCE_DIR) + "/scenarios/mundos/";
    for (const char* name : {"diez-por-ciento-mas.yaml", "sin-satelites.yaml"}) {
        CAPTURE(name);
        const auto alternative = scenario::read(folder + name, core::Lang::es).scenario;
        REQUIRE(alternative);
        const auto& said = alternative->compare_with.front();
        const std::string file = folder + said.base;
        const auto base = scenario::read(file, core::Lang::es).scenario;
        REQUIRE(base);
        const auto problem = experiment::calibration_problem(*base, file, core::Lang::es).problem;
        REQUIRE(problem);
        experiment::WorldsOptions options;
        options.study.seed = 2024;
        options.study.replications = 2;
        options.kept = 4;
        const auto w = experiment::worlds({*base, *alternative}, problem, options, nullptr).worlds;
        REQUIRE(w.kept.size() == 4);
        REQUIRE(w.alternatives.size() == 1);
        int claims = 0;
        for (const auto& claim : said.claims) {
            if (claim.what != scenario::Claim::What::rises && claim.what != scenario::Claim::What::falls) continue;
            const auto& all = w.alternatives[0].differences;
            const auto d = std::find_if(all.begin(), all.end(), [&](const auto& one) {
                return one.measure == claim.measure && one.year == claim.year &&
                       one.level == (claim.id.empty() ? results::Level::programme : results::Level::component) &&
                       (claim.id.empty() || one.id == claim.id);
            });
            CAPTURE(scenario::text_of(claim));
            REQUIRE(d != all.end());
            const bool rises = claim.what == scenario::Claim::What::rises;
            CHECK((rises ? d->lower : d->higher) == 0);
            CHECK((rises ? d->mean : -d->mean) > 0);
            ++claims;
        }
        CHECK(claims >= 2);
    }
}
