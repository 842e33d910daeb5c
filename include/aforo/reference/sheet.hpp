// A scenario of another year's sheet: the list of what a sheet publishes, to be filled in, and of a list that was
// filled in the scenario that it comes to, with what no sheet publishes in proportion to the one that it extends.
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
// The library's scenario of the sheet, which a list extends, and what that one extends: to lie beside the list.
[[nodiscard]] std::array<LibraryFile, 2> sheet_files();

// The list: a scenario that says nothing but published figures, all of them blank, each beside that of the sheet of
// 2024.
[[nodiscard]] std::string_view list_of_figures(core::Lang lang);

struct Proportioned {
    std::optional<std::string> text;  // present when there are no diagnostics
    core::Diagnostics diagnostics;    // all that is wrong with the list, in order of place
};
// What the list leaves out, for a file that extends it by the name `extends`. A number that the list says for itself
// stays as it says.
[[nodiscard]] Proportioned in_proportion(const std::string& list, const std::string& extends, core::Lang lang);

}  // namespace aforo::reference
