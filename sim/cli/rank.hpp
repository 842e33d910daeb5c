// aforo rank: the best of several scenarios by a figure, and those that cannot be told from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "effort.hpp"

namespace aforo::cli {

struct RankArguments : ExperimentArguments {
    std::vector<std::string> files;
    std::vector<std::string> by;  // MEASURE[@ID]; the first one ranks
    int year = 0;                 // 0: the last year
    bool is_least = false, any_base = false;
    std::optional<double> delta;
    double probability = 0.95;
    int worlds = 0;
};

[[nodiscard]] int rank(const RankArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
