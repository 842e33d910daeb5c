// The result of a calibration, as plain numbers and texts: which keys were fitted to which figures, how near they came,
// what the figures do not determine, and what each figure would have been predicted by the others.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::results {

// The bound of its range at which a fitted key stands.
enum class Bound : std::uint8_t { none, low, high };

// A key that was free in the fit. Texts are values as scenarios write them, with their unit; numbers are in the key's
// own unit (ms, pesos).
struct FittedKey {
    std::string path;
    Text name = {};       // for people
    std::string meaning;  // in Spanish, as scenarios
    std::string before, after, low, high;
    double before_value = 0, after_value = 0, low_value = 0, high_value = 0;
    double error = 0;  // standard error of the fit, from the luck of the replications it was fitted on
    Bound at = Bound::none;
    bool is_identified = true;  // false when the figures leave it, or a combination with others, undetermined
    std::string figure;         // the name of the figure that it is fitted to; "" for none
};

// A figure that was fitted, or that follows from a fitted one by arithmetic. Values are in the measure's unit.
struct FittedFigure {
    std::string name, measure, id;
    Text label;  // of the measure
    Shape shape;
    int year = 0;
    std::string source;      // the key that states the figure; "" for a number
    std::string definition;  // what the figure means, where it is not a published one
    std::string tied;        // the figure that it follows from
    double published = 0, aim = 0, tolerance = 0;
    double below = 0;         // aim: this many standard deviations below the published figure
    Estimate before, after;   // on replications that nothing was fitted on
    bool is_met = false;      // |mean − aim| ≤ tolerance; where `below` > 0, also mean + 1,645 sd ≤ published
    bool is_certain = false;  // every value in the interval of the mean meets it too
    std::vector<std::string> limits;  // if it is not met: the keys at a bound that prevent it

    // Distance of the mean from the aim, in tolerances.
    [[nodiscard]] double residual(const Estimate& e) const { return (e.mean - aim) / tolerance; }
};

// Keys that compensate one another: moved together in these proportions, they change no figure.
struct Compensation {
    struct Part {
        std::string path;
        double weight = 0;  // in parts of the key's range; the vector has length 1, its largest part is positive
    };
    std::vector<Part> parts;  // the largest first; those of a tenth or less are left out
};

// One step of the fit: the residual of each figure aimed at, in tolerances, and the values of the keys.
struct FitStep {
    int replications = 0;
    std::vector<double> keys, residuals;
};

// A test that leaves out a group of tied figures: its key is drawn evenly over its range, the others are refitted.
struct HeldOut {
    std::string figure, key;                                   // names of FittedFigure and FittedKey
    double low = 0, high = 0;                                  // bounds of the key
    int draws = 0, kept = 0;                                   // kept: draws in which the other figures were met
    double p10 = undefined, p50 = undefined, p90 = undefined;  // of the figure over the kept draws
    double least = undefined, greatest = undefined;
    std::vector<double> values;  // by kept draw
};

struct Calibration {
    std::string version, scenario, digest;
    std::uint64_t seed = 0;
    int year = 0;  // the year of the figures; nothing is simulated after it
    std::vector<FittedKey> keys;
    std::vector<FittedFigure> figures;  // those aimed at first, in the order of FitStep::residuals
    std::vector<double> singular;       // singular values of the Jacobian in tolerances and ranges, the largest first
    int rank = 0;                       // how many singular values are distinguishable from 0
    std::vector<double> sensitivity;    // the Jacobian, [figure × keys + key]: tolerances per range
    std::vector<Compensation> compensations;
    std::vector<FitStep> steps;
    int fitted_on = 0, looked_at_on = 0;  // numbers of replications; the latter are fresh
    int replications_before = 0;          // fresh replications of the scenario as it was
    std::vector<Exhaustion> exhaustions;  // over the fresh replications
    std::vector<HeldOut> held_out;
    bool is_met = false;      // every figure is met, and funds run out in at most 5 % of the replications
    bool is_unmoved = false;  // the scenario was fitted already
    std::string delta;        // a scenario that extends the one fitted and reproduces the fit
};

}  // namespace aforo::results
