// The sheet in DIPRES's own form, planned and simulated; and what the scenario states but does not do.
#include "ficha.hpp"
#include "run_parts.hpp"
#include "warnings.hpp"

namespace aforo::told {

namespace {

// Each cell of the form has room for one figure, the mean. Ranges are in the other tables, and the page says so.
void add_form(const Subject& s, const results::Sheet& sheet, const Text& title, Section& section) {
    constexpr Text caption{"{0}: {1}", "{0}: {1}"};
    section.blocks.emplace_back(Paragraph{s.say(title), Paragraph::Kind::heading});
    section.blocks.emplace_back(
        Tabled{component_form(sheet, s.lang), s.say(caption, s.say(title), s.say(components_title))});
    section.blocks.emplace_back(
        Tabled{population_form(sheet, s.lang), s.say(caption, s.say(title), s.say(population_title))});
}

}  // namespace

Section ficha(const Subject& s) {
    constexpr Text title{"La ficha", "The sheet"};
    constexpr Text note{
        "En la forma de la ficha cabe una sola cifra: lo simulado es el promedio de las réplicas. Su error y su rango "
        "de futuros están en las tablas de este informe.",
        "The form of the sheet has room for one figure: what is simulated is the mean of the replications. Its error "
        "and its range of futures are in the tables of this report."};
    Section section{.id = "ficha", .title = in(title, s.lang), .media = Media::page, .is_annex = true};
    if (s.run.planned.components.empty()) return section;
    add_form(s, s.run.planned, {"Como la planifica la ficha", "As the sheet plans it"}, section);
    add_form(s, simulated_sheet(s.run), {"Como resulta en la simulación", "As it turns out in the simulation"},
             section);
    section.blocks.emplace_back(Paragraph{s.say(note), Paragraph::Kind::note});
    return section;
}

Section warnings(const Subject& s) {
    Section section{"avisos", in(warnings_title, s.lang), {}, Media::people, in(warnings_title, s.lang)};
    if (s.run.warnings.empty()) return section;
    section.blocks = {Paragraph{warnings_lead(s.run, s.lang)},
                      Tabled{warnings_table(s.run, s.lang), {}, Media::people, true}};
    return section;
}

}  // namespace aforo::told
