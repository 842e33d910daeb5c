// The sheet of two runs in one: what changes, cell by cell. Private to the module.
#pragma once

#include <string>

#include "aforo/report/comparison.hpp"

namespace aforo::report {

// The sheet's form filled with what a run simulates: means, for the year of its plan and for all that are measured.
[[nodiscard]] results::Sheet simulated_sheet(const results::Run& run);

[[nodiscard]] Part side_by_side_part(const results::Comparison& c, const results::Alternative& a,
                                     const results::Index& index, Lang lang);

}  // namespace aforo::report
