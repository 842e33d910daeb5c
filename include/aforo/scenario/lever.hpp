// What a lever of a scenario sets its keys to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

// KEY=VALUE with each ${formula} worked out at x: numbers, x, + - * / and parentheses. Nothing where it is none, or no
// finite number comes out.
[[nodiscard]] std::optional<Setting> setting_of(const std::string& text, double x);
[[nodiscard]] std::vector<Setting> settings_of(const Lever& lever, double x);

}  // namespace aforo::scenario
