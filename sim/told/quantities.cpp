#include "quantities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

#include "value_words.hpp"

namespace aforo::told {

using document::Cell;
using document::Sentence;
using document::Value;
using document::Words;

namespace {

struct Unit {
    std::string_view written;
    Text one, many;
};
constexpr auto units = std::to_array<Unit>({{"min", {"minuto", "minute"}, {"minutos", "minutes"}},
                                            {"h", {"hora", "hour"}, {"horas", "hours"}},
                                            {"day", {"día", "day"}, {"días", "days"}},
                                            {"days", {"día", "day"}, {"días", "days"}},
                                            {"week", {"semana", "week"}, {"semanas", "weeks"}},
                                            {"weeks", {"semana", "week"}, {"semanas", "weeks"}},
                                            {"month", {"mes", "month"}, {"meses", "months"}},
                                            {"months", {"mes", "month"}, {"meses", "months"}},
                                            {"year", {"año", "year"}, {"años", "years"}},
                                            {"years", {"año", "year"}, {"años", "years"}}});
constexpr std::string_view thousands = "M$", millions = "MM$", pesos = "$", uf = "UF";

bool is_money(std::string_view unit) { return unit == thousands || unit == millions || unit == pesos || unit == uf; }

bool is_known(std::string_view unit) {
    return is_money(unit) || std::any_of(units.begin(), units.end(), [&](const Unit& u) { return u.written == unit; });
}

std::string word_of(std::string_view unit, double amount, Lang lang) {
    const auto* const found =
        std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.written == unit; });
    if (found == units.end()) return std::string(unit);
    return in(amount == 1 ? found->one : found->many, lang);
}

Sentence said_as(std::string text) { return Cell(Words{std::move(text)}); }

// Money units come before the number, other units after it.
Sentence beside(const Value& number, std::string_view unit, Lang lang) {
    if (unit.empty()) return Cell(number);
    if (is_money(unit) && unit != uf) return said_as(std::string(unit) + " ") + Sentence(Cell(number));
    return Sentence(Cell(number)) + said_as(" " + word_of(unit, number.value, lang));
}

Value written(double amount) {
    constexpr int most = 6;
    return {amount, {results::Kind::number, most}, Value::Style::sheet};
}

// A date (2025-03-01) or a day of every year (10-01) that stands alone at the start of the text, and its length.
std::optional<std::pair<document::Date, std::size_t>> date_at(std::string_view text) {
    const auto fits = [&](std::string_view pattern) {
        if (text.size() < pattern.size()) return false;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            const bool is_digit = text[i] >= '0' && text[i] <= '9';
            if (pattern[i] == '0' ? !is_digit : text[i] != pattern[i]) return false;
        }
        return text.size() == pattern.size() ||
               std::string_view(" ,]}:").find(text[pattern.size()]) != std::string_view::npos;
    };
    if (fits("0000-00-00")) return std::pair(document::Date{std::string(text.substr(0, 10))}, std::size_t{10});
    if (fits("00-00")) {
        const std::string in_some_year = "2024-" + std::string(text.substr(0, 5));
        return std::pair(document::Date{in_some_year, document::Date::Style::day_and_month}, std::size_t{5});
    }
    return std::nullopt;
}

bool is_of_number(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; }

// A number that stands alone at the start of the text, and its length; not a date, an hour or part of a word.
std::optional<std::pair<double, std::size_t>> number_at(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) return std::nullopt;
    const auto length = static_cast<std::size_t>(end - text.data());
    const char next = length < text.size() ? text[length] : ' ';
    const bool is_alone = next == ' ' || next == ',' || next == ']' || next == '}';
    return is_alone ? std::optional(std::pair(value, length)) : std::nullopt;
}

}  // namespace

std::optional<Quantity> Quantity::of(std::string_view text) {
    const auto number = text.empty() || !is_of_number(text.front()) ? std::nullopt : number_at(text);
    if (!number) return std::nullopt;
    std::string_view rest = text.substr(number->second);
    if (rest.empty()) return Quantity{number->first, ""};
    rest.remove_prefix(1);
    return is_known(rest) ? std::optional(Quantity{number->first, std::string(rest)}) : std::nullopt;
}

Sentence as_quantity(const std::string& value, Lang lang) {
    if (const auto whole = Quantity::of(value)) return beside(written(whole->amount), whole->unit, lang);
    const std::string text = in_words(value, lang);
    Sentence all;
    std::string plain;
    const auto flush = [&] {
        if (!plain.empty()) all += Cell(document::Name{std::exchange(plain, "")});
    };
    for (std::size_t i = 0; i < text.size();) {
        const bool is_start = i == 0 || text[i - 1] == ' ' || text[i - 1] == '[' || text[i - 1] == '{';
        if (const auto date = is_start ? date_at(std::string_view(text).substr(i)) : std::nullopt) {
            flush();
            all += Cell(date->first);
            i += date->second;
            continue;
        }
        const auto number =
            is_start && is_of_number(text[i]) ? number_at(std::string_view(text).substr(i)) : std::nullopt;
        if (!number) {
            plain += text[i++];
            continue;
        }
        flush();
        i += number->second;
        const std::size_t end = std::min(text.find_first_of(",]}", i), text.size());
        const std::string unit = i < end && text[i] == ' ' ? text.substr(i + 1, end - i - 1) : "";
        all += beside(written(number->first), is_known(unit) ? unit : "", lang);
        if (is_known(unit)) i = end;
    }
    flush();
    return all;
}

std::optional<Scale> Scale::of(const std::vector<std::string>& texts, Lang lang) {
    Scale scale;
    std::string unit;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto quantity = Quantity::of(texts[i]);
        if (!quantity || (i > 0 && quantity->unit != unit)) return std::nullopt;
        unit = quantity->unit;
        scale.values.push_back(quantity->amount);
    }
    if (scale.values.empty()) return std::nullopt;
    constexpr double in_millions = 10'000;  // M$; above this, millions are easier to read
    const double most = std::abs(*std::max_element(scale.values.begin(), scale.values.end(),
                                                   [](double a, double b) { return std::abs(a) < std::abs(b); }));
    if (unit == thousands && most >= in_millions) {
        scale.factor = 1e-3;
        unit = millions;
        for (double& value : scale.values) value *= scale.factor;
    }
    scale.unit = is_money(unit) ? unit : unit.empty() ? "" : word_of(unit, 2, lang);
    // Uses the fewest decimal places that tell all values apart.
    constexpr int most_decimals = 6;
    const std::set<double> different(scale.values.begin(), scale.values.end());
    for (; scale.decimals < most_decimals; ++scale.decimals) {
        std::set<double> rounded;
        for (const double value : different) rounded.insert(std::round(value * std::pow(10.0, scale.decimals)));
        const bool is_exact = std::all_of(different.begin(), different.end(), [&](double value) {
            return std::abs(value - std::round(value)) < 1e-9 || std::abs(value) >= 100 || scale.decimals > 1;
        });
        if (rounded.size() == different.size() && is_exact) break;
    }
    return scale;
}

Value Scale::cell(double drawn) const { return {drawn, {results::Kind::number, decimals}, Value::Style::sheet}; }

Sentence Scale::said(double drawn) const {
    if (unit.empty()) return Cell(cell(drawn));
    if (is_money(unit) && unit != uf) return said_as(unit + " ") + Sentence(Cell(cell(drawn)));
    return Sentence(Cell(cell(drawn))) + said_as(" " + unit);
}

}  // namespace aforo::told
