// Keyed random numbers without state. A number depends only on who draws it (the permanent key of an entity), in which
// visit, and for which purpose. So a new purpose changes no other number, an entity can be replayed alone, and results
// do not depend on threads or on the order of events.
#pragma once

#include <cstdint>

#include "aforo/random/philox.hpp"

namespace aforo::random {

// One block of random bits, read as four uniforms. Lane l takes one of the midpoints (k + ½)/2³² of (0, 1), so it is
// never 0 or 1.
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

// The numbers of one replication. The key is the seed; the counter is (entity; replication, visit and block).
class Streams {
public:
    constexpr Streams(std::uint64_t seed, std::uint32_t replication)
        : keys_(round_keys(seed)), replication_(replication) {}

    // `block` < 256 names a group of four purposes; `visit` < 2²⁴ counts its repetitions for the same entity.
    [[nodiscard]] constexpr Uniforms draw(std::uint64_t entity, std::uint32_t block, std::uint32_t visit = 0) const {
        return Uniforms(philox2x64({entity, std::uint64_t{replication_} << 32 | (visit << 8) | block}, keys_));
    }

private:
    RoundKeys keys_;
    std::uint32_t replication_;
};

}  // namespace aforo::random
