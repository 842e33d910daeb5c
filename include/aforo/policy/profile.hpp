// What rules may know of an enterprise, as plain data.
#pragma once

#include <cstdint>

#include "aforo/scenario/scenario.hpp"

namespace aforo::policy {

using scenario::Band;

enum class Territory : std::uint8_t { urban, mixed, rural };
enum class Kind : std::uint8_t { informal, natural_person, legal_entity, cooperative };
enum class Sex : std::uint8_t { female, male };

struct Profile {
    Territory territory = Territory::urban;
    Kind kind = Kind::natural_person;
    Sex sex = Sex::female;
    Band band = Band::low;            // of the composite
    bool attended_sector : 1 = true;  // the programme attends its line of business
    bool agri_forestry : 1 = false;
    bool committed : 1 = true;  // formal, or informal and committed to formalise
    std::uint8_t persons = 1;   // who come on its behalf
    float sales = 0;            // UF a year
    float composite = 0;        // measured potential of sustainability, 0–100
};

}  // namespace aforo::policy
