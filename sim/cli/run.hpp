// aforo run: simulates one scenario, prints the sheet's tables, and saves the folder of the run.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "work.hpp"

namespace aforo::cli {

struct RunArguments : SimulationArguments {
    std::string file;
    std::optional<std::uint64_t> seed;  // the scenario's if not given
    std::optional<int> replications;    // likewise
    std::optional<double> precision;
    std::optional<std::uint32_t> ledger;  // the replication whose ledger is saved
    int worlds = 0;
    std::optional<std::string> trace;  // an enterprise: its arrival number or its key
    std::uint32_t replication = 0;     // for the trace
    bool definitions = false, strict = false;
};

[[nodiscard]] int run(const RunArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
