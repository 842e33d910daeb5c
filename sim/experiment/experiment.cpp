#include "aforo/experiment/experiment.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/experiment/statistics.hpp"
#include "aforo/experiment/study.hpp"
#include "reduce.hpp"

namespace aforo::experiment {

namespace {

// Tests δ(n)/|X̄| ≤ γ/(1 + γ) for the beneficiaries of each year, at α/c each for c years [Law, 9.4.1, 9.7].
bool is_precise(const Study& study, double gamma) {
    const auto watched = yearly(study.keys(0), "beneficiaries");
    return std::all_of(watched.begin(), watched.end(), [&](std::size_t i) {
        const auto e = estimate(column_of(study.values(0), i), 0.05 / static_cast<double>(watched.size()));
        return e.half_width <= gamma / (1 + gamma) * std::abs(e.mean);
    });
}

}  // namespace

Outcome run(const scenario::Scenario& scenario, const Options& options) {
    Study study(options);
    study.add({.scenario = scenario, .digest = options.digest_of(0)});
    bool is_whole = true, is_reached = !options.precision;
    if (!options.precision) {
        is_whole = study.extend(options.replications);
    } else {
        for (int n = std::min(10, options.replications);; n = std::min(2 * n, options.replications)) {
            is_whole = study.extend(n);
            is_reached = is_whole && n > 1 && is_precise(study, *options.precision);
            if (!is_whole || is_reached || n == options.replications) break;
        }
    }
    Outcome outcome = study.outcome(0, static_cast<int>(study.values(0).size()));
    outcome.run.ledger = study.ledger(0);
    outcome.precision_reached = is_reached;
    outcome.interrupted = !is_whole;
    return outcome;
}

}  // namespace aforo::experiment
