// The sheets of a sweep's workbook: the response in numbers with charts, every point and year, every step.
#include <algorithm>
#include <array>

#include "aforo/results/index.hpp"
#include "labels.hpp"
#include "sweep_parts.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

using document::Align;
using document::Cell;
using document::Column;
using document::Formula;
using document::sayable;
using document::Section;
using document::Sentence;
using document::SheetChart;
using document::Table;
using document::Tabled;
using results::Difference;
using results::Sweep;
using results::SweepPoint;

constexpr std::array colours = {document::Colour::blue, document::Colour::orange, document::Colour::teal,
                                document::Colour::plum, document::Colour::ink,    document::Colour::grey};
constexpr Text chart_about{"Gráfico de {0} según {1}. Los datos están en la tabla de la misma hoja.",
                           "Chart of {0} by {1}. The data are in the table of the same sheet."};

Formula::Reference down(std::size_t column, std::size_t rows) {
    return {.column = column, .last_row = rows - 1, .last_column = column, .is_range = true, .is_absolute = true};
}

SheetChart chart_of(const Sweep& sweep, const Levers& levers, const char* measure, Lang lang) {
    const std::string name = label_of(sweep.run, measure, lang);
    return {.kind = levers.scale(0) ? SheetChart::Kind::scatter : SheetChart::Kind::lines,
            .title = name + ", " + year_label(sweep.run.years.back()),
            .alternative = plain(say(chart_about, lang, name, levers.name(0))),
            .x = levers.title(0),
            .y = name,
            .is_share = shape_of(sweep.run, measure).is_percent(),
            .is_below = true};
}

// With one axis: a column and a chart for each measure.
void add_measures(const Sweep& sweep, const Levers& levers, Section& section, Lang lang) {
    const int year = sweep.run.years.back();
    Table table{{{levers.title(0), levers.scale(0) ? Align::right : Align::left}}};
    for (const char* measure : views::swept) {
        table.columns.push_back({label_of(sweep.run, measure, lang)});
        table.columns.push_back({in(words::p10_p90, lang)});
    }
    for (const auto& point : sweep.points) {
        std::vector<Sentence> row = {levers.cell(0, point.at[0])};
        for (const char* measure : views::swept) {
            row.push_back(estimate_of(sweep, point, measure, year));
            row.push_back(estimate_of(sweep, point, measure, year, Show::range));
        }
        table.row(std::move(row));
    }
    const std::size_t rows = table.rows.size();
    section.blocks.emplace_back(Tabled{.table = std::move(table), .is_main = true});
    for (std::size_t m = 0; m < views::swept_drawn.size(); ++m) {
        const char* measure = views::swept_drawn[m];
        const auto place = static_cast<std::size_t>(
            std::find(views::swept.begin(), views::swept.end(), std::string_view(measure)) - views::swept.begin());
        SheetChart chart = chart_of(sweep, levers, measure, lang);
        chart.lines = {{label_of(sweep.run, measure, lang), down(0, rows), down(1 + 2 * place, rows), colours[m]}};
        section.blocks.emplace_back(std::move(chart));
    }
}

// With several axes: rows by the first, a column for each combination of the others, for beneficiaries.
void add_grid(const Sweep& sweep, const Levers& levers, Section& section, Lang lang) {
    const int year = sweep.run.years.back();
    Table table{{{levers.title(0), levers.scale(0) ? Align::right : Align::left}}};
    std::vector<std::vector<std::size_t>> others;
    for (const auto& point : sweep.points) {
        const std::vector<std::size_t> rest(point.at.begin() + 1, point.at.end());
        if (std::find(others.begin(), others.end(), rest) != others.end()) continue;
        others.push_back(rest);
        std::string name;
        for (std::size_t a = 0; a < rest.size(); ++a)
            name += (name.empty() ? "" : " · ") + sweep.axes[a + 1].values[rest[a]];
        table.columns.push_back({.title = name});
    }
    for (std::size_t at = 0; at < sweep.axes[0].values.size(); ++at) {
        std::vector<Sentence> row = {levers.cell(0, at)};
        row.resize(1 + others.size());
        for (const auto& point : sweep.points) {
            if (point.at[0] != at) continue;
            const std::vector<std::size_t> rest(point.at.begin() + 1, point.at.end());
            const auto column = std::find(others.begin(), others.end(), rest) - others.begin();
            row[1 + static_cast<std::size_t>(column)] = estimate_of(sweep, point, "beneficiaries", year, Show::mean);
        }
        table.row(std::move(row));
    }
    SheetChart chart = chart_of(sweep, levers, "beneficiaries", lang);
    const std::size_t rows = table.rows.size();
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
        chart.lines.push_back({table.columns[c].title, down(0, rows), down(c, rows),
                               colours.at((c - 1) % colours.size()), c > colours.size()});
    }
    section.blocks.emplace_back(Tabled{.table = std::move(table), .is_main = true});
    section.blocks.emplace_back(std::move(chart));
}

}  // namespace

