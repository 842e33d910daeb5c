#include "effort.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "output.hpp"

namespace aforo::cli {

int replications_of(Effort effort) {
    switch (effort) {
        case Effort::quick:
            return 4;
        case Effort::normal:
            return 10;
        case Effort::thorough:
            break;
    }
    return 40;
}

void announce(std::size_t scenarios, const scenario::Scenario& sample, std::uint64_t seed, int replications,
              int threads, core::Lang lang, bool quiet) {
    if (quiet) return;
    catch_interruptions();
    experiment::Options one{.seed = seed, .replications = 1, .threads = 1};
    one.stop = is_interrupted;
    const auto started = std::chrono::steady_clock::now();
    if (experiment::run(sample, one).interrupted) return;  // interrupted, so there is no time to tell
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    const double expected =
        static_cast<double>(scenarios) * std::ceil(static_cast<double>(replications) / threads) * seconds;
    const std::string time =
        expected < 100 ? fmt::format("{:.0f} s", expected) : fmt::format("{:.0f} min", expected / 60);
    print_err("{}\n", fmt::format(fmt::runtime(core::in(lang, "{} escenarios × {} réplicas: unos {} en {}",
                                                        "{} scenarios × {} replications: about {} on {}")),
                                  scenarios, replications, time,
                                  threads == 1 ? std::string(core::in(lang, "un hilo", "one thread"))
                                               : fmt::format("{} {}", threads, core::in(lang, "hilos", "threads"))));
}

}  // namespace aforo::cli
