// Upper bounds on what a scenario can ask for, whatever happens in a replication: money is counted in 64 bits, persons
// and places in fewer. Numbers that are each in their domain can have products that are too large.
#pragma once

#include <string>
#include <vector>

#include "aforo/scenario/scenario.hpp"
#include "report.hpp"

namespace aforo::scenario {

// A key whose value leads to more than can be counted.
struct Excess {
    std::string path;
    Message what, hint;
};

// Needs a scenario with valid growths and a consistent network. Without excesses, no sum, product or scaling of money
// overflows 64 bits, neither in later checks nor in a run.
[[nodiscard]] std::vector<Excess> excesses(const Scenario& s);

}  // namespace aforo::scenario
