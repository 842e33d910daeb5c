// The queues of a run in words: since when they grow, and what lacks at how many centres.
#pragma once

#include "words.hpp"

namespace aforo::told {

// A queue grows from the first month on from which it is always over twice the shortest of the first year, if it comes
// to a week of work. The run has its series.
[[nodiscard]] document::Sentence queue_story(const results::Run& run, Lang lang);

}  // namespace aforo::told
