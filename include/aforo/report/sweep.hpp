// What `aforo sweep` prints and leaves: how results respond to the values of keys, and what each step is worth.
#pragma once

#include <string>
#include <vector>

#include "aforo/report/format.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

// The points, and the steps with where the programme saturates.
[[nodiscard]] std::vector<Part> sweep_parts(const results::Sweep& sweep, Lang lang);
[[nodiscard]] std::string sweep_text(const results::Sweep& sweep, Lang lang);

// Of an axis, along the line that starts at point `start`: the place of the value from which on no step brings more
// beneficiaries than its error; the number of values when every step up to the last does.
[[nodiscard]] std::size_t saturation(const results::Sweep& sweep, std::size_t axis, std::size_t start);

// {"aforo", "scenario", "seed", "replications", "axes": [{"key", "values"}…], "metrics": [{"point": […], "metric", …as
// results.json}…], "steps": [{"key", "from": […], "to": […], "metric", …, "mean", "half_width"}…]}, one a line.
[[nodiscard]] std::string sweep_json(const results::Sweep& sweep);

// A column for each axis, then metric,unit,year,level,id,n,mean,sd,half_width,p10,p50,p90.
[[nodiscard]] std::string sweep_csv(const results::Sweep& sweep);

}  // namespace aforo::report
