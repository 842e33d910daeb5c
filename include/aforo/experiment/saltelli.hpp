// Shares of variance of independent inputs, alone and with all their interactions: Sobol' indices from two samples and
// those in which one input is exchanged [Saltelli et al. 2010; Jansen 1999].
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aforo::experiment {

// Points of the open cube, row by row: A, B, and for each input i the row A with column i of B, so `rows` × (inputs +
// 2) points. Rows come from the blocks of `Draws` in turn; 8 × a power of 2 is best. The same seed gives the same.
[[nodiscard]] std::vector<std::vector<double>> saltelli_points(std::size_t inputs, std::size_t rows,
                                                               std::uint64_t seed);

struct SobolIndex {
    double first;             // Var(E[Y|x]) / Var(Y)
    double first_half_width;  // 95 %, by leaving out one block at a time; NaN if a block has fewer than four rows
    double total;             // E[Var(Y|all others)] / Var(Y)
    double total_half_width;
};
struct SobolIndices {
    std::vector<SobolIndex> inputs;  // undefined if Y does not vary
    std::size_t rows = 0;            // rows used: those in which every value is defined
    double variance = 0;             // of Y
};
// `y` has a value for each point of `saltelli_points`, NaN where there is none; rows with a NaN are left out.
[[nodiscard]] SobolIndices sobol_indices(std::span<const double> y, std::size_t inputs);

}  // namespace aforo::experiment
