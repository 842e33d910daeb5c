// aforo goal as it is used: a lever of the scenario, a goal, its certificate; stored, told again, refused with a
// reason.
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <fstream>

#include "cli/asking.hpp"

using namespace testing;

namespace {

// Plans are capped by money; each advisor comes with the money of the plans that he takes.
void write_scenario(const Folder& folder) {
    std::ofstream(folder.path / "base.yaml")
        << "aforo: 1\nname: base\nextends: '" AFORO_SOURCE_DIR
           "/tests/model/small.yaml'\n"
           "levers:\n"
           "  puestos: {name: asesores con su dinero, name_en: advisors with their money, now: 12, keys: "
           "[\"advisory.advisors=${x}\", \"advisory.budget=${480000 + (x - 12) * 36000} M$\"]}\n";
}

std::string goal(const std::string& rest) { return "goal base.yaml --by 'puestos=12:24' --effort quick " + rest; }

}  // namespace

TEST_CASE("a goal takes so much of a lever, certified; a folder tells it again in both languages") {
    const Folder folder;
    write_scenario(folder);
    const auto now = ask(folder, "run base.yaml --replications 4 --json --quiet");
    double served = 0;
    const auto run = boost::json::parse(now.out);
    for (const auto& m : run.at("metrics").as_array()) {
        if (m.at("metric") == "beneficiaries" && m.at("level") == "programme")
            served = m.at("mean").to_number<double>();
    }
    REQUIRE(served > 0);
    const std::string reach =
        "--reach 'beneficiaries >= " + std::to_string(static_cast<int>(served * 1.25)) + " in 2025'";
    const auto answer = ask(folder, goal(reach + " --lang es"));
    CAPTURE(answer.out);
    CAPTURE(answer.err);
    CHECK(answer.code == 0);
    const fs::path results = folder.path / "output/base/goal-001";
    const auto json = boost::json::parse(slurp(results / "results.json")).as_object();
    CHECK((json.at("answer") == "certified" || json.at("answer") == "range"));
    const auto& places = json.at("places").as_array();
    const auto& passes = places.at(static_cast<std::size_t>(json.at("passes").as_int64()));
    CHECK(passes.at("tests").as_array().back().at("claim") == "passes");
    CHECK(passes.at("at").as_array().front().to_number<double>() > 12);
    CHECK(passes.at("cost").to_number<double>() > json.at("base").at("cost").to_number<double>());
    CHECK(json.at("changes").as_array().size() == 2);
    for (const char* said : {"asesores con su dinero", "futuros nuevos", "Cuesta M$", "el azar solo", "Qué se probó"})
        CHECK(unwrapped(answer.out).find(said) != std::string::npos);

    const std::string page = slurp(results / "report.html");
    CHECK(ask(folder, "report output/base/goal-001 --lang en").code == 0);
    CHECK(slurp(results / "report.html").find("advisors with their money") != std::string::npos);
    CHECK(ask(folder, "report output/base/goal-001 --lang es").code == 0);
    CHECK(slurp(results / "report.html") == page);

    // The same again takes what is stored; more certainty takes no less.
    const auto again = ask(folder, goal(reach + " --json --lang es"));
    CHECK(again.out == slurp(results / "results.json"));
    const auto surer = ask(folder, goal(reach + " --probability 0.97 --json"));
    const auto more = boost::json::parse(surer.out).as_object();
    if (more.at("passes").as_int64() >= 0) {
        CHECK(more.at("places")
                  .as_array()
                  .at(static_cast<std::size_t>(more.at("passes").as_int64()))
                  .at("at")
                  .as_array()
                  .front()
                  .to_number<double>() >= passes.at("at").as_array().front().to_number<double>());
    }
}

TEST_CASE("what is out of reach ends with 4 and says what limits; what is met already needs nothing") {
    const Folder folder;
    write_scenario(folder);
    const auto never = ask(folder, goal("--reach 'beneficiaries >= 100000 in 2025' --lang es"));
    CHECK(never.code == 4);
    CHECK(unwrapped(never.out).find("no se alcanza") != std::string::npos);
    const auto already = ask(folder, goal("--reach 'beneficiaries >= 1 in 2025' --lang es"));
    CHECK(already.code == 0);
    CHECK(unwrapped(already.out).find("ya se cumple con lo que hay") != std::string::npos);
}

