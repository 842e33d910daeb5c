#include "units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace aforo::scenario {

namespace {

struct Split {
    std::string number, unit;
};

Split split(const std::string& text) {
    const auto end = text.find_first_not_of("+-0123456789.,eE_");
    // An "e" is an exponent only when digits follow: "5 e" has the unit "e".
    Split s{text.substr(0, end), end == std::string::npos ? "" : text.substr(end)};
    while (!s.number.empty() && s.number.back() == ' ') s.number.pop_back();
    while (!s.unit.empty() && s.unit.front() == ' ') s.unit.erase(0, 1);
    while (!s.unit.empty() && s.unit.back() == ' ') s.unit.pop_back();
    return s;
}

bool is_digits(std::string_view s) { return !s.empty() && s.find_first_not_of("0123456789") == std::string_view::npos; }

// 62.900 means thousands in Chile but a decimal in YAML, so it is refused rather than guessed.
bool looks_like_thousands(std::string_view s) {
    if (!s.empty() && (s[0] == '-' || s[0] == '+')) s.remove_prefix(1);
    const auto dot = s.find('.');
    return dot != std::string_view::npos && dot >= 1 && dot <= 3 && s[0] != '0' && is_digits(s.substr(0, dot)) &&
           s.size() - dot == 4 && is_digits(s.substr(dot + 1));
}

// 1.250.000: more than one point can only mean thousands.
bool has_thousands(std::string_view s) {
    if (!s.empty() && (s[0] == '-' || s[0] == '+')) s.remove_prefix(1);
    const auto first = s.find('.');
    if (first == std::string_view::npos || first > 3 || (s.size() - first) % 4 != 0 || !is_digits(s.substr(0, first)))
        return false;
    for (auto dot = first; dot < s.size(); dot += 4) {
        if (s[dot] != '.' || !is_digits(s.substr(dot + 1, 3))) return false;
    }
    return s.size() - first > 4;
}

std::optional<Complaint> parse_plain(const std::string& text, double& out) {
    if (text.find(',') != std::string::npos) {
        return Complaint{
            {fmt::format("«{}» lleva coma", text), fmt::format("'{}' has a comma", text)},
            {"use punto decimal y ningún separador de miles", "use a decimal point and no thousands separator"}};
    }
    if (looks_like_thousands(text)) {
        std::string whole = text;
        whole.erase(whole.find('.'), 1);
        return Complaint{{fmt::format("«{}» es ambiguo: ¿miles o decimales?", text),
                          fmt::format("'{}' is ambiguous: thousands or decimals?", text)},
                         {fmt::format("escriba {} o {}0", whole, text), fmt::format("write {} or {}0", whole, text)}};
    }
    if (has_thousands(text)) {
        std::string whole = text;
        whole.erase(std::remove(whole.begin(), whole.end(), '.'), whole.end());
        return Complaint{
            {fmt::format("«{}» lleva puntos de miles", text), fmt::format("'{}' has thousands separators", text)},
            {fmt::format("escriba {}", whole), fmt::format("write {}", whole)}};
    }
    const bool has_plus = text.starts_with('+') && !text.starts_with("+-");
    const char* begin = text.c_str() + (has_plus ? 1 : 0);
    const char* end = text.c_str() + text.size();
    double value = 0;
    const auto [stop, error] = std::from_chars(begin, end, value);
    if (error != std::errc() || stop != end || begin == end || !std::isfinite(value)) {
        return Complaint{{fmt::format("«{}» no es un número", text), fmt::format("'{}' is not a number", text)},
                         {"escriba un número, por ejemplo 0.25", "write a number, such as 0.25"}};
    }
    out = value + 0.0;  // turns minus zero into zero
    return std::nullopt;
}

struct DurationUnit {
    const char* name;
    double ms;
};
constexpr std::array duration_units = {DurationUnit{"days", 86'400'000.0},
                                       DurationUnit{"day", 86'400'000.0},
                                       DurationUnit{"h", 3'600'000.0},
                                       DurationUnit{"min", 60'000.0},
                                       DurationUnit{"s", 1'000.0},
                                       DurationUnit{"ms", 1.0},
                                       DurationUnit{"weeks", 604'800'000.0},
                                       DurationUnit{"week", 604'800'000.0},
                                       DurationUnit{"months", 2'629'800'000.0},
                                       DurationUnit{"month", 2'629'800'000.0},
                                       DurationUnit{"years", 31'557'600'000.0},
                                       DurationUnit{"year", 31'557'600'000.0}};

Complaint wrong_unit(const std::string& text, const std::string& unit, const Message& expected) {
    if (unit.empty()) {
        return {{fmt::format("«{}» no lleva unidad", text), fmt::format("'{}' has no unit", text)}, expected};
    }
    return {{fmt::format("unidad «{}» desconocida aquí", unit), fmt::format("unit '{}' is not known here", unit)},
            expected};
}

// Converts decimal digits to whole pesos without going through a double.
std::optional<Complaint> parse_pesos(const std::string& number, std::int64_t unit, core::Money& out) {
    double checked = 0;
    if (auto complaint = parse_plain(number, checked)) {
        return complaint;
    }
    const Complaint not_whole{{"no es una cantidad entera de pesos", "is not a whole number of pesos"},
                              {"un peso no tiene decimales", "a peso has no decimals"}};
    if (std::abs(checked) * static_cast<double>(unit) > 1e15) {
        return Complaint{{"es un monto fuera de rango", "is an amount out of range"},
                         {"el máximo es 10^15 pesos", "the maximum is 10^15 pesos"}};
    }
    std::int64_t pesos = 0;
    std::int64_t scale = 0;  // 0 before the decimal point, then the value of the next decimal
    for (const char c : number) {
        if (c == 'e' || c == 'E') {
            return Complaint{{fmt::format("«{}» lleva exponente", number), fmt::format("'{}' has an exponent", number)},
                             {"escriba todas sus cifras", "write all of its digits"}};
        }
        if (c == '.') {
            scale = unit;
        } else if (c >= '0' && c <= '9') {
            if (scale == 0) {
                pesos = pesos * 10 + (c - '0') * unit;
            } else if (scale % 10 == 0) {
                scale /= 10;
                pesos += (c - '0') * scale;
            } else if (c != '0') {
                return not_whole;
            }
        }
    }
    out = core::Money::pesos(number.starts_with('-') ? -pesos : pesos);
    return std::nullopt;
}

}  // namespace

std::optional<Complaint> parse_quantity(const std::string& text, double& out) {
    const Split s = split(text);
    double value = 0;
    if (!s.unit.empty() && !s.number.empty() && !parse_plain(s.number, value)) {
        if (s.number == "0" && (s.unit.front() == 'x' || s.unit.front() == 'o')) {  // 0x10, 0o17
            return Complaint{{fmt::format("«{}» no es un número", text), fmt::format("'{}' is not a number", text)},
                             {"escríbalo en decimal", "write it in decimal"}};
        }
        return Complaint{{fmt::format("«{}» lleva una unidad que sobra", text),
                          fmt::format("'{}' has a unit that is not wanted", text)},
                         {fmt::format("escriba {}", s.number), fmt::format("write {}", s.number)}};
    }
    return parse_plain(text, out);
}

std::optional<double> percent_of(const std::string& text) {
    const Split s = split(text);
    double value = 0;
    if (s.unit != "%" || s.number.empty() || parse_plain(s.number, value)) return std::nullopt;
    return value;
}

std::optional<Complaint> parse_quantity(const std::string& text, core::Duration& out) {
    const Split s = split(text);
    double value = 0;
    if (auto complaint = parse_plain(s.number.empty() ? text : s.number, value)) {
        return complaint;
    }
    for (const auto& unit : duration_units) {
        if (s.unit == unit.name) {
            const double ms = value * unit.ms;
            if (std::abs(ms) > 1e15) {
                return Complaint{{"es un tiempo fuera de rango", "is a time out of range"}, {"", ""}};
            }
            out = core::Duration(std::llround(ms));
            return std::nullopt;
        }
    }
    return wrong_unit(text, s.unit,
                      {"use min, h, days, weeks o months: 90 min", "use min, h, days, weeks or months: 90 min"});
}

std::optional<Complaint> parse_quantity(const std::string& text, core::Money& out) {
    const Split s = split(text);
    const std::int64_t unit = s.unit == "$" ? 1 : s.unit == "M$" ? 1'000 : s.unit == "MM$" ? 1'000'000 : 0;
    if (unit == 0) {
        double value = 0;
        if (auto complaint = parse_plain(s.number.empty() ? text : s.number, value)) {
            return complaint;
        }
        return wrong_unit(text, s.unit,
                          {"use $ (pesos), M$ (miles) o MM$ (millones): 24000 M$",
                           "use $ (pesos), M$ (thousands) or MM$ (millions): 24000 M$"});
    }
    return parse_pesos(s.number, unit, out);
}

std::optional<Complaint> parse_quantity(const std::string& text, Uf& out) {
    const Split s = split(text);
    double value = 0;
    if (auto complaint = parse_plain(s.number.empty() ? text : s.number, value)) {
        return complaint;
    }
    if (s.unit != "UF") {
        return wrong_unit(text, s.unit, {"use UF: 25000 UF", "use UF: 25000 UF"});
    }
    out = {value};
    return std::nullopt;
}

std::optional<Complaint> parse_quantity(const std::string& text, CalendarDay& out) {
    const Complaint not_a_day{{fmt::format("«{}» no es un día", text), fmt::format("'{}' is not a day", text)},
                              {"escriba 10-01 (cada año) o 2026-10-01", "write 10-01 (every year) or 2026-10-01"}};
    const bool has_year = text.size() == 10 && text[4] == '-';
    const std::string month_day = has_year ? text.substr(5) : text;
    if (month_day.size() != 5 || month_day[2] != '-' || !is_digits(month_day.substr(0, 2)) ||
        !is_digits(month_day.substr(3)) || (has_year && !is_digits(text.substr(0, 4)))) {
        return not_a_day;
    }
    const CalendarDay day{.year = has_year ? std::stoi(text.substr(0, 4)) : 0,
                          .month = static_cast<unsigned>(std::stoi(month_day.substr(0, 2))),
                          .day = static_cast<unsigned>(std::stoi(month_day.substr(3)))};
    constexpr int common_year = 2025;  // 02-29 is not a day of every year
    if ((has_year && day.year < 1990) || !core::is_valid_date(has_year ? day.year : common_year, day.month, day.day)) {
        return not_a_day;
    }
    out = day;
    return std::nullopt;
}

std::string write_quantity(double value) {
    std::string text = fmt::format("{}", value);
    if (text.find('e') != std::string::npos && std::abs(value) >= 1) {
        text = fmt::format("{:.0f}", value);
    }
    return looks_like_thousands(text) ? text + "0" : text;
}

std::string write_sum(double value) {
    double rounded = value;
    const std::string digits = fmt::format("{:.12g}", value);
    std::from_chars(digits.data(), digits.data() + digits.size(), rounded);
    return write_quantity(rounded);
}

std::string write_quantity(core::Duration value) {
    const auto ms = value.count();
    for (const auto& [name, size] : {std::pair{"days", 86'400'000LL},
                                     {"months", 2'629'800'000LL},
                                     {"h", 3'600'000},
                                     {"min", 60'000},
                                     {"s", 1'000}}) {
        if (ms % size == 0) {
            return fmt::format("{} {}", ms / size, name);
        }
    }
    return fmt::format("{} ms", ms);
}

std::string write_hours(core::Duration value) {
    constexpr std::int64_t hour = 3'600'000;
    return value.count() % hour == 0 ? fmt::format("{} h", value.count() / hour) : write_quantity(value);
}

std::string write_quantity(core::Money value) {
    const auto pesos = value.in_pesos();
    return pesos % 1000 == 0 ? fmt::format("{} M$", pesos / 1000) : fmt::format("{} $", pesos);
}

std::string write_quantity(const CalendarDay& value) {
    return value.is_yearly() ? fmt::format("{:02}-{:02}", value.month, value.day)
                             : fmt::format("{:04}-{:02}-{:02}", value.year, value.month, value.day);
}

std::string write_quantity(Uf value) { return write_quantity(value.amount) + " UF"; }

}  // namespace aforo::scenario
