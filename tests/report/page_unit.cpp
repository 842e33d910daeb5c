// The page of a run: one file that opens offline, in which every name is only a name.
#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "aforo/core/sha256.hpp"
#include "aforo/report/formats.hpp"
#include "aforo/report/html.hpp"
#include "aforo/report/page.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/terminal.hpp"
#include "aforo/results/index.hpp"
#include "report/sample_comparison.hpp"

using namespace aforo;
using namespace aforo::report;

namespace {

constexpr const char* hostile = "</script><script>alert(1)</script> & \"x\" 'y' <!--";

results::Manifest manifest_of(const results::Run& run) {
    results::Manifest m;
    m.scenario = run.scenario;
    m.command = "aforo run ficha.yaml --seed 1 --replications 40";
    return m;
}

results::Samples no_samples() { return {}; }

std::string page_of(const results::Run& run, core::Lang lang = core::Lang::es) {
    return run_page(run, no_samples(), manifest_of(run), lang);
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

bool has(const std::string& text, const std::string& part) { return times(text, part) > 0; }

// The text between two marks, of the first that is found.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const auto start = text.find(from);
    REQUIRE(start != std::string::npos);
    const auto end = text.find(to, start + from.size());
    REQUIRE(end != std::string::npos);
    return text.substr(start + from.size(), end - start - from.size());
}

}  // namespace

TEST_CASE("the page tells what the scenario says and does not do, and only where there is some") {
    auto run = testing::sample_run();
    CHECK(!has(page_of(run), "id=\"avisos\""));
    run.warnings = {{"no_plans", hostile, 4, 22, "work_plan.no_show", {hostile, hostile}, {"quítela", "remove it"}}};
    CHECK(has(page_of(run), "id=\"avisos\""));
    CHECK(has(page_of(run), "work_plan.no_show"));
    CHECK(has(page_of(run), "quítela"));
    CHECK(has(page_of(run, core::Lang::en), "remove it"));
    CHECK(!has(page_of(run), "<script>alert"));
}

TEST_CASE("a text becomes HTML only escaped, in elements and in attributes") {
    CHECK(Html("a < b & \"c\"").code() == "a &lt; b &amp; &quot;c&quot;");
    CHECK(element("p", {{"title", "\"><script>"}}, {"<b>"}).code() ==
          "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;</p>");
    CHECK(void_element("meta", {{"charset", "utf-8"}}).code() == "<meta charset=\"utf-8\">");
    CHECK(Html("\xff\x1b").code() == "\uFFFD ");
}

TEST_CASE("a figure and its sign stay on one line") {
    CHECK(Html("12,3 % y M$ 5 ± 1").code() == "12,3\u00a0% y M$\u00a05\u00a0±\u00a01");
}

TEST_CASE("a table has a caption, scopes, headings across and rules") {
    Table table({{"Componente", Align::left}, {"2024"}});
    table.heading("Grupo <1>");
    table.row({"  dentro", "1.234"});
    table.rule();
    table.row({"Total", "—"});
    const std::string code = html_table(table, "Cifras").code();
    CHECK(has(code, "<caption class=\"hidden\">Cifras</caption>"));
    CHECK(has(code, "<th scope=\"colgroup\" colspan=\"2\">Grupo &lt;1&gt;</th>"));
    CHECK(has(code, "<th scope=\"row\" class=\"in\">dentro</th><td class=\"n\">1.234</td>"));
    CHECK(has(code, "<tr class=\"rule\"><th scope=\"row\">Total</th>"));
}

TEST_CASE("an index finds what the run finds, and its samples") {
    auto run = testing::sample_run();
    results::Samples samples;
    samples.keys = run.rows.size();
    samples.replications = 2;
    for (std::size_t k = 0; k < run.rows.size(); ++k) {
        samples.values.insert(samples.values.end(), {static_cast<double>(k), static_cast<double>(k) + 0.5});
    }
    const results::Index index(run, samples);
    for (std::size_t k = 0; k < run.rows.size(); ++k) {
        const auto& row = run.rows[k];
        const auto& name = run.columns[static_cast<std::size_t>(row.column)].name;
        CHECK(index.estimate({name, row.year, row.level, row.id}) == run.find(name, row.year, row.level, row.id));
        CHECK(index.samples({name, row.year, row.level, row.id}).front() == static_cast<double>(k));
    }
    CHECK(index.estimate({"tomorrow", 2024}) == nullptr);
    CHECK(index.samples({"beneficiaries", 1999}).empty());
    const results::Comparison c = testing::sample_comparison();
    const results::Index differences(c.alternatives[0].differences);
    for (const auto& d : c.alternatives[0].differences)
        CHECK(differences.difference({d.measure, d.year, d.level, d.id}) == &d);
    CHECK(differences.estimate({"beneficiaries", 2024}) == nullptr);
    CHECK(index.difference({"beneficiaries", 2024}) == nullptr);
}

