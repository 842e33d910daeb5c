#include "aforo/core/money.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace aforo::core {

namespace {

__extension__ using Int128 = __int128;

}  // namespace

Money scaled(Money amount, std::int64_t numerator, std::int64_t denominator) {
    ensure(denominator > 0, "money scaled by a fraction without a positive denominator");
    const Int128 product = static_cast<Int128>(amount.in_pesos()) * numerator;
    const Int128 half = denominator / 2;
    const Int128 rounded = (product >= 0 ? product + half : product - half) / denominator;
    ensure(rounded <= INT64_MAX && rounded >= INT64_MIN, "money overflow in a scaling");
    return Money::pesos(static_cast<std::int64_t>(rounded));
}

Money scaled_by_decimal(Money amount, double factor) {
    constexpr double places = 1e9;
    ensure(std::isfinite(factor) && std::abs(factor) < 1e9, "money scaled by a factor out of range");
    return scaled(amount, std::llround(factor * places), static_cast<std::int64_t>(places));
}

std::vector<std::int64_t> largest_remainder(std::int64_t whole, std::span<const double> weights, std::int64_t minimum) {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    const bool usable = std::all_of(weights.begin(), weights.end(), [](double w) { return w >= 0; }) && total > 0;
    ensure(usable, "largest remainder needs weights that are not negative and not all zero");
    ensure(minimum * std::ssize(weights) <= whole, "largest remainder: the minima exceed the whole");

    std::vector<std::int64_t> parts(weights.size(), minimum);
    // Parts whose share falls below the minimum keep the minimum; the others share the rest. Repeats until no share
    // falls.
    std::vector<bool> at_minimum(weights.size(), false);
    std::vector<double> quota(weights.size(), 0.0);
    std::int64_t left = whole;
    for (bool settled = false; !settled;) {
        settled = true;
        double open_weight = 0;
        left = whole;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (at_minimum[i]) {
                left -= minimum;
            } else {
                open_weight += weights[i];
            }
        }
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (at_minimum[i]) {
                continue;
            }
            quota[i] = open_weight > 0 ? static_cast<double>(left) * weights[i] / open_weight : 0.0;
            if (quota[i] < static_cast<double>(minimum)) {
                at_minimum[i] = true;
                settled = false;
            }
        }
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!at_minimum[i]) {
            // A quota that is a rounding error below an integer counts as that integer.
            parts[i] = static_cast<std::int64_t>(std::floor(quota[i] + 1e-9));
            left -= parts[i];
            order.push_back(i);
        }
    }
    // Remainders are compared in billionths, so that rounding errors do not decide; of equal ones the lower index is
    // first.
    const auto remainder = [&](std::size_t i) {
        return std::llround((quota[i] - static_cast<double>(parts[i])) * 1e9);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainder(a) > remainder(b); });
    for (std::size_t k = 0; left > 0 && !order.empty(); ++k, --left) {
        ++parts[order[k % order.size()]];
    }
    // When `whole` is too large for a double to hold exactly, the quotas may sum to slightly more than it. The parts
    // with
    // the smallest remainders then give the excess back.
    for (std::size_t k = order.size(); left < 0 && k > 0;) {
        std::int64_t& part = parts[order[--k]];
        const std::int64_t given = std::min(-left, part - minimum);
        part -= given;
        left += given;
    }
    ensure(left == 0, "largest remainder did not meet its sum");
    return parts;
}

std::vector<Money> split_evenly(Money whole, int parts) {
    ensure(parts > 0, "money split into no parts");
    std::vector<Money> shares;
    shares.reserve(static_cast<std::size_t>(parts));
    Money given;
    for (int i = 1; i <= parts; ++i) {
        const Money upto = scaled(whole, i, parts);
        shares.push_back(upto - given);
        given = upto;
    }
    return shares;
}

}  // namespace aforo::core
