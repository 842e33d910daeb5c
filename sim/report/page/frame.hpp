// What every page has: its head with the security policy, the contents, the script that draws. Private to the module.
#pragma once

#include <string>
#include <vector>

#include "aforo/report/html.hpp"
#include "aforo/report/sections.hpp"
#include "page/subject.hpp"

namespace aforo::report {

struct Section {
    std::string id;  // where the contents lead to
    std::string title;
    Html body;  // an empty one is left out
};

// The whole file. `first` is what is read first; it has no heading but its own.
[[nodiscard]] std::string framed(const Subject& s, const std::string& title, const Html& first,
                                 const std::vector<Section>& sections);

// The tables of a part and its note.
[[nodiscard]] Html part_html(const Part& part);

}  // namespace aforo::report
