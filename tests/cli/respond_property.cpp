// aforo respond as it is used: every figure of a sentence is that of results.json, a folder tells it again with the
// same bytes, and a claim that no longer holds is told with the sentence that rests on it.
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "cli/asking.hpp"
#include "cli/fitted.hpp"

using namespace testing;
namespace json = boost::json;

namespace {

const std::string both = "{es: uno, en: one}";

std::string answers(const std::string& claims, const std::string& experiment = "") {
    return "aforo: 1\ntitle: {es: Las respuestas, en: The answers}\nbase: base.yaml\n" + experiment +
           "restated:\n"
           "  scenario: more.yaml\n"
           "  method: {original: Como antes., proposed: " +
           both +
           "}\n"
           "  criteria: [{variable: " +
           both + ", original: El de antes., proposed: " + both +
           "}]\n"
           "  indicators:\n"
           "    - {original: Ventas, formula: a/b, published: ['24%', '24%', '30%'], measure: sales_up_t1 2024, "
           "proposed: " +
           both +
           "}\n"
           "observations:\n"
           "  - id: f\n"
           "    pillar: {es: Población, en: Population}\n"
           "    quote: 'La cobertura es «baja» <y no es piloto> & más.'\n"
           "    asked: {es: la cobertura es baja, en: coverage is low}\n"
           "    status: simulated\n"
           "    alternatives: {mas: more.yaml}\n"
           "    measures: [beneficiaries 2025, coverage_target 2025, spending advisory 2025]\n"
           "    figures:\n"
           "      hoy: base beneficiaries 2025\n"
           "      luego: mas beneficiaries 2025\n"
           "      cambio: mas beneficiaries 2025 diferencia\n"
           "      parte: mas beneficiaries 2025 por ciento\n"
           "      puntos: mas coverage_target 2025 diferencia\n"
           "      rango: mas beneficiaries 2025 rango\n"
           "      gasto: mas spending advisory 2025 diferencia\n"
           "      sube: mas beneficiaries 2025 tamaño\n"
           "    line: {es: 'Pasa de {hoy} a {luego}.', en: 'It goes from {hoy} to {luego}.'}\n"
           "    answer:\n"
           "      es: 'Son [{cambio}], o [{parte}], [{puntos}], de [{rango}], con M$ [{gasto}]; sube [{sube}].'\n"
           "      en: 'These are [{cambio}], or [{parte}], [{puntos}], from [{rango}], with M$ [{gasto}]; up "
           "[{sube}].'\n"
           "    claims: [" +
           claims +
           "]\n"
           "  - id: redaccion\n"
           "    pillar: {es: Diagnóstico, en: Diagnosis}\n"
           "    quote: Un efecto repite una causa.\n"
           "    asked: {es: un efecto repite, en: an effect repeats}\n"
           "    status: outside\n"
           "    reason: {es: es redacción, en: it is wording}\n"
           "    line: {es: Se acoge., en: It is accepted.}\n"
           "    answer: {es: Se acoge., en: It is accepted.}\n";
}

void write_all(const Folder& folder, const std::string& claims = "mas beneficiaries 2025 sube",
               const std::string& experiment = "") {
    write_fitted_scenarios(folder);
    std::ofstream(folder.path / "respuestas.yaml") << answers(claims, experiment);
}

// The numbers of a text as the Spanish reports write them: 1.234,5 and −3.
std::vector<double> numbers_in(const std::string& text) {
    static const std::regex number(R"([0-9][0-9.]*(?:,[0-9]+)?)");
    std::vector<double> all;
    for (std::sregex_iterator it(text.begin(), text.end(), number), end; it != end; ++it) {
        std::string plain;
        for (const char c : it->str()) plain += c == '.' ? "" : std::string(1, c == ',' ? '.' : c);
        all.push_back(std::stod(plain));
    }
    return all;
}

// The n-th pair of brackets.
std::string bracket(const std::string& text, std::size_t n) {
    std::size_t at = 0;
    for (std::size_t i = 0; i <= n; ++i) at = text.find('[', i == 0 ? at : at + 1);
    return text.substr(at + 1, text.find(']', at) - at - 1);
}

const json::value& figure(const json::value& results, const std::string& name) {
    for (const auto& f : results.at("observations").at(0).at("figures").as_array()) {
        if (f.at("name").as_string() == name) return f;
    }
    FAIL("no figure ", name);
    return results;
}

// A sentence may show fewer digits: a number within half of its last place, or within that of two digits of its error.
void check_near(double shown, double value, double error) {
    CAPTURE(shown);
    CAPTURE(value);
    const double last_place = shown == std::floor(shown) ? 0.5 : 0.05;
    CHECK(std::abs(shown - std::abs(value)) <= std::max(last_place, 0.05 * std::abs(error)) + 1e-9);
}

}  // namespace

