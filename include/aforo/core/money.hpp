// Money is whole Chilean pesos in 64 bits. No operator takes a double, so no rounding can slip in; overflow throws.
// 1 M$ (the sheet's unit, "miles de $") is 1.000 pesos.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <span>
#include <vector>

#include "aforo/core/contracts.hpp"

namespace aforo::core {

class Money {
public:
    constexpr Money() = default;

    static constexpr Money pesos(std::int64_t amount) { return Money(amount); }
    static constexpr Money thousands(std::int64_t amount) { return Money(amount) * 1000; }

    [[nodiscard]] constexpr std::int64_t in_pesos() const { return pesos_; }
    // In M$ (thousands of pesos), for display and statistics only.
    [[nodiscard]] constexpr double in_thousands() const { return static_cast<double>(pesos_) / 1000.0; }

    friend constexpr auto operator<=>(Money, Money) = default;

    friend constexpr Money operator+(Money a, Money b) {
        std::int64_t r = 0;
        ensure(!__builtin_add_overflow(a.pesos_, b.pesos_, &r), "money overflow in a sum");
        return Money(r);
    }
    friend constexpr Money operator-(Money a, Money b) {
        std::int64_t r = 0;
        ensure(!__builtin_sub_overflow(a.pesos_, b.pesos_, &r), "money overflow in a difference");
        return Money(r);
    }
    template <std::integral I>
    friend constexpr Money operator*(Money a, I n) {
        std::int64_t r = 0;
        ensure(!__builtin_mul_overflow(a.pesos_, n, &r), "money overflow in a product");
        return Money(r);
    }
    template <std::integral I>
    friend constexpr Money operator*(I n, Money a) {
        return a * n;
    }
    template <std::floating_point F>
    friend Money operator*(Money, F) = delete;
    template <std::floating_point F>
    friend Money operator*(F, Money) = delete;
    template <std::floating_point F>
    friend Money operator/(Money, F) = delete;
    constexpr Money& operator+=(Money o) { return *this = *this + o; }
    constexpr Money& operator-=(Money o) { return *this = *this - o; }

private:
    constexpr explicit Money(std::int64_t p) : pesos_(p) {}

    std::int64_t pesos_ = 0;
};

// amount × numerator / denominator, rounded half away from zero; the product is exact (128 bits).
[[nodiscard]] Money scaled(Money amount, std::int64_t numerator, std::int64_t denominator);

// amount × factor to the nearest peso, for factors that a scenario gives as decimals (yearly growth).
// The factor is read as the decimal with 9 places that it prints as, so that 1.2 means exactly 12/10.
[[nodiscard]] Money scaled_by_decimal(Money amount, double factor);

// Splits `whole` units in proportion to `weights` by largest remainder; of equal remainders the lower index goes first.
// Every part is at least `minimum`. Errors: BrokenInvariant when a weight is negative, all weights are zero, or the
// minima exceed `whole`.
[[nodiscard]] std::vector<std::int64_t> largest_remainder(std::int64_t whole, std::span<const double> weights,
                                                          std::int64_t minimum = 0);

// Splits money into `parts` shares that differ by at most one peso and sum exactly to `whole`.
[[nodiscard]] std::vector<Money> split_evenly(Money whole, int parts);

}  // namespace aforo::core
