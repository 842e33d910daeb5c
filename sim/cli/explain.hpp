// aforo explain: why two scenarios differ, or what one more of each thing would bring to one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common.hpp"
#include "effort.hpp"

namespace aforo::cli {

struct ExplainArguments {
    std::vector<std::string> files;  // one or two
    std::optional<std::uint64_t> seed;
    std::optional<int> replications;  // those of the effort when not given
    Effort effort = Effort::normal;
    int threads = 0;
    std::string out = "output";
    bool json = false, quiet = false;
};

[[nodiscard]] int explain(const ExplainArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
