// Data files: the first byte says which kind the others are; they make a scenario, or not, told with a place, and what
// is read resolves to a text that reads back to the same without the file.
#include "aforo/scenario/data.hpp"

#include <array>

#include "aforo/scenario/reader.hpp"
#include "fuzz/fuzz.hpp"

using namespace aforo;

namespace {

constexpr std::string_view base = R"(aforo: 1
name: smallest
horizon: {first_year: 2024, last_year: 2025}
demand: {arrivals: 3000}
network:
  rural_share: 0.2
  regions: {sur: {name: Sur}}
  centres: {1: {name: Uno, region: sur, weight: 1}}
  satellites: {101: {name: Lejos, parent: 1, visiting_days: 2}}
attention: {annual_cost: 0 M$, duration: {gamma: {mean: 1 h, cv: 0.5}}}
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    static const auto written = folder.write("base.yaml", base);
    if (size == 0) return -1;
    const auto& kinds = scenario::data_schemas();
    const std::string kind = kinds[data[0] % kinds.size()].key;
    const auto path = folder.write("it.yaml", "aforo: 1\nname: it\nextends: base.yaml\ndata: {" + kind + ": it.csv}\n");
    (void)folder.write("it.csv", {reinterpret_cast<const char*>(data) + 1, size - 1});
    const auto lang = size % 2 == 0 ? core::Lang::es : core::Lang::en;
    const auto result = scenario::read(path.string(), lang);
    fuzz::demand(result.scenario.has_value() == result.diagnostics.empty(), "a scenario, or what is wrong with it");
    for (const auto& d : result.diagnostics) {
        fuzz::demand_printable(core::to_string(d));
        fuzz::demand(!d.what.empty(), "a mistake says what it is");
        fuzz::demand(d.place.file.starts_with(path.parent_path().string()), "a mistake is of a file");
    }
    if (!result.scenario) return 0;
    const std::string resolved = scenario::resolved(*result.scenario);
    const auto again = scenario::read(folder.write("again.yaml", resolved).string(), lang);
    fuzz::demand(again.scenario.has_value(), "a resolved scenario is one");
    fuzz::demand(scenario::digest(*again.scenario) == scenario::digest(*result.scenario), "and has the same digest");
    return 0;
}