TEST_CASE("every figure that an answer says is that of results.json") {
    const Folder folder;
    write_all(folder);
    const auto ran = ask(folder, "respond respuestas.yaml --worlds 0 --replications 8 --lang es");
    CAPTURE(ran.out);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    const fs::path made = folder.path / "output/base/respond-001";
    const auto results = json::parse(slurp(made / "results.json"));
    const std::string said = unwrapped(ran.out), sentence = said.substr(said.find("Son ["));
    const auto mean = [&](const char* name) { return figure(results, name).at("mean").to_number<double>(); };
    const auto error = [&](const char* name) { return figure(results, name).at("half_width").to_number<double>(); };
    const auto change = numbers_in(bracket(sentence, 0));
    check_near(change.at(0), mean("cambio"), error("cambio"));
    check_near(change.at(1), error("cambio"), error("cambio"));
    check_near(numbers_in(bracket(sentence, 1)).at(0),
               100 * mean("parte") / figure(results, "parte").at("base_mean").to_number<double>(), 0);
    check_near(numbers_in(bracket(sentence, 2)).at(0), 100 * mean("puntos"), 100 * error("puntos"));
    const auto range = numbers_in(bracket(sentence, 3));
    const double width =
        figure(results, "rango").at("p90").to_number<double>() - figure(results, "rango").at("p10").to_number<double>();
    check_near(range.at(0), figure(results, "rango").at("p10").to_number<double>(), width);
    check_near(range.at(1), figure(results, "rango").at("p90").to_number<double>(), width);
    check_near(numbers_in(bracket(sentence, 4)).at(0), mean("gasto"), error("gasto"));
    check_near(numbers_in(bracket(sentence, 5)).at(0), mean("sube"), error("sube"));
    CHECK(bracket(sentence, 5).front() != '+');
    // The same as the command that it names.
    CHECK(said.find("aforo compare base.yaml more.yaml --seed 7 --replications 8") != std::string::npos);
    const auto compared = json::parse(ask(folder, "compare base.yaml more.yaml --seed 7 --replications 8 --json").out);
    bool is_there = false;
    for (const auto& d : compared.at("differences").as_array()) {
        if (d.at("metric").as_string() != "beneficiaries" || d.at("year") != 2025 ||
            d.at("level").as_string() != "programme")
            continue;
        is_there = true;
        CHECK(d.at("mean").to_number<double>() == doctest::Approx(mean("cambio")).epsilon(1e-12));
        CHECK(d.at("half_width").to_number<double>() == doctest::Approx(error("cambio")).epsilon(1e-12));
    }
    CHECK(is_there);
    CHECK(json::parse(slurp(made / "manifest.json")).at("command").as_string() ==
          "aforo respond respuestas.yaml --worlds 0 --seed 7 --replications 8");
    for (const char* words : {"el rango es solo azar", "Fuera del modelo", "es redacción", "La ficha con el cambio"})
        CHECK_MESSAGE(said.find(words) != std::string::npos, words);
}

TEST_CASE("its folder tells it again with the same bytes, in both languages, and the sheet too") {
    const Folder folder;
    write_all(folder, "mas beneficiaries 2025 sube, hoy entre 100 y 2000",
              "experiment: {replications: 4, worlds: 16}\n");
    const auto ran = ask(folder, "respond respuestas.yaml --ficha --lang es");
    CAPTURE(ran.out);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    const fs::path made = folder.path / "output/base/respond-001";
    std::vector<std::string> files = {"report.html", "report.xlsx", "ficha.html", "ficha.xlsx"};
    if (fs::exists(made / "report.docx")) files.insert(files.end(), {"report.docx", "ficha.docx"});
    std::vector<std::string> before;
    for (const auto& file : files) before.push_back(slurp(made / file));
    CHECK(before[0].find("La cobertura es «baja» &lt;y no es piloto&gt; &amp; más.") != std::string::npos);
    CHECK(before[0].find("16 mundos") != std::string::npos);
    CHECK(before[2].find("II.3 Población") != std::string::npos);
    CHECK(ask(folder, "report output/base/respond-001 --lang en").code == 0);
    CHECK(slurp(made / "report.html").find("What would settle it") != std::string::npos);
    CHECK(slurp(made / "ficha.html").find("II.3 Population") != std::string::npos);
    // The files that it was made of are not needed.
    for (const char* file : {"respuestas.yaml", "base.yaml", "more.yaml"}) fs::remove(folder.path / file);
    CHECK(ask(folder, "report output/base/respond-001 --lang es").code == 0);
    for (std::size_t i = 0; i < files.size(); ++i) CHECK_MESSAGE(slurp(made / files[i]) == before[i], files[i]);
}

TEST_CASE("the Word document is an A4 page with headings, captioned tables and what changes in bold") {
    const Folder folder;
    write_all(folder);
    REQUIRE(ask(folder, "respond respuestas.yaml --worlds 0 --replications 4 --lang es").code == 0);
    const fs::path made = folder.path / "output/base/respond-001/report.docx";
    if (!fs::exists(made) || std::system("unzip -v > /dev/null 2>&1") != 0) return;  // neither is always there
    const fs::path text = folder.path / "document.xml";
    REQUIRE(std::system(("unzip -p '" + made.string() + "' word/document.xml > '" + text.string() + "'").c_str()) == 0);
    const std::string said = slurp(text);
    for (const char* part : {"w:w=\"11906\"", "\"Heading1\"", "\"Heading2\"", "\"TableCaption\"", "\"BlockText\"",
                             "<w:b />", "La cobertura es «baja» &lt;y no es piloto&gt; &amp; más."})
        CHECK_MESSAGE(said.find(part) != std::string::npos, part);
}

