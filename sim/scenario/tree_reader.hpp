// Makes a scenario from a complete tree, without files. Private to the module.
#pragma once

#include "aforo/scenario/reader.hpp"
#include "tree.hpp"

namespace aforo::scenario {

// Like read() for files; `origin` is the place in diagnostics. Nobody wrote all keys of such a tree, so warnings are
// given only for the keys `written` and what is inside them.
[[nodiscard]] ReadResult read_tree(const Node& root, const std::string& origin, const std::vector<std::string>& written,
                                   core::Lang lang);

}  // namespace aforo::scenario
