// aforo run: replications of one scenario, the sheet's tables on the terminal, and the run's folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "work.hpp"

namespace aforo::cli {

struct RunArguments : SimulationArguments {
    std::string file;
    std::optional<std::uint64_t> seed;  // the scenario's when not given
    std::optional<int> replications;    // likewise
    std::optional<double> precision;
    std::optional<std::uint32_t> ledger;  // of which replication
    int worlds = 0;
    std::optional<std::string> trace;  // an enterprise: its number of arrival or its key
    std::uint32_t replication = 0;     // of the trace
    bool definitions = false, strict = false;
};

[[nodiscard]] int run(const RunArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
