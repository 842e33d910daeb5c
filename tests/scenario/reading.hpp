// Scenarios of a few lines, for tests of how they are read.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "aforo/scenario/reader.hpp"
#include "support/folders.hpp"

namespace aforo::testing {

// Everything that a scenario must say, and a little more.
inline const std::string smallest = R"(aforo: 1
name: smallest
description: the least that can be said
sources:
  ficha: {title: The sheet}
  supuesto: {title: An assumption}
horizon: {first_year: 2024, last_year: 2025}
demand: {arrivals: {value: 3000, range: [2000, 4000], source: supuesto, note: rounded}}
network:
  regions: {sur: {name: Sur}}
  centres: {1: {name: Uno, region: sur, weight: 1}}
attention:
  source: ficha
  annual_cost: 0 M$
  duration: {gamma: {mean: 1 h, cv: 0.5}}
)";

inline scenario::Scenario read_good(const std::string& path) {
    const auto result = scenario::read(path, core::Lang::en);
    for (const auto& d : result.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(result.scenario.has_value());
    return *result.scenario;
}

// The messages of a text in a file of its own, without the file's name.
inline std::string mistakes_of(const std::string& text) {
    const TemporaryFolder folder;
    const std::string path = folder.write("it.yaml", text);
    std::string all;
    for (auto d : scenario::read(path, core::Lang::en).diagnostics) {
        d.place.file = "it";
        all += core::to_string(d) + "\n";
    }
    return all;
}

inline scenario::Scenario read_text(const std::string& text) {
    const TemporaryFolder folder;
    return read_good(folder.write("it.yaml", text));
}

}  // namespace aforo::testing
