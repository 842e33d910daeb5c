// Philox2x64-10, a counter-based generator (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3",
// SC'11): a 128-bit counter and a 64-bit key give 128 random bits, without state. The bits equal those of Random123.
#pragma once

#include <array>
#include <cstdint>

namespace aforo::random {

using Block = std::array<std::uint64_t, 2>;

// The keys of the ten rounds, derived once from the key and reused for all draws with it.
using RoundKeys = std::array<std::uint64_t, 10>;

constexpr RoundKeys round_keys(std::uint64_t key) {
    RoundKeys keys{};
    for (auto& k : keys) {
        k = key;
        key += 0x9E3779B97F4A7C15;
    }
    return keys;
}

// The 128-bit product, high half first.
constexpr Block wide_product(std::uint64_t a, std::uint64_t b) {
#if defined(__SIZEOF_INT128__) && !defined(__wasm__)
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide{a} * b;
    return {static_cast<std::uint64_t>(product >> 64), static_cast<std::uint64_t>(product)};
#else  // on 32-bit targets, and where it would be a call: by halves
    constexpr std::uint64_t half = 0xFFFFFFFF;
    const std::uint64_t low = (a & half) * (b & half);
    const std::uint64_t cross = (a >> 32) * (b & half) + (low >> 32);
    const std::uint64_t other = (a & half) * (b >> 32) + (cross & half);
    return {(a >> 32) * (b >> 32) + (cross >> 32) + (other >> 32), other << 32 | (low & half)};
#endif
}

constexpr Block philox2x64(Block counter, const RoundKeys& keys) {
#pragma GCC unroll 10
    for (const std::uint64_t key : keys) {
        const Block product = wide_product(0xD2B74407B1CE6E93, counter[0]);
        counter = {product[0] ^ key ^ counter[1], product[1]};
    }
    return counter;
}

// Known answers that Random123 publishes.
static_assert(philox2x64({0, 0}, round_keys(0)) == Block{0xca00a0459843d731, 0x66c24222c9a845b5});
static_assert(philox2x64({0xffffffffffffffff, 0xffffffffffffffff}, round_keys(0xffffffffffffffff)) ==
              Block{0x65b021d60cd8310f, 0x4d02f3222f86df20});
static_assert(philox2x64({0x243f6a8885a308d3, 0x13198a2e03707344}, round_keys(0xa4093822299f31d0)) ==
              Block{0x0a5e742c2997341c, 0xb0f883d38000de5d});

}  // namespace aforo::random
