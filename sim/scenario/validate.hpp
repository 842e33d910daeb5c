// The checks across keys: those that make sense beside other mistakes, then, when there are none, the others.
#pragma once

#include "visitor_reader.hpp"

namespace aforo::scenario {

void validate(const Scenario& scenario, const Places& places, Report& report);

}  // namespace aforo::scenario
