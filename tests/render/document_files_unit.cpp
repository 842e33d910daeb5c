#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "aforo/render/document_files.hpp"
#include "render/sample_document.hpp"

using namespace aforo;
using namespace aforo::render;
using namespace aforo::render::testing;

TEST_CASE("any document is JSON, whose figures are numbers with their measure") {
    const std::string text = json(sample_document(Lang::es));
    CHECK(text.find('\x1b') == std::string::npos);
    const auto parsed = boost::json::parse(text);
    CHECK(parsed.at("language").as_string() == "es");
    CHECK(parsed.at_pointer("/verdicts/0/clauses/0/of/measure").as_string() == "graduates");
    CHECK(parsed.at_pointer("/verdicts/0/clauses/0/told").as_bool());
    const auto& tables = parsed.at("tables").as_array();
    CHECK(tables.size() == 1 + 2 + 10 + 2);
    CHECK(tables[1].at("section").as_string() == "todo");
    const auto& rows = tables[1].at("rows").as_array();
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].at("heading").as_string() == "Lo que se mira");
    const auto& figure = rows[1].as_array()[1];
    CHECK(figure.at("mean").to_number<double>() == doctest::Approx(20010.4));
    CHECK(figure.at("p90").to_number<double>() == 20700);
    CHECK(figure.at_pointer("/of/measure").as_string() == "beneficiaries");
    CHECK(figure.at_pointer("/of/year").to_number<int>() == 2027);
    CHECK(rows[1].as_array()[2].at("told").as_bool());
    CHECK(!rows[2].as_array()[2].at("told").as_bool());
    CHECK(tables.back().at("rows").as_array().size() == 4);
}

TEST_CASE("any document is CSV, a line a figure") {
    Document d{.lang = Lang::en};
    d.sections = {{.id = "s", .title = "S, or so", .blocks = {Tabled{table_of_cells()}}}};
    Document shorter = d;
    std::get<Tabled>(shorter.sections[0].blocks[0]).table.rows.resize(2);
    CHECK(csv(shorter) ==
          "section,table,row,column,text,value,half_width,p10,p90,measure,year,level,id,month\r\n"
          "s,\"S, or so\",Beneficiarios,Simulado,\"20,010 ± "
          "200\",20010.4,200.2,19300,20700,beneficiaries,2027,programme,,\r\n"
          "s,\"S, or so\",Beneficiarios,Diferencia,+620 ± 90,620.4,90,,,beneficiaries,2027,programme,,\r\n");
    const std::string all = csv(d);
    CHECK(std::count(all.begin(), all.end(), '\n') == 1 + 6);
    CHECK(all.find('\x1b') == std::string::npos);
}
