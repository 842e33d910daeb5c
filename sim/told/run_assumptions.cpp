// Every number of the scenario, with its source, its range and how well it is known: first those that are not data.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "run_parts.hpp"

namespace aforo::told {

namespace {

using results::Assumption;

constexpr Text value_title{"Valor", "Value"}, range_title{"Rango", "Range"}, source_title{"Fuente", "Source"},
    remark{"Nota", "Note"};

// How well a number is known, by what its source is called; a source of any other name is a document.
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

// In this order.
enum class Group { rule, doubtful, known };
Group group_of(const Assumption& a) {
    if (!a.is_number()) return Group::rule;
    return quality_of(a).is_doubtful || !a.range.empty() ? Group::doubtful : Group::known;
}

// Ranges and values are written as in a scenario: in its own words, with a decimal point.
Table table_of(const Subject& s, Group group) {
    constexpr Text number{"Número", "Number"}, quality{"Calidad", "Quality"};
    Table table{{s.left(group == Group::rule ? words::key : number),
                 group == Group::rule ? s.left(value_title) : s.right(value_title), s.right(range_title),
                 s.left(source_title), s.left(quality), s.left(remark)}};
    for (const auto& a : s.run.assumptions) {
        if (group_of(a) != group) continue;
        // What a key means is told in Spanish only.
        const std::string what = s.lang == Lang::es && !a.meaning.empty() ? a.meaning + " · " + a.path : a.path;
        table.row({sayable(what), sayable(a.value), sayable(a.range), sayable(a.source), s.say(quality_of(a).name),
                   sayable(a.note)});
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
        // An address is shown, not linked: nothing leaves the page.
        all.items.push_back({s.say(count, source.id, static_cast<int>(times)),
                             sayable(source.title + (source.url.empty() ? "" : " · " + source.url))});
    }
    return all;
}

// A value that is a plain number is written as one; one with its unit stays as the scenario writes it.
Sentence value_of(const std::string& text) {
    double number = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    const bool is_plain = !text.empty() && text.find_first_not_of("0123456789.-") == std::string::npos;
    if (!is_plain || error != std::errc() || rest != end) return sayable(text);
    return sayable(Value{number, {results::Kind::number, 15}, Value::Style::sheet});
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
    constexpr Text note{"Los valores están como en el archivo del escenario, con punto decimal.",
                        "Values are written as in the file of the scenario, with a decimal point. What each key means "
                        "is told in the Spanish report."};
    constexpr Text sources_title{"Fuentes", "Sources"};
    Section section{"supuestos", in(page_title, s.lang), {}, Media::page};
    const auto& all = s.run.assumptions;
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
        "Valores y rangos como los escribe el escenario: con punto decimal y su unidad. Un número sin unidad es un "
        "número de Excel.",
        "Values and ranges as the scenario writes them: with a decimal point and their unit. A number without unit is "
        "a "
        "number of Excel."};
    constexpr Text meaning{"Qué es", "What it is"};
    Table table{{s.left(words::key, 44), s.left(meaning, 50), s.left(value_title, 22), s.left(range_title, 22),
                 s.left(source_title, 40), s.left(remark, 60)}};
    std::map<std::string, std::string> sources;
    for (const auto& source : s.run.sources) sources[source.id] = source.title;
    for (const auto& a : s.run.assumptions) {
        const auto source = sources.find(a.source);
        const std::string named = source == sources.end() || source->second.empty() ? "" : " · " + source->second;
        table.row({sayable(a.path), sayable(a.meaning), value_of(a.value), sayable(a.range), sayable(a.source + named),
                   sayable(a.note)});
    }
    return {"hoja-supuestos",
            in(sheet_title, s.lang),
            {Paragraph{s.say(note)}, Tabled{std::move(table), {}, Media::workbook, true}},
            Media::workbook,
            in(sheets::assumptions, s.lang)};
}

}  // namespace aforo::told
