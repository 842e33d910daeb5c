// The scenario as a tree. Private to the module.
#pragma once

#include <set>
#include <string>

#include "aforo/scenario/scenario.hpp"
#include "tree.hpp"

namespace aforo::scenario {

struct Tree {
    Node root;
    std::set<std::string> values;  // paths of values; all others are groups of keys
};

enum class Provenances { written, left_out };
[[nodiscard]] Tree tree_of(const Scenario& scenario, Provenances provenances);

}  // namespace aforo::scenario
