// Any results read from their folder, ready to be told again without simulating.
#pragma once

#include <filesystem>
#include <optional>

#include "asked.hpp"

namespace aforo::cli {

struct StoredResults {
    Made made;
    results::Manifest manifest;
};

// Throws WrongFile if the folder is not what its manifest says.
[[nodiscard]] StoredResults read_results(const std::filesystem::path& folder, const std::optional<core::Pesos>& prices,
                                         core::Lang lang);

}  // namespace aforo::cli
