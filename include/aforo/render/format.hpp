// Writes numbers, money, shares, ranges and dates as the reader expects: es 1.234,5 and en 1,234.5. No other code does.
// Files for machines use the shortest round-trip form instead (render/machine.hpp). A value that is not finite is
// undefined and prints as «—».
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "aforo/core/language.hpp"

namespace aforo::render {

using core::Lang;

inline constexpr std::string_view undefined_mark = "—";

// Rounds half away from zero, after reducing the value to the 15 significant digits that were meant: 6.905, which
// binary holds as 6.90500000000000025 or 6.9049999999999994, prints as 6,91 in both cases.
class Format {
public:
    explicit Format(Lang lang) : lang_(lang) {}
    [[nodiscard]] Lang lang() const { return lang_; }

    // 1.234,50 with exactly `decimals` places.
    [[nodiscard]] std::string number(double value, int decimals = 0) const;
    // 1.234,5: at most `decimals` places, without trailing zeros.
    [[nodiscard]] std::string trimmed(double value, int decimals) const;
    // +1.234, -1.234, and 0 without a sign when it rounds to zero.
    [[nodiscard]] std::string signed_number(double value, int decimals = 0) const;

    // From a ratio, as the sheet writes it: 6,9%, with at most `decimals` places.
    [[nodiscard]] std::string sheet_percent(double ratio, int decimals = 2) const;
    // From a ratio, for prose: 12,3 % (en 12.3%).
    [[nodiscard]] std::string percent(double ratio, int decimals = 1) const;
    [[nodiscard]] std::string signed_percent(double ratio, int decimals = 1) const;

    // $1.234, exact.
    [[nodiscard]] std::string pesos(std::int64_t amount) const;

    // 20.901–21.417. If one end is negative a word stands between them (-3 a 5), because a dash would look like a
    // minus. One number if both ends print alike.
    [[nodiscard]] std::string range(double low, double high, int decimals = 0) const;

    // From an ISO date: 15-10-2026 (en 2026-10-15), 15 de octubre (en 15 October) and 15-10 (en 15 Oct). A text that is
    // not a date is returned unchanged.
    [[nodiscard]] std::string date(std::string_view iso) const;
    [[nodiscard]] std::string day_and_month(std::string_view iso) const;
    [[nodiscard]] std::string short_day(std::string_view iso) const;

    // «septiembre de 2025», and the name of a month alone.
    [[nodiscard]] std::string month(int year, int month) const;
    [[nodiscard]] std::string_view name_of_month(int month) const;

private:
    [[nodiscard]] std::string localised(const std::string& plain) const;
    [[nodiscard]] std::string percent_mark() const;
    [[nodiscard]] std::string from_to(const std::string& low, const std::string& high) const;

    Lang lang_;
};

// value × 10^shift as a decimal with `decimals` places, a point and no grouping, rounded as Format does.
[[nodiscard]] std::string rounded_decimal(double value, int decimals, int shift = 0);

// The shortest decimal that reads back as the same double, with a point: 20000, 0.069, 1e+20.
[[nodiscard]] std::string shortest(double value);

}  // namespace aforo::render
