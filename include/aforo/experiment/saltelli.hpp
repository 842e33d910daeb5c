// Shares of variance of independent inputs, each alone and with all that it takes part in: Sobol's indices from two
// samples and those that take one input from the other [Saltelli et al. 2010; Jansen 1999].
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aforo::experiment {

// Points of the open cube, row by row: A, B, and A with the column i of B, input by input: `rows` × (inputs + 2). Rows
// come in turn from the blocks of `Draws`; best are 8 × a power of 2. The same for the same seed.
[[nodiscard]] std::vector<std::vector<double>> saltelli_points(std::size_t inputs, std::size_t rows,
                                                               std::uint64_t seed);

struct SobolIndex {
    double first;             // Var(E[Y|x]) / Var(Y)
    double first_half_width;  // 95 %, by leaving out one block at a time; NaN where a block has fewer than four rows
    double total;             // E[Var(Y|all others)] / Var(Y)
    double total_half_width;
};
struct SobolIndices {
    std::vector<SobolIndex> inputs;  // undefined where Y does not vary
    std::size_t rows = 0;            // in which every value is defined: those used
    double variance = 0;             // of Y
};
// `y`: by point of `saltelli_points`, NaN where there is no value. A row with such a one is left out.
[[nodiscard]] SobolIndices sobol_indices(std::span<const double> y, std::size_t inputs);

}  // namespace aforo::experiment
