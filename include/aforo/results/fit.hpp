// Distributions fitted to observed lengths of time, as `aforo fit` proposes them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::results {

enum class Family : std::uint8_t { exponential, gamma, lognormal, weibull, empirical };

// A distribution fitted by maximum likelihood to the values above 0. The empirical one has no likelihood to compare.
struct FittedFamily {
    Family family = Family::empirical;
    double mean = 0, cv = 0;  // as a scenario states them
    int parameters = 0;
    double log_likelihood = undefined, aic = undefined, bic = undefined;
    double distance = 0;  // Kolmogorov and Smirnov: the greatest between what is observed and what it says
    double tails = 0;     // Anderson and Darling: the same over all values, where the tails weigh more
    double median = 0, p90 = 0;
    std::string yaml;  // a distribution as a scenario writes it; "" where there are too many values to list
};

struct Fit {
    std::string file, column, key;  // the key of the scenario that takes it
    std::string unit;               // min, h or days
    std::size_t values = 0, zeros = 0;
    double mean = 0, cv = 0, least = 0, median = 0, p90 = 0, greatest = 0;  // of all values
    double by_chance = 0;                // a distance that chance alone seldom exceeds, were the distribution known
    std::vector<FittedFamily> families;  // the least AIC first, the empirical last
    std::size_t proposed = 0;            // index into families
    // Shares of the values above 0 that are at most x: observed, and by each family but the empirical.
    struct Point {
        double x, observed;
        std::vector<double> fitted;
    };
    std::vector<Point> points;
};

}  // namespace aforo::results