TEST_CASE("the same run gives the same page, and the language changes it") {
    const auto run = testing::sample_run();
    CHECK(page_of(run) == page_of(run));
    CHECK(page_of(run) != page_of(run, core::Lang::en));
    CHECK(page_of(run).starts_with("<!DOCTYPE html>\n<html lang=\"es-CL\">"));
    CHECK(page_of(run).size() < 2'000'000);
}

TEST_CASE("only the page's own script and style run: the policy names them by their digests") {
    const std::string page = page_of(testing::sample_run());
    const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    CHECK(has(policy, "default-src 'none'"));
    CHECK(!has(policy, "unsafe"));
    CHECK(has(policy, "script-src 'sha256-" + core::sha256_base64(between(page, "<script>", "</script>")) + "'"));
    CHECK(has(policy, "style-src 'sha256-" + core::sha256_base64(between(page, "<style>", "</style>")) + "'"));
    CHECK(times(page, "<script>") == 1);
    CHECK(!has(page, " style=\""));
    CHECK(!has(page, " onclick"));
}

TEST_CASE("names of a scenario are only names, in text, attributes and data") {
    auto run = testing::sample_run();
    run.scenario = hostile;
    run.regions = {{"r", hostile}};
    run.offices = {{"1", hostile, "r", "centre"}, {"2", hostile, "r", "satellite"}};
    run.assumptions = {{hostile, hostile, hostile, hostile, hostile, hostile}};
    run.sources = {{hostile, hostile, hostile}};
    run.planned.components.front().name = hostile;
    for (const auto& office : run.offices) {
        for (const int year : run.years) {
            testing::add(run, "attention_wait_days_p90", "days", year, 3, results::Level::office, office.id);
        }
    }
    const std::string page = page_of(run);
    CHECK(!has(page, "<script>alert"));
    CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(has(page, "\\u003cscript>alert(1)\\u003c/script>"));
    CHECK(times(page, "<!--") == 0);
}

TEST_CASE("the books close on the first screen") {
    const std::string page = page_of(testing::sample_run());
    const std::string money = between(page, "<section class=\"first\"", "</section>");
    CHECK(has(money, "<th scope=\"row\">Diferencia</th><td class=\"n\">$0</td>"));
    CHECK(has(money, "Diferencia: $0."));
}

TEST_CASE("a run with nothing in it, or with one replication, makes a page all the same") {
    CHECK(has(page_of(results::Run()), "</html>"));
    const std::string once = page_of(testing::single_run());
    CHECK(!has(once, "grafico-riesgo"));
    CHECK(has(once, "Una sola réplica"));
    auto bare = testing::sample_run();
    bare.rows.clear();
    bare.columns.clear();
    CHECK(has(page_of(bare), "</html>"));
}

TEST_CASE("formats leave files of their own") {
    for (const auto& a : file_formats()) {
        CHECK(!a.make(testing::sample_run(), no_samples(), manifest_of(testing::sample_run()), core::Lang::es).empty());
        for (const auto& b : file_formats()) {
            CHECK((&a == &b || a.file != b.file));
        }
    }
}

TEST_CASE(
    "money that came from elsewhere or was spent beyond the appropriation stands where sums are shown, and only then") {
    results::Run run = testing::sample_run();
    const auto shows = [&](const std::string& what) {
        CAPTURE(what);
        CHECK(has(page_of(run), what) == has(summary(run, core::Lang::es), what));
        return has(summary(run, core::Lang::es), what);
    };
    CHECK_FALSE(shows("Exceso simulado"));
    CHECK_FALSE(has(summary(run, core::Lang::es), "Traspasos netos"));
    for (const int year : run.years) {
        testing::add(run, "overrun", "M$ 2023", year, 321'987, results::Level::component, "advisory");
        testing::add(run, "overrun", "M$ 2023", year, 321'987);
        testing::add(run, "transferred", "M$ 2023", year, 54'321, results::Level::component, "advisory");
    }
    CHECK(shows("Exceso simulado"));
    CHECK(shows("321.987"));
    CHECK(has(summary(run, core::Lang::es), "Traspasos netos"));
    CHECK(has(summary(run, core::Lang::es), "54.321"));
}
