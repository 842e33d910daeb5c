#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "aforo/results/index.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/told/documents.hpp"
#include "labels.hpp"
#include "sweep_parts.hpp"
#include "views.hpp"
#include "worlds.hpp"

namespace aforo::told {

namespace {

using document::Align;
using document::Cell;
using document::Chart;
using document::Document;
using document::Estimated;
using document::Media;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using results::Difference;
using results::Estimate;
using results::Sweep;
using results::SweepPoint;
using results::SweepStep;

constexpr Text of_each_point{"«{0}» · {1} réplicas de cada punto, con los mismos números",
                             "“{0}” · {1} replications of each point, with the same numbers"};

// Spending per additional percentage point of the target population, from the differences of the year.
Sentence cost_of_point(const results::Index& step, int year) {
    const Difference* cost = step.difference({results::marginal_cost, year});
    const Difference* served = step.difference({"beneficiaries", year});
    const Difference* coverage = step.difference({"coverage_target", year});
    if (cost == nullptr || served == nullptr || coverage == nullptr || coverage->value.mean == 0)
        return size_of(nullptr, results::shapes::money);
    Estimate e = cost->value;
    const double per_point = served->value.mean / coverage->value.mean / 100;
    e.mean *= per_point;
    e.half_width *= per_point;
    e.sd *= per_point;
    return Cell(Estimated{e, results::shapes::money});
}

bool is_of_line(const Sweep& sweep, const SweepPoint& p, std::size_t axis, std::size_t start) {
    for (std::size_t a = 0; a < sweep.axes.size(); ++a) {
        if (a != axis && p.at[a] != sweep.points[start].at[a]) return false;
    }
    return true;
}

// The beneficiaries that a step adds over all years if they exceed their error, otherwise 0.
double told_beneficiaries(const Sweep& sweep, const SweepStep& step) {
    for (const auto& d : step.differences) {
        const auto& of = sweep.measures[d.of];
        if (of.measure != "beneficiaries" || of.year != 0 || of.level != results::Level::programme) continue;
        return results::is_told({.value = d.value}) ? d.value.mean : 0;
    }
    return 0;
}

// Whether some step has fewer beneficiaries than the one before it.
bool falls(const Sweep& sweep, std::size_t axis, std::size_t start) {
    return std::any_of(sweep.steps.begin(), sweep.steps.end(), [&](const SweepStep& step) {
        return step.axis == axis && is_of_line(sweep, sweep.points[step.to], axis, start) &&
               told_beneficiaries(sweep, step) < 0;
    });
}

// The name of the line along an axis from a starting point, given by the values of the other axes.
Sentence line_name(const Levers& levers, std::size_t axis, const SweepPoint& start) {
    std::vector<Sentence> where;
    for (std::size_t other = 0; other < levers.count(); ++other) {
        if (other == axis) continue;
        where.push_back(levers.name(other) + Cell(document::Words{": "}) + levers.value(other, start.at[other]));
    }
    Sentence name = levers.name(axis);
    if (!where.empty()) {
        name += Cell(document::Words{" ("});
        name += joined(where, ", ");
        name += Cell(document::Words{")"});
    }
    return name;
}

std::vector<Sentence> saturations(const Sweep& sweep, const Levers& levers, Lang lang) {
    constexpr Text saturated{"{0}: desde {1}, si no ya antes, ningún paso trae más beneficiarios que su error.",
                             "{0}: from {1} on, if not before, no step brings more beneficiaries than its error."};
    constexpr Text unsaturated{"{0}: no se satura en lo recorrido, hasta {1}.",
                               "{0}: it does not saturate in what was covered, up to {1}."};
    constexpr Text falling{"{0}: en el orden recorrido los beneficiarios no solo suben.",
                           "{0}: in the order covered beneficiaries do not only rise."};
    std::vector<Sentence> all;
    for (std::size_t a = 0; a < sweep.axes.size(); ++a) {
        const auto& values = sweep.axes[a].values;
        if (values.size() < 2) continue;
        for (std::size_t p = 0; p < sweep.points.size(); ++p) {
            if (sweep.points[p].at[a] != 0) continue;
            const std::size_t from = saturation(sweep, a, p);
            const Sentence name = line_name(levers, a, sweep.points[p]);
            all.push_back(falls(sweep, a, p)      ? say(falling, lang, name)
                          : from >= values.size() ? say(unsaturated, lang, name, levers.value(a, values.size() - 1))
                                                  : say(saturated, lang, name, levers.value(a, from)));
        }
    }
    return all;
}

// 310 → 340, and the values of the other axes.
Sentence step_name(const Sweep& sweep, const Levers& levers, const SweepStep& step) {
    constexpr Text from_to{"{0} → {1}", "{0} → {1}"}, at{"\n({0}: {1})", "\n({0}: {1})"};
    const SweepPoint &from = sweep.points[step.from], &to = sweep.points[step.to];
    Sentence name =
        say(from_to, Lang::es, levers.cell(step.axis, from.at[step.axis]), levers.cell(step.axis, to.at[step.axis]));
    for (std::size_t a = 0; a < levers.count(); ++a) {
        if (a != step.axis) name += say(at, Lang::es, levers.name(a), levers.value(a, to.at[a]));
    }
    return name;
}

Table steps_table(const Sweep& sweep, const Levers& levers, Lang lang) {
    constexpr Text step_title{"Paso", "Step"};
    constexpr Text cost_title{"Costo por punto de cobertura, {0} (M$)", "Cost per point of coverage, {0} (M$)"};
    const auto& first = sweep.run;
    const int last_year = first.years.back();
    Table table{{{in(words::key, lang), Align::left, 30},
                 {in(step_title, lang), Align::left, 28},
                 {in(words::more_beneficiaries, lang)},
                 {in(words::more_spending, lang)},
                 {label_of(results::marginal_cost_column(), lang)},
                 {plain(say(cost_title, lang, last_year))}}};
    for (const auto& step : sweep.steps) {
        const auto differences = sweep.differences(step);
        const results::Index index(differences);
        const auto more = [&](const char* measure) {
            return differing(index.difference({measure, 0}), shape_of(first, measure));
        };
        table.row({sayable(levers.title(step.axis)), step_name(sweep, levers, step), more("beneficiaries"),
                   more("spending"),
                   size_of(index.difference({results::marginal_cost, 0}), shape_of(first, results::marginal_cost)),
                   cost_of_point(index, last_year)});
    }
    return table;
}

// How charts draw a measure: money in millions of pesos, shares in %.
struct Drawn {
    double factor = 1;
    std::string axis;
};
Drawn drawn_of(const Sweep& sweep, const char* measure, Lang lang) {
    constexpr Text in_year{"{0}, {1}", "{0}, {1}"}, in_millions{"Gasto, {0} (MM$)", "Spending, {0} (MM$)"};
    const auto& first = sweep.run;
    const int year = first.years.back();
    const results::Shape shape = shape_of(first, measure);
    const Sentence name = Cell(document::Words{label_of(first, measure, lang)});
    if (shape.kind == results::Kind::money) return {1e-3, plain(say(in_millions, lang, year))};
    return {shape.is_percent() ? 100.0 : 1.0, plain(say(in_year, lang, name, year))};
}

// The finding about two points, and whether they can be told apart, which means that their error ranges do not overlap.
Sentence finding_of(const Sweep& sweep, const Levers& levers, std::size_t axis,
                    const std::vector<const SweepPoint*>& line, const char* measure, Lang lang) {
    constexpr Text goes{"{4}: de {0} en {1} a {2} en {3}", "{4}: from {0} at {1} to {2} at {3}"};
    constexpr Text stays{"{4}: de {1} a {3} no se distingue lo que va de {0} a {2}",
                         "{4}: from {1} to {3}, {0} to {2} cannot be told apart"};
    const SweepPoint &first = *line.front(), &last = *line.back();
    const int year = first.years.back();
    const Estimate *low = sweep.find(first, measure, year), *high = sweep.find(last, measure, year);
    const bool is_apart =
        low != nullptr && high != nullptr &&
        std::abs(high->mean - low->mean) > std::max(low->half_width, 0.0) + std::max(high->half_width, 0.0);
    return say(is_apart ? goes : stays, lang, estimate_of(sweep, first, measure, year, Show::mean),
               levers.value(axis, first.at[axis]), estimate_of(sweep, last, measure, year, Show::mean),
               levers.value(axis, last.at[axis]), label_of(sweep.run, measure, lang));
}

// For numbers a curve with its bands, the base and where it saturates; otherwise one row per value.
document::Figure response(const Sweep& sweep, const Levers& levers, std::size_t axis,
                          const std::vector<const SweepPoint*>& line, const char* measure, Lang lang) {
    constexpr Text reading{
        "Cada punto es un valor de la clave; la banda clara, donde caen 8 de cada 10 repeticiones (azar); la oscura, "
        "el error de la simulación.",
        "Each dot is a value of the key; the light band, where 8 out of 10 repetitions (luck) fall; the dark one, the "
        "error of simulation."};
    constexpr Text base_label{"base", "base"}, saturates{"se satura", "saturates"};
    const int year = sweep.run.years.back();
    const Drawn drawn = drawn_of(sweep, measure, lang);
    const auto& scale = levers.scale(axis);
    document::Figure figure{.reading = say(reading, lang)};
    figure.twin = {
        {{levers.title(axis), scale ? Align::right : Align::left}, {drawn.axis}, {in(words::p10_p90, lang)}}};
    figure.finding = finding_of(sweep, levers, axis, line, measure, lang);
    Chart& chart = figure.chart;
    chart = {.kind = scale ? Chart::Kind::curve : Chart::Kind::ranges, .tips = {plain(levers.name(axis)), drawn.axis}};
    (scale ? chart.y : chart.x) = drawn.axis;
    if (scale) chart.x = levers.title(axis);
    for (const SweepPoint* point : line) {
        const Estimate* e = sweep.find(*point, measure, year);
        if (e == nullptr) continue;
        const Sentence value = levers.value(axis, point->at[axis]), cell = estimate_of(sweep, *point, measure, year);
        document::Mark mark =
            estimate_mark(sweep.axes[axis].values[point->at[axis]], *e, [&](double v) { return drawn.factor * v; });
        if (scale) mark.x = scale->values[point->at[axis]];
        mark.tips = {value, cell};
        chart.marks.push_back(std::move(mark));
        figure.twin.row(
            {levers.cell(axis, point->at[axis]), cell, estimate_of(sweep, *point, measure, year, Show::range)});
    }
    if (!scale) return figure;
    if (const auto base = levers.base(axis)) chart.references.push_back({.label = in(base_label, lang), .x = *base});
    const auto start = static_cast<std::size_t>(line.front() - sweep.points.data());
    const std::size_t from = saturation(sweep, axis, start);
    const bool is_marked = measure == std::string_view("beneficiaries") && from > 0 && from < scale->values.size() &&
                           !falls(sweep, axis, start);
    if (is_marked) chart.references.push_back({.label = in(saturates, lang), .x = scale->values[from]});
    return figure;
}

// The points along an axis, one line for each combination of the other axes.
std::vector<std::vector<const SweepPoint*>> lines_of(const Sweep& sweep, std::size_t axis) {
    std::vector<std::vector<const SweepPoint*>> lines;
    for (std::size_t start = 0; start < sweep.points.size(); ++start) {
        if (sweep.points[start].at[axis] != 0) continue;
        lines.emplace_back();
        for (const auto& point : sweep.points) {
            if (is_of_line(sweep, point, axis, start)) lines.back().push_back(&point);
        }
    }
    return lines;
}

// The axis with the most values, along which charts are drawn.
std::size_t longest(const Sweep& sweep) {
    std::size_t most = 0;
    for (std::size_t a = 1; a < sweep.axes.size(); ++a) {
        if (sweep.axes[a].values.size() > sweep.axes[most].values.size()) most = a;
    }
    return most;
}

// With one axis, a chart of each measure; with several, small multiples of beneficiaries on one scale.
std::vector<document::Block> responses(const Sweep& sweep, const Levers& levers, Lang lang) {
    constexpr std::size_t most = 12;  // more multiples would not be looked at
    constexpr Text with{"Con {0}", "With {0}"};
    std::vector<document::Block> blocks;
    const std::size_t axis = longest(sweep);
    const auto lines = lines_of(sweep, axis);
    const auto add = [&](document::Figure figure) {
        figure.id = "grafico-respuesta-" + ordinal(blocks.size() + 1);
        blocks.emplace_back(std::move(figure));
    };
    if (lines.size() == 1) {
        for (const char* measure : views::swept_drawn) add(response(sweep, levers, axis, lines.front(), measure, lang));
        return blocks;
    }
    double least = std::numeric_limits<double>::infinity(), greatest = -least;
    std::vector<document::Figure> figures;
    for (std::size_t l = 0; l < std::min(most, lines.size()); ++l) {
        figures.push_back(response(sweep, levers, axis, lines[l], "beneficiaries", lang));
        std::vector<Sentence> others;
        for (std::size_t a = 0; a < levers.count(); ++a) {
            if (a != axis)
                others.push_back(levers.name(a) + Cell(document::Words{": "}) +
                                 levers.value(a, lines[l].front()->at[a]));
        }
        figures.back().finding =
            say(with, lang, joined(others, ", ")) + Cell(document::Words{" · "}) + figures.back().finding;
        for (const auto& mark : figures.back().chart.marks) {
            least = std::min({least, mark.value, std::isfinite(mark.p10) ? mark.p10 : mark.value});
            greatest = std::max({greatest, mark.value, std::isfinite(mark.p90) ? mark.p90 : mark.value});
        }
    }
    for (auto& figure : figures) {
        figure.chart.y_least = least;
        figure.chart.y_greatest = greatest;
        add(std::move(figure));
    }
    return blocks;
}

Section points_section(const Sweep& sweep, const Levers& levers, Lang lang) {
    const Sentence name = say(words::response_title, lang, sweep.run.years.back());
    Section section{
        .id = "respuesta", .title = plain(name), .blocks = responses(sweep, levers, lang), .media = Media::screen};
    section.blocks.emplace_back(Tabled{points_table(sweep, levers, lang), name});
    return section;
}

Section steps_section(const Sweep& sweep, const Levers& levers, Lang lang) {
    const auto& first = sweep.run;
    const Sentence name = say(words::steps_title, lang, first.years.front(), first.years.back());
    Section section{.id = "pasos",
                    .title = plain(name),
                    .blocks = {Tabled{steps_table(sweep, levers, lang), name}},
                    .media = Media::screen};
    for (const auto& sentence : saturations(sweep, levers, lang)) section.blocks.emplace_back(note(sentence));
    section.blocks.emplace_back(note(say(words::sweep_note, lang)));
    return section;
}

}  // namespace

std::size_t saturation(const Sweep& sweep, std::size_t axis, std::size_t start) {
    std::size_t from = 0;
    bool brings_more = false;
    for (const auto& step : sweep.steps) {
        if (step.axis != axis || !is_of_line(sweep, sweep.points[step.to], axis, start)) continue;
        brings_more = told_beneficiaries(sweep, step) > 0;
        if (brings_more) from = sweep.points[step.to].at[axis];
    }
    return brings_more ? sweep.axes[axis].values.size() : from;
}

Sentence estimate_of(const Sweep& sweep, const SweepPoint& point, std::string_view measure, int year, Show show) {
    const Estimate* e = sweep.find(point, measure, year);
    return Cell(
        Estimated{e == nullptr ? Estimate{} : *e, shape_of(sweep.run, measure), show, {std::string(measure), year}});
}

Table points_table(const Sweep& sweep, const Levers& levers, Lang lang) {
    const int last_year = sweep.run.years.back();
    Table table;
    for (std::size_t a = 0; a < levers.count(); ++a) table.columns.push_back({levers.title(a), Align::right, 20});
    for (const char* measure : views::swept)
        table.columns.push_back({label_of(sweep.run, measure, lang), Align::right, 20});
    for (const auto& point : sweep.points) {
        std::vector<Sentence> row;
        for (std::size_t a = 0; a < levers.count(); ++a) row.push_back(levers.cell(a, point.at[a]));
        for (const char* measure : views::swept) row.push_back(estimate_of(sweep, point, measure, last_year));
        table.row(std::move(row));
    }
    return table;
}

Document sweep(const Sweep& sweep, Lang lang, const results::Worlds* worlds, const results::Manifest& manifest) {
    constexpr Text title{"«{0}», según {1}", "“{0}”, by {1}"};
    const auto& run = sweep.run;
    const Levers levers(sweep, lang);
    const Sentence same_numbers = say(of_each_point, lang, run.scenario, run.replications);
    Document document = begun(run, {&run}, say(title, lang, run.scenario, levers.names()), lang);
    document.opening.push_back({same_numbers});
    document.sections = {points_section(sweep, levers, lang),
                         steps_section(sweep, levers, lang),
                         readme_sheet(run, same_numbers, std::vector<Sentence>{say(words::sweep_note, lang)}, lang),
                         response_sheet(sweep, levers, lang),
                         point_sheet(sweep, levers, lang),
                         step_sheet(sweep, levers, lang),
                         to_repeat(manifest, run, lang)};
    if (worlds) document.sections.insert(document.sections.begin() + 1, worlds_of_sweep(*worlds, sweep, levers, lang));
    return document;
}

}  // namespace aforo::told
