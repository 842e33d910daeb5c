// The scenario for another year's sheet: a list of the published figures to be filled in, and the scenario made from a
// filled list, in which what no sheet publishes is in proportion to the scenario that the list extends.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/language.hpp"

namespace aforo::reference {

struct LibraryFile {
    std::string_view name, text;
};
// The library's scenario of the sheet, which a list extends, and the file that it extends, to lie beside the list.
[[nodiscard]] std::array<LibraryFile, 2> sheet_files();

// The list: a scenario of published figures only, all blank, each beside the figure of the 2024 sheet.
[[nodiscard]] std::string_view list_of_figures(core::Lang lang);

struct Proportioned {
    std::optional<std::string> text;  // present when there are no diagnostics
    core::Diagnostics diagnostics;    // everything wrong with the list, in order of place
};
// The numbers that the list leaves out, as a file that extends the list by the name `extends`. A number that the list
// states itself is kept.
[[nodiscard]] Proportioned in_proportion(const std::string& list, const std::string& extends, core::Lang lang);

}  // namespace aforo::reference
