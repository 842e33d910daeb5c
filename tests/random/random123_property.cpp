#include <doctest/doctest.h>

#include "aforo/random/philox.hpp"

// After ours, as it makes a macro of its name.
#include <Random123/philox.h>
#undef philox2x64

using namespace aforo::random;

TEST_CASE("blocks are those of Random123, bit for bit") {
    const r123::Philox2x64 theirs;
    Block counter{1, 2};
    std::uint64_t key = 3;
    for (int i = 0; i < 100'000; ++i) {  // each block gives the next counter and key: they come from the whole range
        r123::Philox2x64::ctr_type their_counter{};
        their_counter[0] = counter[0];
        their_counter[1] = counter[1];
        r123::Philox2x64::ukey_type their_key{};
        their_key[0] = key;
        const auto expected = theirs(their_counter, their_key);
        const Block block = philox2x64(counter, round_keys(key));
        REQUIRE(block == Block{expected[0], expected[1]});
        key ^= counter[0];
        counter = block;
    }
}
