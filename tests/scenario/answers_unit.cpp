// Files of answers: what is read of them, and every mistake at its line, all at once, with what to do.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "aforo/scenario/answers.hpp"

using namespace aforo;
using scenario::AnswerFigure, scenario::Observation;

namespace {

const std::string head =
    "aforo: 1\n"
    "title: {es: Respuestas, en: Answers}\n"
    "base: ficha.yaml\n"
    "observations:\n"
    "  - id: f\n"
    "    pillar: {es: Población, en: Population}\n"
    "    quote: La cobertura es baja.\n"
    "    asked: {es: cobertura, en: coverage}\n";
const std::string whole = head +
                          "    status: simulated\n"
                          "    alternatives: {mas: mas.yaml}\n"
                          "    measures: [coverage_target 2027, beneficiaries band=low 2027]\n"
                          "    figures:\n"
                          "      hoy: base coverage_target 2027\n"
                          "      cambio: mas beneficiaries band=low 2027 diferencia\n"
                          "    line: {es: 'Es {hoy}.', en: 'It is {hoy}.'}\n"
                          "    answer: {es: 'Cambia en {cambio}.', en: 'It changes by {cambio}.'}\n"
                          "    claims: [mas coverage_target 2027 sube, hoy entre 5% y 7%]\n";

// Each mistake as «line:column path: what; hint».
std::vector<std::string> mistakes(const std::string& text, core::Lang lang = core::Lang::es) {
    std::vector<std::string> all;
    for (const auto& d : scenario::read_answers(text, "r.yaml", lang).diagnostics) {
        CHECK(d.place.file == "r.yaml");
        all.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.path + ": " +
                      d.what + (d.hint.empty() ? "" : "; " + d.hint));
    }
    return all;
}

