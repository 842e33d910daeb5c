// A small scenario with assumptions and a published figure to fit, and an alternative to it.
#pragma once

#include <fstream>
#include <string>

#include "cli/asking.hpp"

namespace testing {

// base.yaml, which says `more` too, and more.yaml, with more advisors and money.
inline void write_fitted_scenarios(const Folder& folder, const std::string& more = "") {
    std::ofstream(folder.path / "base.yaml")
        << "aforo: 1\nname: base\nextends: '" AFORO_SOURCE_DIR
           "/tests/model/small.yaml'\n"
           "demand:\n"
           "  growth: {value: 1.1, range: {low: 1, high: 1.2, shape: uniform}, source: supuesto}\n"
           "  arrivals: {value: 3000, range: [1500, 6000], source: supuesto}\n"
           "sources: {supuesto: {title: x}}\n"
           "diagnosis: {share: {value: 0.8, range: [0.6, 1], source: supuesto}}\n"
           "plan: {attention: {production: 2900}, beneficiaries: {2024: 480, 2025: 530}}\n"
           "calibration:\n"
           "  free: [demand.arrivals]\n"
           "  targets: {attended: {measure: attended_persons, figure: plan.attention.production, tolerance: 40}}\n"
        << more;
    std::ofstream(folder.path / "more.yaml")
        << "aforo: 1\nname: more\nextends: base.yaml\nadvisory: {advisors: 15, budget: 560000 M$}\n";
}

}  // namespace testing
