// aforo page: the simulator in one HTML file, with the scenarios that it can start from.
#pragma once

#include <string>
#include <vector>

#include "common.hpp"

namespace aforo::cli {

struct PageArguments {
    std::vector<std::string> files;
    std::string output = "simulador.html";
};

[[nodiscard]] int page(const PageArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
