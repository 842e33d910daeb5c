// The page of any document: one file that opens offline, in which every name is only a name.
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <utility>

#include "aforo/core/sha256.hpp"
#include "aforo/render/page.hpp"
#include "html.hpp"
#include "render/sample_document.hpp"

using namespace aforo;
using namespace aforo::render;
using namespace aforo::render::testing;

namespace {

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

bool has(const std::string& text, const std::string& part) { return times(text, part) > 0; }

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const auto start = text.find(from);
    REQUIRE(start != std::string::npos);
    const auto end = text.find(to, start + from.size());
    REQUIRE(end != std::string::npos);
    return text.substr(start + from.size(), end - start - from.size());
}

boost::json::value spec_of(const std::string& page, Chart::Kind kind) {
    const std::string id = "data-chart=\"g" + std::to_string(static_cast<int>(kind)) + "\"";
    const std::string block = between(page, id, "</script>");
    return boost::json::parse(block.substr(block.find('>') + 1));
}

}  // namespace

TEST_CASE("only the page's own script and style run: the policy names them by their digests") {
    const std::string page = render::page(sample_document(Lang::es));
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"es-CL\">"));
    const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    CHECK(has(policy, "default-src 'none'"));
    CHECK(has(policy, "script-src 'sha256-" + core::sha256_base64(between(page, "<script>", "</script>")) + "'"));
    CHECK(has(policy, "style-src 'sha256-" + core::sha256_base64(between(page, "<style>", "</style>")) + "'"));
    CHECK(times(page, "<script>") == 1);
    CHECK(!has(page, " style=\""));
    CHECK(page == render::page(sample_document(Lang::es)));
}

TEST_CASE("a page says where it is explained how to read it") {
    for (const auto& [lang, file] :
         {std::pair(Lang::es, "docs/guia/como-leer-el-informe.md"), std::pair(Lang::en, "docs/reports.md")}) {
        CHECK(has(render::page(sample_document(lang)), file));
        CHECK(std::filesystem::exists(std::filesystem::path(AFORO_SOURCE_DIR) / file));
    }
}

TEST_CASE("names are only names, in text, attributes and data") {
    const std::string page = render::page(sample_document(Lang::es));
    CHECK(!has(page, "<script>alert"));
    CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(has(page, "\\u003cscript>alert(1)\\u003c/script>"));
    CHECK(!has(page, "\x1b"));
}

TEST_CASE("a page shows its first screen, contents, and what is of a page, in the language of the document") {
    const std::string page = render::page(sample_document(Lang::es));
    CHECK(has(page, "<p class=\"eyebrow\">informe</p><p class=\"draft\">Borrador</p><h1>=1+1"));
    CHECK(has(page,
              "<p class=\"verdict\">Llega a 20.010\u00a0±\u00a0200.</p><ul class=\"clauses\"><li>Egresan "
              "+20.010\u00a0±\u00a0200.</li></ul>"));
    CHECK(has(page, "<p class=\"limits\">Lo que limita es "));
    CHECK(has(page, "<p class=\"big\"><span class=\"unit\">M$\u00a0</span>20.000</p><p class=\"plan\">plan</p>"));
    CHECK(has(page, "<p class=\"futures\">8 de cada 10: <span class=\"whole\">19.300–20.700</span></p>"));
    CHECK(has(page, "<p class=\"later\">después</p>"));
    CHECK(has(page, "<section class=\"first\"><h2>El dinero</h2>"));
    CHECK(has(page, "<li><a href=\"#todo\">Todo</a></li>"));
    CHECK(has(page, "<details class=\"more\" open=\"\"><summary>Más</summary>"));
    CHECK(has(page, "<dt>Término</dt><dd class=\"code\">Lo que es</dd>"));
    CHECK(has(page, "<code>aforo run</code>"));
    CHECK(!has(page, "Las fórmulas"));
    CHECK(has(page, "aria-label=\"Contenido\""));
    CHECK(has(render::page(sample_document(Lang::en)), "aria-label=\"Contents\""));
}

TEST_CASE("paper leaves annexes out and names them, unless they are asked for") {
    Document d{.lang = Lang::es, .name = "s"};
    d.sections.push_back({.id = "uno", .title = "Uno", .blocks = {document::Paragraph{document::sayable("a")}}});
    CHECK(!has(render::page(d), "note paper"));
    d.sections.push_back(
        {.id = "dos", .title = "Dos", .blocks = {document::Paragraph{document::sayable("b")}}, .is_annex = true});
    const std::string page = render::page(d);
    CHECK(has(page, "<section id=\"dos\" aria-labelledby=\"dos-t\" class=\"annex\">"));
    CHECK(times(page, "class=\"annex\"") == 1);
    CHECK(has(between(page, "<p class=\"note paper\">", "</p>"), "como anexos: Dos."));
    d.has_annexes_on_paper = true;
    CHECK(has(render::page(d), "<body class=\"annexes\">"));
    CHECK(!has(render::page(d), "note paper"));
}

TEST_CASE("a table has a caption, scopes, headings across, indents and totals") {
    const std::string code = html_table(table_of_cells(), Cells(Lang::es), "Cifras").code();
    CHECK(has(code, "<caption class=\"hidden\">Cifras</caption>"));
    CHECK(has(code, "<th scope=\"colgroup\" colspan=\"3\">Lo que se mira</th>"));
    CHECK(has(code, "<th scope=\"row\" class=\"in\">Beneficiarios</th><td class=\"n\">20.010\u00a0±\u00a0200</td>"));
    CHECK(has(code, "<tr class=\"rule\"><th scope=\"row\">Total</th>"));
    CHECK(has(code, "<td class=\"n\">no se distingue</td>"));
}

