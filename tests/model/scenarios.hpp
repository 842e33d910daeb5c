// Scenarios that tests of the model and of what stands on it start from.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "aforo/scenario/reader.hpp"

namespace aforo::testing {

inline scenario::Scenario read_scenario(const std::string& path) {
    const auto result = scenario::read(std::string(AFORO_SOURCE_DIR) + "/" + path, core::Lang::en);
    for (const auto& d : result.diagnostics) MESSAGE(core::to_string(d));
    REQUIRE(result.scenario.has_value());
    return *result.scenario;
}

inline scenario::Scenario small() { return read_scenario("tests/model/small.yaml"); }

}  // namespace aforo::testing
