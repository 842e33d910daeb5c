// aforo compare: what alternatives change relative to a base, under common random numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "work.hpp"

namespace aforo::cli {

struct CompareArguments : SimulationArguments {
    std::vector<std::string> files;     // the base first; a folder stands for the scenarios in it
    std::optional<std::uint64_t> seed;  // the base's if not given
    std::optional<int> replications;    // likewise; with a precision, the most
    std::optional<double> precision;
    int worlds = 0;
};

// Replaces a folder by the scenarios in it, ordered by name, without the base.
[[nodiscard]] std::vector<std::string> files_of(const std::vector<std::string>& arguments);
// The path of a base that a scenario names, relative to the scenario's file.
[[nodiscard]] std::string base_of(const std::string& file, const scenario::Base& base);

[[nodiscard]] int compare(const CompareArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
