// aforo facts: every number of a scenario, with its range, its source and where it enters.
#pragma once

#include <string>

#include "common.hpp"

namespace aforo::cli {

struct FactsArguments {
    std::string file;
    bool json = false;
    bool assumptions = false;  // only numbers with a range, the least known first
};

[[nodiscard]] int facts(const FactsArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
