// aforo sweep: a scenario over a grid of values of some keys.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common.hpp"
#include "effort.hpp"

namespace aforo::cli {

struct SweepArguments {
    std::string file;
    std::vector<std::string> vary;  // KEY=…
    std::optional<std::uint64_t> seed;
    std::optional<int> replications;  // those of the effort when not given
    Effort effort = Effort::normal;
    int threads = 0;
    std::string out = "output";
    bool json = false, quiet = false;
};

[[nodiscard]] int sweep(const SweepArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
