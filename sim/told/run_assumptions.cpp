// Every number of the scenario with its source, its range and how well it is known; those that are not data come first.
#include <algorithm>
#include <array>
#include <map>

#include "aforo/results/components.hpp"
#include "quantities.hpp"
#include "run_parts.hpp"

namespace aforo::told {

namespace {

using results::Assumption;

constexpr Text value_title{"Valor", "Value"}, range_title{"Rango", "Range"}, source_title{"Fuente", "Source"},
    remark{"Nota", "Note"};

// How well a number is known, by the name of its source; a source of any other name is a document.
struct Quality {
    std::string_view source;
    Text name;
    bool is_doubtful = false;
};
constexpr std::array<Quality, 5> qualities = {{{"supuesto", {"supuesto", "assumed"}, true},
                                               {"calibrado", {"calibrado", "calibrated"}, true},
                                               {"imputado", {"imputado", "imputed"}, true},
                                               {"derivado", {"derivado", "derived"}},
                                               {"", {"sin fuente", "no source"}}}};
constexpr Quality documented = {"", {"documentado", "documented"}};

const Quality& quality_of(const Assumption& a) {
    const auto* const found =
        std::find_if(qualities.begin(), qualities.end(), [&](const Quality& q) { return q.source == a.source; });
    return found == qualities.end() ? documented : *found;
}

// Replications and seed are no assumptions, and a run may have been asked for others than the scenario states; the
// method part tells those used.
std::vector<Assumption> assumed(const results::Run& run) {
    std::vector<Assumption> all = run.assumptions;
    std::erase_if(all, [](const Assumption& a) { return a.path.starts_with("experiment."); });
    return all;
}

// In the order of printing.
enum class Group { rule, doubtful, known };
Group group_of(const Assumption& a) {
    if (!a.is_number()) return Group::rule;
    return quality_of(a).is_doubtful || !a.range.empty() ? Group::doubtful : Group::known;
}

// What depends on a number, by the section of the scenario that contains it.
struct Moved {
    std::string_view section;
    Text what;
};
constexpr auto moved = std::to_array<Moved>(
    {{"demand", {"cuántas empresas llegan, y cuándo", "how many enterprises come, and when"}},
     {"population", {"las coberturas", "the coverages"}},
     {"enterprises", {"quiénes llegan", "who comes"}},
     {results::components[0].id,
      {"atendidas, su espera y el gasto de Atención", "attended, their wait, and spending on attention"}},
     {"diagnosis", {"quiénes califican", "who qualifies"}},
     {"targeting", {"quiénes califican", "who qualifies"}},
     {"waiting_list", {"a quiénes se admite, y cuándo", "who is admitted, and when"}},
     {results::components[1].id,
      {"beneficiarios, esperas y el gasto de Asesoría", "beneficiaries, waits, and spending on advisory"}},
     {"work_plan", {"cuánto dura y ocupa un plan", "how long a plan lasts and what it takes up"}},
     {"graduation", {"egresos y segundos planes", "graduates and second plans"}},
     {"outcomes", {"sobrevivencia y ventas de los egresados", "survival and sales of graduates"}},
     {results::components[2].id, {"alianzas y su gasto", "alliances and their spending"}},
     {results::administration, {"el gasto administrativo", "administrative spending"}},
     {"funding", {"cuándo hay dinero, y cuánto", "when there is money, and how much"}},
     {"network", {"dónde se atiende", "where enterprises are served"}},
     {"calendar", {"los días en que se atiende", "the days of service"}}});

Sentence moved_by(const Subject& s, const Assumption& a) {
    const std::string section = a.path.substr(0, a.path.find('.'));
    const auto* const found =
        std::find_if(moved.begin(), moved.end(), [&](const Moved& m) { return m.section == section; });
    return found == moved.end() ? Sentence() : s.say(found->what);
}

// The meaning of the key, with the id of an office if it is about one; the key where the meaning is unknown.
Sentence name_of(const Subject& s, const Assumption& a) {
    std::string name = s.lang == Lang::es ? a.meaning.es : a.meaning.en;
    if (name.empty()) return sayable(a.path);
    for (std::size_t at = 0; at != std::string::npos && at < a.path.size();) {
        const std::size_t end = std::min(a.path.find('.', at), a.path.size());
        const std::string part = a.path.substr(at, end - at);
        if (!part.empty() && part.find_first_not_of("0123456789") == std::string::npos) name += " · " + part;
        at = end + 1;
    }
    return sayable(name);
}

Table table_of(const Subject& s, Group group) {
    constexpr Text number{"Número", "Number"}, rule{"Regla u opción", "Rule or option"}, quality{"Calidad", "Quality"},
        moves{"Mueve", "It moves"};
    Table table{{s.left(group == Group::rule ? rule : number),
                 group == Group::rule ? s.left(value_title) : s.right(value_title), s.right(range_title),
                 s.left(source_title), s.left(quality), s.left(moves), s.left(remark)}};
    for (const auto& a : assumed(s.run)) {
        if (group_of(a) != group) continue;
        table.row({name_of(s, a), as_quantity(a.value, s.lang), as_quantity(a.range, s.lang), sayable(a.source),
                   s.say(quality_of(a).name), moved_by(s, a), sayable(a.note)});
    }
    return table;
}

Definitions sources(const Subject& s) {
    constexpr Text count{"{0} (números: {1})", "{0} (numbers: {1})"};
    Definitions all;
    for (const auto& source : s.run.sources) {
        const auto times = std::count_if(s.run.assumptions.begin(), s.run.assumptions.end(),
                                         [&](const Assumption& a) { return a.source == source.id; });
        if (times == 0) continue;
        // The address is text rather than a link, so that nothing leaves the page.
        all.items.push_back({s.say(count, source.id, static_cast<int>(times)),
                             sayable(source.title + (source.url.empty() ? "" : " · " + source.url))});
    }
    return all;
}

}  // namespace

Section assumptions(const Subject& s) {
    constexpr Text page_title{"Los supuestos", "The assumptions"};
    constexpr Text lead{
        "El escenario tiene {0} números. {1} no son datos (supuestos, calibrados o imputados) o llevan un rango; {2} "
        "llevan un rango, que dice entre qué valores podrían estar. El rango de futuros de este informe es el azar de "
        "un escenario: no incluye la duda sobre estos números.",
        "The scenario has {0} numbers. {1} are not data (assumed, calibrated or imputed) or carry a range; {2} carry a "
        "range, which says between what values they might be. The range of futures in this report is the luck of one "
        "scenario: it does not hold the doubt about these numbers."};
    constexpr Text rules{"Reglas y opciones que el escenario elige: {0}",
                         "Rules and options that the scenario chooses: {0}"};
    constexpr Text first{"Supuestos, calibrados y con rango: {0}", "Assumed, calibrated and with a range: {0}"};
    constexpr Text rest{"Los demás números: {0}", "The other numbers: {0}"};
    constexpr Text note{"La clave de cada número en el escenario está en la hoja Supuestos del libro.",
                        "The key that each number has in the scenario is in the sheet Assumptions of the workbook. "
                        "Sources and remarks are as the authors of the scenario wrote them."};
    constexpr Text sources_title{"Fuentes", "Sources"};
    Section section{.id = "supuestos", .title = in(page_title, s.lang), .media = Media::page, .is_annex = true};
    const auto all = assumed(s.run);
    if (all.empty()) return section;
    const auto count = [&](auto condition) {
        return static_cast<int>(std::count_if(all.begin(), all.end(), condition));
    };
    const auto of = [&](Group group) { return count([=](const Assumption& a) { return group_of(a) == group; }); };
    const int of_rules = of(Group::rule), doubtful = of(Group::doubtful), known = of(Group::known),
              ranged = count([](const Assumption&a) { return !a.range.empty(); });
    section.blocks = {Paragraph{s.say(lead, doubtful + known, doubtful, ranged)},
                      Details{s.say(rules, of_rules), true, {Tabled{table_of(s, Group::rule)}}},
                      Details{s.say(first, doubtful), true, {Tabled{table_of(s, Group::doubtful)}}},
                      Details{s.say(rest, known), false, {Tabled{table_of(s, Group::known)}}},
                      Paragraph{s.say(note), Paragraph::Kind::note}};
    if (Definitions list = sources(s); !list.items.empty()) {
        section.blocks.emplace_back(Paragraph{s.say(sources_title), Paragraph::Kind::heading});
        section.blocks.emplace_back(std::move(list));
    }
    return section;
}

Section assumption_sheet(const Subject& s) {
    constexpr Text sheet_title{"Los números y las reglas del escenario", "The numbers and the rules of the scenario"};
    constexpr Text note{
        "Con la clave que cada número tiene en el archivo del escenario. Un número sin unidad es un número de Excel.",
        "With the key that each number has in the file of the scenario. A number without unit is a number of Excel."};
    constexpr Text meaning{"Qué es", "What it is"};
    Table table{{s.left(words::key, 44), s.left(meaning, 50), s.left(value_title, 22), s.left(range_title, 22),
                 s.left(source_title, 40), s.left(remark, 60)}};
    std::map<std::string, std::string> sources;
    for (const auto& source : s.run.sources) sources[source.id] = source.title;
    for (const auto& a : assumed(s.run)) {
        const auto source = sources.find(a.source);
        const std::string named = source == sources.end() || source->second.empty() ? "" : " · " + source->second;
        table.row({sayable(a.path), sayable(s.lang == Lang::es ? a.meaning.es : a.meaning.en), as_quantity(a.value, s.lang), as_quantity(a.range, s.lang),
                   sayable(a.source + named), sayable(a.note)});
    }
    return {.id = "hoja-supuestos",
            .title = in(sheet_title, s.lang),
            .blocks = {Paragraph{s.say(note)}, Tabled{std::move(table), {}, Media::workbook, true}},
            .media = Media::workbook,
            .sheet = in(sheets::assumptions, s.lang),
            .is_annex = true};
}

}  // namespace aforo::told
