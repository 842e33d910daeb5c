// The checks across keys: first those that make sense despite other mistakes; if there are none, the others.
#pragma once

#include "visitor_reader.hpp"

namespace aforo::scenario {

void validate(const Scenario& scenario, const Places& places, Report& report);

}  // namespace aforo::scenario
