// Goals and levers as options write them. Errors are told on stderr and throw WrongInput.
#pragma once

#include <string>

#include "aforo/core/language.hpp"
#include "aforo/experiment/goal.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::cli {

// coverage_target >= 10% in 2027
[[nodiscard]] experiment::Condition goal_of(const std::string& text, const scenario::Scenario& base, core::Lang lang);
// KEY=FROM:TO[:STEP], a key of the scenario or one of its levers
[[nodiscard]] experiment::LeverGrid lever_of(const std::string& text, const scenario::Scenario& base, core::Lang lang);

}  // namespace aforo::cli