TEST_CASE("values with which the scenario cannot be are left out, and it is said from where on and why") {
    const Folder folder;
    std::ofstream(folder.path / "base.yaml")
        << "aforo: 1\nname: base\nextends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n";
    const auto one = ask(folder,
                         "goal base.yaml --by advisory.advisors=10:60 --reach 'beneficiaries >= 5000 in 2025' "
                         "--effort quick --replications 4 --lang es");
    CAPTURE(one.out);
    CAPTURE(one.err);
    CHECK(one.code == 4);
    CHECK(unwrapped(one.out).find("no puede ser: advisory.budget: en") != std::string::npos);
    const auto json = boost::json::parse(slurp(folder.path / "output/base/goal-001/results.json")).as_object();
    const auto& bound = json.at("bounds").as_array().at(0);
    CHECK(bound.at("upper").as_bool());
    const double at = bound.at("at").to_number<double>();
    for (const auto& place : json.at("places").as_array())
        CHECK(place.at("at").as_array().front().to_number<double>() <= at);
    const auto beyond =
        ask(folder, "goal base.yaml --by advisory.advisors=" + std::to_string(static_cast<int>(at) + 1) +
                        ":60 --reach 'beneficiaries >= 5000 in 2025' --effort quick");
    CHECK(beyond.code == 2);

    // Of two levers, pairs that cannot be are none of the frontier.
    const auto pair =
        ask(folder,
            "goal base.yaml --by advisory.advisors=10:18:4 --by advisory.budget='300000 M$:900000 M$:20000 "
            "M$' --reach 'beneficiaries >= 720 in 2025' --effort quick --replications 4 --json");
    CAPTURE(pair.err);
    CHECK(pair.code == 0);
    CHECK(boost::json::parse(pair.out).at("frontier").as_array().size() >= 1);
}

TEST_CASE("goals and levers that cannot be are told, each with what to write") {
    const Folder folder;
    write_scenario(folder);
    const auto refused = [&](const std::string& options, const char* said) {
        CAPTURE(options);
        const auto answer = ask(folder, "goal base.yaml " + options + " --lang es");
        CHECK(answer.code == 2);
        CAPTURE(answer.err);
        CHECK(answer.err.find(said) != std::string::npos);
    };
    const std::string by = " --by puestos=12:24", reach = " --reach 'beneficiaries >= 500 in 2025'";
    refused("--reach 'beneficiarios >= 500 in 2025'" + by, "¿quiso decir beneficiaries?");
    refused("--reach 'beneficiaries > 500 in 2025'" + by, "se espera una medida, >= o <=");
    refused("--reach 'beneficiaries >= 500 in 2035'" + by, "2035 no es un año del horizonte");
    refused(reach + " --by puesto=10:24", "¿quiso decir puestos?");
    refused(reach + " --by puestos=24:10", "hasta debe ser mayor");
    refused(reach + " --by puestos=12:24:0", "el paso mayor que 0");
    refused(reach + " --by advisory.budget='380000 M$:900000 M$'", "diga el paso");
    refused(reach + " --by advisory.budget=1:2:1", "en la unidad de la clave");
    refused(reach + by + by, "las dos palancas son la misma");
    refused(reach + by + " --probability 1.5", "--probability");
    refused(reach + " --by demand.arrivals=1:1000000:1", "dé un paso mayor");
    std::ofstream(folder.path / "base.yaml", std::ios::app) << "advisory: {advisors: 13}\n";
    refused(reach + by, "con ese valor el escenario es otro: advisory.advisors: 13 → 12");
}

TEST_CASE("in worlds a goal takes more, and the lever is a ratio of what the number is in each") {
    const Folder folder;
    std::ofstream(folder.path / "base.yaml")
        << "aforo: 1\nname: base\nextends: '" AFORO_SOURCE_DIR
           "/scenarios/verificacion/base.yaml'\n"
           "demand: {arrivals: {value: 250, range: {low: 225, high: 275, shape: uniform}}}\n"
           "horizon: {first_year: 2025, last_year: 2025, run_in_years: 0}\n";
    const std::string asked =
        "goal base.yaml --by demand.arrivals=250:450:10 --reach 'arrivals >= 300 in 2025' --replications 4 --lang es";
    const auto alone = ask(folder, asked);
    CAPTURE(alone.err);
    CHECK(alone.code == 0);
    const auto answer = ask(folder, asked + " --worlds");
    CAPTURE(answer.out);
    CAPTURE(answer.err);
    CHECK(answer.code == 0);
    const auto json = boost::json::parse(slurp(folder.path / "output/base/goal-002/results.json")).as_object();
    CHECK(json.at("worlds").at("kept").to_number<int>() >= 400);
    REQUIRE(json.at("passes").to_number<int>() >= 0);
    const auto place = [](const boost::json::object& of) {
        const auto& p = of.at("places").as_array().at(static_cast<std::size_t>(of.at("passes").as_int64()));
        return p.at("at").as_array().front().to_number<double>();
    };
    const auto without = boost::json::parse(slurp(folder.path / "output/base/goal-001/results.json")).as_object();
    CHECK(place(json) >= place(without));
    const auto& lever = json.at("worlds").at("levers").as_array().at(0);
    CHECK(lever.at("p10").to_number<double>() < place(json));
    CHECK(lever.at("p90").to_number<double>() > place(json));
    CHECK(unwrapped(answer.out).find("ante lo que no se sabe") != std::string::npos);
    CHECK(unwrapped(answer.out).find("es un número que los mundos sortean") != std::string::npos);
    const std::string page = slurp(folder.path / "output/base/goal-002/report.html");
    CHECK(ask(folder, "report output/base/goal-002 --lang es").code == answer.code);
    CHECK(slurp(folder.path / "output/base/goal-002/report.html") == page);
}
