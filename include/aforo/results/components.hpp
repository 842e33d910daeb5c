// The components of the programme and its administration: their names, labels and what they produce. No other place
// spells these names; scenarios use the same ones.
#pragma once

#include <array>
#include <string_view>

#include "aforo/results/column.hpp"

namespace aforo::results {

// A component and the measure that counts its production.
struct ComponentInfo {
    const char* id;
    const char* older = "";  // its former name, still read; "" when it always had this one
    const char *es = "", *en = "";
    const char* production = "";  // the measure of its production; "" when the sheet plans none
    bool is_on_the_way = false;   // enterprises pass through it: who is refused there goes no further
};

// In the order of scenario::Component.
inline constexpr std::array<ComponentInfo, 4> components = {
    {{"attention", "", "Atención", "Attention", "attended_persons", true},
     {"advisory", "", "Asesoría", "Advisory", "advised_persons", true},
     {"alliances", "", "Alianzas", "Alliances", "alliances", false},
     {"administration", "admin", "Administración", "Administration", "", false}}};
inline constexpr const char* administration = components.back().id;

// The component of this name, former names included; nullptr for what is no component.
[[nodiscard]] constexpr const ComponentInfo* find_component(std::string_view name) {
    for (const auto& c : components) {
        if (name == c.id || (*c.older != '\0' && name == c.older)) return &c;
    }
    return nullptr;
}
// The present name of a component, given its present or former name; any other text comes back unchanged.
[[nodiscard]] constexpr std::string_view component_id(std::string_view name) {
    const ComponentInfo* found = find_component(name);
    return found == nullptr ? name : std::string_view(found->id);
}

// The level that an id belongs to: "" is the programme, 12 an office, band=low a group, advisory a component, biobio a
// region.
[[nodiscard]] constexpr Level level_of(std::string_view id) {
    if (id.empty()) return Level::programme;
    if (id.find('=') != std::string_view::npos) return Level::group;
    if (id.find_first_not_of("0123456789") == std::string_view::npos) return Level::office;
    return find_component(id) != nullptr ? Level::component : Level::region;
}

}  // namespace aforo::results
