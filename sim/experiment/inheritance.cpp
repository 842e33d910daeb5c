#include "inheritance.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace aforo::experiment {

namespace {

// The values of all assumed numbers in a world, by path.
std::map<std::string, double> numbers_of(const Candidate& c, const CalibrationProblem* problem) {
    std::map<std::string, double> all;
    const auto put = [&](const std::string& path, const std::string& text) {
        if (const auto q = scenario::Quantity::of(text)) all[path] = q->amount;
    };
    for (const auto& s : c.settings) put(s.path, s.value);
    for (std::size_t i = 0; problem && i < c.at.size(); ++i)
        put(problem->keys[i].path, scenario::Quantity{problem->keys[i].now.kind, c.at[i]}.text());
    return all;
}

}  // namespace

Inheritance::Inheritance(const scenario::Scenario& base, const scenario::Scenario& alternative)
    : alternative_(&alternative),
      assumed_(scenario::assumed(base)),
      carried_(scenario::carried(base, assumed_, alternative)) {}

std::optional<scenario::Scenario> Inheritance::in(const Candidate& world, const CalibrationProblem* problem) const {
    const auto numbers = numbers_of(world, problem);
    std::vector<scenario::Setting> settings;
    for (const auto& a : assumed_) {
        for (const auto& [part, amount] : a.parts) {
            const auto here = numbers.find(part);
            if (here == numbers.end()) continue;
            double x = here->second;
            const auto found = std::find_if(carried_.begin(), carried_.end(),
                                            [&, &path = part](const auto& n) { return n.path == path; });
            if (found != carried_.end()) {
                if (found->how == scenario::Carried::stands) continue;
                x = scenario::value_of(*found, x);
            }
            if (a.is_whole) x = std::round(x);
            settings.push_back({part, scenario::Quantity{a.unit, x}.text()});
        }
    }
    auto made = scenario::with(*alternative_, settings, "world", core::Lang::en);
    if (made.scenario) made.scenario->provenance = alternative_->provenance;
    return std::move(made.scenario);
}

}  // namespace aforo::experiment
