// aforo compare: what alternatives change of a base, under common random numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "work.hpp"

namespace aforo::cli {

struct CompareArguments : SimulationArguments {
    std::vector<std::string> files;     // the base first; a folder stands for the scenarios in it
    std::optional<std::uint64_t> seed;  // the base's when not given
    std::optional<int> replications;    // likewise; with a precision, at most this many
    std::optional<double> precision;
    int worlds = 0;
};

// A folder stands for the scenarios in it, by name, but for the base.
[[nodiscard]] std::vector<std::string> files_of(const std::vector<std::string>& arguments);
// A base that a scenario names, from where its file is.
[[nodiscard]] std::string base_of(const std::string& file, const scenario::Base& base);

[[nodiscard]] int compare(const CompareArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
