// What a calibration leaves, as plain numbers and texts: which keys were fitted to which figures, how near they came,
// what the figures do not say, and what each of them would have been foretold by the others.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::results {

// Bounds that a key may stand at.
enum class Bound : std::uint8_t { none, low, high };

// A key that was free. Values are as scenarios write them, with their unit; the numbers are in the key's own unit (ms,
// pesos).
struct FittedKey {
    std::string path;
    Text name = {};       // for people
    std::string meaning;  // in Spanish, as scenarios
    std::string before, after, low, high;
    double before_value = 0, after_value = 0, low_value = 0, high_value = 0;
    double error = 0;  // standard error of the fit, by luck in the replications it was fitted on
    Bound at = Bound::none;
    bool is_identified = true;  // of it alone and with others: false when the figures leave it free, or part of it
    std::string figure;         // that it answers for, by name; "" for none
};

// A figure that was aimed at, or that follows from one by arithmetic. In the measure's unit.
struct FittedFigure {
    std::string name, measure, id;
    Text label;  // of the measure
    Shape shape;
    int year = 0;
    std::string source;      // the key that says the figure; "" when it is stated
    std::string definition;  // what it defines, where it is no published figure
    std::string tied;        // the figure that it follows from
    double published = 0, aim = 0, tolerance = 0;
    double below = 0;         // standard deviations under the published one that were aimed at
    Estimate before, after;   // on replications that nothing was fitted on
    bool is_met = false;      // |mean − aim| ≤ tolerance and, where it stands below, mean + 1,645 sd ≤ published
    bool is_certain = false;  // so is every value of the mean's interval
    std::vector<std::string> limits;  // of one that is not met: the keys at a bound that keep it off

    // Of the mean, in tolerances.
    [[nodiscard]] double residual(const Estimate& e) const { return (e.mean - aim) / tolerance; }
};

// Keys that make up for one another: what no figure notices when they move together so.
struct Compensation {
    struct Part {
        std::string path;
        double weight = 0;  // in parts of the keys' ranges; of length 1 all together, the largest positive
    };
    std::vector<Part> parts;  // the largest first; those of a tenth or less are left out
};

// One point on the way: the residual of each figure aimed at, in tolerances, and where the keys stood.
struct FitStep {
    int replications = 0;
    std::vector<double> keys, residuals;
};

// A group of tied figures left out, its key drawn evenly over its range, the others fitted again.
struct HeldOut {
    std::string figure, key;                                   // names of FittedFigure and FittedKey
    double low = 0, high = 0;                                  // of the key
    int draws = 0, kept = 0;                                   // kept: the other figures were met all the same
    double p10 = undefined, p50 = undefined, p90 = undefined;  // of the figure, over the kept
    double least = undefined, greatest = undefined;
    std::vector<double> values;  // by kept draw
};

struct Calibration {
    std::string version, scenario, digest;
    std::uint64_t seed = 0;
    int year = 0;  // of the figures: nothing is simulated after it
    std::vector<FittedKey> keys;
    std::vector<FittedFigure> figures;  // those aimed at first, in the order of FitStep::residuals
    std::vector<double> singular;       // of the Jacobian in tolerances and ranges, the largest first
    int rank = 0;                       // how many of them are told from nothing
    std::vector<double> sensitivity;    // that Jacobian, [figure × keys + key]: tolerances per range
    std::vector<Compensation> compensations;
    std::vector<FitStep> steps;
    int fitted_on = 0, looked_at_on = 0;  // replications; the latter are fresh
    int replications_before = 0;          // fresh ones, of the scenario as it was
    std::vector<Exhaustion> exhaustions;  // over the fresh replications
    std::vector<HeldOut> held_out;
    bool is_met = false;      // every figure is, and no funds run out in more than 5 %
    bool is_unmoved = false;  // it was fitted already
    std::string delta;        // a scenario that extends the one fitted and reproduces the fit
};

}  // namespace aforo::results
