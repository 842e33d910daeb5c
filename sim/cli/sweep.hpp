// aforo sweep: a scenario over a grid of values of some keys.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "aforo/experiment/sweep.hpp"
#include "asked.hpp"
#include "effort.hpp"

namespace aforo::cli {

// The scenarios of the requested points; throws WrongInput if one is not valid.
[[nodiscard]] std::shared_ptr<experiment::Grid> grid_of(const Asked& asked, core::Lang lang);

}  // namespace aforo::cli
