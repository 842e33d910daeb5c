// aforo explain: why two scenarios differ, or what one more of each thing would bring to one scenario.
#pragma once

#include <string>
#include <vector>

#include "effort.hpp"

namespace aforo::cli {

struct ExplainArguments : ExperimentArguments {
    std::vector<std::string> files;  // one or two
};

[[nodiscard]] int explain(const ExplainArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
