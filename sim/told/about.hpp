// What a scenario says about itself, as every medium shows it: who answers for it, its date, status and reason.
#pragma once

#include <vector>

#include "words.hpp"

namespace aforo::told {

struct AboutLine {
    std::string label;
    document::Sentence text;
};
// Only the lines for texts that are not empty.
[[nodiscard]] std::vector<AboutLine> about_lines(const results::About& about, Lang lang);
// The same in one line; empty when there is nothing.
[[nodiscard]] document::Sentence about_text(const results::About& about, Lang lang);

// «Borrador», or «Borrador: A, B» when there are several scenarios; empty when none is a draft.
[[nodiscard]] document::Sentence draft_mark(const std::vector<const results::Run*>& scenarios, Lang lang);

}  // namespace aforo::told
