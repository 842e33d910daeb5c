// What a keyed number costs.
#include "aforo/random/streams.hpp"
#include "bench.hpp"

namespace {

using namespace aforo;

// `lanes` of each block: what an entity draws at one moment.
template <int lanes>
void uniforms(benchmark::State& state) {
    constexpr std::uint32_t blocks = 1000;
    std::uint64_t seed = 2024;
    benchmark::DoNotOptimize(seed);
    const random::Streams streams(seed, 1);
    std::uint64_t entity = 0;
    for (auto _ : state) {
        for (std::uint32_t n = 0; n < blocks; ++n) {
            const auto u = streams.draw(entity++, 1);
            for (int lane = 0; lane < lanes; ++lane) {
                double number = u[lane];
                benchmark::DoNotOptimize(number);
            }
        }
    }
    state.counters["per_number"] = bench::time_of_one(blocks * lanes);
}

}  // namespace

BENCHMARK(uniforms<4>)->Name("number/four_of_a_block")->Apply(bench::quickest_of_many);
BENCHMARK(uniforms<1>)->Name("number/one_of_a_block")->Apply(bench::quickest_of_many);
