// --worlds: the effect of ignorance about the assumptions, for the commands that take it.
#pragma once

#include <memory>
#include <optional>

#include "aforo/experiment/worlds.hpp"
#include "aforo/results/worlds.hpp"
#include "asked.hpp"

namespace aforo::cli {

inline constexpr int most_worlds = 4096;

// Replications of each world: few, because worlds differ by more than luck.
[[nodiscard]] int replications_of_world(const Asked& asked);

// The problem to fit worlds with, if the first scenario declares one; throws WrongInput after printing its errors.
[[nodiscard]] std::optional<experiment::CalibrationProblem> problem_of_worlds(const Asked& asked, core::Lang lang);
[[nodiscard]] experiment::WorldsOptions options_of_worlds(const Asked& asked, const experiment::Options& options);
// Says on stderr about how long the worlds will take, together with other replications: of the whole horizon and of the
// year of the published figures. Two of each kind are timed.
struct Beside {
    double whole = 0, looks = 0;
};
// Nothing where that is a few seconds.
void announce_time(const Asked& asked, const std::optional<experiment::CalibrationProblem>& problem, Beside all,
                   const How& how, core::Lang lang);
void announce_worlds(const Asked& asked, const std::optional<experiment::CalibrationProblem>& problem, Beside beside,
                     const How& how, core::Lang lang);
[[noreturn]] void refuse_few_worlds(int drawn, int kept, core::Lang lang);

// Says how long they will take, and makes them beside the base's run. Nothing when stopped.
[[nodiscard]] std::shared_ptr<const results::Worlds> make_worlds(const Asked& asked, const experiment::Options& options,
                                                                 const results::Run* base, const How& how,
                                                                 core::Lang lang);

// Adds worlds to the data of a report: "worlds" in results.json, mundos.csv, and each world as a scenario.
void add_worlds(Made& made, const std::shared_ptr<const results::Worlds>& worlds);

}  // namespace aforo::cli
