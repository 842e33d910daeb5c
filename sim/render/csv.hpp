// Pieces of comma-separated values. Private to the module.
#pragma once

#include <string>
#include <vector>

namespace aforo::render {

// A text as a field, in quotes if it needs them.
[[nodiscard]] std::string csv_text(const std::string& text);
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields);

}  // namespace aforo::render
