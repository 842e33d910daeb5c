// aforo check: all errors and warnings of the scenarios at once; with --resolved, the whole scenario.
#pragma once

#include <string>
#include <vector>

#include "common.hpp"

namespace aforo::cli {

struct CheckArguments {
    std::vector<std::string> files;
    bool resolved = false, strict = false;
    double memory = 1;  // GB that it may take
};

[[nodiscard]] int check(const CheckArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
