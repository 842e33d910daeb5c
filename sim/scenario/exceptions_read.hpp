// Puts the value of an exception into a scenario. Private to the module.
#pragma once

#include "aforo/core/diagnostics.hpp"
#include "aforo/scenario/scenario.hpp"
#include "report.hpp"

namespace aforo::scenario {

// Reads the value as its key does; what is wrong is reported at `place`.
void apply(const Exception& exception, const core::Place& place, Scenario& scenario, Report& report);

}  // namespace aforo::scenario
