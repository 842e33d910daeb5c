// What is said about a scenario, as every medium tells it: who answers for it, since when, how far and why.
#pragma once

#include <string>
#include <vector>

#include "aforo/report/format.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

struct AboutLine {
    std::string label, text;
};
// Of what is said only. Printable.
[[nodiscard]] std::vector<AboutLine> about_lines(const results::About& about, Lang lang);
// The same in a line, for the terminal; empty when nothing is said.
[[nodiscard]] std::string about_text(const results::About& about, Lang lang);

// «Borrador», or «Borrador: A, B» where an experiment is of several scenarios; empty when none of them is a draft.
[[nodiscard]] std::string draft_mark(const std::vector<const results::Run*>& scenarios, Lang lang);
// The same as the first line that the terminal prints, after an empty one.
[[nodiscard]] std::string draft_line(const std::vector<const results::Run*>& scenarios, Lang lang);

}  // namespace aforo::report
