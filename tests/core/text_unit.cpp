// Texts of others made safe to show.
#include <doctest/doctest.h>

#include <string>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/text.hpp"

using namespace aforo::core;
using namespace std::string_literals;

TEST_CASE("what drives a terminal, breaks a line, turns or hides is escaped; what people write is not") {
    CHECK(escaped("Ñuble, «ficha» 5 % — 日本 🚀") == "Ñuble, «ficha» 5 % — 日本 🚀");
    CHECK(escaped("\x1b[31m\a\t\r\n\x7F") == "\\x1b[31m\\x07\\x09\\x0d\\n\\x7f");
    CHECK(escaped("\xC2\x9B|\xC2\xAD") == "\\x9b|\\xad");
    CHECK(escaped("a\u202Eb\u2066c\u200Ed\u061Ce") == "a\\u202eb\\u2066c\\u200ed\\u061ce");
    CHECK(escaped("a\u200Bb\u200Dc\uFEFFd\u2060e\U000E0041f") == "a\\u200bb\\u200dc\\ufeffd\\u2060e\\U000e0041f");
    CHECK(escaped("a\u2028b\u2029c") == "a\\u2028b\\u2029c");
    CHECK(escaped("\xFF\xC0\x80\xED\xA0\x80") == "\\xff\\xc0\\x80\\xed\\xa0\\x80");
    CHECK(escaped(std::string("a\0b", 3)) == "a\\x00b");
    CHECK(escaped_lines("uno\ndos\x1b") == "uno\ndos\\x1b");
    CHECK(escaped("").empty());
}

TEST_CASE("only bidirectional controls turn the direction of writing") {
    for (const char32_t c : U"\u061C\u200E\u200F\u202A\u202E\u2066\u2069"s) {
        CHECK(turns_direction(c));
        CHECK(is_hidden(c));
    }
    for (const char32_t c : U"A\u05D0\u0627\u200B\u202F\u206A"s) CHECK_FALSE(turns_direction(c));
}

TEST_CASE("a diagnostic is one line, whatever the file calls itself and its keys") {
    const Diagnostic d{{"a\nb.yaml", 1, 2}, "clave\x1b[31m", "«\u202E» no es\r", "use\n"};
    CHECK(to_string(d) == "a\\nb.yaml:1:2: error: clave\\x1b[31m: «\\u202e» no es\\x0d; use\\n");
}
