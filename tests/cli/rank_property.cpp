// aforo rank as it is used: the best, what cannot be told from it, twins; stored, told again, refused with a reason.
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <fstream>

#include "cli/asking.hpp"
#include "cli/fitted.hpp"

using namespace testing;

namespace {

void write(const Folder& folder, const char* name, const std::string& rest) {
    std::ofstream(folder.path / (std::string(name) + ".yaml")) << "aforo: 1\nname: " << name << "\n" << rest;
}

// Advisors and money for more, for the same, and for a little more; another that is compared with something else.
void write_scenarios(const Folder& folder) {
    write(folder, "base", "extends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n");
    const std::string of_base = "extends: base.yaml\ncompare_with: [{base: base.yaml}]\n";
    write(folder, "mas", of_base + "advisory: {advisors: 15, budget: 560000 M$}\n");
    write(folder, "igual", of_base + "experiment: {replications: 3}\n");
    write(folder, "dinero", of_base + "advisory: {budget: 480100 M$}\n");
    write(folder, "suelto", "extends: base.yaml\nadvisory: {advisors: 16}\n");
    write(folder, "ajeno", "extends: base.yaml\ncompare_with: [{base: mas.yaml}]\ndemand: {arrivals: 2000}\n");
}

}  // namespace

TEST_CASE("the best is named, what is the same is one, and a folder tells it again in both languages") {
    const Folder folder;
    write_scenarios(folder);
    const auto answer = ask(folder, "rank base.yaml mas.yaml igual.yaml --by beneficiaries --by spending --lang es");
    CAPTURE(answer.out);
    CAPTURE(answer.err);
    CHECK(answer.code == 0);
    for (const char* said : {"la mejor es «mas»", "«igual» da en cada réplica lo mismo que «base»", "El orden"})
        CHECK(unwrapped(answer.out).find(said) != std::string::npos);
    const fs::path results = folder.path / "output/base/rank-001";
    const auto json = boost::json::parse(slurp(results / "results.json")).as_object();
    CHECK(json.at("best") == 1);
    CHECK(json.at("decided").as_bool());
    const auto& ranked = json.at("ranked").as_array();
    REQUIRE(ranked.size() == 3);
    CHECK(ranked.front().at("scenario") == 1);
    CHECK(ranked.back().at("behind").at("mean").to_number<double>() > 50);
    for (const auto& one : ranked) CHECK(one.at("in_set").as_bool() == (one.at("scenario") == 1));

    const std::string page = slurp(results / "report.html");
    CHECK(ask(folder, "report output/base/rank-001 --lang en").code == 0);
    CHECK(slurp(results / "report.html").find("the best is") != std::string::npos);
    CHECK(ask(folder, "report output/base/rank-001 --lang es").code == 0);
    CHECK(slurp(results / "report.html") == page);

    // Where the least is best, it is another; twins alone end.
    const auto least = ask(folder, "rank base.yaml mas.yaml --by spending --min --json");
    CHECK(boost::json::parse(least.out).at("best") == 0);
    // Of waits, unless asked otherwise, the least is the best.
    const auto waits = [&](const std::string& how) {
        const auto found = ask(folder, "rank base.yaml mas.yaml --by wait_days_mean " + how + " --json");
        CAPTURE(found.err);
        REQUIRE(found.code != 2);
        return boost::json::parse(found.out).at("least_is_best").as_bool();
    };
    CHECK(waits(""));
    CHECK(waits("--min"));
    CHECK_FALSE(waits("--max"));
    CHECK(ask(folder, "rank base.yaml mas.yaml --by beneficiaries --max --min").code == 2);
    const auto twins = ask(folder, "rank base.yaml igual.yaml --by beneficiaries --lang es");
    CHECK(twins.code == 0);
    CHECK(unwrapped(twins.out).find("todas dan lo mismo") != std::string::npos);
}

TEST_CASE("in worlds it is said who is the best in how many of them, and what each loses") {
    const Folder folder;
    write_fitted_scenarios(folder);
    const auto answer =
        ask(folder, "rank base.yaml more.yaml --any-base --by beneficiaries --worlds 6 --replications 20 --lang es");
    CAPTURE(answer.out);
    CAPTURE(answer.err);
    CHECK(answer.code == 0);
    for (const char* said : {"En 6 mundos coherentes con las cifras publicadas", "se elegiría «more»", "Pérdida mayor"})
        CHECK(unwrapped(answer.out).find(said) != std::string::npos);
    const fs::path results = folder.path / "output/base/rank-001";
    const auto json = boost::json::parse(slurp(results / "results.json")).as_object();
    const auto& regrets = json.at("regrets").as_array();
    REQUIRE(regrets.size() == 2);
    CHECK(regrets[0].at("best_in").to_number<double>() + regrets[1].at("best_in").to_number<double>() >= 1);
    CHECK(regrets[0].at("mean").to_number<double>() > regrets[1].at("mean").to_number<double>());
    CHECK(json.at("choices").at("mean") == 1);
    CHECK(json.at("worlds").at("kept") == 6);
    CHECK(fs::exists(results / "mundos.csv"));
    const std::string page = slurp(results / "report.html");
    CHECK(page.find("grafico-perdidas") != std::string::npos);
    CHECK(ask(folder, "report output/base/rank-001 --lang es").code == 0);
    CHECK(slurp(results / "report.html") == page);
}

TEST_CASE("what is hardly apart is in the set, or equivalent for a decision") {
    const Folder folder;
    write_scenarios(folder);
    const auto answer = ask(folder, "rank base.yaml dinero.yaml --by beneficiaries --delta 20 --json");
    REQUIRE(answer.code == 0);
    const auto json = boost::json::parse(answer.out);
    for (const auto& one : json.at("ranked").as_array()) {
        const bool is_near = one.at("in_set").as_bool() || one.at("equivalent").as_bool() || one.at("same_as") != -1;
        CHECK((one.at("scenario") == json.at("best") || is_near));
    }
}

TEST_CASE("scenarios on different bases are ranked only where that is asked for; other mistakes are told") {
    const Folder folder;
    write_scenarios(folder);
    const auto refused = [&](const std::string& rest, const char* said) {
        CAPTURE(rest);
        const auto answer = ask(folder, "rank " + rest + " --lang es");
        CHECK(answer.code == 2);
        CAPTURE(answer.err);
        CHECK(answer.err.find(said) != std::string::npos);
    };
    refused("igual.yaml ajeno.yaml --by beneficiaries", "--any-base");
    CHECK(ask(folder, "rank igual.yaml ajeno.yaml --by beneficiaries --any-base").code == 0);
    refused("mas.yaml suelto.yaml --by beneficiaries", "suelto.yaml no dice con qué se compara");
    refused("base.yaml mas.yaml --by beneficiaries@nadie", "mujeres&territorio rural");
    refused("base.yaml --by beneficiaries", "hacen falta dos escenarios");
    const auto all = ask(folder, "rank base.yaml . --by beneficiaries --json --lang es");
    CHECK(all.code == 0);
    CHECK(all.err.find("ajeno.yaml queda fuera: se compara con") != std::string::npos);
    CHECK(all.err.find("suelto.yaml queda fuera: se compara con") != std::string::npos);
    CHECK(boost::json::parse(all.out).at("scenarios").as_array().size() == 4);
    refused("base.yaml mas.yaml --by beneficiarios", "¿quiso decir beneficiaries?");
    refused("base.yaml mas.yaml --by overrun", "diga qué diferencia importa");
    refused("base.yaml mas.yaml --by beneficiaries --probability 2", "--probability");
}
