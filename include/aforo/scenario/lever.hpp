// The keys that a lever of a scenario sets, and their values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

// Evaluates each ${formula} of KEY=VALUE at x: numbers, x, + - * / and parentheses. Nothing when a formula is not valid
// or its value is not finite.
[[nodiscard]] std::optional<Setting> setting_of(const std::string& text, double x);
[[nodiscard]] std::vector<Setting> settings_of(const Lever& lever, double x);

}  // namespace aforo::scenario
