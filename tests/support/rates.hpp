// Rates that a test counts: what is held against a claim is only what contradicts it, by the one-sided bound of Clopper
// and Pearson at 0,001.
#pragma once

#include <boost/math/distributions/binomial.hpp>

namespace aforo::testing {

using Binomial = boost::math::binomial_distribution<>;

// The rate may be `most` or less, for all that `k` of `n` say.
inline bool may_be_at_most(double most, int k, int n) {
    return k == 0 || Binomial::find_lower_bound_on_p(n, k, 0.001) <= most;
}
// The rate may be `least` or more.
inline bool may_be_at_least(double least, int k, int n) {
    return k == n || Binomial::find_upper_bound_on_p(n, k, 0.001) >= least;
}

}  // namespace aforo::testing
