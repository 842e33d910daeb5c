// Fills in what a run's results say about their scenario: names, the planned sheet, assumptions.
#pragma once

#include <string>

#include "aforo/results/results.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::experiment {

void describe_scenario(const scenario::Scenario& scenario, const std::string& digest, const results::Prices& prices,
                       results::Run& run);

}  // namespace aforo::experiment
