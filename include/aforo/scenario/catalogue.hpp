// What planners may choose among: rules, criteria and distributions, each with its meaning, its parameters and an
// example. They stand beside the words of the language (sim/scenario/names.hpp); a test reads each example.
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
    core::Text meaning;  // what it does, one sentence
    std::span<const CatalogueParameter> parameters;
    const char* example;  // YAML of a whole scenario's keys: a delta that reads
};

struct Catalogue {
    const char* name;  // of the list: criteria
    core::Text heading;
    std::vector<CatalogueEntry> entries;
};

// Every list, in the order in which they print.
[[nodiscard]] std::vector<Catalogue> catalogues();

}  // namespace aforo::scenario
