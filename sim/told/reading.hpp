// How figures are to be read, said once a report.
#pragma once

#include "words.hpp"

namespace aforo::told {

// What ± and p10–p90 say of so many replications.
[[nodiscard]] document::Sentence how_to_read(int replications, Lang lang);

// The same of a run with worlds, whose ranges are three.
[[nodiscard]] document::Sentence how_to_read_worlds(Lang lang);

// That the range is of luck alone: how many assumptions have one that is not gone over. Empty where none has.
[[nodiscard]] document::Sentence what_is_not_explored(const results::Run& run, Lang lang);

// In what pesos the money is; where they are not those of the scenario, by which index and of what source.
[[nodiscard]] document::Sentence how_to_read_money(const results::Run& run, Lang lang);
// «M$ de 2023», «M$ nominales»: as titles say it.
[[nodiscard]] document::Sentence money_unit(const results::Run& run, Lang lang);

// «40 réplicas».
[[nodiscard]] document::Sentence replications_of(const results::Run& run, Lang lang);

}  // namespace aforo::told
