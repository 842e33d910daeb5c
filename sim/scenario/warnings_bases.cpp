// Scenarios named in compare_with that do not exist.
#include <filesystem>

#include "aforo/scenario/library.hpp"
#include "warning_kinds.hpp"

namespace aforo::scenario {

void base_missing(WarningSearch& w) {
    for (std::size_t i = 0; i < w.s.compare_with.size(); ++i) {
        const std::string path = w.part("compare_with", i) + ".base", &base = w.s.compare_with[i].base;
        std::error_code ignored;
        const auto beside = std::filesystem::path(w.written_in(path)).parent_path();
        if (std::filesystem::exists(found(base, beside), ignored)) continue;
        w.tell(path, {fmt::format("no existe {}", base), fmt::format("there is no {}", base)},
               {"el archivo se busca desde la carpeta de este y en la biblioteca",
                "the file is looked for from the folder of this one, and in the library"});
    }
}

}  // namespace aforo::scenario
