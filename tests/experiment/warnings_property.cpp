// What warnings say: a key that is told to have no effect has none.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "aforo/experiment/experiment.hpp"
#include "aforo/scenario/edit.hpp"
#include "scenario/reading.hpp"
#include "scenario/warnings/cases.hpp"

using namespace aforo;
using testing::alive, testing::warning_cases;

namespace {

std::vector<double> results_of(const scenario::Scenario& s) {
    experiment::Options options;
    options.seed = 3;
    options.replications = 1;
    options.threads = 1;
    const results::Run run = experiment::run(s, options).run;
    std::vector<double> values;
    for (const auto* rows : {&run.rows, &run.series}) {
        for (const auto& row : *rows) {
            // A destination that nobody is sent to is a row of nothing.
            if (!row.id.starts_with("destination=") || row.value.mean != 0) values.push_back(row.value.mean);
        }
    }
    return values;
}

// Some are of a whole, which needs them: a freeze its first day.
std::string whole_of(const std::string& path) {
    for (const std::string group : {"funding.freezes.", "funding.transfers."}) {
        if (path.starts_with(group)) return path.substr(0, path.find('.', group.size()));
    }
    return path;
}

bool same(const std::vector<double>& a, const std::vector<double>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

}  // namespace

TEST_CASE("a key that is told to have no effect has none: without it every result of every month is the same") {
    // Only a part of these values has no effect, or a neutral value in their place would have one.
    const std::set<std::string> of_a_part = {"closed_hours"};
    int tried = 0;
    for (const auto& c : warning_cases) {
        std::string text = alive + c.told + "\n";
        text.erase(text.find('@'), 1);
        const auto s = testing::read_text(text);
        const auto w = std::find_if(s.warnings.begin(), s.warnings.end(),
                                    [&](const auto& one) { return one.kind == c.kind && one.path == c.path; });
        REQUIRE(w != s.warnings.end());
        const bool is_value = w->path.find('[') == std::string::npos;
        if (!w->what.en.starts_with("has no effect") || !is_value || of_a_part.contains(c.kind)) continue;
        CAPTURE(std::string(c.told));
        const auto without = scenario::with(s, {{whole_of(w->path), ""}}, "without", core::Lang::en);
        for (const auto& d : without.diagnostics) FAIL_CHECK(core::to_string(d));
        if (!without.scenario) continue;
        CHECK(same(results_of(s), results_of(*without.scenario)));
        ++tried;
    }
    CHECK(tried > 60);
}

TEST_CASE("the same keys have an effect in the scenarios beside those, nearly all") {
    int tried = 0, changed = 0;
    for (const auto& c : warning_cases) {
        const std::string path = c.path;
        if (path.find('[') != std::string::npos || whole_of(path) != path) continue;
        const auto s = testing::read_text(alive + c.not_told + "\n");
        const auto without = scenario::with(s, {{path, ""}}, "without", core::Lang::en);
        if (!without.scenario || scenario::digest(s) == scenario::digest(*without.scenario)) continue;
        ++tried;
        changed += !same(results_of(s), results_of(*without.scenario));
    }
    CHECK(tried > 40);
    // A cap that is not reached or a release that does not bind is a result.
    CHECK(10 * changed >= 9 * tried);
}
