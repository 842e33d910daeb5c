// What a scenario says and does not do.
#pragma once

#include "words.hpp"

namespace aforo::told {

inline constexpr Text warnings_title{"Avisos", "Warnings"};

// How many there are, above their table; both empty when there is none.
[[nodiscard]] document::Sentence warnings_lead(const results::Run& run, Lang lang);
[[nodiscard]] document::Table warnings_table(const results::Run& run, Lang lang);

}  // namespace aforo::told
