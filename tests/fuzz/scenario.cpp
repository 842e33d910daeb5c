// The reader of scenarios: bytes are a scenario, or not, told with a place; what is read resolves to a text that reads
// back to the same. An input that says `extends: base.yaml` is laid over a scenario that is there, so few bytes go far.
#include <algorithm>

#include "aforo/scenario/reader.hpp"
#include "fuzz/fuzz.hpp"

using namespace aforo;

namespace {

constexpr std::string_view base = R"(aforo: 1
name: smallest
horizon: {first_year: 2024, last_year: 2025}
demand: {arrivals: 3000}
network:
  regions: {sur: {name: Sur}}
  centres: {1: {name: Uno, region: sur, weight: 1}}
attention: {annual_cost: 0 M$, duration: {gamma: {mean: 1 h, cv: 0.5}}}
)";

// No other file of the machine is read: a name in the folder has no / and needs no \.
bool stays_inside(std::string_view text) {
    return text.find("extends") == std::string_view::npos || text.find_first_of("/\\") == std::string_view::npos;
}

void demand_told(const scenario::ReadResult& result, const std::filesystem::path& file) {
    fuzz::demand(result.scenario.has_value() == result.diagnostics.empty(), "a scenario, or what is wrong with it");
    for (const auto& d : result.diagnostics) {
        fuzz::demand_printable(core::to_string(d));
        fuzz::demand(!d.what.empty(), "a mistake says what it is");
        fuzz::demand(d.place.line >= 0 && d.place.column >= 0, "a place is one");
        fuzz::demand(d.place.file.starts_with(file.parent_path().string()), "a mistake is of a file");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    static const auto written = folder.write("base.yaml", base);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (!stays_inside(text)) return -1;
    const auto path = folder.write("it.yaml", text);
    const auto lang = size % 2 == 0 ? core::Lang::es : core::Lang::en;
    const auto result = scenario::read(path.string(), lang);
    demand_told(result, path);
    if (!result.scenario) return 0;
    for (const auto& w : result.scenario->warnings) fuzz::demand_printable(core::to_string(scenario::told(w, lang)));
    const std::string resolved = scenario::resolved(*result.scenario);
    const auto again = scenario::read(folder.write("again.yaml", resolved).string(), lang);
    demand_told(again, path);
    fuzz::demand(again.scenario.has_value(), "a resolved scenario is one");
    fuzz::demand(scenario::resolved(*again.scenario) == resolved, "a resolved scenario resolves to itself");
    fuzz::demand(scenario::digest(*again.scenario) == scenario::digest(*result.scenario), "and has the same digest");
    return 0;
}
