// Scenarios drawn from the table of the language run to the end with every invariant holding, whatever they combine.
// AFORO_RANDOM_SCENARIOS=n draws n of them instead of 300, AFORO_RANDOM_SEED=s begins at seed s.
#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "aforo/core/contracts.hpp"
#include "aforo/measure/replication.hpp"
#include "aforo/model/programme.hpp"
#include "aforo/scenario/reader.hpp"
#include "support/random_scenario.hpp"

using namespace aforo;

namespace {

// Money, to the peso, as the model tells it at each year's end; and what happened at all.
struct Accounts : model::Observer {
    using Observer::on;
    void on(const model::Fact& f) override { happened[static_cast<std::size_t>(f.kind)] = true; }
    void on(const model::YearAccountFact& f) override {
        ++told;
        balanced =
            balanced &&
            f.balance.appropriated + f.balance.transferred + f.balance.overrun ==
                f.balance.paid + f.balance.returned + f.balance.cut &&
            f.balance.available + f.balance.committed == core::Money();
    }
    int told = 0;
    bool balanced = true;
    std::array<bool, static_cast<std::size_t>(model::FactKind::count_of_kinds)> happened{};
};

// In how many scenarios each kind of fact happened.
using Happenings = std::array<int, static_cast<std::size_t>(model::FactKind::count_of_kinds)>;

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

struct Drawn {
    std::filesystem::path file;
    std::optional<scenario::Scenario> scenario;
};

Drawn draw(const scenario::Key& language, std::uint64_t seed) {
    Drawn d;
    d.file = std::filesystem::temp_directory_path() / fmt::format("aforo-random-{}-{}.yaml", getpid(), seed);
    std::ofstream(d.file) << testing::RandomScenario(language, seed).text();
    auto result = scenario::read(d.file.string(), core::Lang::es);
    for (const auto& e : result.diagnostics) {
        CAPTURE(core::to_string(e));
        CHECK(e.place.line > 0);
        CHECK(!e.path.empty());
        CHECK(!e.what.empty());
        if (std::getenv("AFORO_RANDOM_VERBOSE")) MESSAGE(core::to_string(e));
    }
    d.scenario = std::move(result.scenario);
    return d;
}

void run(const scenario::Scenario& s, Happenings& happenings) {
    const model::Blueprint blueprint(s);
    Accounts accounts;
    model::Programme programme(blueprint, accounts);
    programme.run(s.experiment.seed, 0);
    CHECK(accounts.balanced);
    CHECK(accounts.told > 0);
    for (std::size_t k = 0; k < happenings.size(); ++k) happenings[k] += accounts.happened[k];
    measure::Replication replication(blueprint);
    const auto& values = replication.run(s.experiment.seed, 0);
    CHECK(replication.events() == programme.events());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isinf(values[i])) {
            const auto& key = replication.keys()[i];
            FAIL_CHECK(measure::catalogue()[static_cast<std::size_t>(key.column)].name << " is infinite in " << key.year
                                                                                       << ", " << key.id);
        }
    }
}

}  // namespace

TEST_CASE(
    "300 random scenarios run to the end with every invariant holding, or are refused with a place and a reason") {
    const auto language = scenario::language();
    const std::uint64_t wanted = from_environment("AFORO_RANDOM_SCENARIOS", 300);
    const std::uint64_t first = from_environment("AFORO_RANDOM_SEED", 1);
    std::uint64_t ran = 0, drawn = 0;
    Happenings happenings{};
    for (std::uint64_t seed = first; ran < wanted && drawn < 40 * wanted; ++seed) {
        CAPTURE(seed);
        ++drawn;
        const Drawn d = draw(language, seed);
        if (d.scenario) {
            ++ran;
            // What `check --resolved` prints is the same scenario.
            std::ofstream(d.file) << scenario::resolved(*d.scenario);
            const auto again = scenario::read(d.file.string(), core::Lang::es);
            for (const auto& e : again.diagnostics) MESSAGE(core::to_string(e));
            REQUIRE(again.scenario.has_value());
            CHECK(scenario::digest(*again.scenario) == scenario::digest(*d.scenario));
            const auto began = std::chrono::steady_clock::now();
            try {
                run(*d.scenario, happenings);
            } catch (const std::exception& e) {
                FAIL_CHECK(std::string(e.what()));
            }
            const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
            if (seconds > 2) MESSAGE("seed " << seed << " took " << seconds << " s");
        }
        std::filesystem::remove(d.file);
    }
    MESSAGE(ran << " scenarios ran of " << drawn << " drawn");
    CHECK(ran == wanted);
    // What never happens in the draw is not tested by it.
    for (std::size_t k = 0; k < happenings.size(); ++k) {
        CAPTURE(k);
        CHECK((happenings[k] > 0 || wanted < 300));
    }
}
