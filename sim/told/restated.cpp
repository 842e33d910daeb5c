// The sheet restated: sections II.2, II.3 and II.4 in DIPRES's own form, as they are and with all improvements
// together.
#include <array>

#include "aforo/told/answers.hpp"
#include "comparison_parts.hpp"
#include "experiment.hpp"
#include "ficha.hpp"
#include "figures.hpp"
#include "reading.hpp"

namespace aforo::told {

using document::Align;
using document::Block;
using document::Cell;
using document::Document;
using document::Estimated;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using document::Value;
using results::Answers;

namespace {

constexpr Text original{"La ficha", "The sheet"}, proposed{"Reformulada", "Restated"};
constexpr Text captioned{"{0}: {1}", "{0}: {1}"};

void add_forms(const Text& title, Table before, Table after, Lang lang, std::vector<Block>& blocks) {
    blocks.emplace_back(
        Tabled{.table = std::move(before), .caption = say(captioned, lang, in(title, lang), in(original, lang))});
    blocks.emplace_back(
        Tabled{.table = std::move(after), .caption = say(captioned, lang, in(title, lang), in(proposed, lang))});
}

Section components_section(const results::Sheet& before, const results::Sheet& after, Lang lang) {
    constexpr Text title{"II.2 Componentes", "II.2 Components"};
    Section section{.id = "componentes", .title = in(title, lang), .sheet = in(title, lang)};
    add_forms(components_title, component_form(before, lang), component_form(after, lang), lang, section.blocks);
    return section;
}

Section population_section(const Answers::Restated& r, const results::Sheet& before, const results::Sheet& after,
                           Lang lang) {
    constexpr Text title{"II.3 Población", "II.3 Population"}, concept_of{"Concepto", "Concept"},
        size{"Población potencial", "Potential population"},
        method{"Metodología de la estimación", "Method of the estimate"}, unit{"Unidad", "Unit"},
        unit_is{"Micro y pequeñas empresas y cooperativas.", "Micro and small enterprises and cooperatives."},
        potential{"I. Población potencial", "I. Potential population"},
        criteria{"II. Criterios de focalización", "II. Targeting criteria"}, variable{"Variable", "Variable"},
        none{"(no está)", "(not there)"};
    Section section{.id = "poblacion", .title = in(title, lang), .sheet = in(title, lang)};
    Table of_potential{{{in(concept_of, lang), Align::left, 24},
                        {in(original, lang), Align::left, 52},
                        {in(proposed, lang), Align::left, 52}}};
    of_potential.row({say(size, lang), Cell(document::count(before.potential_population)),
                      Cell(document::count(after.potential_population))});
    of_potential.row({say(unit, lang), say(unit_is, lang), say(unit_is, lang)});
    of_potential.row({say(method, lang), sayable(r.method), sayable(in(r.proposed_method, lang))});
    Table of_criteria{{{in(variable, lang), Align::left, 24},
                       {in(original, lang), Align::left, 52},
                       {in(proposed, lang), Align::left, 52}}};
    for (const auto& c : r.criteria) {
        of_criteria.row({sayable(in(c.variable, lang)), c.original.empty() ? say(none, lang) : sayable(c.original),
                         sayable(in(c.proposed, lang))});
    }
    section.blocks = {Tabled{.table = std::move(of_potential), .caption = say(potential, lang)},
                      Tabled{.table = std::move(of_criteria), .caption = say(criteria, lang)}};
    constexpr Text form{"III. Población y gasto por beneficiario", "III. Population and spending per beneficiary"};
    add_forms(form, population_form(before, lang), population_form(after, lang), lang, section.blocks);
    return section;
}

Section indicators_section(const Answers::Restated& r, Lang lang) {
    constexpr Text title{"II.4 Seguimiento", "II.4 Follow-up"}, name{"Nombre del Indicador", "Name of the indicator"},
        formula{"Fórmula de Cálculo", "Formula"}, effective{"2022 (Efectivo)", "2022 (Actual)"},
        estimated{"2023 (Estimado)", "2023 (Estimated)"}, planned{"2024 (Estimado)", "2024 (Estimated)"},
        restated{"{0} reformulada", "{0} restated"}, note_title{"Qué se propone", "What is proposed"};
    Section section{.id = "seguimiento", .title = in(title, lang), .sheet = in(title, lang)};
    const results::Run& run = r.comparison.alternatives.front().run;
    const Figures figures(run);
    const int year = r.indicators.empty() ? 0 : r.indicators.front().of.year;
    Table table{{{in(name, lang), Align::left, 40},
                 {in(formula, lang), Align::left, 40},
                 {in(effective, lang)},
                 {in(estimated, lang)},
                 {in(planned, lang)},
                 {plain(say(restated, lang, year))}}};
    Table proposals{{{in(name, lang), Align::left, 60}, {in(note_title, lang), Align::left, 60}}};
    for (const auto& i : r.indicators) {
        std::vector<Sentence> row = {sayable(i.original), sayable(i.formula)};
        for (const auto& value : i.published) row.push_back(sayable(value));
        row.resize(5);
        row.push_back(figures.find({i.of.measure, i.of.year, i.of.level, i.of.id}).with_error());
        table.row(std::move(row));
        proposals.row({sayable(i.original), sayable(in(i.proposed, lang))});
    }
    if (!table.empty())
        section.blocks = {Tabled{.table = std::move(table), .caption = sayable(section.title), .is_main = true},
                          Tabled{.table = std::move(proposals), .caption = say(note_title, lang)}};
    return section;
}

Section changes_section(const Answers::Restated& r, Lang lang) {
    constexpr Text title{"Lo que cambia", "What changes"};
    constexpr Text how{
        "→ lo que cambia, de la ficha simulada a la reformulada; ~ lo que cambia menos que el error de la simulación.",
        "→ what changes, from the simulated sheet to the restated one; ~ what changes by less than the error of "
        "simulation."};
    Section section{.id = "cambios", .title = in(title, lang), .sheet = in(title, lang)};
    const auto& alternative = r.comparison.alternatives.front();
    const results::Index index(alternative.differences);
    auto tables = side_by_side(r.comparison, alternative, index, lang);
    const std::array titles = {&components_title, &population_title};
    for (std::size_t i = 0; i < tables.size() && i < titles.size(); ++i)
        section.blocks.emplace_back(Tabled{.table = std::move(tables[i]), .caption = say(*titles.at(i), lang)});
    section.blocks.emplace_back(note(say(how, lang)));
    return section;
}

}  // namespace

Document restated_sheet(const Answers& all, Lang lang, const results::Manifest& manifest) {
    constexpr Text title{"La ficha reformulada con «{0}»", "The sheet restated with “{0}”"};
    constexpr Text about{
        "Las secciones II.2, II.3 y II.4 en la forma de la ficha: primero como está, después con todas las mejoras "
        "juntas. Lo "
        "reformulado es el promedio de {0} réplicas.",
        "Sections II.2, II.3 and II.4 in the form of the sheet: first as it is, then with all improvements together. "
        "What is "
        "restated is the mean of {0} replications."};
    const Answers::Restated& r = *all.restated;
    const results::Run& run = r.comparison.alternatives.front().run;
    Document document = titled(all.base, {&all.base, &run}, say(title, lang, run.scenario), lang);
    document.name = plain(document.title);
    document.opening.push_back(
        {say(about, lang, all.base.replications), Paragraph::Kind::note, document::Media::screen});
    const results::Sheet &before = all.base.planned, after = simulated_sheet(run);
    document.sections = {
        components_section(before, after, lang),
        population_section(r, before, after, lang),
        indicators_section(r, lang),
        changes_section(r, lang),
        readme_sheet(all.base, document.title, std::vector<Sentence>{say(about, lang, all.base.replications)}, lang),
        to_repeat(manifest, all.base, lang)};
    return document;
}

}  // namespace aforo::told
