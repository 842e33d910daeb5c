// aforo sensitivity: what weighs on a figure, when the plan fails, and what to find out first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "effort.hpp"

namespace aforo::cli {

constexpr int most_trajectories = 1000, most_rows = 1 << 16;  // of the designs

// The figure to analyse, and what else to compute for it.
struct Weighing {
    std::string of = "beneficiaries";  // MEASURE or MEASURE@ID
    int year = 0;                      // 0: the last year
    bool is_difference = false;
    std::string fails;  // beneficiaries < 30000 in 2027
    int trajectories = 20, rows = 0;
};

struct SensitivityArguments : SimulationArguments {
    std::vector<std::string> files;  // the base, then the alternatives
    std::optional<std::uint64_t> seed;
    int worlds = 128;
    int replications = 10;  // of the base, and of each end of a bar
    Weighing weighing = {};
    std::string design;  // saltelli
};

[[nodiscard]] int sensitivity(const SensitivityArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
