// Carries out an experiment: finds what was finished before, stores every item as it ends, saves and prints the
// results.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "aforo/store/run_file.hpp"
#include "asked.hpp"

namespace aforo::cli {

// Works in a new folder in how.out, using earlier results of the same experiment. Returns the exit code.
[[nodiscard]] int carry_out(const Asked& asked, const How& how, core::Lang lang);
// Resumes in a folder that was left unfinished. Refused if another build of aforo began it, or if a scenario's file has
// changed since, unless `as_begun`.
[[nodiscard]] int go_on(const std::filesystem::path& left, const How& how, bool as_begun, core::Lang lang);

// The threads that fit in memory; throws WrongInput if not even one does (work.hpp). Makes the points of a sweep.
[[nodiscard]] int threads_to_go_on(Asked& asked, const How& how, core::Lang lang);

// Makes an experiment's results from the options' archive and by simulating the rest. Nothing, with the reason on
// stderr, if too little of it was finished.
[[nodiscard]] std::optional<Made> make(const Asked& asked, const experiment::Options& options, const How& how,
                                       core::Lang lang);

// A stored run, ready to be reported again.
[[nodiscard]] Made made_of(std::shared_ptr<const store::StoredRun> stored,
                           const std::shared_ptr<const results::Worlds>& worlds = {});

}  // namespace aforo::cli
