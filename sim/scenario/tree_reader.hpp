// A scenario from a whole tree, without files. Private to the module.
#pragma once

#include "aforo/scenario/reader.hpp"
#include "tree.hpp"

namespace aforo::scenario {

// As read() does of files; `origin` is where it says that the tree comes from. Of a whole tree nobody wrote all:
// warnings are of the keys `written` and what is inside them.
[[nodiscard]] ReadResult read_tree(const Node& root, const std::string& origin, const std::vector<std::string>& written,
                                   core::Lang lang);

}  // namespace aforo::scenario
