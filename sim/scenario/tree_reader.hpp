// A scenario from a whole tree, without files. Private to the module.
#pragma once

#include "aforo/scenario/reader.hpp"
#include "tree.hpp"

namespace aforo::scenario {

// As read() does of files; `origin` is where it says that the tree comes from.
[[nodiscard]] ReadResult read_tree(const Node& root, const std::string& origin, core::Lang lang);

}  // namespace aforo::scenario
