#include "aforo/render/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "words.hpp"

namespace aforo::render {

namespace {

// value = 0.d1d2d3… × 10^exponent, without the sign.
struct Digits {
    std::string digits;
    int exponent = 0;
};

Digits digits_of(double magnitude) {
    // From 1e15 on a double is a whole number with more than 15 digits, all of which are meant.
    if (magnitude >= 1e15) {
        const std::string whole = fmt::format("{:.0f}", magnitude);
        return {whole, static_cast<int>(whole.size())};
    }
    const std::string scientific = fmt::format("{:.14e}", magnitude);  // d.dddddddddddddde±xx
    Digits result{scientific.substr(0, 1) + scientific.substr(2, 14), 0};
    const char* exponent = scientific.c_str() + 17;
    exponent += *exponent == '+' ? 1 : 0;
    std::from_chars(exponent, scientific.c_str() + scientific.size(), result.exponent);
    ++result.exponent;
    return result;
}

// Adds one to a string of digits; returns true when the first digit overflows.
bool increment(std::string& digits) {
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        if (*digit != '9') {
            ++*digit;
            return false;
        }
        *digit = '0';
    }
    return true;
}

// magnitude × 10^decimals as a whole number, rounded half up.
std::string rounded_whole(double magnitude, int decimals) {
    Digits d = digits_of(magnitude);
    const int kept = d.exponent + decimals;
    if (kept < 0 || magnitude <= 0) {
        return "0";
    }
    const auto count = static_cast<std::size_t>(kept);
    if (d.digits.size() <= count) {
        d.digits.resize(count, '0');
        return d.digits;
    }
    const bool up = d.digits[count] >= '5';
    d.digits.resize(count);
    if (up && increment(d.digits)) {
        d.digits.insert(0, 1, '1');
    }
    return d.digits.empty() ? "0" : d.digits;
}

bool is_zero(std::string_view decimal) { return decimal.find_first_of("123456789") == std::string_view::npos; }

struct IsoDate {
    int year = 0, month = 0, day = 0;
};

std::optional<IsoDate> parse(std::string_view iso) {
    const auto part = [&](std::size_t from, std::size_t length, int& out) {
        const char* end = iso.data() + from + length;
        const auto [stopped, error] = std::from_chars(iso.data() + from, end, out);
        return error == std::errc() && stopped == end;
    };
    IsoDate d;
    const bool shaped = iso.size() == 10 && iso[4] == '-' && iso[7] == '-';
    const bool read = shaped && part(0, 4, d.year) && part(5, 2, d.month) && part(8, 2, d.day);
    return read && d.month >= 1 && d.month <= 12 ? std::optional(d) : std::nullopt;
}

}  // namespace

std::string rounded_decimal(double value, int decimals, int shift) {
    if (!std::isfinite(value)) {
        return std::string(undefined_mark);
    }
    std::string digits = rounded_whole(std::abs(value), decimals + shift);
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    if (places > 0) {
        digits.insert(digits.size() - places, ".");
    }
    return (value < 0 && !is_zero(digits) ? "-" : "") + digits;
}

std::string shortest(double value) { return fmt::format("{}", value); }

std::string Format::localised(const std::string& plain) const {
    const std::size_t first = plain.starts_with('-') ? 1 : 0;
    const std::size_t dot = std::min(plain.find('.'), plain.size());
    std::string text = plain.substr(0, dot);
    for (std::size_t at = dot; at > first + 3;) {
        at -= 3;
        text.insert(at, lang_ == Lang::es ? "." : ",");
    }
    if (dot < plain.size()) {
        text += (lang_ == Lang::es ? "," : ".") + plain.substr(dot + 1);
    }
    return text;
}

std::string Format::percent_mark() const { return lang_ == Lang::es ? " %" : "%"; }

std::string Format::from_to(const std::string& low, const std::string& high) const {
    if (low == high) {
        return low;
    }
    const bool negative = low.starts_with('-') || high.starts_with('-');
    return negative ? fmt::format("{} {} {}", low, words::to.in(lang_), high) : low + "–" + high;
}

std::string Format::number(double value, int decimals) const {
    return std::isfinite(value) ? localised(rounded_decimal(value, decimals)) : std::string(undefined_mark);
}

namespace {

std::string without_trailing_zeros(std::string plain) {
    if (plain.find('.') != std::string::npos) {
        plain.erase(plain.find_last_not_of('0') + 1);
        if (plain.ends_with('.')) {
            plain.pop_back();
        }
    }
    return plain;
}

}  // namespace

std::string Format::trimmed(double value, int decimals) const {
    return std::isfinite(value) ? localised(without_trailing_zeros(rounded_decimal(value, decimals)))
                                : std::string(undefined_mark);
}

std::string Format::signed_number(double value, int decimals) const {
    const std::string plain = number(value, decimals);
    return std::isfinite(value) && value > 0 && !is_zero(plain) ? "+" + plain : plain;
}

std::string Format::sheet_percent(double ratio, int decimals) const {
    if (!std::isfinite(ratio)) {
        return std::string(undefined_mark);
    }
    return localised(without_trailing_zeros(rounded_decimal(ratio, decimals, 2))) + "%";
}

std::string Format::percent(double ratio, int decimals) const {
    if (!std::isfinite(ratio)) {
        return std::string(undefined_mark);
    }
    return localised(rounded_decimal(ratio, decimals, 2)) + percent_mark();
}

std::string Format::signed_percent(double ratio, int decimals) const {
    const std::string plain = percent(ratio, decimals);
    return std::isfinite(ratio) && ratio > 0 && !is_zero(plain) ? "+" + plain : plain;
}

std::string Format::pesos(std::int64_t amount) const {
    const std::string plain = fmt::format("{}", amount);
    return amount < 0 ? "-$" + localised(plain.substr(1)) : "$" + localised(plain);
}

std::string Format::range(double low, double high, int decimals) const {
    if (!std::isfinite(low) || !std::isfinite(high)) {
        return std::string(undefined_mark);
    }
    return from_to(number(low, decimals), number(high, decimals));
}

std::string_view Format::name_of_month(int month) const {
    return words::months.at(static_cast<std::size_t>(month - 1)).in(lang_);
}

std::string Format::month(int year, int month) const {
    return fmt::format(fmt::runtime(words::month_of_year.in(lang_)), name_of_month(month), year);
}

std::string Format::date(std::string_view iso) const {
    const auto d = parse(iso);
    return d && lang_ == Lang::es ? fmt::format("{:02}-{:02}-{:04}", d->day, d->month, d->year) : std::string(iso);
}

std::string Format::day_and_month(std::string_view iso) const {
    const auto d = parse(iso);
    return d ? fmt::format("{}{}{}", d->day, lang_ == Lang::es ? " de " : " ", name_of_month(d->month))
             : std::string(iso);
}

std::string Format::short_day(std::string_view iso) const {
    const auto d = parse(iso);
    if (!d) {
        return std::string(iso);
    }
    return lang_ == Lang::es ? fmt::format("{:02}-{:02}", d->day, d->month)
                             : fmt::format("{} {}", d->day, name_of_month(d->month).substr(0, 3));
}

}  // namespace aforo::render
