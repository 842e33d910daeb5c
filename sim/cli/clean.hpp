// aforo clean: what killed commands left unfinished in a folder of results, listed and taken away.
#pragma once

#include <string>

#include "common.hpp"

namespace aforo::cli {

struct CleanArguments {
    std::string out = "output";
    bool yes = false;  // take it away; else it is listed only
};

[[nodiscard]] int clean(const CleanArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
