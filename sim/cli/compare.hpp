// aforo compare: what alternatives change relative to a base, under common random numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "work.hpp"

namespace aforo::cli {

// Replaces a folder by the scenarios in it, ordered by name, without the base.
[[nodiscard]] std::vector<std::string> files_of(const std::vector<std::string>& arguments);
// The path of a base that a scenario names, relative to the scenario's file.
[[nodiscard]] std::string base_of(const std::string& file, const scenario::Base& base);

}  // namespace aforo::cli
