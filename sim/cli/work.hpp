// How much memory and time a command may take, told before it takes it.
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
    std::size_t kept = 1;          // of them, whose values are all held at once
    double beside = 0;             // bytes held besides
    std::string because = {};      // the option that asks for them
    int threads = 0;               // 0: as many as the machine has
    double memory = usual_memory;  // GB that may be taken
    bool quiet = false;
};

// What every command that simulates and keeps results is asked.
struct SimulationArguments {
    int threads = 0;
    double memory = usual_memory;  // GB that it may take
    std::string out = "output";
    std::optional<core::Pesos> prices;  // that money is told in
    bool json = false, quiet = false, anew = false, open = false;

    [[nodiscard]] Work work() const { return {.threads = threads, .memory = memory, .quiet = quiet}; }
    // With the threads that fit.
    [[nodiscard]] How how(int fitting) const {
        return {.threads = fitting, .out = out, .json = json, .quiet = quiet, .open = open, .anew = anew};
    }
};

// The threads that the memory allows. Where not even one fits, says on stderr how much is needed, at the key of `file`
// that asks for most of it, and throws WrongInput. Says on stderr, unless quiet, when there are fewer threads than were
// asked for, and how long it will take where that is more than some seconds.
[[nodiscard]] int threads_that_fit(const scenario::Scenario& s, const std::string& file, const Work& work,
                                   core::Lang lang);

// The same of all that an experiment simulates and holds at once; `work` says the threads, the memory and whether it is
// quiet.
[[nodiscard]] int threads_for(const Asked& asked, Work work, core::Lang lang);

// Of replications that go on until a precision is reached, at most so many: those whose values the memory holds, ten at
// least. Says on stderr, unless quiet, when they are fewer than `most`.
[[nodiscard]] int replications_that_fit(const scenario::Scenario& s, int most, const Work& work, core::Lang lang);

}  // namespace aforo::cli
