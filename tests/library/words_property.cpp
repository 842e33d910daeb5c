// The words of the scenario language in reports.
#include <doctest/doctest.h>

#include <set>

#include "aforo/scenario/language.hpp"
#include "value_words.hpp"

using namespace aforo;
using scenario::Type;

namespace {

void add_words(const Type& type, std::set<std::string>& words) {
    words.insert(type.words.begin(), type.words.end());
    for (const auto& key : type.keys) {
        if (type.kind == Type::Kind::form) words.insert(key.key);
        add_words(key.type, words);
    }
    for (const Type& one : type.of) add_words(one, words);
}

}  // namespace

TEST_CASE("each word that a value of a scenario may be is said in words in reports") {
    std::set<std::string> words;
    add_words(scenario::language().type, words);
    CHECK(words.size() > 50);
    for (const std::string& word : words) {
        CAPTURE(word);
        CHECK(told::said_of_word(word, core::Lang::es).data() != word.data());
    }
}
