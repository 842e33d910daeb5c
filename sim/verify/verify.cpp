#include "aforo/verify/verify.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "aforo/experiment/experiment.hpp"
#include "aforo/experiment/statistics.hpp"

namespace aforo::verify {

namespace {

Comparison compare(const Case& c, const scenario::Scenario& scenario, const experiment::Outcome& outcome,
                   double family_wise) {
    const std::vector<double> values = c.simulated(outcome.run, outcome.samples);
    const auto n = static_cast<double>(values.size());
    const results::Estimate e = experiment::estimate(values);
    Comparison result{
        .of = &c, .replications = e.n, .exact = c.exact(scenario), .simulated = e.mean, .half_width = e.half_width};
    result.z = (e.mean - result.exact) / (e.sd / std::sqrt(n));
    result.bound = experiment::student_t(1 - family_wise / (2 * static_cast<double>(cases().size())), n - 1);
    return result;
}

}  // namespace

std::vector<Comparison> verify(const std::function<scenario::Scenario(const std::string&)>& read,
                               const Options& options) {
    std::map<std::string, scenario::Scenario> scenarios;  // all are read before anything is run
    for (const Case& c : cases()) {
        if (!scenarios.contains(c.file)) scenarios.emplace(c.file, read(c.file));
    }
    std::vector<Comparison> comparisons;
    int done = 0;
    for (const auto& [file, scenario] : scenarios) {
        if (options.stop && options.stop()) break;
        experiment::Options run;
        run.seed = options.seed * 1'000'003 + static_cast<std::uint64_t>(done);  // no two cases share random numbers
        run.replications = options.replications;
        run.threads = options.threads;
        run.stop = options.stop;
        const experiment::Outcome outcome = experiment::run(scenario, run);
        if (outcome.interrupted) break;
        for (const Case& c : cases()) {
            if (c.file == file) comparisons.push_back(compare(c, scenario, outcome, options.family_wise));
        }
        if (options.progress) options.progress(++done, static_cast<int>(scenarios.size()));
    }
    std::sort(comparisons.begin(), comparisons.end(), [](const auto& a, const auto& b) { return a.of < b.of; });
    return comparisons;
}

}  // namespace aforo::verify
