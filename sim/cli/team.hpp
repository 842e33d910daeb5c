// The processes that carry out a command together, when there are several (aforo-mpi).
#pragma once

#include "aforo/core/language.hpp"
#include "aforo/experiment/team.hpp"
#include "aforo/store/study_file.hpp"

namespace aforo::cli {

// Null if this process works alone. Said once, by the program, before its command.
[[nodiscard]] experiment::Team* team();
void work_in(experiment::Team& team);

// The leader tells the others which experiment begins.
void begin_together(const store::StudyFile::Header& header);
// Carries out what the leader begins, until it tells that there is no more, with end_together(). Prints and writes
// nothing.
void take_part(experiment::Team& team, core::Lang lang);
void end_together(experiment::Team& team);

}  // namespace aforo::cli
