// aforo template, calendar and fit, and data files from the template to the scenario.
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <cmath>
#include <string>

#include "aforo/scenario/reader.hpp"
#include "cli/asking.hpp"

using namespace testing;
namespace json = boost::json;

namespace {

const std::string ficha = AFORO_SOURCE_DIR "/scenarios/ficha-2024.yaml";
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

// The template with a number in each row that lacks its last cell.
std::string filled_in(const std::string& text) {
    std::istringstream in(text);
    std::string all, line;
    int n = 100;
    while (std::getline(in, line)) {
        if (line.ends_with('\r')) line.pop_back();
        const bool is_empty = line.ends_with(';') || line.ends_with(',');
        all += line + (is_empty && !line.starts_with("#") ? std::to_string(n++) : "") + "\r\n";
    }
    return all;
}

}  // namespace

TEST_CASE("each template is read back by the scenario that names it, in both languages") {
    for (const std::string lang : {"es", "en"}) {
        for (const std::string kind : {"arrivals", "centres", "durations", "budget"}) {
            CAPTURE(lang);
            CAPTURE(kind);
            const Folder folder;
            const Ran made = ask(folder, "template " + kind + " --of " + ficha + " -o t.csv --lang " + lang);
            CAPTURE(made.err);
            REQUIRE(made.code == 0);
            write(folder.path / "t.csv", filled_in(slurp(folder.path / "t.csv")));
            write(folder.path / "it.yaml", "aforo: 1\nname: it\nextends: " + ficha + "\ndata: {" + kind + ": t.csv}\n");
            const Ran ran = ask(folder, "check it.yaml");
            CAPTURE(ran.err);
            // The sheet has fixed costs, so a made-up budget may be too small: that is said of the budget.
            CHECK((ran.code == 0 || has(ran.err, "exceed the budget") || has(ran.err, "superan")));
        }
    }
}

TEST_CASE("a template that is not filled in says what is missing, and no file is overwritten") {
    const Folder folder;
    REQUIRE(ask(folder, "template arrivals -o t.csv").code == 0);
    write(folder.path / "it.yaml", "aforo: 1\nname: it\nextends: " + ficha + "\ndata: {arrivals: t.csv}\n");
    const Ran ran = ask(folder, "check it.yaml --lang en");
    CHECK(ran.code == 2);
    CHECK(has(ran.err, "data.arrivals: the number is missing"));
    CHECK(ask(folder, "template arrivals -o t.csv").code == 2);
    const Ran xlsx = ask(folder, "template arrivals -o t.xlsx --lang en");
    CHECK(xlsx.code == 2);
    CHECK(has(xlsx.err, "CSV UTF-8"));
    CHECK(ask(folder, "template nothing").code == 2);
}

TEST_CASE("executed months from their template are run, and the report says plan, executed and projected") {
    const Folder folder;
    const std::string small = AFORO_SOURCE_DIR "/tests/model/small.yaml";
    const Ran made = ask(folder, "template executed --of " + small + " -o e.csv --lang es");
    CAPTURE(made.err);
    REQUIRE(made.code == 0);
    std::istringstream in(slurp(folder.path / "e.csv"));
    std::string all, line;
    int months = 0;
    while (std::getline(in, line)) {
        if (line.ends_with('\r')) line.pop_back();
        const bool is_month = line.starts_with("2024-");
        if (is_month && ++months > 5) continue;  // those that are not over
        if (is_month) {
            const auto blank = line.find(";;");
            REQUIRE(blank != std::string::npos);
            const std::string staff = line.substr(line.find_first_not_of(';', blank));
            line =
                line.substr(0, blank) + ";" + std::to_string(240 + months) + ";70;4;9000,25;38000;4500;5000;" + staff;
        }
        all += line + "\r\n";
    }
    write(folder.path / "e.csv", all);
    const std::string yaml = "aforo: 1\nname: it\nextends: " + small +
                             "\nplan: {attention: {production: 2900}, beneficiaries: {2024: 700, 2025: 700}}\n";
    write(folder.path / "it.yaml", yaml + "data: {executed: e.csv}\n");
    const Ran told = ask(folder, "run it.yaml --replications 2 --lang es --quiet --out es");
    CAPTURE(told.err);
    REQUIRE(told.code == 0);
    CHECK(has(told.out, "Plan, ejecutado y proyectado"));
    CHECK(has(told.out, "Hasta mayo de 2024"));
    CHECK(has(told.out, "junio de 2024"));
    CHECK(has(told.out, "1.215"));    // 241 + … + 245 persons attended
    CHECK(has(told.out, "190.000"));  // five times 38.000
    CHECK(has(told.out, "supuesto: lo simulado con lo ejecutado"));
    CHECK(has(told.out, "Queda del presupuesto al corte"));
    const Ran in_english = ask(folder, "run it.yaml --replications 2 --lang en --quiet --out en");
    CHECK(has(in_english.out, "Plan, executed and projected"));
    CHECK(has(in_english.out, "1,215"));
    write(folder.path / "it.yaml", yaml + "data: {executed: e.csv}\ninitial: {on_list: 50}\n");
    CHECK(has(ask(folder, "run it.yaml --replications 2 --lang es --quiet --out said").out,
              "lo dice el escenario (initial)"));
    write(folder.path / "it.yaml", yaml);
    const Ran without = ask(folder, "run it.yaml --replications 2 --lang es --quiet --out none");
    REQUIRE(without.code == 0);
    CHECK(!has(without.out, "jecutado"));
}

