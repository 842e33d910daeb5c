// Which measures comparisons and sweeps show in their tables. How a measure is called and printed, it knows itself.
// Private to the module.
#pragma once

#include <array>

#include "aforo/report/texts.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report::views {

// A row of the table of differences, for each year and, of what adds up, for all years.
struct Compared {
    const char* measure;
    const char* group = "";
    T band = T::count_;
};
inline constexpr auto compared = std::to_array<Compared>({{"beneficiaries"},
                                                          {"attended_persons"},
                                                          {"left_attention"},
                                                          {"attention_wait_days_mean"},
                                                          {"admissions"},
                                                          {"graduates"},
                                                          {"withdrawn"},
                                                          {"waiting_year_end"},
                                                          {"wait_days_mean"},
                                                          {"wait_days_mean", "band=low", T::band_low},
                                                          {"wait_days_mean", "band=medium", T::band_medium},
                                                          {"wait_days_mean", "band=high", T::band_high},
                                                          {"alliances"},
                                                          {"spending"},
                                                          {"unit_cost"},
                                                          {results::marginal_cost}});

// Of each point of a sweep, in its last year.
inline constexpr auto swept = std::to_array<const char*>(
    {"beneficiaries", "coverage_target", "wait_days_mean", "waiting_year_end", "spending", "unit_cost"});
// Of each point and year, in the workbook's long table.
inline constexpr auto swept_long =
    std::to_array<const char*>({"beneficiaries", "coverage_target", "attended_persons", "admissions", "graduates",
                                "withdrawn", "waiting_year_end", "wait_days_mean", "spending", "unit_cost"});

}  // namespace aforo::report::views
