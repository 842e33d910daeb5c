#include <boost/json.hpp>
#include <cmath>

#include "aforo/render/machine.hpp"
#include "cells.hpp"

namespace aforo::render {

namespace {

namespace json = boost::json;

json::value number(double v) { return std::isfinite(v) ? json::value(v) : json::value(nullptr); }

json::value estimate(const results::Estimate& e) {
    return json::object{{"n", e.n},
                        {"mean", number(e.mean)},
                        {"half_width", number(e.half_width)},
                        {"p10", number(e.p10)},
                        {"p50", number(e.p50)},
                        {"p90", number(e.p90)}};
}

json::value value_of(const document::Sentence& sentence, const Cells& cells) {
    if (sentence.pieces().size() == 1) {
        const document::Cell& cell = sentence.pieces().front();
        if (const auto* v = std::get_if<document::Value>(&cell)) return number(v->value);
        if (const auto* f = std::get_if<document::Formula>(&cell)) return number(f->value);
        if (const auto* e = std::get_if<document::Estimated>(&cell)) return estimate(e->value);
        if (const auto* p = std::get_if<document::Pesos>(&cell)) return p->amount;
        if (const auto* d = std::get_if<document::Date>(&cell)) return json::string(d->iso);
    }
    return json::string(cells.text(sentence));
}

json::value table_of(const document::Table& table, const Cells& cells) {
    json::array columns, rows;
    for (const auto& column : table.columns) columns.emplace_back(column.title);
    for (const auto& row : table.rows) {
        if (row.kind == document::Row::Kind::rule) continue;
        json::array fields;
        for (const auto& cell : row.cells) fields.push_back(value_of(cell, cells));
        rows.emplace_back(std::move(fields));
    }
    return json::object{{"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

void add_tables(const std::vector<document::Block>& blocks, const Cells& cells, json::array& to) {
    for (const auto& block : blocks) {
        if (const auto* tabled = std::get_if<document::Tabled>(&block)) to.push_back(table_of(tabled->table, cells));
        if (const auto* figure = std::get_if<document::Figure>(&block)) to.push_back(table_of(figure->twin, cells));
        if (const auto* details = std::get_if<document::Details>(&block)) add_tables(details->blocks, cells, to);
    }
}

}  // namespace

std::string document_json(const document::Document& document) {
    const Cells cells(document);
    json::array verdict, sections;
    for (const auto& one : document.verdicts) {
        verdict.push_back(json::string(cells.text(one.lead)));
        for (const auto& clause : one.clauses) verdict.push_back(json::string(cells.text(clause.text)));
    }
    for (const auto& section : document.sections) {
        json::array tables;
        add_tables(section.blocks, cells, tables);
        sections.push_back(json::object{{"id", section.id}, {"title", section.title}, {"tables", std::move(tables)}});
    }
    return json::serialize(json::object{{"aforo", document.version},
                                        {"name", document.name},
                                        {"replications", document.replications},
                                        {"verdict", std::move(verdict)},
                                        {"sections", std::move(sections)}}) +
           "\n";
}

}  // namespace aforo::render
