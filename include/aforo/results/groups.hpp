// The groups of the measures by group: their names, and the phrase for them within a sentence. No other place spells
// these names.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "aforo/core/language.hpp"

namespace aforo::results {

struct GroupInfo {
    std::string_view id;
    core::Text name;    // Mujeres
    core::Text phrase;  // within a sentence, for those to whom something happens: las mujeres
};
inline constexpr auto groups = std::to_array<GroupInfo>({
    {"sex=female", {"Mujeres", "Women"}, {"las mujeres", "women"}},
    {"sex=male", {"Hombres", "Men"}, {"los hombres", "men"}},
    {"territory=urban", {"Territorio urbano", "Urban territory"}, {"las empresas urbanas", "urban enterprises"}},
    {"territory=mixed",
     {"Territorio mixto", "Mixed territory"},
     {"las empresas de territorio mixto", "enterprises of mixed territory"}},
    {"territory=rural", {"Territorio rural", "Rural territory"}, {"las empresas rurales", "rural enterprises"}},
    {"kind=informal", {"Informales", "Informal"}, {"las informales", "informal enterprises"}},
    {"kind=natural_person", {"Personas naturales", "Natural persons"}, {"las personas naturales", "natural persons"}},
    {"kind=legal_entity", {"Personas jurídicas", "Legal entities"}, {"las personas jurídicas", "legal entities"}},
    {"kind=cooperative", {"Cooperativas", "Cooperatives"}, {"las cooperativas", "cooperatives"}},
    {"band=low",
     {"Potencial bajo", "Low potential"},
     {"las empresas de potencial bajo", "enterprises of low potential"}},
    {"band=medium",
     {"Potencial medio", "Medium potential"},
     {"las empresas de potencial medio", "enterprises of medium potential"}},
    {"band=high",
     {"Potencial alto", "High potential"},
     {"las empresas de potencial alto", "enterprises of high potential"}},
});

// The group of this id; nullptr for what is no group.
[[nodiscard]] constexpr const GroupInfo* find_group(std::string_view id) {
    for (const auto& g : groups) {
        if (g.id == id) return &g;
    }
    return nullptr;
}

// The name of a group, or of those in several groups at once: sex=female&territory=rural, «Mujeres, territorio rural».
// Empty for what is no group.
[[nodiscard]] inline std::string group_name(std::string_view id, core::Lang lang) {
    std::string all;
    while (!id.empty()) {
        const std::string_view one = id.substr(0, id.find('&'));
        id.remove_prefix(std::min(id.size(), one.size() + 1));
        const GroupInfo* group = find_group(one);
        if (group == nullptr) return "";
        std::string name(group->name.in(lang));
        if (!all.empty() && name.front() >= 'A' && name.front() <= 'Z')
            name.front() = static_cast<char>(name.front() - 'A' + 'a');
        if (!all.empty()) all += ", ";
        all += name;
    }
    return all;
}

}  // namespace aforo::results
