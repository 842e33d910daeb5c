// aforo facts: every number of a scenario, with its range, its source and where it enters.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>

#include "aforo/render/machine.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/scenario/language.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::string file;
    bool json = false;
    bool assumptions = false;  // only numbers with a range, the least known first
};

using scenario::Number;
using scenario::Quality;
using scenario::quality_of;
using scenario::Scenario;

// "Diagnóstico: Parte de las atendidas que realiza diagnóstico", from the section and the key.
std::string where_it_enters(const scenario::Key& language, const std::string& path, core::Lang lang) {
    const auto* section = scenario::find(language, path.substr(0, path.find('.')));
    const auto* key = scenario::find(language, path);
    if (!section || !key) return "";
    const std::string meaning(key->meaning.in(lang));
    return section == key ? meaning : std::string(section->meaning.in(lang)) + ": " + meaning;
}

std::string quoted(const std::string& text) { return render::json_text(text); }

std::string name_of(Quality quality, core::Lang lang) {
    struct Name {
        const char *es, *en;
    };
    static constexpr std::array<Name, 6> names = {{{"sin fuente", "no source"},
                                                   {"supuesto", "assumed"},
                                                   {"imputado", "imputed"},
                                                   {"calibrado", "calibrated"},
                                                   {"derivado", "derived"},
                                                   {"documentado", "documented"}}};
    const Name& name = names.at(static_cast<std::size_t>(quality));
    return std::string(core::in(lang, name.es, name.en));
}

void print_json(const Scenario& s, const std::vector<Number>& numbers, core::Lang lang) {
    const scenario::Key language = scenario::language();
    print_out("{{\n\"scenario\": {},\n\"digest\": {},\n\"numbers\": [", quoted(s.name), quoted(scenario::digest(s)));
    const char* separator = "\n";
    for (const auto& n : numbers) {
        const auto source = s.sources.find(n.provenance.source);
        const bool known = source != s.sources.end();
        print_out(
            R"({}{{"path": {}, "value": {}, "range": {}, "quality": {}, "source": {}, "title": {}, "url": {}, "note": {}, )"
            R"("enters": {}}})",
            separator, quoted(n.path), quoted(n.value), n.provenance.range ? quoted(n.provenance.range_text()) : "null",
            quoted(name_of(quality_of(n.provenance.source), core::Lang::en)), known ? quoted(source->first) : "null",
            known ? quoted(source->second.title) : "null",
            known && !source->second.url.empty() ? quoted(source->second.url) : "null",
            n.provenance.note.empty() ? "null" : quoted(n.provenance.note),
            quoted(where_it_enters(language, n.path, lang)));
        separator = ",\n";
    }
    print_out("\n]\n}}\n");
}

void print_numbers(const std::vector<Number>& numbers, core::Lang lang) {
    using document::Align;
    using document::sayable;
    const scenario::Key language = scenario::language();
    const auto in = [&](const char* es, const char* en) { return std::string(core::in(lang, es, en)); };
    document::Table table{{{in("Número", "Number"), Align::left, 44},
                           {in("Valor", "Value"), Align::right, 16},
                           {in("Rango", "Range"), Align::left, 22},
                           {in("Calidad", "Quality"), Align::left, 12},
                           {in("Fuente", "Source"), Align::left, 14},
                           {in("Dónde entra", "Where it enters"), Align::left, 50},
                           {in("Nota", "Note"), Align::left, 60}}};
    for (const auto& n : numbers) {
        table.row({sayable(core::escaped(n.path)), sayable(core::escaped(n.value)),
                   sayable(core::escaped(n.provenance.range_text())),
                   sayable(name_of(quality_of(n.provenance.source), lang)), sayable(core::escaped(n.provenance.source)),
                   sayable(where_it_enters(language, n.path, lang)), sayable(core::escaped(n.provenance.note))});
    }
    print_out("{}", render::text(table, lang));
}

