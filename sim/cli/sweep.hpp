// aforo sweep: a scenario over a grid of values of some keys.
#pragma once

#include <string>
#include <vector>

#include "effort.hpp"

namespace aforo::cli {

struct SweepArguments : ExperimentArguments {
    std::string file;
    std::vector<std::string> vary;  // KEY=…
};

[[nodiscard]] int sweep(const SweepArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
