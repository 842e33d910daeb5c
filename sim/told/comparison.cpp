#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/told/documents.hpp"
#include "comparison_parts.hpp"
#include "experiment.hpp"
#include "labels.hpp"
#include "reading.hpp"
#include "views.hpp"
#include "warnings.hpp"
#include "worlds.hpp"

namespace aforo::told {

namespace {

using document::Align;
using document::Block;
using document::Cell;
using document::Chart;
using document::Details;
using document::Document;
using document::Estimated;
using document::Figure;
using document::Mark;
using document::Media;
using document::Paragraph;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using results::Alternative;
using results::Comparison;
using results::Difference;
using results::Fate;
using results::is_told;
using results::Level;
using results::Shape;

constexpr Text against{"«{0}» frente a «{1}»", "“{0}” against “{1}”"};
constexpr Text comparison_title{"Lo que cambia de «{0}»", "What changes of “{0}”"};
constexpr Text row_of_group{"{0}, {1}", "{0}, {1}"};
constexpr Text sheets_note{
    "→ lo que cambia, de la base a la alternativa; ~ lo que cambia menos que el error de la "
    "simulación.",
    "→ what changes, from the base to the alternative; ~ what changes by less than the error of "
    "simulation."};
constexpr Text axis_from_base{"Diferencia con la base (%)", "Difference from the base (%)"};
constexpr Text plans_axis{"Planes", "Plans"};
constexpr Text finding_compared{"{0} de {1} medidas de {2} se distinguen de la base",
                                "{0} of {1} measures of {2} can be told from the base"};
constexpr Text reading_compared{
    "Cada punto es una diferencia en % de la base; la barra gruesa, donde caen 8 de cada 10 repeticiones (azar); la "
    "fina, el error "
    "de la simulación. Si la fina cruza la línea de 0, la diferencia no se distingue.",
    "Each dot is a difference in % of the base; the thick bar, where 8 out of 10 repetitions (luck) fall; the thin "
    "one, the error "
    "of simulation. Where the thin one crosses the line at 0, the difference cannot be told."};
constexpr Text finding_fates{"Entran {0} planes y dejan de entrar {1}; {2} se adelantan y {3} se atrasan",
                             "{0} plans enter and {1} drop out; {2} come earlier and {3} later"};

// Above this gain the remaining spread is only rounding, or a handful of replications that differ.
constexpr double too_much_gain = 1000;

Sentence gain_of(const Difference& d) {
    if (!std::isfinite(d.gain)) return {};
    if (d.gain < too_much_gain) return Cell(document::Value{d.gain, {results::Kind::number, 1, true}});
    return Sentence(Cell(document::Words{"> "})) + Cell(document::count(too_much_gain));
}

void add_rows(const Comparison& c, const results::Index& index, const views::Compared& row, Lang lang, Table& table) {
    const Level level = *row.group == '\0' ? Level::programme : Level::group;
    Sentence label = Cell(document::Words{label_of(c.base, row.measure, lang)});
    if (level == Level::group) label = say(row_of_group, lang, label, band_name(row.group, lang));
    std::vector<int> years = c.base.years;
    years.push_back(0);
    for (const int year : years) {
        const Difference* d = index.difference({row.measure, year, level, row.group});
        if (d == nullptr || d->value.n == 0) continue;
        const Shape shape = shape_of(c.base, d->measure);
        const bool is_cost = d->measure == results::marginal_cost;
        // Shares change in points, which % of the base beside them would be taken for.
        const bool is_share = shape.is_percent();
        Sentence difference =
            is_cost ? size_of(d, shape) : differing(d, is_share ? Shape{results::Kind::points, 1} : shape);
        if (is_share && is_told(*d)) difference += Cell(document::Words{" pp"});
        table.row({std::exchange(label, {}), years_of(c.base, year, lang), is_cost ? Sentence() : base_of(*d, shape),
                   is_cost ? Sentence() : alternative_of(*d, shape), difference,
                   !is_cost && !is_share && is_told(*d) && d->base.mean != 0 ? relative_to_base(*d) : Sentence(),
                   gain_of(*d)});
    }
}

Table differences_table(const Comparison& c, const results::Index& index, Lang lang) {
    Table table{{{in(words::measure, lang), Align::left, 34},
                 {in(words::year, lang)},
                 {in(words::base, lang)},
                 {in(words::alternative, lang)},
                 {in(words::difference, lang)},
                 {"%"},
                 {in(words::gain, lang)}}};
    for (const auto& row : views::compared) add_rows(c, index, row, lang, table);
    return table;
}

Table changes_table(const Alternative& a, Lang lang) {
    Table table{{{in(words::key, lang), Align::left, 40},
                 {in(words::base, lang), Align::left, 28},
                 {in(words::alternative, lang), Align::left, 28}}};
    for (const auto& change : a.changes)
        table.row({key_of(change, lang), as_written(change.from, lang), as_written(change.to, lang)});
    return table;
}

Table fates_table(const Alternative& a, const std::array<FateColumn, columns_of_a_side>& shown, Lang lang) {
    Table table{{{in(words::group, lang), Align::left, 26}}};
    for (const auto& column : shown) table.columns.push_back({in(column.title, lang), Align::right, 20});
    for (const auto& fates : a.fates) {
        if (is_without_fates(fates)) continue;
        std::vector<Sentence> row = {group_or_all(fates.group, lang)};
        for (const auto& column : shown) row.push_back(fate_of(fates, column.fate));
        table.row(row);
    }
    return table;
}

// The difference in % of the base, with its interval.
Mark mark_of(const Comparison& c, const Difference& d, Lang lang) {
    const auto drawn = [&](double v) { return 100 * v / d.base.mean; };
    const std::string label = label_of(c.base, d.measure, lang);
    Mark mark = estimate_mark(label, d.value, drawn);
    mark.tips = {Cell(document::Words{label}), differing(&d, shape_of(c.base, d.measure))};
    return mark;
}

// The index of a mark many times larger than all others, which gets its own chart and scale; the number of marks when
// there is none.
std::size_t dwarfing(const std::vector<Mark>& marks) {
    constexpr double many_times = 5;
    std::size_t most = 0;
    double next = 0;
    const auto size = [&](std::size_t i) { return std::abs(marks[i].value); };
    for (std::size_t i = 1; i < marks.size(); ++i) {
        next = std::max(next, std::min(size(i), size(most)));
        if (size(i) > size(most)) most = i;
    }
    return marks.size() > 2 && next > 0 && size(most) > many_times * next ? most : marks.size();
}

Figure differences_figure(const Comparison& c, const results::Index& index, const std::string& number,
                          const Table& twin, Lang lang) {
    const int year = c.base.years.back();
    Figure figure{.id = "grafico-diferencias-" + number, .reading = say(reading_compared, lang), .twin = twin};
    figure.chart = {.kind = Chart::Kind::ranges,
                    .x = in(axis_from_base, lang),
                    .tips = {in(words::measure, lang), in(words::difference, lang)},
                    .is_of_differences = true,
                    .decimals = 1};
    std::size_t told = 0;
    for (const char* measure : views::charted) {
        const Difference* d = index.difference({measure, year});
        if (d == nullptr || d->value.n == 0 || d->base.mean == 0) continue;
        told += is_told(*d);
        figure.chart.marks.push_back(mark_of(c, *d, lang));
    }
    figure.finding = c.base.replications == 1 ? how_to_read(1, lang)
                                              : say(finding_compared, lang, told, figure.chart.marks.size(), year);
    return figure;
}

// One chart of differences, or two when one mark dwarfs the others.
std::vector<Figure> differences_figures(const Comparison& c, const results::Index& index, const std::string& number,
                                        const Table& twin, Lang lang) {
    constexpr Text apart{"{0} cambia tanto más que lo demás que va aparte, con su propia escala",
                         "{0} changes so much more than the rest that it stands apart, on a scale of its own"};
    std::vector<Figure> figures = {differences_figure(c, index, number, twin, lang)};
    auto& marks = figures.front().chart.marks;
    const std::size_t most = dwarfing(marks);
    if (most == marks.size()) return figures;
    Figure alone = figures.front();
    alone.id += "-aparte";
    alone.finding = say(apart, lang, marks[most].label);
    alone.chart.marks = {marks[most]};
    marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(most));
    figures.push_back(std::move(alone));
    return figures;
}

// Plans that enter, to the right, and plans that drop out, to the left, by group.
Figure fates_figure(const Alternative& a, const std::string& number, const Table& twin, Lang lang) {
    Figure figure{.id = "grafico-destinos-" + number, .reading = say(words::fates_note, lang), .twin = twin};
    const FateColumn &won = plans[0], &lost = plans[1];
    figure.chart = {
        .kind = Chart::Kind::bars,
        .x = in(plans_axis, lang),
        .series = {{in(won.title, lang), document::Colour::blue}, {in(lost.title, lang), document::Colour::orange}},
        .tips = {in(words::group, lang), "", in(plans_axis, lang)},
        .is_of_differences = true};
    for (const auto& fates : a.fates) {
        if (is_without_fates(fates)) continue;
        const Sentence group = group_or_all(fates.group, lang);
        const auto add = [&](std::size_t series, const FateColumn& side, double sign) {
            figure.chart.marks.push_back({.label = plain(group),
                                          .series = series,
                                          .value = sign * fates.of(side.fate).mean,
                                          .tips = {group, say(side.title, lang), fate_of(fates, side.fate)}});
        };
        add(0, won, 1);
        add(1, lost, -1);
    }
    const auto& all = a.fates.front();
    figure.finding = say(finding_fates, lang, fate_of(all, Fate::plans_entering), fate_of(all, Fate::plans_dropped),
                         fate_of(all, Fate::plans_earlier), fate_of(all, Fate::plans_later));
    return figure;
}

// It is open only on paper and terminals.
Details closed_part(Sentence title) { return {.title = std::move(title)}; }

Details changes_part(const Alternative& a, Lang lang) {
    Details part = open_part(say(words::what_changes, lang));
    if (a.changes.empty()) {
        part.blocks = {note(say(words::no_key_changes, lang))};
    } else {
        part.blocks = {Tabled{changes_table(a, lang), part.title}};
    }
    return part;
}

Details fates_part(const Comparison& c, const Alternative& a, Lang lang) {
    Details part = closed_part(say(words::who_wins, lang, c.base.years.front(), c.base.years.back()));
    if (is_without_fates(a.fates.front())) {
        part.blocks = {note(say(words::nobody_wins, lang))};
    } else {
        part.blocks = {Tabled{fates_table(a, plans, lang), part.title},
                       Tabled{fates_table(a, enterprises_affected, lang), part.title},
                       note(say(words::fates_note, lang))};
    }
    return part;
}

Details sheets_part(const Comparison& c, const Alternative& a, const results::Index& index, Lang lang) {
    Details part = closed_part(say(words::sheets_title, lang));
    for (auto& table : side_by_side(c, a, index, lang)) part.blocks.emplace_back(Tabled{table, part.title});
    part.blocks.emplace_back(note(say(sheets_note, lang)));
    return part;
}

Details money_part(const Comparison& c, const results::Index& index, Lang lang) {
    constexpr Text title{"El dinero por componente y año, en {0}", "Money by component and year, in {0}"};
    Details part = closed_part(say(title, lang, money_unit(c.base, lang)));
    part.blocks = {Tabled{money_beside(c, index, lang), part.title}};
    return part;
}

Section matrix_section(const Comparison& c, Lang lang) {
    const Sentence title = say(words::matrix_title, lang, c.base.scenario);
    return {.id = "todos",
            .title = plain(title),
            .blocks = {Tabled{comparison_matrix(c, false, lang), title}, note(say(words::matrix_note, lang)),
                       Paragraph{say(words::shades_note, lang), Paragraph::Kind::note, Media::page}},
            .media = Media::screen};
}

Section section_of(const Comparison& c, std::size_t i, const document::Verdict& verdict, Lang lang) {
    const Alternative& a = c.alternatives[i];
    const results::Index index(a.differences);
    const std::string number = ordinal(i + 1);
    Section section{.id = "alternativa-" + number,
                    .title = plain(say(against, lang, a.run.scenario, c.base.scenario)),
                    .media = Media::screen};
    const bool is_alone = c.alternatives.size() == 1;
    section.is_folded = !is_alone;
    if (!is_alone) section.blocks.emplace_back(verdict);
    const Table differences = differences_table(c, index, lang);
    section.blocks.emplace_back(changes_part(a, lang));
    for (auto& figure : differences_figures(c, index, number, differences, lang)) section.blocks.emplace_back(figure);
    Details differs = closed_part(say(words::what_differs, lang));
    differs.blocks = {Tabled{differences, differs.title}, note(say(words::differences_note, lang))};
    section.blocks.emplace_back(differs);
    section.blocks.emplace_back(money_part(c, index, lang));
    if (!is_without_fates(a.fates.front()))
        section.blocks.emplace_back(fates_figure(a, number, fates_table(a, plans, lang), lang));
    section.blocks.emplace_back(fates_part(c, a, lang));
    section.blocks.emplace_back(sheets_part(c, a, index, lang));
    return section;
}

}  // namespace

