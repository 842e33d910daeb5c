// aforo init: a small commented scenario that runs, to start from. Never overwrites.
#pragma once

#include <string>

#include "common.hpp"

namespace aforo::cli {

// `where`: a file to write, or a folder that exists, in which escenario.yaml is written.
[[nodiscard]] int init(const std::string& where, core::Lang lang);

}  // namespace aforo::cli
