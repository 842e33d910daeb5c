// The version of aforo.
#pragma once

namespace aforo::core {

inline constexpr const char* version = "0.2.0";

}  // namespace aforo::core
