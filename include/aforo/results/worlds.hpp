// The effect of not knowing the assumptions, beside that of luck: worlds that agree with the published figures, and
// each measure over those worlds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::results {

// A quantile, with the ends of its 95 % interval, which are undefined when there are too few values.
struct Quantile {
    double value = undefined, low = undefined, high = undefined;
};

// Quantiles over worlds: of their means, with luck removed as far as possible, or of single futures of all worlds.
struct WorldRange {
    Quantile p10, p50, p90;
};

// A number of the scenario that varies over worlds: drawn over its range, or solved so that the published figures hold.
struct WorldInput {
    std::string path;
    Text name;  // for people
    std::string low, high, shape, source;
    double base = 0, low_value = 0, high_value = 0;  // in the number's own unit (ms, pesos)
    std::string unit;                                // the unit it is written in, and the divisor that gives it
    double scale = 1;
    bool is_solved = false;
    WorldRange drawn, kept;    // drawn: undefined for a solved number
    double apart = undefined;  // largest distance between the two distribution functions, 0–1
    // Of the headline over the kept worlds: the share of its variance that goes with this number (a correlation ratio),
    // with the half-width of its 95 % interval, whether it exceeds chance, and its direction (a rank correlation).
    // Undefined for a solved number.
    double share = undefined, share_half_width = undefined, direction = undefined;
    bool weighs = false;
};

// Why draws were rejected.
struct WorldRefusal {
    enum class Kind : std::uint8_t { screen, impossible, figure, replications };
    Kind kind = Kind::screen;
    std::string id;           // of the screen, of the key that is impossible, or of the figure
    Text name;                // of the screen
    std::string measure, of;  // of the figure: its measure, and its component or group
    int count = 0;
};

// Identifies a figure.
struct FigureKey {
    std::string measure;
    int year = 0;
    Level level = Level::programme;
    std::string id;

    friend bool operator==(const FigureKey&, const FigureKey&) = default;
};

// A draw that agrees with the published figures.
struct World {
    int draw = 0, block = 0;          // from 0
    std::vector<std::string> values;  // by input, as scenarios write them
    std::vector<double> numbers;      // the same
    std::vector<double> residuals;    // by figure aimed at, in tolerances, on replications that nothing was fitted on
    std::vector<std::vector<double>> means;                 // by scenario (the base first) and headline
    std::vector<std::vector<std::vector<double>>> watched;  // by scenario, figure watched, replication; none: cannot be
};

// A measure over the worlds.
struct WorldMeasure {
    std::string measure;
    int year = 0;
    Level level = Level::programme;
    std::string id;
    int worlds = 0;           // worlds in which it is defined
    double base = undefined;  // mean of the base's replications with the central assumptions
    double mean = undefined;
    double luck_sd = undefined, ignorance_sd = undefined;
    double luck_share = undefined, luck_share_half_width = undefined;  // of the variance of a single future
    WorldRange ignorance, both;
};

// The difference of a measure between an alternative and the base, world by world.
struct WorldDifference {
    std::string measure;
    int year = 0;
    Level level = Level::programme;
    std::string id;
    int worlds = 0;
    double mean = undefined;
    WorldRange ignorance;                 // of the paired difference
    WorldRange relative;                  // the difference relative to the base's value in the same world
    int higher = 0, lower = 0, same = 0;  // numbers of worlds; same: the difference is within its error
    double share_higher = undefined, share_low = undefined, share_high = undefined;  // with its 95 % interval (Wilson)
};

// A number of an alternative that is drawn or solved in the base.
struct WorldCarried {
    std::string path, base, alternative;  // as the files write them
    std::string how;                      // how the alternative follows the base: ratio, odds, stands
};

struct WorldAlternative {
    std::string scenario;
    std::vector<WorldCarried> carried;
    std::vector<WorldDifference> differences;
    std::vector<WorldMeasure> measures;  // of the alternative itself
    int impossible = 0;                  // worlds in which it is impossible; its differences leave them out
};

// Of a figure over all scenarios: how much worse one of them is than the best of the same world.
struct WorldRegret {
    int scenario = 0;  // 0: the base
    double greatest = 0, p90 = 0, mean = 0;
    double best_in = 0;            // share of the worlds
    std::vector<double> by_world;  // undefined where some scenario cannot be; such worlds do not count
};
struct WorldRegrets {
    std::vector<WorldRegret> scenarios;            // none without a world in which all of them can be
    int by_greatest = 0, by_p90 = 0, by_mean = 0;  // the scenario that each would choose; of equal ones the first
};

// Single futures of the headline over all worlds: quantiles at 1/100, 3/100 … 99/100.
struct WorldFutures {
    int year = 0;
    std::vector<double> quantiles;
};

// The headline over the kept worlds in which the most influential number lies in one part of its range.
struct WorldSlice {
    double low = 0, high = 0;  // in the number's own unit
    int worlds = 0;
    WorldRange headline;
};

// How the ignorance about the first headline depends on the tolerances of the published figures.
struct WorldTolerance {
    double factor = 1;
    int kept = 0;
    WorldRange ignorance;
};

struct Worlds {
    int wanted = 0, drawn = 0, passed = 0, fitted = 0;  // passed: the screens; fitted: calibrated
    int replications = 0;                               // of each world
    std::string headline;                               // the measure whose range is told: beneficiaries
    int headline_year = 0;
    std::vector<std::string> headlines;  // order of World::means: measure@year
    std::vector<WorldInput> inputs;      // drawn ones first
    std::vector<std::string> figures;    // order of World::residuals
    std::vector<World> kept;
    std::vector<WorldRefusal> refusals;  // the most frequent first
    std::vector<WorldMeasure> measures;  // of the base
    std::vector<WorldAlternative> alternatives;
    WorldRegrets regrets;
    std::vector<WorldTolerance> tolerances;
    std::vector<WorldFutures> futures;   // by year
    double share_by_chance = undefined;  // what the largest share would not exceed by chance in 95 of 100 cases
    int heaviest = -1;                   // index of the input; -1: none exceeds chance
    std::vector<WorldSlice> slices;      // of the heaviest input
    bool is_fitted = true;               // the scenario has published figures to agree with
    bool ended_early = false;            // the limit of draws was reached before enough worlds were kept
    std::vector<std::string> deltas;     // by world: a scenario that extends the base to this world
};

}  // namespace aforo::results