Sentence band_name(const std::string& group, Lang lang) {
    return Sentence(Cell(document::Words{group_label(group, lang)})).lower();
}

bool is_without_fates(const results::Fates& fates) {
    constexpr std::array told = {Fate::winners,       Fate::losers,        Fate::plans_entering,
                                 Fate::plans_dropped, Fate::plans_earlier, Fate::plans_later};
    return std::all_of(told.begin(), told.end(), [&](Fate f) { return fates.of(f).mean == 0; });
}

Sentence fate_of(const results::Fates& fates, Fate fate, Show show) {
    const document::Of of{.measure = results::fate_names.at(static_cast<std::size_t>(fate)),
                          .level = fates.group.empty() ? Level::programme : Level::group,
                          .id = fates.group};
    return Cell(Estimated{fates.of(fate), {}, show, of});
}

Document comparison(const Comparison& c, Lang lang, const results::Worlds* worlds, const results::Manifest& manifest) {
    std::vector<const results::Run*> scenarios = {&c.base};
    for (const auto& a : c.alternatives) scenarios.push_back(&a.run);
    Document document = begun(c.base, scenarios, say(comparison_title, lang, c.base.scenario), lang);
    if (c.base.replications == 1)
        document.opening.push_back({how_to_read(1, lang), document::Paragraph::Kind::note, Media::terminal});
    std::vector<document::Verdict> verdicts;
    for (std::size_t i = 0; i < c.alternatives.size(); ++i) {
        verdicts.push_back(comparison_verdict(c, c.alternatives[i], lang));
        if (worlds) verdicts.back().clauses.push_back(worlds_clause(*worlds, i, c.base, lang));
    }
    // For one alternative everything is said at once; for several the lead, and the rest in their sections.
    document.verdicts = verdicts;
    if (verdicts.size() > 1) {
        for (auto& verdict : document.verdicts) verdict = {.lead = verdict.lead};
    }
    document.sections.push_back(matrix_section(c, lang));
    if (worlds) document.sections.push_back(worlds_of_comparison(*worlds, c, lang));
    for (std::size_t i = 0; i < c.alternatives.size(); ++i)
        document.sections.push_back(section_of(c, i, verdicts[i], lang));
    document.sections.push_back(warning_section(scenarios, lang));
    for (auto& sheet : comparison_sheets(c, verdicts, manifest, lang)) document.sections.push_back(std::move(sheet));
    return document;
}

}  // namespace aforo::told
