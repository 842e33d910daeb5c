// Points of the unit cube. Even ones fill it by several scrambled Sobol sequences in turn, independent of one another,
// so that what is made of the points can be given an error by leaving out one sequence at a time. Independent ones are
// for counts of points whose error is that of a binomial.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "aforo/random/philox.hpp"

namespace aforo::experiment {

class Draws {
public:
    static constexpr std::size_t blocks = 8;
    static constexpr std::size_t most_dimensions = 3667;  // limit of the table of direction numbers [Joe, Kuo 2008]

    enum class Kind : std::uint8_t { even, independent };

    // The same points for the same seed.
    Draws(std::size_t dimensions, std::uint64_t seed, Kind kind = Kind::even);
    ~Draws();
    Draws(const Draws&) = delete;
    Draws& operator=(const Draws&) = delete;

    // The next point, each coordinate strictly between 0 and 1. Point i belongs to block i % blocks.
    [[nodiscard]] std::vector<double> next();

private:
    struct Block;
    std::vector<std::unique_ptr<Block>> all_;  // of even ones
    std::size_t dimensions_;
    random::RoundKeys keys_;
    std::size_t drawn_ = 0;
};

}  // namespace aforo::experiment
