// --worlds as it is used: printed, left in a folder, told again, and a world taken out of it that runs alone.
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <cmath>
#include <sstream>

#include "cli/asking.hpp"
#include "cli/fitted.hpp"

using namespace testing;

TEST_CASE("a run with worlds says three ranges, what refuses, and gives each world as a scenario") {
    const Folder folder;
    write_fitted_scenarios(folder);
    const auto run = ask(folder, "run base.yaml --replications 10 --worlds 4 --seed 5 --lang es");
    CHECK(run.code == 0);
    CAPTURE(run.out);
    for (const char* said :
         {"la mitad de los mundos da menos de", "Con los supuestos centrales serían",
          "son coherentes con las cifras publicadas", "No saber, p10–p90", "Ambos, p10–p90", "Qué descarta a los demás",
          "Si las tolerancias fueran otras", "crecimiento de la demanda"})
        CHECK(unwrapped(run.out).find(said) != std::string::npos);
    const fs::path results = folder.path / "output/base/run-001";
    const auto json = boost::json::parse(slurp(results / "results.json"));
    const auto& worlds = json.at("worlds").as_object();
    CHECK(worlds.at("kept").to_number<int>() == 4);
    CHECK(worlds.at("inputs").as_array().size() == 3);
    CHECK(json.at("metrics").as_array().size() > 100);

    const std::string page = slurp(results / "report.html");
    CHECK(ask(folder, "report output/base/run-001 --lang en").code == 0);
    CHECK(slurp(results / "report.html").find("of what the beneficiaries") == std::string::npos);
    CHECK(slurp(results / "report.html").find("agree with the published figures") != std::string::npos);
    CHECK(ask(folder, "report output/base/run-001 --lang es --world 2").code == 0);
    CHECK(slurp(results / "report.html") == page);

    // World 2 alone, on the same numbers: the mean that mundos.csv has.
    const std::string csv = slurp(results / "mundos.csv");
    std::istringstream lines(csv);
    std::string header, first, second;
    std::getline(lines, header);
    std::getline(lines, first);
    std::getline(lines, second);
    std::size_t column = 0;
    while (field(header, column) != "beneficiaries@2025") ++column;
    fs::copy_file(results / "mundo-002.yaml", folder.path / "mundo-002.yaml");
    const auto alone = ask(folder, "run mundo-002.yaml --replications 10 --seed 5 --json");
    REQUIRE(alone.code == 0);
    double mean = 0;
    const auto of_world = boost::json::parse(alone.out);
    for (const auto& m : of_world.at("metrics").as_array()) {
        if (m.at("metric") == "beneficiaries" && m.at("year") == 2025 && m.at("level") == "programme")
            mean = m.at("mean").as_double();
    }
    CHECK(mean == doctest::Approx(std::stod(field(second, column))));

    const auto none = ask(folder, "report output/base/run-001 --world 5");
    CHECK(none.code == 2);
    CHECK(none.err.find("4 mundos") != std::string::npos);
}

TEST_CASE("a comparison with worlds says in how many of them it holds, and what is lost in the others") {
    const Folder folder;
    write_fitted_scenarios(folder);
    const auto compared = ask(folder, "compare base.yaml more.yaml --replications 6 --worlds 4 --lang es");
    CHECK(compared.code == 0);
    CAPTURE(compared.out);
    for (const char* said : {"mundos coherentes con la ficha da", "en los mismos mundos", "Es el mejor en"})
        CHECK(compared.out.find(said) != std::string::npos);
    const auto json = boost::json::parse(slurp(folder.path / "output/base/compare-001/results.json"));
    CHECK(json.at("worlds").at("alternatives").as_array().size() == 1);
    CHECK(json.at("worlds").at("regrets").as_array().size() == 2);
}

TEST_CASE("a sweep with worlds gives each point in the same worlds, and is told again") {
    const Folder folder;
    write_fitted_scenarios(folder);
    const std::string asked = "sweep base.yaml --vary advisory.advisors=8,12,400 --replications 4 --worlds 4 --lang es";
    const auto refused = ask(folder, asked);
    CHECK(refused.code == 2);  // that many cannot be paid, with or without worlds
    const auto swept =
        ask(folder, "sweep base.yaml --vary advisory.advisors=8,12 --replications 4 --worlds 4 --lang es");
    CHECK(swept.code == 0);
    CAPTURE(swept.out);
    for (const char* said : {"Lo que no se sabe: mundos", "Mediana de los mundos", "Frente al escenario, ", "de 4"})
        CHECK(swept.out.find(said) != std::string::npos);
    const fs::path results = folder.path / "output/base/sweep-001";
    const auto json = boost::json::parse(slurp(results / "results.json"));
    const auto& alternatives = json.at("worlds").at("alternatives").as_array();
    REQUIRE(alternatives.size() == 2);
    const auto beneficiaries = [&](std::size_t point) {
        for (const auto& m : alternatives[point].at("measures").as_array()) {
            if (m.at("metric") == "beneficiaries" && m.at("year") == 2025 && m.at("level") == "programme")
                return m.at("ignorance").at("p50").at("value").as_double();
        }
        return 0.0;
    };
    CHECK(beneficiaries(0) > 0);
    CHECK(beneficiaries(0) < beneficiaries(1));  // fewer advisors serve fewer in every world
    const std::string page = slurp(results / "report.html");
    CHECK(ask(folder, "report output/base/sweep-001 --lang es").code == 0);
    CHECK(slurp(results / "report.html") == page);
}

TEST_CASE("worlds without any that gives the figures say so, and what to do") {
    const Folder folder;
    write_fitted_scenarios(folder);
    std::ofstream(folder.path / "never.yaml")
        << "aforo: 1\nname: never\nextends: base.yaml\nplan: {attention: {production: 90000}}\n";
    const auto run = ask(folder, "run never.yaml --replications 2 --worlds 2 --lang es");
    CHECK(run.code == 2);
    CHECK(run.err.find("no hay con qué decir nada") != std::string::npos);
    CHECK(run.err.find("aforo facts --assumptions") != std::string::npos);
}
