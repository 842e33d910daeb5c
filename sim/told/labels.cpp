#include "labels.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <span>

#include "aforo/results/components.hpp"
#include "aforo/results/groups.hpp"

namespace aforo::told {

namespace {

// A word of the results and its text in reports.
struct Word {
    std::string_view name;
    Text text;
};

constexpr auto units = std::to_array<Word>({
    {"persons", {"personas", "persons"}},
    {"enterprises", {"empresas", "enterprises"}},
    {"ratio", {"proporción", "ratio"}},
    {"days", {"días", "days"}},
    {"day of year", {"día del año", "day of year"}},
    {"months", {"meses", "months"}},
    {"sessions", {"sesiones", "sessions"}},
    {"linkages", {"vinculaciones", "linkages"}},
    {"alliances", {"alianzas", "alliances"}},
    {"hours", {"horas", "hours"}},
    {"plans", {"planes", "plans"}},
});

constexpr auto levels = std::to_array<Text>({
    {"programa", "programme"},
    {"región", "region"},
    {"centro", "office"},
    {"grupo", "group"},
    {"componente", "component"},
});
static_assert(levels.size() == results::level_names.size());

std::string found(std::span<const Word> table, std::string_view name, Lang lang) {
    const auto word = std::find_if(table.begin(), table.end(), [&](const Word& w) { return w.name == name; });
    return word == table.end() ? std::string(name) : in(word->text, lang);
}

template <class Info>
std::string name_of(const std::vector<Info>& all, std::string_view id) {
    const auto known = std::find_if(all.begin(), all.end(), [&](const Info& i) { return i.id == id; });
    return known == all.end() ? std::string(id) : known->name;
}

}  // namespace

std::string label_of(const results::Column& column, Lang lang) {
    const std::string& label = lang == Lang::es ? column.label.es : column.label.en;
    return label.empty() ? column.name : label;
}

std::string label_of(const results::Run& run, std::string_view measure, Lang lang) {
    const results::Column* column = run.column(measure);
    return column == nullptr ? std::string(measure) : label_of(*column, lang);
}

results::Shape shape_of(const results::Run& run, std::string_view measure) {
    const results::Column* column = run.column(measure);
    return column == nullptr ? results::shapes::count : column->shape;
}

std::string unit_label(std::string_view unit, Lang lang) { return found(units, unit, lang); }

std::string unit_of(const results::Run& run, std::string_view measure, Lang lang) {
    const results::Column* column = run.column(measure);
    if (column == nullptr) return "";
    return column->shape.is_percent() ? "%" : unit_label(column->unit, lang);
}

std::string level_label(results::Level level, Lang lang) {
    return in(levels.at(static_cast<std::size_t>(level)), lang);
}

std::string group_label(std::string_view id, Lang lang) {
    std::string name = results::group_name(id, lang);
    return name.empty() ? std::string(id) : name;
}
std::string group_phrase(std::string_view id, Lang lang) {
    const auto* group = results::find_group(id);
    if (group != nullptr) return std::string(group->phrase.in(lang));
    std::string label = group_label(id, lang);  // of several groups: Mujeres, territorio rural
    for (char& c : label) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return label;
}

std::string component_name(std::string_view id, Lang lang) {
    constexpr Text plans{"Asesoría: solo el dinero de los planes de un asesor",
                         "Advisory: only the money for an advisor's plans"};
    if (id.empty()) return in(words::total, lang);
    if (id == results::money_for_plans) return in(plans, lang);
    const auto* component = results::find_component(id);
    return std::string(component == nullptr ? id : core::in(lang, component->es, component->en));
}

std::string line_name(const results::ComponentLine& line, Lang lang) {
    return line.name.empty() ? component_name(line.id, lang) : line.name;
}

std::string line_unit(const results::Run& run, const results::ComponentLine& line, Lang lang) {
    const auto* component = results::find_component(line.id);
    return !line.production_unit.empty() || component == nullptr ? line.production_unit
                                                                 : label_of(run, component->production, lang);
}

std::string region_name(const results::Run& run, std::string_view id) { return name_of(run.regions, id); }

std::string office_name(const results::Run& run, std::string_view id) { return name_of(run.offices, id); }

std::vector<Place> north_to_south(const results::Run& run) {
    std::map<std::string, int> times;
    std::map<std::string, std::vector<const results::OfficeInfo*>> by_region;
    for (const auto& office : run.offices) {
        ++times[office.name];
        by_region[office.region].push_back(&office);
    }
    std::vector<Place> places;
    for (const auto& region : run.regions) {
        for (const auto* office : by_region[region.id]) {
            const std::string id = times[office->name] > 1 ? " (" + office->id + ")" : "";
            places.push_back({office, office->name + id, region.name});
        }
    }
    return places;
}

}  // namespace aforo::told
