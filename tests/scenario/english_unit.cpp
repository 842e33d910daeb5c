// Every key says what it means in both languages.
#include <doctest/doctest.h>

#include "aforo/scenario/language.hpp"

using namespace aforo;

namespace {

void compare(const std::vector<scenario::Key>& es, const std::vector<scenario::Key>& en, const std::string& path);

void compare(const scenario::Type& es, const scenario::Type& en, const std::string& path) {
    compare(es.keys, en.keys, path);
    for (std::size_t i = 0; i < es.of.size(); ++i) compare(es.of[i], en.of[i], path);
}

void compare(const std::vector<scenario::Key>& es, const std::vector<scenario::Key>& en, const std::string& path) {
    REQUIRE(es.size() == en.size());
    for (std::size_t i = 0; i < es.size(); ++i) {
        const std::string here = path + "." + es[i].name;
        CAPTURE(here);
        CAPTURE(es[i].meaning);
        CHECK(en[i].name == es[i].name);
        CHECK(es[i].meaning.empty() == en[i].meaning.empty());
        // The same in both, if it is no text that was left as it is.
        const bool is_shared = es[i].meaning.empty() || es[i].meaning == "Informal";
        CHECK((en[i].meaning == es[i].meaning) == is_shared);
        compare(es[i].type, en[i].type, here);
    }
}

}  // namespace

TEST_CASE("no key lacks its meaning in English: sim/scenario/english.cpp") {
    compare(scenario::language(core::Lang::es).type, scenario::language(core::Lang::en).type, "");
}
