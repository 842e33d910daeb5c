// What planners may write: rules, criteria and distributions, each with its meaning in both languages, its parameters
// and an example. Names are those of the scenario language; a test keeps both lists the same and reads each example.
#pragma once

#include <span>

namespace aforo::policy {

struct CatalogueParameter {
    const char* key;
    const char* es;
    const char* en;
};

struct CatalogueEntry {
    const char* name;
    const char* es;  // what it does, one sentence
    const char* en;
    std::span<const CatalogueParameter> parameters;
    const char* example;  // YAML of a whole scenario's keys: a delta that reads
};

struct Catalogue {
    const char* name;  // of the list: criteria
    const char* es;    // its heading
    const char* en;
    std::span<const CatalogueEntry> entries;
};

// Every list, in the order in which they print.
[[nodiscard]] std::span<const Catalogue> catalogues();

}  // namespace aforo::policy
