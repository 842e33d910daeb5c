#include "aforo/told/sweep.hpp"

#include <algorithm>
#include <string>

#include "aforo/results/index.hpp"
#include "experiment.hpp"
#include "labels.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

using document::Align;
using document::Cell;
using document::Chart;
using document::Document;
using document::Estimated;
using document::Formula;
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
constexpr Text steps_title{"Lo que vale cada paso, {0}–{1}", "What each step is worth, {0}–{1}"};
constexpr Text more_beneficiaries{"Beneficiarios", "Beneficiaries"};
constexpr Text more_spending{"Gasto (M$)", "Spending (M$)"};
constexpr Text sweep_note{
    "± es el semiancho del intervalo de 95 %; el de cada paso es de las mismas réplicas en sus dos extremos. El costo "
    "es gasto adicional sobre beneficiarios adicionales, de todos los años; el de un punto de cobertura, de la "
    "población objetivo en el último.",
    "± is the half-width of the 95% interval; that of each step is of the same replications at both ends. The cost is "
    "additional spending over additional beneficiaries, of all years; that of a point of coverage, of the target "
    "population in the last one."};

const results::Run& first_run(const Sweep& sweep) { return sweep.points.front().run; }

Sentence value_of(const Sweep& sweep, const SweepPoint& point, std::size_t axis) {
    return sayable(sweep.axes[axis].values[point.at[axis]]);
}

Sentence estimate_of(const SweepPoint& point, std::string_view measure, int year, Show show = Show::mean_and_error) {
    const Estimate* e = point.run.find(std::string(measure), year);
    return Cell(
        Estimated{e == nullptr ? Estimate{} : *e, shape_of(point.run, measure), show, {std::string(measure), year}});
}

Table points_table(const Sweep& sweep, Lang lang) {
    const int last_year = first_run(sweep).years.back();
    Table table;
    for (const auto& axis : sweep.axes) table.columns.push_back({axis.path, Align::right, 20});
    for (const char* measure : views::swept)
        table.columns.push_back({label_of(first_run(sweep), measure, lang), Align::right, 20});
    for (const auto& point : sweep.points) {
        std::vector<Sentence> row;
        for (std::size_t a = 0; a < sweep.axes.size(); ++a) row.push_back(value_of(sweep, point, a));
        for (const char* measure : views::swept) row.push_back(estimate_of(point, measure, last_year));
        table.row(std::move(row));
    }
    return table;
}

// Spending for each percentage point of the target population, of the year's differences.
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

// The beneficiaries that a step brings over all years, where they stand out of their error; 0 else.
double told_beneficiaries(const SweepStep& step) {
    const results::Index index(step.differences);
    const Difference* d = index.difference({"beneficiaries", 0});
    return d != nullptr && results::is_told(*d) ? d->value.mean : 0;
}

// Some step has fewer beneficiaries than the one before it.
bool falls(const Sweep& sweep, std::size_t axis, std::size_t start) {
    return std::any_of(sweep.steps.begin(), sweep.steps.end(), [&](const SweepStep& step) {
        return step.axis == axis && is_of_line(sweep, sweep.points[step.to], axis, start) &&
               told_beneficiaries(step) < 0;
    });
}

// Of the line along an axis that starts at a point, where the others stand.
Sentence line_name(const Sweep& sweep, std::size_t axis, const SweepPoint& start) {
    std::vector<Sentence> where;
    for (std::size_t other = 0; other < sweep.axes.size(); ++other) {
        if (other == axis) continue;
        where.push_back(sayable(sweep.axes[other].path) + Cell(document::Words{" "}) + value_of(sweep, start, other));
    }
    Sentence name = sayable(sweep.axes[axis].path);
    if (!where.empty()) {
        name += Cell(document::Words{" ("});
        name += joined(where, ", ");
        name += Cell(document::Words{")"});
    }
    return name;
}

std::vector<Sentence> saturations(const Sweep& sweep, Lang lang) {
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
            const Sentence name = line_name(sweep, a, sweep.points[p]);
            all.push_back(falls(sweep, a, p)      ? say(falling, lang, name)
                          : from >= values.size() ? say(unsaturated, lang, name, values.back())
                                                  : say(saturated, lang, name, values[from]));
        }
    }
    return all;
}

