// The documents of answers to a reviewer's observations.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/answers.hpp"

namespace aforo::told {

// So many worlds name what an answer hangs on where the usual 64 do not.
inline constexpr int worlds_that_name = 512;

// All in one table, then each by itself.
[[nodiscard]] document::Document answers(const results::Answers& answers, core::Lang lang,
                                         const results::Manifest& manifest = {});

// Sections II.2, II.3 and II.4 of the sheet with all improvements together, beside the original.
[[nodiscard]] document::Document restated_sheet(const results::Answers& answers, core::Lang lang,
                                                const results::Manifest& manifest = {});

// Which of the claims hold; of those that do not, the answer that rests on them.
[[nodiscard]] document::Document claims_checked(const results::Answers& answers, core::Lang lang);

}  // namespace aforo::told
