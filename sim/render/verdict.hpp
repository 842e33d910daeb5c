// The verdict as running text, alike in every medium. Private to the module.
#pragma once

#include "cells.hpp"

namespace aforo::render {

[[nodiscard]] inline std::string sentence_of(const document::Sentence& sentence, const Cells& cells) {
    const std::string text = cells.text(sentence);
    return text.empty() || text.ends_with('.') ? text : text + ".";
}

// The lead and its clauses in one sentence; a lead that ends with a full stop is one by itself.
[[nodiscard]] inline std::string main_sentence(const document::Verdict& verdict, const Cells& cells) {
    std::string text = cells.text(verdict.lead);
    for (const auto& clause : verdict.clauses) {
        const bool is_ended = text.empty() || text.ends_with('.');
        text += (text.empty() ? "" : is_ended ? " " : "; ") + cells.text(is_ended ? clause.text.upper() : clause.text);
    }
    return text.empty() || text.ends_with('.') ? text : text + ".";
}

}  // namespace aforo::render
