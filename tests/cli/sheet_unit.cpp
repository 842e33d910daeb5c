// aforo init --ficha and --from: a sheet's figures, asked for and made a scenario.
#include <algorithm>

#include "aforo/scenario/edit.hpp"
#include "cli/sheet.hpp"

using namespace testing;
using namespace aforo;

namespace {

scenario::Scenario read(const fs::path& file) {
    auto read = scenario::read(file.string(), core::Lang::en);
    for (const auto& d : read.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(read.scenario);
    return *read.scenario;
}

const fs::path ficha = AFORO_SOURCE_DIR "/scenarios/ficha-2024.yaml";

}  // namespace

TEST_CASE("the list, filled in with the figures of the sheet of 2024, comes to the scenario of that sheet") {
    for (const std::string lang : {"es", "en"}) {
        CAPTURE(lang);
        const Folder folder;
        REQUIRE(ask(folder, "init --ficha list.yaml --lang " + lang).code == 0);
        const std::string list = slurp(folder.path / "list.yaml");
        CHECK(blanks_of(list).size() == 21);
        std::ofstream(folder.path / "list.yaml") << filled_in(list);
        const Ran ran = ask(folder, "init --from list.yaml it.yaml --lang " + lang);
        CAPTURE(ran.err);
        REQUIRE(ran.code == 0);
        const Ran checked = ask(folder, "check --strict it.yaml");
        CAPTURE(checked.err);
        CHECK(checked.code == 0);
        const auto made = read(folder.path / "it.yaml"), published = read(ficha);
        for (const auto& change : scenario::changes(published, made)) {
            FAIL_CHECK(change.path << ": " << change.from << " became " << change.to);
        }
        CHECK(made.calibration.free == published.calibration.free);
        REQUIRE(made.calibration.targets.size() == published.calibration.targets.size());
        for (const auto& [name, target] : published.calibration.targets) {
            CAPTURE(name);
            CHECK(made.calibration.targets.at(name).figure == target.figure);
            CHECK(made.calibration.targets.at(name).tolerance == target.tolerance);
        }
    }
}

TEST_CASE("what a smaller sheet does not publish is in proportion to that of 2024, and said to be assumed") {
    const Folder folder;
    write_figures(folder, half_of_2024);
    REQUIRE(ask(folder, "init --from cifras.yaml").code == 0);
    const Ran checked = ask(folder, "check --strict escenario.yaml");
    CAPTURE(checked.err);
    CHECK(checked.code == 0);
    const auto made = read(folder.path / "escenario.yaml");
    CHECK(made.name == half_of_2024.front());
    CHECK(made.horizon.first_year == 2026);
    CHECK(made.advisory.advisors == 155);
    CHECK(made.attention.staff == 58.5);
    CHECK(made.alliances.coordinators == 31);
    CHECK(made.demand.arrivals == 32150);
    CHECK(made.advisory.advisors_at_least == 2);
    CHECK(made.advisory.annual_cost.in_thousands() == 25200);  // 558,65 of 532,05 for a unit
    CHECK(made.demand.growth.on(2027) == 1.1);
    CHECK(made.alliances.budget_growth.on(2027) == 1.1);
    CHECK(made.calibration.targets.at("unit_cost_advisory").figure == "559");
    CHECK(made.calibration.targets.at("coverage_target").figure == "0.0667");
    CHECK(made.calibration.targets.at("attended").tolerance == 150);
    for (const auto& n : scenario::numbers(made)) {
        if (n.path != "advisory.advisors" && n.path != "alliances.annual_cost") continue;
        CHECK(n.provenance.source == "supuesto");
        CHECK(n.provenance.note.find("en proporción a") != std::string::npos);
        CHECK(n.provenance.range.has_value());
    }
}

TEST_CASE("what the list says beyond what it is asked stays as it says") {
    const Folder folder;
    write_figures(folder, half_of_2024);
    put(folder.path / "cifras.yaml", "  budget: 5586500 M$", "  budget: 5586500 M$\n  advisors: 150");
    put(folder.path / "cifras.yaml",
        "\nadministration:", "\ndemand: {growth: 1.05, source: publicada}\nadministration:");
    REQUIRE(ask(folder, "init --from cifras.yaml").code == 0);
    const auto made = read(folder.path / "escenario.yaml");
    CHECK(made.advisory.advisors == 150);
    CHECK(made.advisory.advisors_at_least == 1);  // in 2024 they are 123, for 62 centres
    CHECK(made.demand.growth.on(2027) == 1.05);
    CHECK(made.attention.staff == 58.5);
}

TEST_CASE("every figure that is still blank, missing or at odds with others is told at its line, all at once") {
    const Folder folder;
    REQUIRE(ask(folder, "init --ficha --lang es").code == 0);
    const auto blanks = blanks_of(slurp(folder.path / "cifras.yaml"));
    const Ran blank = ask(folder, "init --from cifras.yaml --lang en");
    CHECK(blank.code == 2);
    for (const Blank& b : blanks) {
        CAPTURE(b.line);
        CHECK(blank.err.find("cifras.yaml:" + std::to_string(b.line) + ":") != std::string::npos);
    }
    CHECK(std::count(blank.err.begin(), blank.err.end(), '\n') == static_cast<std::ptrdiff_t>(blanks.size()));
    CHECK_FALSE(fs::exists(folder.path / "escenario.yaml"));

    const auto told = [&](const std::string& piece, const std::string& other) {
        fs::remove(folder.path / "cifras.yaml");
        write_figures(folder);
        put(folder.path / "cifras.yaml", piece, other);
        const Ran ran = ask(folder, "init --from cifras.yaml --lang en");
        CHECK(ran.code == 2);
        return ran.err;
    };
    CHECK(told("  survival_t2: 0.99\n", "").find("plan.survival_t2: this figure of the sheet is missing") !=
          std::string::npos);
    CHECK(told("  budget: 2101068 M$", "  budget: 2101067 M$").find("attention.budget: is less than what is spent") !=
          std::string::npos);
    CHECK(told(", 2026: 28800", "").find("plan.beneficiaries: those of some year are missing") != std::string::npos);
    CHECK(told("production: 60000", "production: 0").find("must be greater than zero") != std::string::npos);
    CHECK(told("production: 60000", "production: 60.000.000").find("cifras.yaml:") != std::string::npos);
    // What does not go with the numbers in proportion: more advisors than their budget pays.
    CHECK(told("budget: 10640935 M$", "budget: 10640935 M$\n  advisors: 900").find("exceed the budget") !=
          std::string::npos);
    CHECK_FALSE(fs::exists(folder.path / "escenario.yaml"));
    CHECK(ask(folder, "init --from missing.yaml").code == 2);
}

TEST_CASE("neither the list nor what it extends nor what comes of it is ever written over") {
    const Folder folder;
    write_figures(folder);
    const std::string list = slurp(folder.path / "cifras.yaml");
    CHECK(ask(folder, "init --ficha --lang es").code == 2);
    CHECK(slurp(folder.path / "cifras.yaml") == list);
    CHECK(ask(folder, "init --ficha other.yaml").code == 0);  // what both extend is there as it is here
    CHECK(ask(folder, "init --from cifras.yaml sub/it.yaml").code == 0);
    CHECK(ask(folder, "check sub/it.yaml").code == 0);
    CHECK(ask(folder, "init --from cifras.yaml sub/it.yaml").code == 2);
    std::ofstream(folder.path / "red-2024.yaml", std::ios::app) << "# mine\n";
    CHECK(ask(folder, "init --ficha third.yaml").code == 2);
    CHECK_FALSE(fs::exists(folder.path / "third.yaml"));
    CHECK(slurp(folder.path / "red-2024.yaml").ends_with("# mine\n"));
    CHECK(ask(folder, "init --ficha --from cifras.yaml fourth.yaml").code == 2);
}
