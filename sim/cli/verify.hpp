// aforo verify: compares the model with queueing theory on the user's machine.
#pragma once

#include <cstdint>
#include <string>

#include "common.hpp"

namespace aforo::cli {

struct VerifyArguments {
    std::string folder = "scenarios/verificacion";
    std::uint64_t seed = 1;
    int replications = 60;
    int threads = 0;
    double memory = 1;  // GB that it may take
    bool quiet = false;
};

// Returns 1 if some case exceeds its bound.
[[nodiscard]] int verify(const VerifyArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
