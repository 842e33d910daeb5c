#include <fmt/format.h>

#include <array>

#include "aforo/render/machine.hpp"
#include "json.hpp"

namespace aforo::render {

namespace {

using results::InputChange;
using results::Manifest;
using results::RunDifference;

std::string side_json(const RunDifference::Side& side) {
    const Manifest& m = side.manifest;
    return fmt::format(R"({{"folder": {}, "aforo": {}, "scenario": {}, "scenario_file": {}, "scenario_digest": {}, )"
                       R"("results_digest": {}, "seed": {}, "replications": {}, "precision": {}}})",
                       quoted(side.folder), quoted(m.version), quoted(m.scenario), quoted(m.scenario_file),
                       quoted(m.scenario_digest), quoted(m.results_digest), m.seed, m.replications,
                       m.precision ? number(*m.precision) : "null");
}

std::string input_json(const InputChange::Side& side) {
    return fmt::format(R"({{"value": {}, "range": {}, "source": {}, "file": {}, "line": {}}})", quoted(side.value),
                       quoted(side.range), quoted(side.source), side.file.empty() ? "null" : quoted(side.file),
                       side.line);
}

}  // namespace

std::string run_difference_json(const RunDifference& d) {
    std::string json = fmt::format("{{\n\"from\": {},\n\"to\": {},\n\"inputs_from\": \"{}\",\n\"inputs\": [",
                                   side_json(d.from), side_json(d.to), d.inputs_are_whole ? "files" : "stored");
    const char* separator = "\n";
    for (const auto& change : d.inputs) {
        json += fmt::format("{}{{\"path\": {}, \"from\": {}, \"to\": {}}}", separator, quoted(change.path),
                            input_json(change.from), input_json(change.to));
        separator = ",\n";
    }
    constexpr std::array how = {"same_bits", "paired", "welch"};
    json += fmt::format(
        "\n],\n\"compared_as\": \"{}\",\n\"equal\": {},\n\"within_error\": {},\n\"unknown_error\": {},\n\"only_from\": "
        "{},\n\"only_to\": {},\n\"differences\": [",
        how.at(static_cast<std::size_t>(d.how)), d.equal, d.within, d.unknown, d.only_from, d.only_to);
    separator = "\n";
    for (const auto& t : d.told) {
        json += fmt::format(
            R"({}{{"metric": {}, "unit": {}, "year": {}, "level": {}, "id": {}, "n": {}, "from_mean": {}, )"
            R"("to_mean": {}, "mean": {}, "half_width": {}}})",
            separator, quoted(t.measure), quoted(t.unit), t.year,
            quoted(results::level_names.at(static_cast<std::size_t>(t.level))), quoted(t.id), t.value.n,
            number(t.base.mean), number(t.alternative.mean), number(t.value.mean), number(t.value.half_width));
        separator = ",\n";
    }
    return json + "\n]\n}\n";
}

}  // namespace aforo::render
