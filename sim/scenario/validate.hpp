// The checks across keys, once each key by itself is right.
#pragma once

#include "visitor_reader.hpp"

namespace aforo::scenario {

void validate(const Scenario& scenario, const Places& places, Report& report);

}  // namespace aforo::scenario
