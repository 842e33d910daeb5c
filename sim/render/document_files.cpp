#include "aforo/render/document_files.hpp"

#include <fmt/format.h>

#include "aforo/results/difference.hpp"
#include "cells.hpp"
#include "csv.hpp"
#include "json.hpp"
#include "verdict.hpp"

namespace aforo::render {

namespace {

using document::Block;
using document::Cell;
using document::Document;
using document::Media;
using document::Of;
using document::Row;
using document::Sentence;
using document::Table;

// Of a table that people see: where it stands, and what it is called.
struct Place {
    const Table* table = nullptr;
    const document::Section* section = nullptr;  // none on the first screen
    std::string caption;
};

bool is_for_people(const Block& block) {
    return shows(block, Media::terminal) || shows(block, Media::page) || shows(block, Media::workbook);
}

void add_tables(const std::vector<Block>& blocks, const document::Section* section, const std::string& title,
                const Cells& cells, std::vector<Place>& places) {
    for (const auto& block : blocks) {
        if (!is_for_people(block)) continue;
        if (const auto* t = std::get_if<document::Tabled>(&block)) {
            places.push_back({&t->table, section, t->caption.empty() ? title : cells.text(t->caption)});
        } else if (const auto* f = std::get_if<document::Figure>(&block)) {
            places.push_back({&f->twin, section, cells.text(f->finding)});
        } else if (const auto* d = std::get_if<document::Details>(&block)) {
            add_tables(d->blocks, section, cells.text(d->title), cells, places);
        }
    }
}

std::vector<Place> tables_of(const Document& d, const Cells& cells) {
    std::vector<Place> places;
    add_tables(d.first, nullptr, "", cells, places);
    for (const auto& section : d.sections) add_tables(section.blocks, &section, section.title, cells, places);
    return places;
}

// The numbers of a figure, each by its name; what a number is not, is not among them.
struct Figure {
    std::vector<std::pair<const char*, std::string>> fields;
    Of of;
};

struct FigureOf {
    Figure operator()(const document::Value& v) const { return {{{"value", number(v.value)}}, v.of}; }
    Figure operator()(const document::Estimated& e) const { return {of_estimate(e.value), e.of}; }
    Figure operator()(const document::Distance& d) const {
        auto fields = of_estimate(d.value);
        fields.emplace_back("planned", number(d.planned));
        return {fields, d.of};
    }
    Figure operator()(const document::Differing& d) const {
        const auto& v = d.value;
        return {{{"base", number(v.base.mean)},
                 {"alternative", number(v.alternative.mean)},
                 {"difference", number(v.value.mean)},
                 {"half_width", number(v.value.half_width)},
                 {"told", results::is_told(v) ? "true" : "false"}},
                {v.measure, v.year, v.level, v.id}};
    }
    Figure operator()(const document::Pesos& p) const { return {{{"pesos", std::to_string(p.amount)}}, {}}; }
    Figure operator()(const document::Date& d) const { return {{{"date", quoted(d.iso)}}, {}}; }
    Figure operator()(const document::Month& m) const {
        return {{{"month", fmt::format("\"{:04}-{:02}\"", m.year, m.month)}}, {}};
    }
    Figure operator()(const document::Formula& f) const { return {{{"value", number(f.value)}}, {}}; }
    template <class Text>
    Figure operator()(const Text&) const {
        return {};
    }

private:
    static std::vector<std::pair<const char*, std::string>> of_estimate(const results::Estimate& e) {
        return {{"n", std::to_string(e.n)},
                {"mean", number(e.mean)},
                {"half_width", number(e.half_width)},
                {"p10", number(e.p10)},
                {"p90", number(e.p90)}};
    }
};

std::string of_json(const Of& of) {
    std::string json = fmt::format(R"({{"measure": {}, "year": {}, "level": {}, "id": {})", quoted(of.measure), of.year,
                                   quoted(results::level_names.at(static_cast<std::size_t>(of.level))), quoted(of.id));
    if (of.month > 0) json += fmt::format(R"(, "month": {})", of.month);
    return json + "}";
}

std::string object(const Figure& figure) {
    std::string json;
    for (const auto& [name, value] : figure.fields)
        json += fmt::format("{}\"{}\": {}", json.empty() ? "{" : ", ", name, value);
    if (!figure.of.measure.empty()) json += ", \"of\": " + of_json(figure.of);
    return json + "}";
}

std::string cell_json(const Sentence& sentence, const Cells& cells) {
    const auto& pieces = sentence.pieces();
    if (pieces.empty()) return "null";
    std::string figures;
    for (const auto& piece : pieces) {
        const Figure figure = std::visit(FigureOf{}, piece);
        if (figure.fields.empty()) continue;
        if (pieces.size() == 1) return object(figure);
        figures += (figures.empty() ? "" : ", ") + object(figure);
    }
    const std::string text = quoted(cells.text(sentence));
    return figures.empty() ? text : fmt::format(R"({{"text": {}, "figures": [{}]}})", text, figures);
}

std::string joined_lines(const std::vector<std::string>& lines) {
    std::string all;
    for (const auto& line : lines) all += (all.empty() ? "\n" : ",\n") + line;
    return all + "\n";
}

std::string row_json(const Row& row, const Cells& cells) {
    if (row.kind == Row::Kind::heading) return R"({"heading": )" + quoted(cells.text(row.cells.front())) + "}";
    std::string json;
    for (const auto& cell : row.cells) json += (json.empty() ? "[" : ", ") + cell_json(cell, cells);
    return json + "]";
}

std::string table_json(const Place& place, const Cells& cells) {
    std::string columns;
    for (const auto& column : place.table->columns) columns += (columns.empty() ? "" : ", ") + quoted(column.title);
    std::vector<std::string> rows;
    for (const auto& row : place.table->rows) {
        if (row.kind != Row::Kind::rule) rows.push_back(row_json(row, cells));
    }
    return fmt::format(R"({{"section": {}, "caption": {}, "columns": [{}], "rows": [{}]}})",
                       quoted(place.section == nullptr ? "" : place.section->id), quoted(place.caption), columns,
                       joined_lines(rows));
}

std::string verdict_json(const document::Verdict& verdict, const Cells& cells) {
    std::vector<std::string> clauses;
    for (const auto& clause : verdict.clauses) {
        clauses.push_back(fmt::format(R"({{"text": {}, "told": {}, "of": {}}})", quoted(cells.text(clause.text)),
                                      clause.is_told, clause.of.measure.empty() ? "null" : of_json(clause.of)));
    }
    std::string after;
    for (const auto& sentence : verdict.after) after += (after.empty() ? "" : ", ") + quoted(cells.text(sentence));
    return fmt::format(R"({{"lead": {}, "clauses": [{}], "after": [{}]}})", quoted(cells.text(verdict.lead)),
                       joined_lines(clauses), after);
}

}  // namespace

std::string json(const Document& document) {
    const Cells cells(document);
    std::vector<std::string> verdicts, tables;
    for (const auto& verdict : document.verdicts) verdicts.push_back(verdict_json(verdict, cells));
    for (const auto& place : tables_of(document, cells)) tables.push_back(table_json(place, cells));
    return fmt::format(
        "{{\n\"aforo\": {},\n\"scenario\": {},\n\"language\": \"{}\",\n\"replications\": {},\n\"title\": {},\n"
        "\"verdicts\": [{}],\n\"tables\": [{}]\n}}\n",
        quoted(document.version), quoted(document.name), document.lang == Lang::es ? "es" : "en", document.replications,
        quoted(cells.text(document.title)), joined_lines(verdicts), joined_lines(tables));
}

namespace {

// The first that a figure has of these names; empty for none, and for what is undefined.
std::string field_of(const Figure& figure, std::initializer_list<std::string_view> names) {
    for (const auto& [name, value] : figure.fields) {
        for (const auto wanted : names) {
            if (name == wanted) return value == "null" ? "" : value;
        }
    }
    return "";
}

std::string cell_line(const Place& place, const std::string& row, const std::string& column, const Sentence& sentence,
                      const Cells& cells) {
    const bool is_alone = sentence.pieces().size() == 1;
    const Figure figure = is_alone ? std::visit(FigureOf{}, sentence.pieces().front()) : Figure();
    const Of& of = figure.of;
    const bool has_of = !of.measure.empty();
    return csv_line({csv_text(place.section == nullptr ? "" : place.section->id), csv_text(place.caption),
                     csv_text(row), csv_text(column), csv_text(cells.text(sentence)),
                     field_of(figure, {"value", "mean", "difference", "pesos"}), field_of(figure, {"half_width"}),
                     field_of(figure, {"p10"}), field_of(figure, {"p90"}), csv_text(of.measure),
                     has_of ? std::to_string(of.year) : "",
                     has_of ? results::level_names.at(static_cast<std::size_t>(of.level)) : "", csv_text(of.id),
                     of.month > 0 ? std::to_string(of.month) : ""});
}

}  // namespace

std::string csv(const Document& document) {
    const Cells cells(document);
    std::string csv = "section,table,row,column,text,value,half_width,p10,p90,measure,year,level,id,month\r\n";
    for (const auto& place : tables_of(document, cells)) {
        for (const auto& row : place.table->rows) {
            if (row.kind == Row::Kind::rule || row.kind == Row::Kind::heading) continue;
            const std::string name = row.cells.empty() ? "" : cells.text(row.cells.front());
            for (std::size_t c = 1; c < row.cells.size(); ++c) {
                if (!row.cells[c].empty())
                    csv += cell_line(place, name, place.table->columns[c].title, row.cells[c], cells);
            }
        }
    }
    return csv;
}

}  // namespace aforo::render
