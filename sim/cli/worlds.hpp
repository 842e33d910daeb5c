// --worlds: what not knowing the assumptions does, of the commands that take it.
#pragma once

#include <memory>
#include <optional>

#include "aforo/results/worlds.hpp"
#include "asked.hpp"

namespace aforo::cli {

inline constexpr int most_worlds = 4096;

// Replications of each world: few, since worlds differ by more than luck.
[[nodiscard]] int replications_of_world(int worlds);

// Tells how long they will take, and makes them; the base's run is what they stand beside. Nothing when it was stopped.
[[nodiscard]] std::shared_ptr<const results::Worlds> make_worlds(const Asked& asked, const experiment::Options& options,
                                                                 const results::Run* base, const How& how,
                                                                 core::Lang lang);

// What a report's data has of them: "worlds" beside the rest of results.json, mundos.csv, and each as a scenario.
void add_worlds(Made& made, const std::shared_ptr<const results::Worlds>& worlds);

}  // namespace aforo::cli
