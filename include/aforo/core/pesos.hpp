// In which pesos an amount is told: those that it is written in, those of one year, or nominal ones, of each year its
// own; and what yearly factors come to from one year to another. Amounts themselves are core/money.hpp.
#pragma once

#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace aforo::core {

struct Pesos {
    enum class Kind : std::uint8_t { as_written, nominal, of_year };
    Kind kind = Kind::as_written;
    int year = 0;  // of_year

    [[nodiscard]] bool is_said() const { return kind != Kind::as_written; }
    friend bool operator==(const Pesos&, const Pesos&) = default;
};

// sheet, nominal or a year; nothing for any other text.
[[nodiscard]] std::optional<Pesos> pesos_of(std::string_view text);
[[nodiscard]] std::string text_of(const Pesos& pesos);

// The factors that are written, by year: each is that of 1 January of its year over the year before. A year that is not
// there takes that of the last one before it; before the first nothing changes. Of all years under 0.
using YearFactors = std::map<int, double>;

[[nodiscard]] inline double factor_on(const YearFactors& factors, int year) {
    const auto next = factors.upper_bound(year);
    return next == factors.begin() ? 1 : std::prev(next)->second;
}
// The level of `year` relative to `base`: 1 in the base year, the product of the factors after it, the inverse before.
[[nodiscard]] inline double compounded(const YearFactors& factors, int base, int year) {
    double product = 1;
    for (int y = base + 1; y <= year; ++y) product *= factor_on(factors, y);
    for (int y = base; y > year; --y) product *= factor_on(factors, y);
    return year >= base ? product : 1 / product;
}

// Pesos of one year and how prices go from it.
struct PriceIndex {
    int of = 0;           // the pesos that amounts are written in
    YearFactors factors;  // of prices

    // Whether it says how prices go from a year to another: a year before the first one that is named has no index.
    [[nodiscard]] bool knows(int one, int other) const;
    // By what an amount of `year` is multiplied to be told in `pesos`.
    [[nodiscard]] double factor(const Pesos& pesos, int year) const {
        switch (pesos.kind) {
            case Pesos::Kind::nominal:
                return compounded(factors, of, year);
            case Pesos::Kind::of_year:
                return compounded(factors, of, pesos.year);
            case Pesos::Kind::as_written:
                break;
        }
        return 1;
    }
    // The first of these years for which it does not say what it takes; nothing where it says it all.
    [[nodiscard]] std::optional<int> lacks(const Pesos& pesos, int first_year, int last_year) const;

    friend bool operator==(const PriceIndex&, const PriceIndex&) = default;
};

}  // namespace aforo::core