std::string with(const std::string& from, const std::string& to) {
    std::string text = whole;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string slurped(const std::string& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Its words with one blank between them, however the lines are broken.
std::string one_line(const std::string& text) {
    std::istringstream in(text);
    std::string all;
    for (std::string word; in >> word;) all += (all.empty() ? "" : " ") + word;
    return all;
}

void check_one(const std::string& text, const std::string& mistake) {
    const auto found = mistakes(text);
    REQUIRE(found.size() == 1);
    CHECK(found.front() == mistake);
}

}  // namespace

TEST_CASE("a file of answers is read whole") {
    const auto read = scenario::read_answers(whole, "r.yaml", core::Lang::es);
    for (const auto& d : read.diagnostics) MESSAGE(core::to_string(d));
    REQUIRE(read.answers.has_value());
    CHECK(read.answers->base.file == "ficha.yaml");
    CHECK(read.answers->worlds == 0);
    REQUIRE(read.answers->observations.size() == 1);
    const Observation& o = read.answers->observations.front();
    CHECK(o.quote == "La cobertura es baja.");
    CHECK(o.measures[1] == scenario::AnswerMeasure{"beneficiaries", "band=low", 2027});
    CHECK(o.figures[1].of == "mas");
    CHECK(o.figures[1].show == AnswerFigure::Show::difference);
    CHECK(o.claims[0].claim.what == scenario::Claim::What::rises);
    CHECK(o.claims[1].figure == "hoy");
    CHECK(o.claims[1].low == doctest::Approx(0.05));
    CHECK(o.claims[1].high == doctest::Approx(0.07));
}

TEST_CASE("a mistake is told where it is, with what to do") {
    check_one(with("status: simulated", "status: simulado"),
              "9:13 observations[0].status: «simulado» no es un valor admitido; se admiten: simulated, by_definition, "
              "outside");
    check_one(with("    quote: La cobertura es baja.\n", ""),
              "5:5 observations[0].quote: falta esta clave; la observación, a la letra");
    check_one(with("'Es {hoy}.'", "'Es {hoi}.'"),
              "15:16 observations[0].line.es: {hoi} no es una de sus figures; ¿quiso decir {hoy}?");
    check_one(
        with("hoy: base coverage_target 2027", "hoy: menos coverage_target 2027"),
        "13:12 observations[0].figures.hoy: «menos» no es base ni una alternativa; empiece con una de: base, mas");
    check_one(
        with("mas coverage_target 2027 sube", "mas coverage_target 2027 crece"),
        "17:14 observations[0].claims: no es una afirmación; escriba alternativa beneficiaries 2027 sube (o baja, no "
        "cambia, no se distingue, abierto), o cifra entre 100 y 200");
    check_one(with("entre 5% y 7%", "entre 7% y 5%"),
              "17:45 observations[0].claims: no es un rango; escriba cifra entre 100 y 200, o cifra entre 5% y 7%");
    check_one(with("    pillar:", "    pilar: {es: a, en: b}\n    pillar:"),
              "6:5 observations[0].pilar: clave desconocida; ¿quiso decir pillar?");
    check_one(with("{es: cobertura, en: coverage}", "{es: cobertura}"),
              "8:12 observations[0].asked.en: falta esta clave; el texto va en los dos idiomas: {es: …, en: …}");
    check_one(with("aforo: 1", "aforo: 2"), "1:8 aforo: versión de esquema desconocida; esta versión lee aforo: 1");
}

TEST_CASE("a figure that no sentence says is told, and an open brace too") {
    check_one(
        with("      hoy: base", "      otra: base beneficiaries 2027\n      hoy: base"),
        "13:13 observations[0].figures.otra: ninguna frase la dice; escriba {otra} en line o en answer, o quítela");
    const auto found = mistakes(with("'Es {hoy}.'", "'Es {hoy.'"));
    REQUIRE(!found.empty());
    CHECK(found.front() == "15:16 observations[0].line.es: una llave queda abierta; cada cifra va como {nombre}");
}

TEST_CASE("a difference without its sign is of a claim that says which way it goes") {
    const std::string size = "cambio: mas beneficiaries band=low 2027 tamaño";
    check_one(
        with("cambio: mas beneficiaries band=low 2027 diferencia", size),
        "14:15 observations[0].figures.cambio: un tamaño no dice si sube o baja; afírmelo en claims (mas beneficiaries "
        "band=low 2027 sube, o baja), o escriba diferencia");
    std::string claimed = with("cambio: mas beneficiaries band=low 2027 diferencia", size);
    const auto at = claimed.find("claims: [");
    claimed.insert(at + 9, "mas beneficiaries band=low 2027 baja, ");
    CHECK(mistakes(claimed).empty());
    claimed.replace(claimed.find("2027 baja"), 9, "2027 abierto");
    CHECK(mistakes(claimed).size() == 1);
}

TEST_CASE("an observation that is not simulated says why, and one that is has something to simulate") {
    const std::string texts = "    line: {es: a, en: b}\n    answer: {es: a, en: b}\n";
    CHECK(mistakes(head + "    status: outside\n    reason: {es: a, en: b}\n" + texts).empty());
    CHECK(mistakes(head + "    status: outside\n" + texts) ==
          std::vector<std::string>{"5:5 observations[0].reason: falta esta clave; por qué no se simula"});
    CHECK(mistakes(head + "    status: simulated\n" + texts) ==
          std::vector<std::string>{
              "5:5 observations[0].alternatives: dice simulated, y no hay con qué; nombre alternativas, "
              "una meta, un orden o medidas; o cambie status"});
}

TEST_CASE("all mistakes are told in one go, in the reader's language") {
    const std::string bad =
        "title: Respuestas\nobservations:\n  - id: F\n    status: simulated\n  - id: g\n    alternatives: [a]\n";
    const auto found = mistakes(bad, core::Lang::en);
    CHECK(found.size() >= 10);
    CHECK(found.front() == "1:1 aforo: the schema's version is missing; begin the file with aforo: 1");
    CHECK(std::any_of(found.begin(), found.end(),
                      [](const auto& m) { return m.starts_with("3:9 observations[0].id: is no name"); }));
}

TEST_CASE("two observations of one name are told, and no text makes it fail") {
    std::string twice = whole + whole.substr(whole.find("  - id"));
    CHECK(mistakes(twice) ==
          std::vector<std::string>{"18:5 observations[1].id: «f» ya es otra observación; dé a cada una un id propio"});
    for (std::size_t end = 0; end < whole.size(); end += 7) (void)mistakes(whole.substr(0, end));
    for (const char* text : {"", "[]", "a", "observations: 3", "observations: [3]", "observations: [{id: {a: b}}]"})
        CHECK(!mistakes(text).empty());
}

TEST_CASE("the answers that the project comes with are read, and are no scenario") {
    const std::string file = AFORO_SOURCE_DIR "/scenarios/dipres/respuestas.yaml";
    const auto read = scenario::read_answers(slurped(file), file, core::Lang::es);
    for (const auto& d : read.diagnostics) MESSAGE(core::to_string(d));
    REQUIRE(read.answers.has_value());
    CHECK(read.answers->observations.size() == 10);
    CHECK(scenario::are_answers(file));
    CHECK(!scenario::are_answers(AFORO_SOURCE_DIR "/scenarios/ficha-2024.yaml"));
}

// What is left of the section when every observation is taken out of it: the form's own words.
TEST_CASE("the answers quote every observation of the 2024 sheet to the letter, and none that it does not make") {
    std::string sheet = one_line(slurped(AFORO_SOURCE_DIR "/tests/scenario/observaciones-2024.txt"));
    const std::string file = AFORO_SOURCE_DIR "/scenarios/dipres/respuestas.yaml";
    const auto read = scenario::read_answers(slurped(file), file, core::Lang::es);
    REQUIRE(read.answers.has_value());
    for (const auto& o : read.answers->observations) {
        const auto at = sheet.find(one_line(o.quote));
        CHECK_MESSAGE(at != std::string::npos, o.id);
        if (at != std::string::npos) sheet.replace(at, one_line(o.quote).size(), "…");
    }
    CHECK(
        sheet ==
        "III.- EVALUACIÓN EX ANTE (OBSERVACIONES DIPRES) Calificación final: Recomendado Favorablemente Pilar evaluado "
        "Revisión Cumple con mínimo del pilar Comentario General … Diagnóstico del problema … S Población Si bien se "
        "identifica adecuadamente la población, algunos elementos pueden ser perfeccionados en su diseño, tales como: "
        "a) … b) … c) … d) … e) … f) … Objetivo y Seguimiento … S Estrategia y Componentes … S Calificación diseño RF "
        "I: Insuficiente, S: Suficiente, RF: Recomendado Favorablemente, OT: Objetado Técnicamente.");
}

TEST_CASE("a template is parts of text and names in turn") {
    CHECK(scenario::parts_of("a {b} c") == std::vector<std::string>{"a ", "b", " c"});
    CHECK(scenario::parts_of("{b}{c}") == std::vector<std::string>{"", "b", "", "c", ""});
    CHECK(scenario::parts_of("") == std::vector<std::string>{""});
}