TEST_CASE("an effort stands in for the numbers of the file, and what is given for the effort") {
    const Folder folder;
    write_all(folder, "mas beneficiaries 2025 sube", "experiment: {replications: 8, worlds: 16}\n");
    const auto command = [&](const char* folder_name) {
        return std::string(
            json::parse(slurp(folder.path / "output/base" / folder_name / "manifest.json")).at("command").as_string());
    };
    CHECK(ask(folder, "respond respuestas.yaml --effort quick").code == 0);
    CHECK(command("respond-001") == "aforo respond respuestas.yaml --worlds 0 --seed 7 --replications 4");
    CHECK(ask(folder, "respond respuestas.yaml --effort thorough --worlds 0 --replications 2").code == 0);
    CHECK(command("respond-002") == "aforo respond respuestas.yaml --worlds 0 --seed 7 --replications 2");
    CHECK(ask(folder, "respond respuestas.yaml --effort high").code == 2);
}

TEST_CASE("what was finished is taken over: more replications do not simulate the first ones again") {
    const Folder folder;
    write_all(folder);
    CHECK(ask(folder, "respond respuestas.yaml --worlds 0 --replications 4").code == 0);
    const auto more = ask(folder, "respond respuestas.yaml --worlds 0 --replications 8 --lang es");
    CHECK(more.err.find("Se aprovechan") != std::string::npos);
    const std::string with = slurp(folder.path / "output/base/respond-002/results.json");
    CHECK(ask(folder, "respond respuestas.yaml --worlds 0 --replications 8 --anew").code == 0);
    CHECK(slurp(folder.path / "output/base/respond-003/results.json") == with);
}

TEST_CASE("a claim that no longer holds is told with its sentence, and ends with 4") {
    const Folder folder;
    write_all(folder, "mas beneficiaries 2025 sube, mas beneficiaries 2025 baja, hoy entre 5 y 6");
    const auto checked = ask(folder, "respond respuestas.yaml --check --lang es");
    CAPTURE(checked.out);
    CAPTURE(checked.err);
    CHECK(checked.code == 4);
    const std::string said = unwrapped(checked.out);
    CHECK(said.find("2 de 3 afirmaciones no se cumplen") != std::string::npos);
    CHECK(said.find("f) «mas beneficiaries 2025 baja» ya no se cumple") != std::string::npos);
    CHECK(said.find("f) «hoy entre 5 y 6» ya no se cumple") != std::string::npos);
    CHECK(said.find("«mas beneficiaries 2025 sube» ya no") == std::string::npos);
    CHECK(said.find("Son [") != std::string::npos);
    CHECK(!fs::exists(folder.path / "output"));

    write_all(folder, "mas beneficiaries 2025 sube");
    const auto good = ask(folder, "respond respuestas.yaml --check --lang es");
    CHECK(good.code == 0);
    CHECK(unwrapped(good.out).find("Se cumplen las 1 afirmaciones") == std::string::npos);
    CHECK(unwrapped(good.out).find("Se cumple la única afirmación") != std::string::npos);
}

TEST_CASE("what cannot be asked is refused at its line, all at once") {
    const Folder folder;
    write_all(folder);
    std::string text = answers("mas beneficiaries 2025 sube");
    const auto put = [&](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    put("mas coverage_target 2025 diferencia", "mas coverage_tarjet 2025 diferencia");
    put("base beneficiaries 2025", "base beneficiaries band=lou 2031");
    std::ofstream(folder.path / "mal.yaml") << text;
    const auto refused = ask(folder, "respond mal.yaml --lang es");
    CAPTURE(refused.err);
    CHECK(refused.code == 2);
    CHECK(refused.err.find(
              "mal.yaml:19:12: error: f.figures.hoy: «band=lou» no es un componente, una región ni un grupo") !=
          std::string::npos);
    CHECK(refused.err.find("2031 no es un año del horizonte; de 2024 a 2025") != std::string::npos);
    CHECK(refused.err.find("«coverage_tarjet» no es una medida; ¿quiso decir coverage_target?") != std::string::npos);

    text = answers("mas beneficiaries 2025 sube");
    put("{mas: more.yaml}", "{mas: otro.yaml}");
    std::ofstream(folder.path / "mal.yaml") << text;
    const auto missing = ask(folder, "respond mal.yaml --lang es");
    CHECK(missing.code == 2);
    CHECK(missing.err.find("no se puede abrir el archivo otro.yaml") != std::string::npos);
    CHECK(ask(folder, "respond base.yaml --lang es").code == 2);
    CHECK(ask(folder, "respond nada.yaml").code != 0);
    // A folder of scenarios does not take the answers for one of them.
    CHECK(ask(folder, "compare base.yaml . --replications 2 --lang es").err.find("respuestas.yaml") ==
          std::string::npos);
}
