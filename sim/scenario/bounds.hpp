// What a scenario can ask for at most, by bounds that hold whatever happens in a replication: money that is counted in
// 64 bits, persons and places that are counted in fewer. Every number may be in its domain and their product not be.
#pragma once

#include <string>
#include <vector>

#include "aforo/scenario/scenario.hpp"
#include "report.hpp"

namespace aforo::scenario {

// A key that brings more than can be counted.
struct Excess {
    std::string path;
    Message what, hint;
};

// Needs a scenario whose growths are in range and whose network holds together. With none, no sum, product or scaling
// of money leaves 64 bits, in the checks that follow or in a run.
[[nodiscard]] std::vector<Excess> excesses(const Scenario& s);

}  // namespace aforo::scenario
