// Keyed random numbers without state: who draws (an entity's permanent key), in which visit, and what for decide the
// number; nothing else does. So a new purpose shifts nobody's numbers, an entity can be replayed alone, and results
// do not depend on threads or on the order of events.
#pragma once

#include <cstdint>

#include "aforo/random/philox.hpp"

namespace aforo::random {

// One block of random bits, seen as four uniforms. Lane l is uniform on the midpoints (k + ½)/2³² of (0, 1): never 0
// or 1.
class Uniforms {
public:
    constexpr explicit Uniforms(Block bits) : bits_(bits) {}

    [[nodiscard]] constexpr double operator[](int lane) const {
        const auto bits = static_cast<std::uint32_t>(bits_[static_cast<unsigned>(lane) / 2] >> (lane % 2 * 32));
        return (static_cast<double>(bits) + 0.5) * 0x1p-32;
    }

private:
    Block bits_;
};

// The numbers of one replication. key = seed; counter = (entity; replication, visit and block).
class Streams {
public:
    constexpr Streams(std::uint64_t seed, std::uint32_t replication)
        : keys_(round_keys(seed)), replication_(replication) {}

    // `block` < 256 names a group of four purposes; `visit` < 2²⁴ counts repetitions of it for the same entity.
    [[nodiscard]] constexpr Uniforms draw(std::uint64_t entity, std::uint32_t block, std::uint32_t visit = 0) const {
        return Uniforms(philox2x64({entity, std::uint64_t{replication_} << 32 | (visit << 8) | block}, keys_));
    }

private:
    RoundKeys keys_;
    std::uint32_t replication_;
};

}  // namespace aforo::random
