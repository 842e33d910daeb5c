#include "facts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "aforo/report/json.hpp"
#include "aforo/report/table.hpp"
#include "aforo/scenario/language.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

using scenario::Number;
using scenario::Scenario;

// "Diagnóstico: Parte de las atendidas que realiza diagnóstico", of the section and the key.
std::string where_it_enters(const scenario::Key& language, const std::string& path) {
    const auto* section = scenario::find(language, path.substr(0, path.find('.')));
    const auto* key = scenario::find(language, path);
    if (!section || !key) return "";
    return section == key ? key->meaning : section->meaning + ": " + key->meaning;
}

std::string quoted(const std::string& text) { return report::json_text(text); }

void print_json(const Scenario& s, const std::vector<Number>& numbers, core::Lang lang) {
    const scenario::Key language = scenario::language(lang);
    print_out("{{\n\"scenario\": {},\n\"digest\": {},\n\"numbers\": [", quoted(s.name), quoted(scenario::digest(s)));
    const char* separator = "\n";
    for (const auto& n : numbers) {
        const auto source = s.sources.find(n.provenance.source);
        const bool known = source != s.sources.end();
        print_out(
            R"({}{{"path": {}, "value": {}, "range": {}, "source": {}, "title": {}, "url": {}, "note": {}, )"
            R"("enters": {}}})",
            separator, quoted(n.path), quoted(n.value), n.provenance.has_range ? quoted(n.provenance.range) : "null",
            known ? quoted(source->first) : "null", known ? quoted(source->second.title) : "null",
            known && !source->second.url.empty() ? quoted(source->second.url) : "null",
            n.provenance.note.empty() ? "null" : quoted(n.provenance.note), quoted(where_it_enters(language, n.path)));
        separator = ",\n";
    }
    print_out("\n]\n}}\n");
}

void print_table(const Scenario& s, const std::vector<Number>& numbers, core::Lang lang) {
    using report::Align;
    const scenario::Key language = scenario::language(lang);
    const auto in = [&](const char* es, const char* en) { return std::string(core::in(lang, es, en)); };
    const std::string none = in("sin fuente", "no source");
    report::Table table({{in("Número", "Number"), Align::left, 44},
                         {in("Valor", "Value"), Align::right, 16},
                         {in("Rango", "Range"), Align::left, 22},
                         {in("Fuente", "Source"), Align::left, 14},
                         {in("Dónde entra", "Where it enters"), Align::left, 50},
                         {in("Nota", "Note"), Align::left, 60}});
    for (const auto& n : numbers) {
        table.row({core::escaped(n.path), core::escaped(n.value), core::escaped(n.provenance.range),
                   n.provenance.source.empty() ? none : core::escaped(n.provenance.source),
                   where_it_enters(language, n.path), core::escaped(n.provenance.note)});
    }
    print_out("{}", table.str());
    print_out("\n{}\n", in("Fuentes", "Sources"));
    for (const auto& [key, source] : s.sources) {
        const auto used = std::count_if(numbers.begin(), numbers.end(),
                                        [&, name = key](const Number& n) { return n.provenance.source == name; });
        print_out("  {} ({}): {}{}\n", key, used, core::escaped(source.title),
                  source.url.empty() ? "" : ", " + core::escaped(source.url));
    }
    const auto without =
        std::count_if(numbers.begin(), numbers.end(), [](const Number& n) { return n.provenance.source.empty(); });
    const auto ranged =
        std::count_if(numbers.begin(), numbers.end(), [](const Number& n) { return n.provenance.has_range; });
    print_out("\n{}\n", fmt::format(fmt::runtime(in("{} números: {} con rango, {} sin fuente (los que nadie dio están "
                                                    "en su valor neutro).",
                                                    "{} numbers: {} with a range, {} without a source (those that "
                                                    "nobody gave are at their neutral value).")),
                                    numbers.size(), ranged, without));
}

}  // namespace

int facts(const FactsArguments& arguments, core::Lang lang) {
    const Scenario scenario = read_or_explain(arguments.file, lang);
    const auto numbers = scenario::numbers(scenario);
    if (arguments.json) {
        print_json(scenario, numbers, lang);
    } else {
        print_table(scenario, numbers, lang);
    }
    return done;
}

}  // namespace aforo::cli
