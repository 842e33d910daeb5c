// Shapley values of one measure for m players, from the value of every coalition. Private to the module.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::experiment {

// The weight of a set is |S|! (m − |S| − 1)! / m!.
class Shapley {
public:
    explicit Shapley(std::size_t players) : m_(players) {
        for (std::size_t s = 0; s < m_; ++s) weights_.push_back(factorial(s) * factorial(m_ - s - 1));
    }

    // m! times the share of each player. T is results::Whole (exact) or double; `value(S)` has a type that converts to
    // T.
    template <class T, class Value>
    [[nodiscard]] std::vector<T> shares(Value value) const {
        std::vector<T> shares(m_, 0);
        for (std::size_t set = 0; set < std::size_t{1} << m_; ++set) {
            const auto weight =
                set + 1 == std::size_t{1} << m_ ? 0 : weights_[static_cast<std::size_t>(std::popcount(set))];
            for (std::size_t i = 0; i < m_; ++i) {
                if ((set >> i & 1) == 0)
                    shares[i] += static_cast<T>(weight) *
                                 (static_cast<T>(value(set | std::size_t{1} << i)) - static_cast<T>(value(set)));
            }
        }
        return shares;
    }
    [[nodiscard]] std::int64_t whole() const { return factorial(m_); }  // m!

private:
    static std::int64_t factorial(std::size_t n) {
        std::int64_t product = 1;
        for (std::size_t k = 2; k <= n; ++k) product *= static_cast<std::int64_t>(k);
        return product;
    }

    std::size_t m_;
    std::vector<std::int64_t> weights_;  // by the size of S
};

}  // namespace aforo::experiment
