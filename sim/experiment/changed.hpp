// The keys in which two scenarios differ, with their names for people, as results. Private to the module.
#pragma once

#include <vector>

#include "aforo/results/results.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"

namespace aforo::experiment {

// An element that only one scenario has (a centre that closes) takes its name from that scenario.
[[nodiscard]] inline results::ParameterChange named(const scenario::Change& c, const scenario::Scenario& base,
                                                    const scenario::Scenario& other) {
    const scenario::Scenario& s = c.to.empty() ? base : other;
    return {c.path,
            c.from,
            c.to,
            {scenario::name_of(c.path, s, core::Lang::es), scenario::name_of(c.path, s, core::Lang::en)}};
}

[[nodiscard]] inline std::vector<results::ParameterChange> named_changes(const scenario::Scenario& base,
                                                                         const scenario::Scenario& other) {
    std::vector<results::ParameterChange> all;
    for (const auto& c : scenario::changes(base, other)) all.push_back(named(c, base, other));
    return all;
}

}  // namespace aforo::experiment
