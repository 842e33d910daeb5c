// How much work an experiment of many scenarios will take, told beforehand.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "aforo/experiment/experiment.hpp"
#include "work.hpp"

namespace aforo::cli {

enum class Effort { quick, normal, thorough };
inline const std::map<std::string, Effort> effort_names = {
    {"quick", Effort::quick}, {"normal", Effort::normal}, {"thorough", Effort::thorough}};

// The arguments that all experiments of many scenarios have.
struct ExperimentArguments : SimulationArguments {
    std::optional<std::uint64_t> seed;
    std::optional<int> replications;  // those of the effort if not given
    Effort effort = Effort::normal;
};

// The number of replications of each scenario.
[[nodiscard]] int replications_of(Effort effort);

// Says on stderr, unless quiet, how many replications there will be and about how long they will take, after timing one
// replication of `sample`.
void announce(std::size_t scenarios, const scenario::Scenario& sample, std::uint64_t seed, int replications,
              int threads, core::Lang lang, bool quiet);

}  // namespace aforo::cli
