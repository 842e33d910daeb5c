// The differences between two runs, in their inputs and in their results, as plain numbers and texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::results {

// A key on which the two scenarios differ; a text is "" where a side says nothing.
struct InputChange {
    std::string path;
    struct Side {
        std::string value, range, source;
        std::string file;  // where it is written, if that file still exists unchanged
        int line = 0;
    };
    Side from, to;
    Text name = {};  // the key for people; empty where none is known

    // False when only the source or the range of the value differs.
    [[nodiscard]] bool is_of_value() const { return from.value != to.value; }
};

struct RunDifference {
    struct Side {
        std::string folder;
        Manifest manifest;
    };
    Side from, to;

    std::vector<InputChange> inputs;  // by path
    // Whether the inputs were read from the scenarios' own files. Otherwise they are what the runs store: numbers and
    // rules, without the network's names and the kinds of distributions.
    bool inputs_are_whole = false;

    // How the results were compared: not at all, if they are the same bits; replication by replication, if both runs
    // have the same random numbers; otherwise as two independent samples (Welch).
    enum class How : std::uint8_t { same_bits, paired, welch };
    How how = How::welch;
    // Differences that exceed their error, of yearly measures of the programme and its components that both runs have,
    // the farthest first. Their intervals hold simultaneously for all that were compared (Bonferroni).
    std::vector<Difference> told;
    std::vector<Column> columns;  // of the second run
    std::size_t equal = 0;        // measures that are exactly equal
    std::size_t within = 0;       // measures whose difference is within its error
    // Unequal measures without a known error: fewer than two replications define them in one of the runs.
    std::size_t unknown = 0;
    std::size_t only_from = 0, only_to = 0;  // measures that only one run has
};

}  // namespace aforo::results
