// Figures and conditions as options name them: beneficiaries, spending@advisory, admitted@women; beneficiaries < 30000
// in 2027. What is none is told on stderr, and WrongInput.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/language.hpp"
#include "aforo/experiment/condition.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::cli {

[[noreturn]] void refuse(const char* option, const std::string& es, const std::string& en, core::Lang lang);

// MEASURE of the programme, or MEASURE@ID of a component, a region or a group, in a year.
[[nodiscard]] results::FigureKey figure_of(const std::string& text, int year, const scenario::Scenario& base,
                                           const char* option, core::Lang lang);

// MEASURE[@ID] SIGN NUMBER[%] [in YEAR], of the signs that are allowed; without a year, of the last.
[[nodiscard]] experiment::Condition condition_of(const std::string& text, const std::vector<std::string>& signs,
                                                 const std::string& example, const scenario::Scenario& base,
                                                 const char* option, core::Lang lang);

}  // namespace aforo::cli
