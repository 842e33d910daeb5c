// Carries an experiment out: what was finished before is found, every item is stored as it ends, and what it comes to
// is saved and printed.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "aforo/store/run_file.hpp"
#include "asked.hpp"

namespace aforo::cli {

// In a new folder of how.out, with what earlier results of the same experiment hold. The exit code.
[[nodiscard]] int carry_out(const Asked& asked, const How& how, core::Lang lang);
// Goes on in a folder that was left unfinished. Refused where another program began it, or where a scenario's file says
// something else by now, unless it is to go on as it was begun.
[[nodiscard]] int go_on(const std::filesystem::path& left, const How& how, bool as_begun, core::Lang lang);

// The threads that the memory allows it; WrongInput where it allows none (work.hpp). Of a sweep, its points are made.
[[nodiscard]] int threads_to_go_on(Asked& asked, const How& how, core::Lang lang);

// What an experiment comes to, from what the options' archive holds and what is simulated beside it. Nothing, and the
// reason on stderr, when too little of it was finished.
[[nodiscard]] std::optional<Made> make(const Asked& asked, const experiment::Options& options, const How& how,
                                       core::Lang lang);
[[nodiscard]] std::optional<Made> make_run(const Asked&, const experiment::Options&, const How&, core::Lang);
[[nodiscard]] std::optional<Made> make_comparison(const Asked&, const experiment::Options&, const How&, core::Lang);
[[nodiscard]] std::optional<Made> make_sweep(const Asked&, const experiment::Options&, const How&, core::Lang);
[[nodiscard]] std::optional<Made> make_explanation(const Asked&, const experiment::Options&, const How&, core::Lang);
[[nodiscard]] std::optional<Made> make_sensitivity(const Asked&, const experiment::Options&, const How&, core::Lang);
[[nodiscard]] std::optional<Made> make_goal(const Asked&, const experiment::Options&, const How&, core::Lang);
[[nodiscard]] std::optional<Made> make_rank(const Asked&, const experiment::Options&, const How&, core::Lang);
[[nodiscard]] std::optional<Made> make_calibration(const Asked&, const experiment::Options&, const How&, core::Lang);

// A run that is stored, ready to be told again.
[[nodiscard]] Made made_of(std::shared_ptr<const store::StoredRun> stored, core::Lang lang,
                           const std::shared_ptr<const results::Worlds>& worlds = {});

}  // namespace aforo::cli