TEST_CASE("where nobody is filtered out the report says so") {
    const Folder folder;
    const std::string yaml = "aforo: 1\nname: it\nextends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n";
    write(folder.path / "it.yaml", yaml + "targeting: {criteria: []}\n");
    CHECK(has(ask(folder, "run it.yaml --replications 2 --lang es --quiet --out a").out,
              "No se selecciona: todas las empresas diagnosticadas califican."));
    CHECK(has(ask(folder, "run it.yaml --replications 2 --lang en --quiet --out b").out, "Nobody is filtered out"));
    write(folder.path / "it.yaml", yaml);
    CHECK(!has(ask(folder, "run it.yaml --replications 2 --lang es --quiet --out c").out, "No se selecciona"));
}

TEST_CASE("the calendar says the working days and the arrivals that the observed file has") {
    const Folder folder;
    const std::string scenario = AFORO_SOURCE_DIR "/scenarios/datos/doce-meses.yaml";
    const Ran ran = ask(folder, "calendar " + scenario + " --json");
    REQUIRE(ran.code == 0);
    const auto months = json::parse(ran.out).at("months").as_array();
    REQUIRE(months.size() == 48);
    CHECK(months[0].at("working_days").to_number<int>() == 22);  // January 2024
    CHECK(std::abs(months[0].at("expected_arrivals").to_number<double>() - 4120) < 1e-6);
    CHECK(std::abs(months[11].at("expected_arrivals").to_number<double>() - 3560) < 1e-6);
    CHECK(std::abs(months[12].at("expected_arrivals").to_number<double>() - 4120 * 1.2) < 4120 * 0.1);
    CHECK(has(ask(folder, "calendar " + scenario).out, "59.060,0"));
}

TEST_CASE("what fit proposes reads back in a scenario") {
    const Folder folder;
    std::string csv = "clave;minutos\n";
    for (int i = 1; i <= 200; ++i) {  // a Weibull's quantiles
        const double u = (i - 0.5) / 200, x = 40 * std::pow(-std::log(1 - u), 1 / 1.7);
        std::string text = std::to_string(x);
        text[text.find('.')] = ',';
        csv += "attention.duration;" + text + "\n";
    }
    write(folder.path / "d.csv", csv);
    const Ran ran = ask(folder, "fit d.csv --column minutos --json");
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    const auto result = json::parse(ran.out);
    CHECK(result.at("proposed").as_string() == "weibull");
    const std::string yaml(result.at("families").as_array().at(0).at("yaml").as_string().c_str());
    write(folder.path / "it.yaml", "aforo: 1\nname: it\nextends: " + ficha + "\nattention: {duration: " + yaml + "}\n");
    CHECK(ask(folder, "check it.yaml --strict").code == 0);
    const Ran told = ask(folder, "fit d.csv --column minutos --page p.html");
    CHECK(has(told.out, "attention: {duration: " + yaml + "}"));
    CHECK(has(slurp(folder.path / "p.html"), "<html"));
    CHECK(ask(folder, "fit d.csv --column minutos --page p.html").code == 2);
}

TEST_CASE("what fit cannot fit is told with its place") {
    const Folder folder;
    const auto says = [&](const std::string& csv, const std::string& arguments) {
        write(folder.path / "d.csv", csv);
        const Ran ran = ask(folder, "fit d.csv --lang en " + arguments);
        CHECK(ran.code == 2);
        return ran.err;
    };
    CHECK(has(says("minutes\n1\n2\n", "--column minutes"), "d.csv:1:1: error: has 2 values above 0"));
    CHECK(has(says("a;b\n1;2\n", "--column c"), "there is no column 'c'; it has: a, b"));
    CHECK(has(says("a\n1\n2\n", "--column a"), "its unit is not known"));
    CHECK(has(says("minutes\n1\nx\n", "--column minutes"), "d.csv:3:1: error: minutes: 'x' is not a number"));
    CHECK(has(says("minutes;who\n1;12.345.678-5\n", "--column minutes"), "looks like a RUT"));
    std::string same = "minutes\n", two = "key;minutes\n";
    for (int i = 0; i < 20; ++i) {
        same += "5\n";
        two += (i % 2 == 0 ? "attention.duration;" : "work_plan.session;") + std::to_string(i + 1) + "\n";
    }
    CHECK(has(says(same, "--column minutes"), "all values are 5"));
    CHECK(has(says(two, "--column minutes"), "has several keys; say which with --key"));
    CHECK(has(says(two, "--column minutes --key demand.arrivals"), "is no key that takes a distribution"));
}
