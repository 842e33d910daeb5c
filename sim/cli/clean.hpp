// aforo clean: lists, and removes if asked, what killed commands left unfinished in a folder of results.
#pragma once

#include <string>

#include "common.hpp"

namespace aforo::cli {

struct CleanArguments {
    std::string out = "output";
    bool yes = false;  // remove them; otherwise they are only listed
};

[[nodiscard]] int clean(const CleanArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
