#include "aforo/experiment/claims.hpp"

#include <cmath>

#include "aforo/experiment/statistics.hpp"
#include "aforo/results/difference.hpp"

namespace aforo::experiment {

namespace {

// The half-width of the interval of 1 − alpha, from the spread; infinite where one replication does not tell.
double half_width(const results::Estimate& e, double alpha) {
    if (e.n < 2) return HUGE_VAL;
    return e.sd == 0 ? 0 : student_t(1 - alpha / 2, e.n - 1.0) * e.sd / std::sqrt(static_cast<double>(e.n));
}

constexpr double of_equality = 0.001;

}  // namespace

bool holds(scenario::Claim::What what, const results::Difference& difference) {
    using What = scenario::Claim::What;
    const results::Estimate& d = difference.value;
    switch (what) {
        case What::open:
            return true;
        case What::unchanged:
            return difference.base.n == difference.alternative.n && (d.n == 0 || results::is_nothing(difference));
        case What::rises:
            return d.n > 1 && d.mean - half_width(d, 0.05) > 0;
        case What::falls:
            return d.n > 1 && d.mean + half_width(d, 0.05) < 0;
        case What::cannot_be_told:
            return d.n > 1 && std::abs(d.mean) <= half_width(d, of_equality);
    }
    return false;
}

bool is_between(const results::Estimate& figure, double low, double high) {
    if (figure.n < 1 || !std::isfinite(figure.mean)) return false;
    const double error = figure.n < 2 ? 0 : half_width(figure, of_equality);
    return figure.mean + error >= low && figure.mean - error <= high;
}

}  // namespace aforo::experiment
