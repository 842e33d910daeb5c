// What not knowing the assumptions does, beside what luck does: worlds that agree with the published figures, and what
// each measure is in them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::results {

// Where a share of values lies below: with the ends of its 95 % interval, which few values do not tell.
struct Quantile {
    double value = undefined, low = undefined, high = undefined;
};

// Over worlds: their means, without the luck that is left in them; or single futures of all of them.
struct WorldRange {
    Quantile p10, p50, p90;
};

// A number of the scenario in worlds: drawn over its range, or solved so that the published figures come out.
struct WorldInput {
    std::string path;
    Text name;  // for people
    std::string low, high, shape, source;
    double base = 0, low_value = 0, high_value = 0;  // in its own unit (ms, pesos)
    std::string unit;                                // that it is written in, and what the number is divided by for it
    double scale = 1;
    bool is_solved = false;
    WorldRange drawn, kept;    // drawn: undefined for what is solved
    double apart = undefined;  // largest distance of the two distribution functions, 0–1
    // Of the headline over the kept worlds: the part of its variance that goes with this number (a correlation ratio)
    // with the half-width of its 95 % interval; whether that is more than chance; which way (a rank correlation).
    // Undefined of what is solved.
    double share = undefined, share_half_width = undefined, direction = undefined;
    bool weighs = false;
};

// Why draws were refused.
struct WorldRefusal {
    enum class Kind : std::uint8_t { screen, impossible, figure, replications };
    Kind kind = Kind::screen;
    std::string id;           // of the screen, of the key that cannot be so, of the figure
    Text name;                // of the screen
    std::string measure, of;  // of the figure: what it measures, of which component or group
    int count = 0;
};

// Of what a figure is.
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
    int worlds = 0;           // in which it is defined
    double base = undefined;  // the mean of the base's replications, with the central assumptions
    double mean = undefined;
    double luck_sd = undefined, ignorance_sd = undefined;
    double luck_share = undefined, luck_share_half_width = undefined;  // of the variance of a single future
    WorldRange ignorance, both;
};

// A measure of an alternative against the base, world by world.
struct WorldDifference {
    std::string measure;
    int year = 0;
    Level level = Level::programme;
    std::string id;
    int worlds = 0;
    double mean = undefined;
    WorldRange ignorance;                 // of the paired difference
    WorldRange relative;                  // of it as a part of the base's value in the same world
    int higher = 0, lower = 0, same = 0;  // worlds; the same: where the difference is within its error
    double share_higher = undefined, share_low = undefined, share_high = undefined;  // with its 95 % interval (Wilson)
};

// A number of an alternative that the base has drawn or solved.
struct WorldCarried {
    std::string path, base, alternative;  // as the files write them
    std::string how;                      // ratio, odds, stands
};

struct WorldAlternative {
    std::string scenario;
    std::vector<WorldCarried> carried;
    std::vector<WorldDifference> differences;
    std::vector<WorldMeasure> measures;  // of its own
    int impossible = 0;                  // worlds in which it cannot be, left out of its differences
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

// Of the headline in a year: single futures of all worlds, at 1/100, 3/100 … 99/100 of them.
struct WorldFutures {
    int year = 0;
    std::vector<double> quantiles;
};

// Of the number that weighs most: the headline over the kept worlds in which it lies in a part of its range.
struct WorldSlice {
    double low = 0, high = 0;  // in the number's own unit
    int worlds = 0;
    WorldRange headline;
};

// How the answer moves with the tolerances: the ignorance about the first headline.
struct WorldTolerance {
    double factor = 1;
    int kept = 0;
    WorldRange ignorance;
};

struct Worlds {
    int wanted = 0, drawn = 0, passed = 0, fitted = 0;  // passed: the screens; fitted: calibrated
    int replications = 0;                               // of each world
    std::string headline;                               // the measure whose width is told: beneficiaries
    int headline_year = 0;
    std::vector<std::string> headlines;  // of World::means: measure@year
    std::vector<WorldInput> inputs;      // drawn ones first
    std::vector<std::string> figures;    // of World::residuals
    std::vector<World> kept;
    std::vector<WorldRefusal> refusals;  // the most frequent first
    std::vector<WorldMeasure> measures;  // of the base
    std::vector<WorldAlternative> alternatives;
    WorldRegrets regrets;
    std::vector<WorldTolerance> tolerances;
    std::vector<WorldFutures> futures;   // by year
    double share_by_chance = undefined;  // what the share of some number is at most by chance, in 95 of 100 cases
    int heaviest = -1;                   // input; -1: none weighs more than chance
    std::vector<WorldSlice> slices;      // of it
    bool is_fitted = true;               // the scenario has published figures to agree with
    bool ended_early = false;            // the most draws were made before as many as wanted were kept
    std::vector<std::string> deltas;     // by world: a scenario that extends the base and is this world
};

}  // namespace aforo::results
