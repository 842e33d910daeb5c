// The names of measures, units, components, groups and places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace aforo::told {

// beneficiaries → Población beneficiaria; the measure's own name if it has no label or the run does not know it.
[[nodiscard]] std::string label_of(const results::Column& column, Lang lang);
[[nodiscard]] std::string label_of(const results::Run& run, std::string_view measure, Lang lang);

// How a measure of the run is printed; as a count if the run does not know it.
[[nodiscard]] results::Shape shape_of(const results::Run& run, std::string_view measure);
// The same with fixed decimal places, for figures side by side on a chart.
[[nodiscard]] constexpr results::Shape fixed(results::Shape shape) { return {shape.kind, shape.decimals, true}; }

// persons → personas; the unit itself if it has no translation.
[[nodiscard]] std::string unit_label(std::string_view unit, Lang lang);
// The unit of a measure; % for shares.
[[nodiscard]] std::string unit_of(const results::Run& run, std::string_view measure, Lang lang);

[[nodiscard]] std::string level_label(results::Level level, Lang lang);

// A group of the measures by group: sex=female → Mujeres; the id itself if it is unknown.
[[nodiscard]] std::string group_label(std::string_view id, Lang lang);

// The same within a sentence, for those to whom something happens: las mujeres, las empresas rurales.
[[nodiscard]] std::string group_phrase(std::string_view id, Lang lang);

// advisory → Asesoría, "" → Total; any other id is returned unchanged.
[[nodiscard]] std::string component_name(std::string_view id, Lang lang);

// A component as the sheet calls it and its unit, or as it is called here where the sheet does not say.
[[nodiscard]] std::string line_name(const results::ComponentLine& line, Lang lang);
[[nodiscard]] std::string line_unit(const results::Run& run, const results::ComponentLine& line, Lang lang);

// Names of regions and offices, which are texts from others; the id itself if the run does not know it.
[[nodiscard]] std::string region_name(const results::Run& run, std::string_view id);
[[nodiscard]] std::string office_name(const results::Run& run, std::string_view id);

struct Place {
    const results::OfficeInfo* office = nullptr;
    std::string name;    // its name, with its id if another office has the same name
    std::string region;  // name of the region

    [[nodiscard]] std::string kind(Lang lang) const {
        return in(office->kind == "satellite" ? words::satellite : words::centre, lang);
    }
};

// Regions from north to south, and within each in the scenario's order: centres, then satellites.
[[nodiscard]] std::vector<Place> north_to_south(const results::Run& run);

}  // namespace aforo::told