// network.centres.*.weight for network.centres.7.weight, so that numbers stated place by place appear once.
std::string pattern_of(const std::string& path) {
    std::string pattern;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        const std::string piece = path.substr(begin, end - begin);
        const bool is_id = !piece.empty() && piece.find_first_not_of("0123456789") == std::string::npos;
        pattern += (begin == 0 ? "" : ".") + (is_id ? "*" : piece.substr(0, piece.find('[')));
        begin = end + 1;
    }
    return pattern;
}

// Numbers that are not known for certain but have no range.
void print_unranged(const std::vector<Number>& numbers, core::Lang lang) {
    std::map<std::pair<Quality, std::string>, int> found;
    for (const auto& n : numbers) {
        const Quality q = quality_of(n.provenance.source);
        if (n.provenance.range || q == Quality::unsaid || q > Quality::calibrated) continue;
        ++found[{q, pattern_of(n.path)}];
    }
    if (found.empty()) return;
    print_out(
        "\n{}\n",
        core::in(lang, "Supuestos sin rango, que nada mueve:", "Assumptions without a range, that nothing moves:"));
    for (const auto& [what, times] : found) {
        print_out("  {} ({}){}\n", core::escaped(what.second), name_of(what.first, lang),
                  times == 1 ? "" : fmt::format(" × {}", times));
    }
}

void print_without_source(const Scenario& s, core::Lang lang) {
    const auto all = scenario::without_source(s);
    if (all.empty()) return;
    print_out("\n{}\n", core::in(lang, "Sin fuente:", "Without a source:"));
    for (const auto& n : all) print_out("  {}: {}\n", core::escaped(n.path), core::escaped(n.value));
}

void print_all(const Scenario& s, const std::vector<Number>& numbers, core::Lang lang) {
    print_numbers(numbers, lang);
    print_out("\n{}\n", core::in(lang, "Fuentes", "Sources"));
    for (const auto& [key, source] : s.sources) {
        const auto used = std::count_if(numbers.begin(), numbers.end(),
                                        [&, name = key](const Number& n) { return n.provenance.source == name; });
        print_out("  {} ({}): {}{}\n", key, used, core::escaped(source.title),
                  source.url.empty() ? "" : ", " + core::escaped(source.url));
    }
    print_without_source(s, lang);
    const auto without =
        std::count_if(numbers.begin(), numbers.end(), [](const Number& n) { return n.provenance.source.empty(); });
    const auto ranged =
        std::count_if(numbers.begin(), numbers.end(), [](const Number& n) { return n.provenance.range.has_value(); });
    print_out("\n{}\n",
              fmt::format(fmt::runtime(core::in(lang,
                                                "{} números: {} con rango, {} sin fuente (los que nadie dio están en "
                                                "su valor neutro).",
                                                "{} numbers: {} with a range, {} without a source (those that nobody "
                                                "gave are at their neutral value).")),
                          numbers.size(), ranged, without));
}

int facts(const Arguments& arguments, core::Lang lang) {
    const Scenario scenario = read_or_explain(arguments.file, lang);
    const auto all = scenario::numbers(scenario);
    const auto shown = arguments.assumptions ? scenario::assumptions(scenario) : all;
    if (arguments.json) {
        print_json(scenario, shown, lang);
    } else if (arguments.assumptions) {
        print_numbers(shown, lang);
        print_unranged(all, lang);
        print_without_source(scenario, lang);
    } else {
        print_all(scenario, shown, lang);
    }
    return done;
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.file(a->file);
    o.flag("--assumptions", a->assumptions, "Solo los que tienen rango, primero los que peor se conocen",
           "Only those with a range, the least known first");
    o.json(a->json, "En JSON por la salida estándar, y nada más", "As JSON on standard output, and nothing else there");
    return [a, lang = o.lang()] { return facts(*a, lang); };
}

}  // namespace

const Command facts_command{"facts", "Lista cada número de un escenario: valor, rango, fuente, nota y dónde entra",
                            "Lists every number of a scenario: value, range, source, note and where it enters",
                            options};

}  // namespace aforo::cli
