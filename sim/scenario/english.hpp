// Private to the module.
#pragma once

#include <string>
#include <string_view>

namespace aforo::scenario {

// The meaning of a key that the table tells in Spanish; "" when it has none.
[[nodiscard]] std::string english(std::string_view spanish);

}  // namespace aforo::scenario
