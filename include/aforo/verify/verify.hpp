// Compares the programme's model with queueing theory. Each case is a scenario whose parameters reduce the programme to
// a textbook model; it is run like any other and compared with the theoretical value for the same parameters.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::verify {

// A number that theory gives for a scenario, and its measurement in each replication.
struct Case {
    const char* file;  // in the folder of verification scenarios, without .yaml
    const char* model;
    const char* what_es;
    const char* what_en;
    double (*exact)(const scenario::Scenario&);
    std::vector<double> (*simulated)(const results::Run&, const results::Samples&);
};
[[nodiscard]] std::span<const Case> cases();

struct Comparison {
    const Case* of = nullptr;
    int replications = 0;
    double exact = 0, simulated = 0;
    double half_width = 0;  // of the 95 % interval
    double z = 0;           // (simulated − exact) / standard error
    double bound = 0;       // bound on |z|: Student's t, Bonferroni over all cases, at the family-wise level
    [[nodiscard]] bool holds() const { return z <= bound && z >= -bound; }
};

struct Options {
    std::uint64_t seed = 1;
    int replications = 60;
    int threads = 0;
    double family_wise = 0.001;              // probability that some case fails although all are right
    std::function<void(int, int)> progress;  // scenarios done, of how many
    std::function<bool()> stop;              // checked between scenarios and within them
};
// Reads scenario FOLDER/<file>.yaml with `read`, which throws on failure; runs each file once.
[[nodiscard]] std::vector<Comparison> verify(const std::function<scenario::Scenario(const std::string& file)>& read,
                                             const Options& options);

}  // namespace aforo::verify
