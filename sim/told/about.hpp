// What is said about a scenario, as every medium tells it: who answers for it, since when, how far and why.
#pragma once

#include <vector>

#include "words.hpp"

namespace aforo::told {

struct AboutLine {
    std::string label;
    document::Sentence text;
};
// Of what is said only.
[[nodiscard]] std::vector<AboutLine> about_lines(const results::About& about, Lang lang);
// The same in a line; empty when nothing is said.
[[nodiscard]] document::Sentence about_text(const results::About& about, Lang lang);

// «Borrador», or «Borrador: A, B» where an experiment is of several scenarios; empty when none of them is a draft.
[[nodiscard]] document::Sentence draft_mark(const std::vector<const results::Run*>& scenarios, Lang lang);

}  // namespace aforo::told
