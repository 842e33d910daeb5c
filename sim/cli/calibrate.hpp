// aforo calibrate: fits a scenario's free keys to the published figures of its first year.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "work.hpp"

namespace aforo::cli {

struct CalibrateArguments : SimulationArguments {
    std::string file;
    std::optional<std::uint64_t> seed;
    int replications = 400;  // fresh ones, on which the fit is evaluated
    bool held_out = false;
};

[[nodiscard]] int calibrate(const CalibrateArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
