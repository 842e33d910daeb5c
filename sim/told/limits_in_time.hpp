// When and where the limits of one or two runs bind. Private to the module.
#pragma once

#include <vector>

#include "words.hpp"

namespace aforo::told {

// At how many centres each limit binds on more than half of the days of each quarter; of two runs, base → alternative.
[[nodiscard]] document::Section limits_by_quarter(const std::vector<const results::Run*>& runs, Lang lang);

// The days of a month on which each limit binds at each centre, as a sheet; months on which it does not are left out.
[[nodiscard]] document::Section limits_by_month(const std::vector<const results::Run*>& runs, Lang lang);

}  // namespace aforo::told
