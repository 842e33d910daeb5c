// The demand under which given numbers of arrivals are what is expected. Pure; private to the module.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/time.hpp"
#include "aforo/scenario/scenario.hpp"
#include "aforo/scenario/warnings.hpp"

namespace aforo::scenario {

struct Observed {
    core::Date on;   // the day, or the first of the month
    int office = 0;  // 0: all of them
    double count = 0;
    core::Place place;
};
struct ObservedDemand {
    double arrivals = 0;
    std::array<double, 12> month_factors{};
    std::optional<std::array<double, 7>> weekday_factors;  // where days were observed
    std::map<int, double> weights;                         // of centres, where offices were observed
    std::map<int, std::array<double, 12>> offices;
};
struct HowObserved {
    bool by_day = false, by_office = false;
    bool gives_weights = false;  // of centres; else those of the scenario hold
};
struct Objection {
    core::Place place;
    Message what, hint;
};

// `observed` has each of the twelve months of the calendar once, in one year or another. With its offices, every
// office of the network is observed. Objections are what cannot be: arrivals on days or at offices that are closed.
[[nodiscard]] ObservedDemand demand_of(const Scenario& scenario, const std::vector<Observed>& observed, HowObserved how,
                                       std::vector<Objection>& objections);

// Share of the national demand of each office when all work, by permanent id.
[[nodiscard]] std::map<int, double> demand_shares(const Network& network, const std::map<int, double>& weights);

}  // namespace aforo::scenario
