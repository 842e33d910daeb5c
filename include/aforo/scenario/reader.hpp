// Reads scenarios from YAML files. Every mistake of every file is found in one go; nothing is thrown for wrong input.
#pragma once

#include <optional>
#include <string>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/language.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

struct ReadResult {
    std::optional<Scenario> scenario;  // present when there are no diagnostics
    core::Diagnostics diagnostics;     // in order of file, line, column
};

// Reads `path` and the files that it extends. Errors are diagnostics, in `lang`; a file that cannot be opened is one.
[[nodiscard]] ReadResult read(const std::string& path, core::Lang lang);

// Where `path` reads the key, or the nearest group above it that it or what it extends writes.
[[nodiscard]] core::Place place_of(const std::string& path, const std::string& key);

// The whole scenario, defaults included, as YAML that reads back to the same scenario and the same text.
[[nodiscard]] std::string resolved(const Scenario& scenario);

// SHA-256 of resolved(scenario), in hexadecimal.
[[nodiscard]] std::string digest(const Scenario& scenario);

// A number of the scenario as it stands, with where it comes from.
struct Number {
    std::string path, value;
    Provenance provenance;
};
[[nodiscard]] std::vector<Number> numbers(const Scenario& scenario);

}  // namespace aforo::scenario
