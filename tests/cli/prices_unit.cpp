// --prices as a user asks for it: of a run, of what is told again, and where it cannot be.
#include <doctest/doctest.h>

#include <boost/json/parse.hpp>
#include <fstream>
#include <string>

#include "cli/asking.hpp"

using namespace testing;
namespace json = boost::json;

namespace {

void write_scenario(const Folder& folder, const std::string& name, const std::string& more) {
    std::ofstream(folder.path / (name + ".yaml"))
        << "aforo: 1\nname: " << name << "\nextends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n"
        << more;
}

const std::string price_index =
    "plan: {price_year: 2023}\nsources: {ine: {title: IPC de diciembre}}\n"
    "funding: {index: {value: {2024: 1.1, 2025: 1.2}, source: ine}}\n";

json::object json_of(const Folder& folder, const std::string& arguments) {
    const Ran ran = ask(folder, arguments);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    return json::parse(ran.out).as_object();
}

double mean_of(const json::object& results, std::string_view metric, int year, std::string_view id) {
    for (const auto& m : results.at("metrics").as_array()) {
        const auto& o = m.as_object();
        if (o.at("metric").as_string() == metric && o.at("year") == year && o.at("id").as_string() == id)
            return o.at("mean").to_number<double>();
    }
    FAIL("no such metric");
    return 0;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("results say in which pesos they are, and amounts are the scenario's times its index, by option or by key") {
    const Folder folder;
    write_scenario(folder, "plain", price_index);
    write_scenario(folder, "says", price_index + "prices: nominal\n");
    const std::string options = " --quiet --json --replications 3";
    const auto plain = json_of(folder, "run plain.yaml --out a" + options);
    const auto sheet = json_of(folder, "run plain.yaml --out b --prices 2023" + options);
    const auto nominal = json_of(folder, "run plain.yaml --out c --prices nominal" + options);
    const auto by_key = json_of(folder, "run says.yaml --out d" + options);
    CHECK(plain.at("prices").at("pesos") == "2023");
    CHECK(plain.at("metrics") == sheet.at("metrics"));
    CHECK(nominal.at("prices").at("pesos") == "nominal");
    CHECK(nominal.at("prices").at("scenario") == 2023);
    CHECK(nominal.at("prices").at("source") == "IPC de diciembre");
    CHECK(nominal.at("digest") == plain.at("digest"));
    CHECK(by_key.at("metrics") == nominal.at("metrics"));
    for (const auto& [year, factor] : {std::pair{2024, 1.1}, {2025, 1.32}}) {
        for (const char* id : {"", "advisory"}) {
            CHECK(mean_of(nominal, "spending", year, id) ==
                  doctest::Approx(mean_of(plain, "spending", year, id) * factor));
            CHECK(mean_of(nominal, "unit_cost", year, id) ==
                  doctest::Approx(mean_of(plain, "unit_cost", year, id) * factor));
        }
        CHECK(mean_of(nominal, "beneficiaries", year, "") == mean_of(plain, "beneficiaries", year, ""));
    }
    const std::string manifest = slurp(folder.path / "c/plain/run-001/manifest.json");
    CHECK(has(manifest, "run plain.yaml --prices nominal --seed"));
    CHECK(!has(slurp(folder.path / "d/says/run-001/manifest.json"), "--prices"));  // the file says it
    CHECK(!has(slurp(folder.path / "b/plain/run-001/manifest.json"), "--prices"));
}

TEST_CASE("what is in a folder is told again in other pesos, a run and a comparison, and by default in those it was") {
    const Folder folder;
    write_scenario(folder, "base", price_index);
    write_scenario(folder, "more", price_index + "advisory: {advisors: 13}\n");
    REQUIRE(ask(folder, "run base.yaml --quiet --replications 3").code == 0);
    REQUIRE(ask(folder, "run base.yaml --quiet --replications 3 --out there --prices 2025").code == 0);
    REQUIRE(ask(folder, "compare base.yaml more.yaml --quiet --replications 3").code == 0);
    REQUIRE(ask(folder, "compare base.yaml more.yaml --quiet --replications 3 --out there --prices 2025").code == 0);
    for (const char* name : {"run-001", "compare-001"}) {
        CAPTURE(name);
        const fs::path here = folder.path / "output/base" / name, there = folder.path / "there/base" / name;
        const std::string before = slurp(here / "report.html");
        REQUIRE(ask(folder, "report output/base/" + std::string(name) + " --format html").code == 0);
        CHECK(slurp(here / "report.html") == before);
        CHECK(has(before, "miles de pesos de 2023"));
        REQUIRE(ask(folder, "report output/base/" + std::string(name) + " --format html --prices 2025").code == 0);
        const std::string other = slurp(here / "report.html");
        CHECK(has(other, "miles de pesos de 2025"));
        CHECK(has(other, "IPC de diciembre"));
        CHECK(has(other, "--prices 2025"));
        // From what was told in them, back.
        REQUIRE(ask(folder, "report there/base/" + std::string(name) + " --format html --prices sheet").code == 0);
        CHECK(has(slurp(there / "report.html"), "miles de pesos de 2023"));
    }
    const Ran apart = ask(folder, "diff output/base/run-001 there/base/run-001 --lang es");
    CHECK(apart.code == 2);
    CHECK(has(apart.err, "--prices"));
}

TEST_CASE(
    "replications serve for any pesos: a comparison takes over one in others, and tells itself right afterwards") {
    const Folder folder;
    write_scenario(folder, "base", price_index);
    write_scenario(folder, "more", price_index + "advisory: {advisors: 13}\n");
    const auto plain = json_of(folder, "compare base.yaml more.yaml --quiet --json --replications 3 --out fresh");
    REQUIRE(ask(folder, "compare base.yaml more.yaml --quiet --replications 3 --prices nominal").code == 0);
    const auto taken = json_of(folder, "compare base.yaml more.yaml --json --replications 3");
    CHECK(has(slurp(folder.path / "stderr"), "compare-001"));
    CHECK(taken == plain);
    CHECK(ask(folder, "report output/base/compare-002").code == 0);
    REQUIRE(ask(folder, "run base.yaml --quiet --replications 3 --prices nominal").code == 0);
    REQUIRE(ask(folder, "run base.yaml --replications 4 --json").code ==
            0);  // its values are converted: simulated anew
    CHECK(!has(slurp(folder.path / "stderr"), "run-001"));
}

TEST_CASE("pesos that no index leads to, and pesos that are not the same in two scenarios, are refused") {
    const Folder folder;
    write_scenario(folder, "none", "");
    write_scenario(folder, "base", price_index);
    write_scenario(folder, "other", "plan: {price_year: 2023}\nfunding: {index: {2024: 1.1, 2025: 1.5}}\n");
    write_scenario(folder, "later", "plan: {price_year: 2024}\n");
    write_scenario(folder, "wrong", "prices: nominal\n");
    const auto refused = [&](const std::string& arguments, const std::string& said) {
        CAPTURE(arguments);
        const Ran ran = ask(folder, arguments + " --quiet --lang es");
        CAPTURE(ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(has(ran.err, said));
    };
    refused("run none.yaml --prices nominal", "--prices nominal: none.yaml: funding.index no dice");
    refused("run base.yaml --prices 2022", "funding.index no dice cuánto suben los precios de 2022 a 2023");
    refused("run base.yaml --prices pesos", "no dice en qué pesos");
    refused("run wrong.yaml", "wrong.yaml:4:9: error: prices: funding.index no dice");
    refused("compare base.yaml none.yaml --prices nominal", "none.yaml: funding.index no dice");
    refused("compare base.yaml other.yaml --prices 2025", "un peso de 2025 no es el mismo");
    refused("compare base.yaml later.yaml",
            "later.yaml: funding.index no dice cuánto suben los precios de 2023 a 2024");
    CHECK_FALSE(fs::exists(folder.path / "output"));
    CHECK(ask(folder, "compare base.yaml other.yaml --quiet --replications 2 --prices nominal").code == 0);
    CHECK(ask(folder, "compare base.yaml other.yaml --quiet --replications 2").code == 0);
}
