// What measures, units, components, groups and places are called.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace aforo::told {

// beneficiaries → Población beneficiaria; its own name when it has no label, or the run does not know it.
[[nodiscard]] std::string label_of(const results::Column& column, Lang lang);
[[nodiscard]] std::string label_of(const results::Run& run, std::string_view measure, Lang lang);

// How a measure of the run prints; as a count when the run does not know it.
[[nodiscard]] results::Shape shape_of(const results::Run& run, std::string_view measure);
// The same with its places fixed, where figures stand side by side on a chart.
[[nodiscard]] constexpr results::Shape fixed(results::Shape shape) { return {shape.kind, shape.decimals, true}; }

// persons → personas; the unit itself when it has no translation.
[[nodiscard]] std::string unit_label(std::string_view unit, Lang lang);
// The same of a measure; % for shares.
[[nodiscard]] std::string unit_of(const results::Run& run, std::string_view measure, Lang lang);

[[nodiscard]] std::string level_label(results::Level level, Lang lang);

// A group of the measures by group: sex=female → Mujeres; the id itself when nobody knows it.
[[nodiscard]] std::string group_label(std::string_view id, Lang lang);

// The same within a sentence, as those that something happens to: las mujeres, las empresas rurales.
[[nodiscard]] std::string group_phrase(std::string_view id, Lang lang);

// advisory → Asesoría, "" → Total; the id itself for any other.
[[nodiscard]] std::string component_name(std::string_view id, Lang lang);

// Names of regions and offices, of others; the id itself when the run does not know it.
[[nodiscard]] std::string region_name(const results::Run& run, std::string_view id);
[[nodiscard]] std::string office_name(const results::Run& run, std::string_view id);

struct Place {
    const results::OfficeInfo* office = nullptr;
    std::string name;    // its own, with its id where another office has the same
    std::string region;  // the name

    [[nodiscard]] std::string kind(Lang lang) const {
        return in(office->kind == "satellite" ? words::satellite : words::centre, lang);
    }
};

// By region, from north to south, and within one in the order of the scenario: centres, then satellites.
[[nodiscard]] std::vector<Place> north_to_south(const results::Run& run);

}  // namespace aforo::told
