// The offices of a run from north to south, under names that tell them apart.
#pragma once

#include <string>
#include <vector>

#include "page/subject.hpp"

namespace aforo::report {

struct Place {
    const results::OfficeInfo* office = nullptr;
    std::string name;    // its own, with its id where another office has the same
    std::string region;  // the name
};

// By region, from north to south, and within one in the order of the scenario: centres, then satellites.
[[nodiscard]] std::vector<Place> north_to_south(const Subject& s);

}  // namespace aforo::report
