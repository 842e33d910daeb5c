// Every number of the scenario, with its source, its range and how well it is known: first those that are not data.
#include <algorithm>

#include "aforo/report/table.hpp"
#include "aforo/report/utf8.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

using results::Assumption;

// How well a number is known, by what its source is called; a source of any other name is a document.
struct Quality {
    std::string_view source;
    T name;
    bool is_doubtful = false;
};
constexpr std::array<Quality, 5> qualities = {{{"supuesto", T::quality_assumed, true},
                                               {"calibrado", T::quality_calibrated, true},
                                               {"imputado", T::quality_imputed, true},
                                               {"derivado", T::quality_derived},
                                               {"", T::quality_none}}};
constexpr Quality documented = {"", T::quality_documented};

const Quality& quality_of(const Assumption& a) {
    const auto* const found =
        std::find_if(qualities.begin(), qualities.end(), [&](const Quality& q) { return q.source == a.source; });
    return found == qualities.end() ? documented : *found;
}

// In this order.
enum class Group { rule, doubtful, known };
Group kind_of(const Assumption& a) {
    if (!a.is_number()) {
        return Group::rule;
    }
    return quality_of(a).is_doubtful || !a.range.empty() ? Group::doubtful : Group::known;
}

// Ranges and values are written as in a scenario: in its own words, with a decimal point.
Html table_of(const Subject& s, const std::string& title, Group kind) {
    Table table({{s.say(kind == Group::rule ? T::key : T::number), Align::left},
                 {s.say(T::value), kind == Group::rule ? Align::left : Align::right},
                 {s.say(T::range)},
                 {s.say(T::source), Align::left},
                 {s.say(T::quality), Align::left},
                 {s.say(T::remark), Align::left}});
    for (const auto& a : s.run.assumptions) {
        if (kind_of(a) != kind) {
            continue;
        }
        // What a key means is told in Spanish only.
        const std::string what = s.lang == Lang::es && !a.meaning.empty() ? a.meaning + " · " + a.path : a.path;
        table.row({what, a.value, a.range, a.source, s.say(quality_of(a).name), a.note});
    }
    return table.empty() ? Html() : html_table(table, title);
}

Html sources(const Subject& s) {
    Html items;
    for (const auto& source : s.run.sources) {
        const auto times = std::count_if(s.run.assumptions.begin(), s.run.assumptions.end(),
                                         [&](const Assumption& a) { return a.source == source.id; });
        if (times == 0) {
            continue;
        }
        items += element("dt", {}, {s.say(T::source_count, source.id, times)});
        // An address is shown, not linked: nothing leaves the page.
        items += element("dd", {}, {source.title + (source.url.empty() ? "" : " · " + source.url)});
    }
    return items.empty() ? Html() : element("h3", {}, {s.say(T::sources)}) + element("dl", {}, {items});
}

}  // namespace

Html assumptions(const Subject& s) {
    const auto& all = s.run.assumptions;
    if (all.empty()) {
        return {};
    }
    const auto count = [&](auto condition) { return std::count_if(all.begin(), all.end(), condition); };
    const auto of = [&](Group kind) { return count([=](const Assumption& a) { return kind_of(a) == kind; }); };
    const auto rules = of(Group::rule), doubtful = of(Group::doubtful), known = of(Group::known),
               ranged = count([](const Assumption&a) { return !a.range.empty(); });
    Html made = element("p", {}, {s.say(T::assumptions_lead, doubtful + known, doubtful, ranged)});
    const auto add = [&](const std::string& title, Group kind, bool open) {
        Attributes attributes = {{"class", "more"}};
        if (open) {
            attributes.push_back({"open", ""});
        }
        made += element("details", attributes, {element("summary", {}, {title}), table_of(s, title, kind)});
    };
    add(s.say(T::assumptions_rules, rules), Group::rule, true);
    add(s.say(T::assumptions_first, doubtful), Group::doubtful, true);
    add(s.say(T::assumptions_rest, known), Group::known, false);
    return made + element("p", {{"class", "note"}}, {s.say(T::assumptions_note)}) + sources(s);
}

}  // namespace aforo::report
