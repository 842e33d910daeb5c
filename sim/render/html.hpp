// Pieces of HTML that are escaped by construction: a text becomes one only through escaping, and elements are made of
// pieces. Not a parser, not a template language; tags and attribute names are ours, never a user's. Private to the
// module.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "cells.hpp"

namespace aforo::render {

// Text that is safe between tags and inside double quotes. Not valid UTF-8 or control characters: replaced.
[[nodiscard]] std::string html_escaped(std::string_view text);

class Html {
public:
    Html() = default;
    // Implicit, so that wherever a piece is wanted a plain text is one, escaped. A figure and its sign stay on one
    // line.
    Html(std::string_view text);
    Html(const std::string& text) : Html(std::string_view(text)) {}
    Html(const char* text) : Html(std::string_view(text)) {}

    // Code of ours, taken as it is: a script, a style sheet, JSON in which every < is escaped. Never a name.
    [[nodiscard]] static Html trusted(std::string code);

    Html& operator+=(const Html& other) {
        code_ += other.code_;
        return *this;
    }
    friend Html operator+(Html left, const Html& right) { return left += right; }
    [[nodiscard]] bool empty() const { return code_.empty(); }
    [[nodiscard]] const std::string& code() const { return code_; }

private:
    std::string code_;
};

struct Attribute {
    std::string_view name;
    std::string value;  // escaped when written
};
using Attributes = std::vector<Attribute>;

// <tag name="value">children</tag>; a void element (meta, col) has no children and no end.
[[nodiscard]] Html element(std::string_view tag, const Attributes& attributes, std::initializer_list<Html> children);
[[nodiscard]] Html void_element(std::string_view tag, const Attributes& attributes);

// The attributes, and a class if there is one.
[[nodiscard]] Attributes with_class(Attributes attributes, const std::string& name);

// A caption, headings with their scope, numbers aligned to the right, in a frame that scrolls. The caption may be
// hidden where a heading above says it.
[[nodiscard]] Html html_table(const document::Table& table, const Cells& cells, const std::string& caption,
                              bool is_caption_shown = false);

}  // namespace aforo::render
