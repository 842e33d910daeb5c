// Reads scenarios from YAML files. Every mistake of every file is found in one go; nothing is thrown for wrong input.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

// The same without what must be there and what must go together: of a file that is to be completed.
[[nodiscard]] ReadResult read_draft(const std::string& path, core::Lang lang);

// Where `path` reads the key, or the nearest group above it that it or what it extends writes.
[[nodiscard]] core::Place place_of(const std::string& path, const std::string& key);
[[nodiscard]] std::vector<core::Place> places_of(const std::string& path, const std::vector<std::string>& keys);

// The whole scenario, defaults included, as YAML that reads back to the same scenario and the same text. Only what is
// not said about it (About) is left out.
[[nodiscard]] std::string resolved(const Scenario& scenario);

// SHA-256, in hexadecimal, of resolved(scenario) without its sections `about` and `calibration`: who wrote a scenario,
// and what it may be fitted to, changes no result, so that it must not make results those of another scenario.
[[nodiscard]] std::string digest(const Scenario& scenario);

// Both, for hardly more than one of them costs.
struct Written {
    std::string text, digest;
};
[[nodiscard]] Written written(const Scenario& scenario);

// A number of the scenario as it stands, with where it comes from.
struct Number {
    std::string path, value;
    Provenance provenance;
};
[[nodiscard]] std::vector<Number> numbers(const Scenario& scenario);

// How well a number is known, the least known first: by what its source is called; any other source is a document.
enum class Quality : std::uint8_t { unsaid, assumed, imputed, calibrated, derived, documented };
[[nodiscard]] Quality quality_of(const std::string& source);

// The numbers that may be otherwise than they stand: those with a range, the least known first, else in the order of
// the language.
[[nodiscard]] std::vector<Number> assumptions(const Scenario& scenario);
// Those that files state without saying where they come from.
[[nodiscard]] std::vector<Number> without_source(const Scenario& scenario);

}  // namespace aforo::scenario
