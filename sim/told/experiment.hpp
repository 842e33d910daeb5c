// What the reports of experiments share: how they begin, the sheets that explain and reproduce them, and marks of
// estimates. Private to the module.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "paired.hpp"

namespace aforo::told {

// How every document begins; `run` gives version, seed and replications.
[[nodiscard]] document::Document titled(const results::Run& run, const std::vector<const results::Run*>& scenarios,
                                        document::Sentence title, Lang lang);
// The same for an experiment, with how to read its figures.
[[nodiscard]] document::Document begun(const results::Run& run, const std::vector<const results::Run*>& scenarios,
                                       document::Sentence title, Lang lang);

[[nodiscard]] document::Paragraph note(document::Sentence text);
[[nodiscard]] document::Details open_part(document::Sentence title);

// The name of a group for a row or mark; «todas» or the like for "".
[[nodiscard]] document::Sentence group_or_all(const std::string& group, Lang lang);
// Uno (63); only the id when the run does not know it.
[[nodiscard]] document::Sentence office_with_id(const results::Run& run, const std::string& id);

// The full definition of what a measure counts.
[[nodiscard]] document::Sentence definition_of(const results::Column& column, Lang lang);

// An estimate with its error and range of futures, scaled by `drawn`.
template <class Drawn>
[[nodiscard]] document::Mark estimate_mark(std::string label, const results::Estimate& e, Drawn drawn) {
    return {.label = std::move(label),
            .value = drawn(e.mean),
            .low = drawn(e.mean - e.half_width),
            .high = drawn(e.mean + e.half_width),
            .p10 = drawn(e.p10),
            .p90 = drawn(e.p90)};
}
[[nodiscard]] document::Mark estimate_mark(std::string label, const results::Estimate& e);
// Bars from 0 by name, each with its error.
[[nodiscard]] document::Chart bars_of(std::string axis, Lang lang);

// The warnings of each scenario that has any, under its name if there are several.
[[nodiscard]] document::Section warning_section(const std::vector<const results::Run*>& scenarios, Lang lang);

// A sheet of the workbook: its title, the text above its table, and the table.
[[nodiscard]] document::Section sheet_of(std::string name, document::Sentence title, document::Sentence about,
                                         document::Table table);
// The sheet that explains the workbook: the given sentences, then those common to all experiments.
// The same with all of a verdict.
[[nodiscard]] document::Section readme_sheet(const results::Run& run, document::Sentence title,
                                             const document::Verdict& verdict, Lang lang);
[[nodiscard]] document::Section readme_sheet(const results::Run& run, document::Sentence title,
                                             const std::vector<document::Sentence>& sentences, Lang lang);

// Labels and values that reproduce a run, as on the manifest's sheet.
using Items = std::vector<document::Definitions::Item>;
void add_item(Items& items, const Text& label, document::Sentence value, Lang lang);
void add_scenario(Items& items, const Text& label, const results::Run& run, Lang lang);

// What is needed to reproduce the same bits: the command, if there is one, and what identifies them.
[[nodiscard]] document::Section to_repeat(const results::Manifest& manifest, Items items, Lang lang);
// The same for experiments on one scenario.
[[nodiscard]] document::Section to_repeat(const results::Manifest& manifest, const results::Run& run, Lang lang);
// Reduces paths in a command to file names, because a report that is passed on must not reveal folders.
[[nodiscard]] std::string without_folders(const std::string& command);
namespace words {
inline constexpr Text scenario{"Escenario", "Scenario"};
inline constexpr Text version{"Versión de aforo", "Version of aforo"};
inline constexpr Text seed{"Semilla", "Seed"};
inline constexpr Text scenario_digest{"Huella del escenario (SHA-256)", "Digest of the scenario (SHA-256)"};
inline constexpr Text ranges_of_one_scenario{
    "Los rangos son de un escenario: no contienen el error de sus supuestos. Sirve para comparar políticas y hallar "
    "qué "
    "limita al programa, no para predecir una empresa ni un día.",
    "Ranges are of one scenario: they do not hold the error of its assumptions. It serves to compare policies and to "
    "find what limits the programme, not to predict an enterprise or a day."};
}  // namespace words

}  // namespace aforo::told
