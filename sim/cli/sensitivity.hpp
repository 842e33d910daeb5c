// aforo sensitivity: what weighs on a figure, when the plan fails, what to find out first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "effort.hpp"

namespace aforo::cli {

struct SensitivityArguments : SimulationArguments {
    std::vector<std::string> files;  // the base, then alternatives
    std::optional<std::uint64_t> seed;
    int worlds = 128;
    int replications = 10;  // of the base, and of each end of a bar
    Weighing weighing = {};
    std::string design;  // saltelli
};

[[nodiscard]] int sensitivity(const SensitivityArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
