// What a scenario says of each month, without simulating.
#pragma once

#include "aforo/results/calendar.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::experiment {

[[nodiscard]] results::YearsOfMonths calendar(const scenario::Scenario& scenario);

}  // namespace aforo::experiment