// 310 → 340, and where the other axes stand.
Sentence step_name(const Sweep& sweep, const SweepStep& step) {
    constexpr Text from_to{"{0} → {1}", "{0} → {1}"}, at{"\n({0} {1})", "\n({0} {1})"};
    const SweepPoint &from = sweep.points[step.from], &to = sweep.points[step.to];
    Sentence name = say(from_to, Lang::es, value_of(sweep, from, step.axis), value_of(sweep, to, step.axis));
    for (std::size_t a = 0; a < sweep.axes.size(); ++a) {
        if (a != step.axis) name += say(at, Lang::es, sweep.axes[a].path, value_of(sweep, to, a));
    }
    return name;
}

Table steps_table(const Sweep& sweep, Lang lang) {
    constexpr Text step_title{"Paso", "Step"};
    constexpr Text cost_title{"Costo por punto de cobertura, {0} (M$)", "Cost per point of coverage, {0} (M$)"};
    const auto& first = first_run(sweep);
    const int last_year = first.years.back();
    Table table{{{in(words::key, lang), Align::left, 30},
                 {in(step_title, lang), Align::left, 28},
                 {in(more_beneficiaries, lang)},
                 {in(more_spending, lang)},
                 {label_of(results::marginal_cost_column(), lang)},
                 {plain(say(cost_title, lang, last_year))}}};
    for (const auto& step : sweep.steps) {
        const results::Index index(step.differences);
        const auto more = [&](const char* measure) {
            return differing(index.difference({measure, 0}), shape_of(first, measure));
        };
        table.row({sayable(sweep.axes[step.axis].path), step_name(sweep, step), more("beneficiaries"), more("spending"),
                   size_of(index.difference({results::marginal_cost, 0}), shape_of(first, results::marginal_cost)),
                   cost_of_point(index, last_year)});
    }
    return table;
}

document::Figure response(const Sweep& sweep, const Table& twin, Lang lang) {
    constexpr Text finding{"De {0} a {1}, los beneficiarios de {2} van de {3} a {4}",
                           "From {0} to {1}, the beneficiaries of {2} go from {3} to {4}"};
    constexpr Text reading{
        "Cada punto es un valor de la clave; la barra gruesa, donde caen 8 de cada 10 repeticiones (azar); la "
        "fina, el error de la simulación.",
        "Each dot is a value of the key; the thick bar, where 8 out of 10 repetitions (luck) fall; the thin "
        "one, the error of simulation."};
    constexpr Text axis{"{0}, {1}", "{0}, {1}"};
    const auto& first = first_run(sweep);
    const int year = first.years.back();
    const std::string title =
        plain(say(axis, lang, sayable(document::Words{label_of(first, "beneficiaries", lang)}), year));
    document::Figure figure{.id = "grafico-respuesta", .reading = say(reading, lang), .twin = twin};
    figure.chart = {.kind = Chart::Kind::ranges, .x = title, .tips = {in(words::concept_title, lang), title}};
    const auto name = [&](const SweepPoint& point) {
        std::vector<Sentence> values;
        for (std::size_t a = 0; a < sweep.axes.size(); ++a) values.push_back(value_of(sweep, point, a));
        return joined(values, " · ");
    };
    const SweepPoint *low = nullptr, *high = nullptr;
    for (const auto& point : sweep.points) {
        const Estimate* e = point.run.find("beneficiaries", year);
        if (e == nullptr) continue;
        figure.chart.marks.push_back(estimate_mark(plain(name(point)), *e));
        figure.chart.marks.back().tips = {name(point), estimate_of(point, "beneficiaries", year)};
        if (low == nullptr) low = &point;
        high = &point;
    }
    if (low == nullptr) return figure;
    figure.finding = say(finding, lang, name(sweep.points.front()), name(sweep.points.back()), year,
                         estimate_of(*low, "beneficiaries", year, Show::mean),
                         estimate_of(*high, "beneficiaries", year, Show::mean));
    return figure;
}

