// aforo diff: how the figures of two runs differ and why, from their folders.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/language.hpp"

namespace aforo::cli {

struct DiffArguments {
    std::vector<std::string> runs;  // two folders
    bool json = false;
};

// Returns 0 whether or not there are differences, because a difference is an answer and not a failure.
int diff(const DiffArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
