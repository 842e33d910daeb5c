// Points that fill the unit cube evenly: several independent scrambled Sobol sequences in turn, so that the error of a
// result can be estimated by leaving out one sequence at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace aforo::experiment {

class Draws {
public:
    static constexpr std::size_t blocks = 8;
    static constexpr std::size_t most_dimensions = 3667;  // limit of the table of direction numbers [Joe, Kuo 2008]

    // The same seed gives the same points.
    Draws(std::size_t dimensions, std::uint64_t seed);
    ~Draws();
    Draws(const Draws&) = delete;
    Draws& operator=(const Draws&) = delete;

    // The next point, each coordinate strictly between 0 and 1. Point i belongs to block i % blocks.
    [[nodiscard]] std::vector<double> next();

private:
    struct Block;
    std::vector<std::unique_ptr<Block>> all_;
    std::size_t drawn_ = 0;
};

}  // namespace aforo::experiment
