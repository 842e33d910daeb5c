// The queues of a run in words: since when they grow, and what is lacking at how many centres.
#pragma once

#include "words.hpp"

namespace aforo::told {

// A queue grows from the first month from which it always exceeds twice the shortest of the first year, if it reaches a
// week of work. The run must have its series.
[[nodiscard]] document::Sentence queue_story(const results::Run& run, Lang lang);

}  // namespace aforo::told
