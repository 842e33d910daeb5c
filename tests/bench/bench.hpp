// What the benchmarks share.
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

namespace aforo::bench {

// Short and often, as the quickest repetition is what the machine takes when nothing else disturbs it.
inline void quickest_of_many(benchmark::internal::Benchmark* b) {
    b->MinTime(0.02)->Repetitions(15)->ReportAggregatesOnly()->ComputeStatistics(
        "quickest", [](const std::vector<double>& v) { return *std::min_element(v.begin(), v.end()); });
}

// The time of one of `n` in each iteration.
inline benchmark::Counter time_of_one(double n) {
    return {n, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert};
}

}  // namespace aforo::bench
