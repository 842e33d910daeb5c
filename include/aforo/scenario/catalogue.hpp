// What planners may choose from: rules, criteria and distributions, each with its meaning, parameters and an example.
// The entries stand beside the words of the language (sim/scenario/names.hpp); a test reads each example.
#pragma once

#include <span>
#include <vector>

#include "aforo/core/language.hpp"

namespace aforo::scenario {

struct CatalogueParameter {
    const char* key;
    core::Text meaning;
};

struct CatalogueEntry {
    const char* word;
    core::Text meaning;  // what it does, in one sentence
    std::span<const CatalogueParameter> parameters;
    const char* example;  // YAML with all keys that it needs: a delta that can be read
};

struct Catalogue {
    const char* name;  // name of the list: criteria
    core::Text heading;
    std::vector<CatalogueEntry> entries;
};

// All lists, in the order in which they are printed.
[[nodiscard]] std::vector<Catalogue> catalogues();

}  // namespace aforo::scenario
