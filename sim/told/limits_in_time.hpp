// When and where the limits of one or two runs bind. Private to the module.
#pragma once

#include <vector>

#include "words.hpp"

namespace aforo::told {

// The number of centres at which each limit binds on more than half of a quarter's days; for two runs, base →
// alternative.
[[nodiscard]] document::Section limits_by_quarter(const std::vector<const results::Run*>& runs, Lang lang);

// The days of each month on which each limit binds at each centre, as a sheet; rows with none are left out.
[[nodiscard]] document::Section limits_by_month(const std::vector<const results::Run*>& runs, Lang lang);

}  // namespace aforo::told