// Of each point, measure and year.
Section point_sheet(const Sweep& sweep, Lang lang) {
    constexpr Text name{"Puntos", "Points"};
    Table table;
    for (const auto& axis : sweep.axes) table.columns.push_back({axis.path, Align::left});
    table.columns.insert(table.columns.end(), {{in(words::measure, lang), Align::left},
                                               {in(words::year, lang)},
                                               {in(words::simulated, lang)},
                                               {in(words::p10_p90, lang)}});
    for (const auto& point : sweep.points) {
        for (const char* measure : views::swept_long) {
            for (const int year : point.run.years) {
                if (point.run.find(measure, year) == nullptr) continue;
                std::vector<Sentence> row;
                for (std::size_t a = 0; a < sweep.axes.size(); ++a) row.push_back(value_of(sweep, point, a));
                row.insert(row.end(),
                           {sayable(document::Words{label_of(first_run(sweep), measure, lang)}), sayable(year),
                            estimate_of(point, measure, year), estimate_of(point, measure, year, Show::range)});
                table.row(std::move(row));
            }
        }
    }
    return sheet_of(in(name, lang), say(name, lang), say(sweep_note, lang), std::move(table));
}

Section step_sheet(const Sweep& sweep, Lang lang) {
    constexpr Text name{"Pasos", "Steps"};
    constexpr std::size_t beneficiaries = 3, spending = 5;
    const auto& first = first_run(sweep);
    Table table{{{in(words::key, lang), Align::left},
                 {in(words::from, lang), Align::left},
                 {in(words::to, lang), Align::left},
                 {in(more_beneficiaries, lang)},
                 {in(words::half_width, lang)},
                 {in(more_spending, lang)},
                 {in(words::half_width, lang)},
                 {label_of(results::marginal_cost_column(), lang)},
                 {in(words::half_width, lang)}}};
    for (const auto& step : sweep.steps) {
        const results::Index index(step.differences);
        const auto& axis = sweep.axes[step.axis];
        const std::size_t at = table.rows.size();
        std::vector<Sentence> row = {sayable(axis.path), sayable(axis.values[sweep.points[step.from].at[step.axis]]),
                                     sayable(axis.values[sweep.points[step.to].at[step.axis]])};
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
    return sheet_of(in(name, lang), say(steps_title, lang, first.years.front(), first.years.back()),
                    say(sweep_note, lang), std::move(table));
}

Section points_section(const Sweep& sweep, Lang lang) {
    constexpr Text title{"Cómo responde, {0}", "How it responds, {0}"};
    const Table table = points_table(sweep, lang);
    const Sentence name = say(title, lang, first_run(sweep).years.back());
    return {.id = "respuesta",
            .title = plain(name),
            .blocks = {response(sweep, table, lang), Tabled{table, name}},
            .media = Media::screen};
}

Section steps_section(const Sweep& sweep, Lang lang) {
    const auto& first = first_run(sweep);
    const Sentence name = say(steps_title, lang, first.years.front(), first.years.back());
    Section section{.id = "pasos",
                    .title = plain(name),
                    .blocks = {Tabled{steps_table(sweep, lang), name}},
                    .media = Media::screen};
    for (const auto& sentence : saturations(sweep, lang)) section.blocks.emplace_back(note(sentence));
    section.blocks.emplace_back(note(say(sweep_note, lang)));
    return section;
}

}  // namespace

std::size_t saturation(const Sweep& sweep, std::size_t axis, std::size_t start) {
    std::size_t from = 0;
    bool brings_more = false;
    for (const auto& step : sweep.steps) {
        if (step.axis != axis || !is_of_line(sweep, sweep.points[step.to], axis, start)) continue;
        brings_more = told_beneficiaries(step) > 0;
        if (brings_more) from = sweep.points[step.to].at[axis];
    }
    return brings_more ? sweep.axes[axis].values.size() : from;
}

Document sweep(const Sweep& sweep, Lang lang) {
    constexpr Text title{"«{0}», según {1}", "“{0}”, by {1}"};
    const auto& run = first_run(sweep);
    std::vector<Sentence> keys;
    for (const auto& axis : sweep.axes) keys.push_back(sayable(axis.path));
    const Sentence same_numbers = say(of_each_point, lang, run.scenario, run.replications);
    Document document = begun(run, {&run}, say(title, lang, run.scenario, joined(keys, ", ")), lang);
    document.opening.push_back({same_numbers});
    document.sections = {points_section(sweep, lang),
                         steps_section(sweep, lang),
                         readme_sheet(run, same_numbers, {say(sweep_note, lang)}, lang),
                         point_sheet(sweep, lang),
                         step_sheet(sweep, lang),
                         manifest_sheet(run, lang)};
    return document;
}

}  // namespace aforo::told
