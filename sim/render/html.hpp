// Pieces of HTML that are escaped by construction: texts become pieces only by escaping, and elements are made of
// pieces. It is neither a parser nor a template language; tags and attribute names are aforo's, never a user's. Private
// to the module.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "cells.hpp"

namespace aforo::render {

// Text that is safe between tags and inside double quotes. Invalid UTF-8 and control characters are replaced.
[[nodiscard]] std::string html_escaped(std::string_view text);

class Html {
public:
    Html() = default;
    // Implicit, so that a plain text can stand for a piece and is escaped. A figure and its sign stay on one line.
    Html(std::string_view text);
    Html(const std::string& text) : Html(std::string_view(text)) {}
    Html(const char* text) : Html(std::string_view(text)) {}

    // Code of aforo's own, used as it is: a script, a style sheet, JSON in which every < is escaped. Never a name.
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

// <tag name="value">children</tag>; a void element (meta, col) has neither children nor end tag.
[[nodiscard]] Html element(std::string_view tag, const Attributes& attributes, std::initializer_list<Html> children);
[[nodiscard]] Html void_element(std::string_view tag, const Attributes& attributes);

// The attributes plus a class, unless `name` is empty.
[[nodiscard]] Attributes with_class(Attributes attributes, const std::string& name);

// A table with caption, scoped headings and right-aligned numbers, in a scrolling frame. The caption may be hidden if a
// heading above has the same text.
[[nodiscard]] Html html_table(const document::Table& table, const Cells& cells, const std::string& caption,
                              bool is_caption_shown = false);

}  // namespace aforo::render
