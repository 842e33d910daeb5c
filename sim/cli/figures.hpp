// Figures and conditions as options write them: beneficiaries, spending@advisory, admitted@women; beneficiaries < 30000
// in 2027. Errors are told on stderr and throw WrongInput.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/language.hpp"
#include "aforo/experiment/condition.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::cli {

[[noreturn]] void refuse(const char* option, const std::string& es, const std::string& en, core::Lang lang);

// Reads MEASURE for the programme, or MEASURE@ID for a component, region or group, in a year.
[[nodiscard]] results::FigureKey figure_of(const std::string& text, int year, const scenario::Scenario& base,
                                           const char* option, core::Lang lang);

// Reads MEASURE[@ID] SIGN NUMBER[%] [in YEAR] with one of the allowed signs; the last year by default.
[[nodiscard]] experiment::Condition condition_of(const std::string& text, const std::vector<std::string>& signs,
                                                 const std::string& example, const scenario::Scenario& base,
                                                 const char* option, core::Lang lang);

}  // namespace aforo::cli
