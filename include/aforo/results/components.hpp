// The components of the programme and its administration: what each is called, and what it produces. The one place that
// spells their names; they are those of scenarios too.
#pragma once

#include <array>
#include <string_view>

#include "aforo/results/column.hpp"

namespace aforo::results {

// What a component produces is counted in the unit of that measure.
struct ComponentInfo {
    const char* id;
    const char* older = "";  // what it was called once, still read; "" when it always had its name
    const char *es = "", *en = "";
    const char* production = "";  // the measure; "" when the sheet plans none
    bool is_on_the_way = false;   // of enterprises: who lacks it goes no further
};

// In the order of scenario::Component.
inline constexpr std::array<ComponentInfo, 4> components = {
    {{"attention", "", "Atención", "Attention", "attended_persons", true},
     {"advisory", "", "Asesoría", "Advisory", "advised_persons", true},
     {"alliances", "", "Alianzas", "Alliances", "alliances", false},
     {"administration", "admin", "Administración", "Administration", "", false}}};
inline constexpr const char* administration = components.back().id;

// nullptr for what is no component.
[[nodiscard]] constexpr const ComponentInfo* find_component(std::string_view name) {
    for (const auto& c : components) {
        if (name == c.id || (*c.older != '\0' && name == c.older)) return &c;
    }
    return nullptr;
}
// The name that results have for a component, however old the one that is given is; what is no component stays.
[[nodiscard]] constexpr std::string_view component_id(std::string_view name) {
    const ComponentInfo* found = find_component(name);
    return found == nullptr ? name : std::string_view(found->id);
}

// Of what an id is: "" of the programme, 12 of an office, band=low of a group, advisory of a component, biobio of a
// region.
[[nodiscard]] constexpr Level level_of(std::string_view id) {
    if (id.empty()) return Level::programme;
    if (id.find('=') != std::string_view::npos) return Level::group;
    if (id.find_first_not_of("0123456789") == std::string_view::npos) return Level::office;
    return find_component(id) != nullptr ? Level::component : Level::region;
}

}  // namespace aforo::results