TEST_CASE("a text becomes HTML only escaped, in elements and in attributes") {
    CHECK(Html("a < b & \"c\"").code() == "a &lt; b &amp; &quot;c&quot;");
    CHECK(element("p", {{"title", "\"><script>"}}, {"<b>"}).code() ==
          "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;</p>");
    CHECK(void_element("meta", {{"charset", "utf-8"}}).code() == "<meta charset=\"utf-8\">");
    CHECK(Html("12,3 % y M$ 5 ± 1").code() == "12,3\u00a0% y M$\u00a05\u00a0±\u00a01");
}

TEST_CASE("every kind of chart has its finding, its table and the marks that it was given") {
    const std::string page = render::page(sample_document(Lang::es));
    CHECK(times(page, "<figure>") == 11);
    CHECK(times(page, "<details class=\"twin\"") == 11);
    CHECK(has(page, "<div id=\"g5\" class=\"chart wide\">"));
    using Kind = Chart::Kind;
    for (const Kind kind :
         {Kind::ranges, Kind::fan, Kind::bars, Kind::columns, Kind::curve, Kind::scatter, Kind::tornado}) {
        CAPTURE(static_cast<int>(kind));
        const auto spec = spec_of(page, kind);
        const auto& rows = spec.at_pointer("/data/values").as_array();
        REQUIRE(rows.size() == 4);
        CHECK(rows[1].at("m").to_number<double>() == doctest::Approx(0.4));
        CHECK(rows[1].at("b").to_number<double>() == doctest::Approx(1));
        CHECK(rows[1].at("t1").as_string() == "20.010 ± 200");
        CHECK(has(boost::json::serialize(spec), "el plan"));
    }
    CHECK(spec_of(page, Kind::fan).at_pointer("/data/values/2/x").as_string() == "2025-02-01T00:00");
    CHECK(spec_of(page, Kind::strips).at_pointer("/layer/0/data/values").as_array().size() == 2);
    CHECK(spec_of(page, Kind::strips).at_pointer("/layer/1/data/values").as_array().size() == 2);
    CHECK(spec_of(page, Kind::columns).at_pointer("/layer/2/encoding/text/field").as_string() == "v");
    CHECK(
        !spec_of(page, Kind::columns).at_pointer("/data/values/1").as_object().contains("v"));  // of no labelled series
    CHECK(has(boost::json::serialize(spec_of(page, Kind::scatter)), "aquí"));
    const auto shades = spec_of(page, Kind::shades);
    CHECK(shades.at_pointer("/layer/0/encoding/color/field").as_string() == "m");
    CHECK(shades.at_pointer("/layer/0/encoding/color/scale/domainMin").to_number<int>() == 0);
    CHECK(shades.at_pointer("/encoding/x/scale/domain").as_array().size() == 2);
    CHECK(shades.at_pointer("/data/values/1/m").to_number<double>() == doctest::Approx(0.4));
}

TEST_CASE("a line across has its place on a numeric or dated axis only") {
    Document d{.lang = Lang::es};
    Chart chart = chart_of(Chart::Kind::columns);
    chart.references = {{.label = "2025", .x = 2025}};
    d.sections = {{.id = "s", .title = "S", .blocks = {Figure{"g", {}, {}, chart, table_of_cells()}}}};
    CHECK_THROWS((void)render::page(d));
    Chart& fan = std::get<Figure>(d.sections[0].blocks[0]).chart = chart_of(Chart::Kind::fan);
    fan.references = {{.label = "un día", .x = 1735700000000.0}};
    CHECK(has(render::page(d), "\"type\":\"temporal\""));
}

TEST_CASE("a heat map has its columns in their order, and its cells as lists by row") {
    const auto spec = spec_of(render::page(sample_document(Lang::es)), Chart::Kind::heat);
    const auto& months = spec.at_pointer("/encoding/x/scale/domain").as_array();
    CHECK(months.size() == 7);
    CHECK(months[3].as_string() == "2025-01");
    const auto& row = spec.at_pointer("/data/values/1");
    CHECK(row.at("o").as_string() == "2025-02");
    CHECK(boost::json::serialize(row.at("i")) == "[3,4]");
    CHECK(boost::json::serialize(row.at("k")) == "[0,1]");
    CHECK(boost::json::serialize(row.at("v")) == "[60,80]");
    Document d{.lang = Lang::es};
    Chart chart = chart_of(Chart::Kind::heat);
    chart.columns.pop_back();
    chart.marks.front().group = "2025-04";
    d.sections = {{.id = "s", .title = "S", .blocks = {Figure{"g", {}, {}, chart, table_of_cells()}}}};
    CHECK_THROWS((void)render::page(d));
}

TEST_CASE("dots stack on their side of what was planned") {
    Document d{.lang = Lang::es};
    Chart chart{.kind = Chart::Kind::quantiles};
    chart.series = {{.name = "menos"}, {.name = "más"}};
    for (int i = 0; i < 30; ++i) {
        chart.marks.push_back({.label = "2025",
                               .series = i < 20 ? std::size_t{0} : std::size_t{1},
                               .value = i < 20 ? 99.5 : 100,
                               .x = 100});
    }
    d.sections = {{.id = "s", .title = "S", .blocks = {Figure{"g6", words("f"), words("r"), chart, table_of_cells()}}}};
    const auto dots = spec_of(render::page(d), Chart::Kind::quantiles).at_pointer("/layer/1/data/values").as_array();
    REQUIRE(dots.size() == 30);
    for (const auto& dot : dots) {
        CHECK((dot.at("x").to_number<double>() < 0) == (dot.at("k").as_string() == "menos"));
        CHECK(dot.at("h").to_number<int>() < 10);
    }
}
