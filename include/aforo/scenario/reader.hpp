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

// Reads `path` and the files that it extends. Errors are diagnostics in `lang`, also when a file cannot be opened.
[[nodiscard]] ReadResult read(const std::string& path, core::Lang lang);

// The same without the checks for required keys and across keys, for a file that is still to be completed.
[[nodiscard]] ReadResult read_draft(const std::string& path, core::Lang lang);

// Where `path`, or a file that it extends, writes the key, or else the nearest group above the key.
[[nodiscard]] core::Place place_of(const std::string& path, const std::string& key);
[[nodiscard]] std::vector<core::Place> places_of(const std::string& path, const std::vector<std::string>& keys);

// The whole scenario, defaults included, as YAML that reads back to the same scenario and the same text. Only `about`,
// `compare_with`, `calibration` and `levers` are left out when the scenario does not state them.
[[nodiscard]] std::string resolved(const Scenario& scenario);

// SHA-256, in hexadecimal, of resolved(scenario) without the sections that change no result (`about`, `compare_with`,
// `calibration`, `levers`): editing them must not turn results into those of another scenario.
[[nodiscard]] std::string digest(const Scenario& scenario);

// Both together, for hardly more than the cost of one.
struct Written {
    std::string text, digest;
};
[[nodiscard]] Written written(const Scenario& scenario);

// A number of the scenario as it stands, with its provenance.
struct Number {
    std::string path, value;
    Provenance provenance;
};
[[nodiscard]] std::vector<Number> numbers(const Scenario& scenario);

// How well a number is known, the least known first, by the name of its source; other sources are documents.
enum class Quality : std::uint8_t { unsaid, assumed, imputed, calibrated, derived, documented };
[[nodiscard]] Quality quality_of(const std::string& source);

// The uncertain numbers, which are those with a range: the least known first, then in the order of the language.
[[nodiscard]] std::vector<Number> assumptions(const Scenario& scenario);
// The numbers that files state without a source.
[[nodiscard]] std::vector<Number> without_source(const Scenario& scenario);

}  // namespace aforo::scenario
