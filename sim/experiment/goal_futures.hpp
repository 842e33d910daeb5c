// The futures on which a goal is sought and certified: of the scenario as it is written, or each in a world of its own.
// Private to the module.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "aforo/experiment/goal.hpp"
#include "aforo/experiment/study.hpp"

namespace aforo::experiment {

using Pair = std::vector<std::size_t>;  // a place of each lever; {} the scenario as it is

// Thrown by futures that were stopped; or where so many draws give too few worlds.
struct WasStopped {};
struct TooFewWorlds {
    int drawn = 0, kept = 0;
};

// Of one purpose, with a seed of its own. Future i is the same at every pair.
class Futures {
public:
    virtual ~Futures() = default;
    // The first n, each with the kept measures in the order of keys(). Undefined where the scenario cannot be so.
    virtual Values values(const Pair& at, const std::function<const scenario::Scenario&()>& scenario, int n) = 0;
    [[nodiscard]] virtual const std::vector<measure::Key>& keys(const Pair& at) const = 0;
    // What the first n come to, of those that values() was asked for.
    [[nodiscard]] virtual Outcome outcome(const Pair& at, const scenario::Scenario& scenario, int n) const = 0;
    // How many draws were made for the worlds that there are, and how many those are; 0 where futures have none.
    [[nodiscard]] virtual int drawn() const { return 0; }
    [[nodiscard]] virtual int worlds() const { return 0; }
    // A number of the scenario in each of the first n worlds; empty where futures have none.
    [[nodiscard]] virtual std::vector<double> numbers(const scenario::Scenario& /*scenario*/,
                                                      const std::string& /*path*/, int /*n*/) const {
        return {};
    }
};

struct FuturesOptions {
    const Options& study;
    int number = 0;                                 // of the purpose
    std::function<bool(const measure::Key&)> only;  // what is kept
    std::function<void()> tell;                     // after each replication
};

[[nodiscard]] std::unique_ptr<Futures> futures_of_luck(const FuturesOptions& options);
// Each is a world drawn independently of all others, fitted to the figures and kept if it agrees with them, with one
// replication of its own; what levers change is inherited as by alternatives of worlds(). All must outlive it.
[[nodiscard]] std::unique_ptr<Futures> futures_in_worlds(const FuturesOptions& options, const scenario::Scenario& base,
                                                         const CalibrationProblem* problem);

}  // namespace aforo::experiment
