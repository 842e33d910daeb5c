// What a scenario states but does not do.
#pragma once

#include "words.hpp"

namespace aforo::told {

inline constexpr Text warnings_title{"Avisos", "Warnings"};

// The number of warnings, shown above their table; both are empty when there are none.
[[nodiscard]] document::Sentence warnings_lead(const results::Run& run, Lang lang);
[[nodiscard]] document::Table warnings_table(const results::Run& run, Lang lang);

}  // namespace aforo::told
