// `aforo diff`: why the figures of one run are not those of another, from their folders.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/language.hpp"

namespace aforo::cli {

struct DiffArguments {
    std::vector<std::string> runs;  // two folders
    bool json = false;
};

// Ends with 0 whether something differs or not: a difference is an answer, not a failure.
int diff(const DiffArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
