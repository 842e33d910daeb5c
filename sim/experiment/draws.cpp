#include "aforo/experiment/draws.hpp"

#include <boost/random/sobol.hpp>

#include "aforo/core/contracts.hpp"

namespace aforo::experiment {

// A Sobol sequence with its own digital shift: the bits of each coordinate are flipped by the same random bits
// [L'Ecuyer, Lemieux 2002], which keeps the sequence even and makes each point uniform.
struct Draws::Block {
    boost::random::sobol sequence;
    std::vector<std::uint64_t> shift;
};

namespace {

// Beyond every replication's numbers.
constexpr std::uint64_t purpose = 0xD4A5ULL << 48, purpose_of_independent = 0xD4A6ULL << 48;

double between_0_and_1(std::uint64_t bits) { return (static_cast<double>(bits >> 11) + 0.5) * 0x1p-53; }

}  // namespace

Draws::Draws(std::size_t dimensions, std::uint64_t seed, Kind kind)
    : dimensions_(dimensions), keys_(random::round_keys(seed)) {
    core::ensure(dimensions > 0 && dimensions <= most_dimensions, "a point has from 1 to 3667 coordinates");
    if (kind == Kind::independent) return;
    for (std::size_t b = 0; b < blocks; ++b) {
        auto block = std::make_unique<Block>(Block{boost::random::sobol(dimensions), {}});
        for (std::size_t d = 0; d < dimensions; ++d)
            block->shift.push_back(random::philox2x64({d, purpose + b}, keys_)[0]);
        all_.push_back(std::move(block));
    }
}

Draws::~Draws() = default;

std::vector<double> Draws::next() {
    std::vector<double> point;
    const std::size_t i = drawn_++;
    if (all_.empty()) {
        for (std::size_t d = 0; d < dimensions_; ++d)
            point.push_back(between_0_and_1(random::philox2x64({i, purpose_of_independent + d}, keys_)[0]));
        return point;
    }
    Block& block = *all_[i % blocks];
    for (const std::uint64_t shift : block.shift) point.push_back(between_0_and_1(block.sequence() ^ shift));
    return point;
}

}  // namespace aforo::experiment
