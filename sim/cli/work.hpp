// How much memory and time a command will take, told before it starts.
#pragma once

#include <string>
#include <vector>

#include "asked.hpp"
#include "common.hpp"

namespace aforo::cli {

constexpr double usual_memory = 1;  // GB

struct Work {
    double replications = 1;       // of each scenario
    std::size_t scenarios = 1;     // simulated one after another
    std::size_t kept = 1;          // scenarios whose values are all held at once
    double beside = 0;             // additional bytes held
    std::string because = {};      // the option that needs them
    int threads = 0;               // 0: as many as the machine has
    double memory = usual_memory;  // GB that may be taken
    bool quiet = false;
};

// The arguments of every command that simulates and keeps results.
struct SimulationArguments {
    int threads = 0;
    double memory = usual_memory;  // GB that it may take
    std::string out = "output";
    std::optional<core::Pesos> prices;  // that money is told in
    bool json = false, quiet = false, anew = false, open = false;

    [[nodiscard]] Work work() const { return {.threads = threads, .memory = memory, .quiet = quiet}; }
    // With the threads that fit in memory.
    [[nodiscard]] How how(int fitting) const {
        return {.threads = fitting, .out = out, .json = json, .quiet = quiet, .open = open, .anew = anew};
    }
};

// The threads that fit in memory. If not even one fits, says on stderr how much memory is needed, at the key of `file`
// that needs most of it, and throws WrongInput. Unless quiet, says on stderr when there are fewer threads than
// requested, and how long it will take if that is more than some seconds.
[[nodiscard]] int threads_that_fit(const scenario::Scenario& s, const std::string& file, const Work& work,
                                   core::Lang lang);

// The same for all that an experiment simulates and holds at once; `work` gives threads, memory and whether it is
// quiet.
[[nodiscard]] int threads_for(const Asked& asked, Work work, core::Lang lang);

// For runs that continue until a precision is reached: the replications, up to `most` and at least ten, whose values
// fit in memory. Says on stderr, unless quiet, when they are fewer than `most`.
[[nodiscard]] int replications_that_fit(const scenario::Scenario& s, int most, const Work& work, core::Lang lang);

}  // namespace aforo::cli
