// The words of the scenario language inside a value, for people: lowest_potential → menor potencial primero. Private to
// the module.
#pragma once

#include <string>
#include <string_view>

#include "words.hpp"

namespace aforo::told {

// The word for people; the word itself where the table has none (a name, a key that people know as it is).
[[nodiscard]] std::string_view said_of_word(std::string_view word, Lang lang);

// A value as the scenario writes it with its words exchanged. Free texts, what stands between quotes and units stay.
[[nodiscard]] std::string in_words(std::string_view value, Lang lang);

}  // namespace aforo::told
