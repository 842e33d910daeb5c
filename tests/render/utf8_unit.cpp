#include <doctest/doctest.h>

#include "utf8.hpp"

using namespace aforo::render;
using Lines = std::vector<std::string>;

TEST_CASE("a width counts what is seen, not bytes") {
    CHECK(display_width("") == 0);
    CHECK(display_width("año") == 3);
    CHECK(display_width("an\xCC\x83o") == 3);  // n and a combining tilde
    CHECK(display_width("p10–p90 ±") == 9);
    CHECK(display_width("🚀") == 2);
    CHECK(display_width("\xFF\xC3") == 2);
}

TEST_CASE("texts from outside are made valid and cannot drive the terminal") {
    CHECK(valid_utf8("año") == "año");
    CHECK(valid_utf8("a\xFFz") == "a\uFFFDz");
    CHECK(valid_utf8("\xC0\xAF") == "\uFFFD\uFFFD");            // an overlong slash
    CHECK(valid_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // half a surrogate pair
    CHECK(valid_utf8("a\xE2\x82") == "a\uFFFD\uFFFD");          // cut short
    CHECK(printable("a\x1B[31m\n") == "a [31m ");
    CHECK(printable("a\xC2\x9B") == "a ");  // the one-byte form of an escape sequence's start
}

TEST_CASE("texts wrap at spaces, words that are too long are cut, indentation stays") {
    CHECK(wrapped("uno dos tres", 7) == Lines{"uno dos", "tres"});
    CHECK(wrapped("", 7) == Lines{""});
    CHECK(wrapped("a\nb", 7) == Lines{"a", "b"});
    CHECK(wrapped("ñandúes", 3) == Lines{"ñan", "dúe", "s"});
    CHECK(wrapped("  uno dos tres", 9) == Lines{"  uno dos", "  tres"});
    CHECK(wrapped("abc", 0) == Lines{"a", "b", "c"});
    CHECK(wrapped("al menos 5 % o más", 10) == Lines{"al menos", "5 % o más"});
    CHECK(wrapped("🚀🚀", 1) == Lines{"🚀", "🚀"});
}