Section response_sheet(const Sweep& sweep, const Levers& levers, Lang lang) {
    constexpr Text name{"Respuesta", "Response"};
    Section section{.title = plain(say(words::response_title, lang, sweep.run.years.back())),
                    .media = document::Media::workbook,
                    .sheet = in(name, lang)};
    section.blocks.emplace_back(document::Paragraph{say(words::sweep_note, lang)});
    if (levers.count() == 1) {
        add_measures(sweep, levers, section, lang);
    } else {
        add_grid(sweep, levers, section, lang);
    }
    return section;
}

// All values by point, measure and year.
Section point_sheet(const Sweep& sweep, const Levers& levers, Lang lang) {
    constexpr Text name{"Puntos", "Points"};
    Table table;
    for (std::size_t a = 0; a < levers.count(); ++a) table.columns.push_back({levers.title(a), Align::left});
    table.columns.insert(table.columns.end(), {{in(words::measure, lang), Align::left},
                                               {in(words::year, lang)},
                                               {in(words::simulated, lang)},
                                               {in(words::p10_p90, lang)}});
    for (const auto& point : sweep.points) {
        for (const char* measure : views::swept_long) {
            for (const int year : point.years) {
                if (sweep.find(point, measure, year) == nullptr) continue;
                std::vector<Sentence> row;
                for (std::size_t a = 0; a < levers.count(); ++a) row.push_back(levers.cell(a, point.at[a]));
                row.insert(row.end(), {sayable(document::Words{label_of(sweep.run, measure, lang)}), sayable(year),
                                       estimate_of(sweep, point, measure, year),
                                       estimate_of(sweep, point, measure, year, Show::range)});
                table.row(std::move(row));
            }
        }
    }
    return sheet_of(in(name, lang), say(name, lang), say(words::sweep_note, lang), std::move(table));
}

Section step_sheet(const Sweep& sweep, const Levers& levers, Lang lang) {
    constexpr Text name{"Pasos", "Steps"};
    constexpr std::size_t beneficiaries = 3, spending = 5;
    const auto& first = sweep.run;
    Table table{{{in(words::key, lang), Align::left},
                 {in(words::from, lang), Align::left},
                 {in(words::to, lang), Align::left},
                 {in(words::more_beneficiaries, lang)},
                 {in(words::half_width, lang)},
                 {in(words::more_spending, lang)},
                 {in(words::half_width, lang)},
                 {label_of(results::marginal_cost_column(), lang)},
                 {in(words::half_width, lang)}}};
    for (const auto& step : sweep.steps) {
        const auto differences = sweep.differences(step);
        const results::Index index(differences);
        const std::size_t at = table.rows.size();
        std::vector<Sentence> row = {sayable(levers.title(step.axis)),
                                     levers.cell(step.axis, sweep.points[step.from].at[step.axis]),
                                     levers.cell(step.axis, sweep.points[step.to].at[step.axis])};
        for (const char* measure : {"beneficiaries", "spending"}) {
            const Difference* d = index.difference({measure, 0});
            row.push_back(Cell(document::Value{d == nullptr ? results::undefined : d->value.mean,
                                               results::shapes::count,
                                               document::Value::Style::signed_,
                                               {measure, 0}}));
            row.push_back(size_of(d, results::shapes::count, Show::half_width));
        }
        if (const Difference* each = index.difference({results::marginal_cost, 0})) {
            row.push_back(Cell(Formula{{std::string("="), Formula::Reference{.row = at, .column = spending},
                                        std::string("/"), Formula::Reference{.row = at, .column = beneficiaries}},
                                       each->value.mean,
                                       {results::Kind::number, 1}}));
            row.push_back(size_of(each, {results::Kind::number, 1}, Show::half_width));
        }
        table.row(std::move(row));
    }
    return sheet_of(in(name, lang), say(words::steps_title, lang, first.years.front(), first.years.back()),
                    say(words::sweep_note, lang), std::move(table));
}

}  // namespace aforo::told
