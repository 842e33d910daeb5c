// aforo rules: the catalogue of rules, criteria and distributions, each with an example to paste.
#pragma once

#include "common.hpp"

namespace aforo::cli {

[[nodiscard]] int rules(core::Lang lang);

}  // namespace aforo::cli
