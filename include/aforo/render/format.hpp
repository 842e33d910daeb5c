// Numbers, money, shares, ranges and dates as the reader writes them: es 1.234,5 and en 1,234.5.
// One place for all of it. Not for files that machines read: those take the shortest round-trip form
// (render/machine.hpp). A value that is not finite is undefined and prints as «—».
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "aforo/core/language.hpp"

namespace aforo::render {

using core::Lang;

inline constexpr std::string_view undefined_mark = "—";

// Rounding is half away from zero of the decimal that the value was meant to be: 15 significant digits are taken,
// so that 6.905, which binary holds as 6.90500000000000025 or as 6.9049999999999994, prints as 6,91 either way.
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

    // From a ratio, as the sheet writes it: 6,9%, two places at most.
    [[nodiscard]] std::string sheet_percent(double ratio, int decimals = 2) const;
    // From a ratio, in prose: 12,3 % (en 12.3%).
    [[nodiscard]] std::string percent(double ratio, int decimals = 1) const;
    [[nodiscard]] std::string signed_percent(double ratio, int decimals = 1) const;

    // $1.234, exact.
    [[nodiscard]] std::string pesos(std::int64_t amount) const;

    // 20.901–21.417; with a word between them when one is negative (-3 a 5), where a dash would read as a minus; one
    // number when both round to the same.
    [[nodiscard]] std::string range(double low, double high, int decimals = 0) const;

    // From an ISO date: 15-10-2026 (en 2026-10-15), 15 de octubre (en 15 October) and 15-10 (en 15 Oct). What is no
    // date comes back as is.
    [[nodiscard]] std::string date(std::string_view iso) const;
    [[nodiscard]] std::string day_and_month(std::string_view iso) const;
    [[nodiscard]] std::string short_day(std::string_view iso) const;

    // «septiembre de 2025», and its name alone.
    [[nodiscard]] std::string month(int year, int month) const;
    [[nodiscard]] std::string_view name_of_month(int month) const;

private:
    [[nodiscard]] std::string localised(const std::string& plain) const;
    [[nodiscard]] std::string percent_mark() const;
    [[nodiscard]] std::string from_to(const std::string& low, const std::string& high) const;

    Lang lang_;
};

// The decimal of value × 10^shift with `decimals` places, a dot and no grouping: the rounding of Format, by itself.
[[nodiscard]] std::string rounded_decimal(double value, int decimals, int shift = 0);

// The shortest decimal that reads back as the same double, with a dot: 20000, 0.069, 1e+20.
[[nodiscard]] std::string shortest(double value);

}  // namespace aforo::render
