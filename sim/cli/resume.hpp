// aforo resume: continues an experiment that was stopped.
#pragma once

#include <string>

#include "work.hpp"

namespace aforo::cli {

struct ResumeArguments {
    std::string folder;  // an unfinished folder, or a folder of results that contains one
    int threads = 0;
    double memory = usual_memory;  // GB
    bool as_begun = false, json = false, quiet = false, open = false;
};

[[nodiscard]] int resume(const ResumeArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
