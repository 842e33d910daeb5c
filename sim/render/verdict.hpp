// The sentences of a verdict, the same in every medium. Private to the module.
#pragma once

#include "cells.hpp"

namespace aforo::render {

[[nodiscard]] inline std::string sentence_of(const document::Sentence& sentence, const Cells& cells) {
    const std::string text = cells.prose(sentence);
    return text.empty() || text.ends_with('.') ? text : text + ".";
}

}  // namespace aforo::render
