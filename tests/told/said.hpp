// What is told, as a terminal writes it, for tests that read it.
#pragma once

#include <sstream>
#include <string>

#include "aforo/document/document.hpp"
#include "aforo/render/terminal.hpp"

namespace aforo::told::testing {

// A sentence in one line.
inline std::string said(const document::Sentence& sentence, core::Lang lang, int replications = 40) {
    document::Document d{.lang = lang, .replications = replications};
    d.sections.push_back({"", "", {document::Paragraph{sentence}}});
    const std::string text = render::text(d, 100'000);
    return text.size() < 2 ? text : text.substr(1, text.size() - 2);
}

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Code points of the longest line; all that is told here is one column wide each.
inline std::size_t widest(const std::string& text) {
    std::size_t width = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::size_t letters = 0;
        for (const char c : line) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
        width = std::max(width, letters);
    }
    return width;
}

}  // namespace aforo::told::testing
