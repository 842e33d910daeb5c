// --worlds: what not knowing the assumptions does, of the commands that take it.
#pragma once

#include <memory>
#include <optional>

#include "aforo/experiment/worlds.hpp"
#include "aforo/results/worlds.hpp"
#include "asked.hpp"

namespace aforo::cli {

inline constexpr int most_worlds = 4096;

// Replications of each world: few, since worlds differ by more than luck.
[[nodiscard]] int replications_of_world(int worlds);

// What they are fitted to, if the first scenario declares it; every mistake in it and WrongInput.
[[nodiscard]] std::optional<experiment::CalibrationProblem> problem_of_worlds(const Asked& asked, core::Lang lang);
[[nodiscard]] experiment::WorldsOptions options_of_worlds(const Asked& asked, const experiment::Options& options);
// Says on stderr about how long they will take, with so many replications beside: whole ones, and of the year of the
// published figures. One of each is timed for it.
struct Beside {
    double whole = 0, looks = 0;
};
// Nothing where that is a few seconds.
void announce_time(const Asked& asked, const std::optional<experiment::CalibrationProblem>& problem, Beside all,
                   const How& how, core::Lang lang);
void announce_worlds(const Asked& asked, const std::optional<experiment::CalibrationProblem>& problem, Beside beside,
                     const How& how, core::Lang lang);
[[noreturn]] void refuse_few_worlds(int drawn, int kept, core::Lang lang);

// Tells how long they will take, and makes them; the base's run is what they stand beside. Nothing when it was stopped.
[[nodiscard]] std::shared_ptr<const results::Worlds> make_worlds(const Asked& asked, const experiment::Options& options,
                                                                 const results::Run* base, const How& how,
                                                                 core::Lang lang);

// What a report's data has of them: "worlds" beside the rest of results.json, mundos.csv, and each as a scenario.
void add_worlds(Made& made, const std::shared_ptr<const results::Worlds>& worlds);

}  // namespace aforo::cli
