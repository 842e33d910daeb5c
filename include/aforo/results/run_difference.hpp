// What two runs differ by: what went in, and what came out. Plain numbers and texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::results {

// A key of which the two scenarios say different things; a text is "" where there is none.
struct InputChange {
    std::string path;
    struct Side {
        std::string value, range, source;
        std::string file;  // where it is written, if that file is still there as it was
        int line = 0;
    };
    Side from, to;
    Text name = {};  // of the key, for people; empty where nobody says

    // Otherwise only where the value comes from, or between which it could be.
    [[nodiscard]] bool is_of_value() const { return from.value != to.value; }
};

struct RunDifference {
    struct Side {
        std::string folder;
        Manifest manifest;
    };
    Side from, to;

    std::vector<InputChange> inputs;  // by path
    // The inputs are those of the scenarios' own files. Otherwise those that the runs store: numbers and rules, not the
    // network's words nor the kinds of distributions.
    bool inputs_are_whole = false;

    // How the results were compared: not at all, where they are the same bits; replication by replication, where both
    // runs have the same numbers; or as two samples (Welch).
    enum class How : std::uint8_t { same_bits, paired, welch };
    How how = How::welch;
    // Of the yearly measures of the programme and its components that both have: differences that stand out of their
    // error, the farthest first, their intervals holding for all that were compared together (Bonferroni).
    std::vector<Difference> told;
    std::vector<Column> columns;  // of the second run
    std::size_t equal = 0;        // exactly
    std::size_t within = 0;       // their error
    // Not equal, and no error is known: fewer than two replications define them in one of the runs.
    std::size_t unknown = 0;
    std::size_t only_from = 0, only_to = 0;  // which the other has not
};

}  // namespace aforo::results
