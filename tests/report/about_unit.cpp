// What is said about a scenario reaches every medium, and a draft says so where it is read first.
#include <doctest/doctest.h>

#include <string>

#include "aforo/report/about.hpp"
#include "aforo/report/comparison.hpp"
#include "aforo/report/json.hpp"
#include "aforo/report/page.hpp"
#include "aforo/report/terminal.hpp"
#include "report/sample_comparison.hpp"
#include "report/sample_run.hpp"

using namespace aforo;
using namespace aforo::report;

namespace {

const results::About said = {"Ana <b>Núñez</b>", "2026-04-26", "draft", "Para el\x1b[2J presupuesto"};

std::string page_of(const results::Run& run, core::Lang lang) {
    results::Manifest m;
    m.scenario = run.scenario;
    m.about = run.about;
    return run_page(run, {}, m, lang);
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the terminal's first line marks a draft, and the next says what is said") {
    auto run = testing::sample_run();
    CHECK(!has(summary(run, core::Lang::es), "Borrador"));
    run.about = said;
    const std::string es = summary(run, core::Lang::es), en = summary(run, core::Lang::en);
    CHECK(first_line(es).starts_with(" Borrador · aforo "));
    CHECK(first_line(en).starts_with(" Draft · aforo "));
    CHECK(has(es, "Autor: Ana <b>Núñez</b> · Fecha: 26-04-2026 · Estado: borrador · Motivo: Para el"));
    CHECK(has(en, "Author: Ana <b>Núñez</b> · Date: 2026-04-26 · Status: draft · Reason: Para el"));
    CHECK(!has(es, "\x1b"));
    run.about.status = "official";
    CHECK(!has(first_line(summary(run, core::Lang::es)), "Borrador"));
    CHECK(has(summary(run, core::Lang::es), "Estado: oficial"));
}

TEST_CASE("the page's first screen marks a draft, and its last part says the rest") {
    auto run = testing::sample_run();
    CHECK(!has(page_of(run, core::Lang::es), "<p class=\"draft\">"));
    run.about = said;
    const std::string es = page_of(run, core::Lang::es), en = page_of(run, core::Lang::en);
    const auto mark = es.find("<p class=\"draft\">Borrador</p>");
    REQUIRE(mark != std::string::npos);
    CHECK(mark < es.find("<h1>"));
    CHECK(has(en, "<p class=\"draft\">Draft</p>"));
    CHECK(has(es, "<dt>Autor</dt><dd>Ana &lt;b&gt;Núñez&lt;/b&gt;</dd>"));
    CHECK(has(es, "<dt>Fecha</dt><dd>26-04-2026</dd>"));
    CHECK(has(en, "<dt>Status</dt><dd>draft</dd>"));
    CHECK(has(en, "<dt>Reason</dt>"));
}

TEST_CASE("an experiment of several scenarios names those that are drafts") {
    auto c = testing::sample_comparison();
    CHECK(!has(comparison_text(c, core::Lang::es), "Borrador"));
    c.alternatives.front().run.about.status = "draft";
    c.alternatives.front().run.scenario = "Más asesores";
    const std::string mark = "Borrador: Más asesores";
    CHECK(has(comparison_text(c, core::Lang::es), mark));
    CHECK(has(comparison_page(c, core::Lang::es), "<p class=\"draft\">" + mark + "</p>"));
}

TEST_CASE("manifest.json says what is said, reads back, and has no such key where nothing is") {
    results::Manifest m;
    m.version = "0.1.0";
    m.program = m.scenario_digest = m.results_digest = m.run_file_digest = std::string(64, 'a');
    m.replications = 1;
    CHECK(!has(manifest_json(m), "about"));
    m.about = {"Ana", "2026-04-26", "", "\"x\"\n"};
    const std::string json = manifest_json(m);
    CHECK(has(json, R"("about": {"author": "Ana", "date": "2026-04-26", "reason": "\"x\"\n"},)"));
    const auto read = read_manifest(json);
    REQUIRE(read.manifest.has_value());
    CHECK(read.manifest->about == m.about);
    std::string wrong = json;
    wrong.replace(wrong.find("\"Ana\""), 5, "[1,2]");
    CHECK(!read_manifest(wrong).manifest.has_value());
    wrong = json;
    const auto from = wrong.find("{\"author");
    wrong.replace(from, wrong.find('}', from) + 1 - from, "7");
    CHECK(!read_manifest(wrong).manifest.has_value());
}
