// How to read the figures, said once per report.
#pragma once

#include "words.hpp"

namespace aforo::told {

// What ± and p10–p90 mean with this many replications.
[[nodiscard]] document::Sentence how_to_read(int replications, Lang lang);

// The same for a run with worlds, which has three ranges.
[[nodiscard]] document::Sentence how_to_read_worlds(Lang lang);

// Says that the range contains luck only, and how many assumptions have a range that is not explored; empty if none
// has.
[[nodiscard]] document::Sentence what_is_not_explored(const results::Run& run, Lang lang);

// The pesos that money is in; where they are not those of the scenario, also the index and its source.
[[nodiscard]] document::Sentence how_to_read_money(const results::Run& run, Lang lang);
// «M$ de 2023», «M$ nominales»: as titles say it.
[[nodiscard]] document::Sentence money_unit(const results::Run& run, Lang lang);

// «40 réplicas».
[[nodiscard]] document::Sentence replications_of(const results::Run& run, Lang lang);

}  // namespace aforo::told
