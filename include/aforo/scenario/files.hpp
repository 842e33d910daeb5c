// The files that a scenario is made of.
#pragma once

#include <string>
#include <vector>

namespace aforo::scenario {

// `path` and all files that it extends, each once, in the order in which they are applied. Those that cannot be read
// are left out: read() tells why.
[[nodiscard]] std::vector<std::string> files_of(const std::string& path);

}  // namespace aforo::scenario
