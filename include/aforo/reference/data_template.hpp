// Data files to be filled in: a header that reads back, with what each column holds in comments.
#pragma once

#include <string>

#include "aforo/core/language.hpp"
#include "aforo/scenario/data.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::reference {

// With a scenario, a row for each of its offices, months or years, with what it says now; else rows of an example to
// write over. As Excel in that language writes CSV: a byte-order mark, `;` in Spanish, CR LF.
[[nodiscard]] std::string data_template(scenario::DataKind kind, const scenario::Scenario* scenario, core::Lang lang);

}  // namespace aforo::reference
