// The reader of manifest.json: bytes are a manifest, which written and read again is the same, or what is wrong is
// told.
#include "aforo/render/machine.hpp"
#include "fuzz/fuzz.hpp"

using namespace aforo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = render::read_manifest({reinterpret_cast<const char*>(data), size});
    fuzz::demand(read.manifest.has_value() == read.problem.es.empty(), "a manifest, or what is wrong with it");
    if (!read.manifest) {
        fuzz::demand_printable(read.problem.es);
        fuzz::demand_printable(read.problem.en);
        return 0;
    }
    const std::string text = render::manifest_json(*read.manifest);
    const auto again = render::read_manifest(text);
    fuzz::demand(again.manifest.has_value(), "a manifest that was written can be read");
    fuzz::demand(render::manifest_json(*again.manifest) == text, "and says the same");
    return 0;
}
