// The pesos of a scenario, and whether its index leads to those that are asked for.
#pragma once

#include <optional>
#include <string>

#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

// From the pesos that the scenario is written in, those of plan.price_year.
[[nodiscard]] core::PriceIndex price_index(const Scenario& scenario);

// Those that its money is told in where nobody asks for others: what `prices` says, or those it is written in.
[[nodiscard]] core::Pesos own_pesos(const Scenario& scenario);

struct PricesTrouble {
    std::string es, en, hint_es, hint_en;
};
// Why its money cannot be told in those pesos; nothing where it can.
[[nodiscard]] std::optional<PricesTrouble> trouble_with(const core::Pesos& pesos, const Scenario& scenario);

}  // namespace aforo::scenario
