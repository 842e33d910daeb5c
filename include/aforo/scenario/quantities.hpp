// The kinds of value that a scenario is made of, as plain structs. What they mean and their units, not how they are
// read.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/pesos.hpp"
#include "aforo/core/time.hpp"

namespace aforo::scenario {

// A length of time that varies from case to case. All parameters in milliseconds, shapes and weights without unit.
struct Distribution {
    enum class Kind { constant, uniform, triangular, exponential, gamma, lognormal, weibull, empirical, mixture };
    struct Part;
    Kind kind = Kind::constant;
    double mean = 0;                     // constant, exponential, gamma, lognormal, weibull
    double cv = 1;                       // gamma, lognormal, weibull: standard deviation / mean
    double low = 0, mode = 0, high = 0;  // uniform (low, high), triangular
    std::vector<double> values = {};     // empirical: at least one, in order
    std::vector<Part> parts;             // mixture: weights sum to 1

    [[nodiscard]] static Distribution constant(core::Duration d);
    friend bool operator==(const Distribution&, const Distribution&);
};
struct Distribution::Part {
    double weight = 0;
    Distribution of;  // no mixture

    // Written out: clang-tidy 14 ends in a crash when two defaulted ones need each other.
    friend bool operator==(const Part& a, const Part& b) { return a.weight == b.weight && a.of == b.of; }
};
inline Distribution Distribution::constant(core::Duration d) { return {.mean = static_cast<double>(d.count())}; }
inline bool operator==(const Distribution&, const Distribution&) = default;

// How a yearly quantity grows: the factor applied on 1 January of a year over the year before. A year not listed takes
// the factor of the last listed year before it; before the first listed year nothing grows.
struct Growth {
    std::map<int, double> factor = {{0, 1.0}};

    [[nodiscard]] bool names(int year) const {  // or a year before it
        return !factor.empty() && factor.begin()->first > 0 && factor.begin()->first <= year;
    }
    [[nodiscard]] double on(int year) const { return core::factor_on(factor, year); }
    // The level of `year` relative to `base`: 1 in the base year, the product of the factors after it, the inverse
    // before.
    [[nodiscard]] double level(int base, int year) const { return core::compounded(factor, base, year); }
    [[nodiscard]] double mean() const {  // of the factors that are listed
        double sum = 0;
        for (const auto& [year, f] : factor) sum += f;
        return factor.empty() ? 1 : sum / static_cast<double>(factor.size());
    }
    friend bool operator==(const Growth&, const Growth&) = default;
};

// A value for each band of potential; the same for all when the scenario gives one.
struct PerBand {
    double low = 0, medium = 0, high = 0;

    [[nodiscard]] static PerBand all(double v) { return {v, v, v}; }
    [[nodiscard]] double largest() const { return std::max({low, medium, high}); }
    [[nodiscard]] double mean() const { return (low + medium + high) / 3; }
    friend bool operator==(const PerBand&, const PerBand&) = default;
};

// A length of time that changes on given dates: the value in force from the first date on, and before it the first
// value.
struct DatedHours {
    std::map<core::Date, core::Duration> from;  // empty: no such thing

    [[nodiscard]] core::Duration on(core::Date d) const {
        auto next = from.upper_bound(d);
        return next == from.begin() ? next->second : std::prev(next)->second;
    }
    friend bool operator==(const DatedHours&, const DatedHours&) = default;
};

// A day of one year, or of every year when it names none.
struct CalendarDay {
    int year = 0;  // 0: every year
    unsigned month = 1, day = 1;

    [[nodiscard]] bool is_yearly() const { return year == 0; }
    // The day in year `y`; for a day of one year, that day whatever `y`.
    [[nodiscard]] core::Date in(int y) const { return core::date(is_yearly() ? y : year, month, day); }
    friend auto operator<=>(const CalendarDay&, const CalendarDay&) = default;
};

// Days on which nobody works: a country's by law, and others, each of one year or of every year.
struct Holidays {
    bool chile = false;
    std::vector<CalendarDay> own;

    // In order, each once.
    [[nodiscard]] std::vector<core::Date> in(int year) const;
    friend bool operator==(const Holidays&, const Holidays&) = default;
};

// Annual sales, in UF (unidades de fomento).
struct Uf {
    double amount = 0;
    friend auto operator<=>(const Uf&, const Uf&) = default;
};

// Between which values a number may be, and which of them are likelier: those near the scenario's own (triangular,
// pert), or none (uniform).
enum class Marginal : std::uint8_t { triangular, uniform, pert };
struct Range {
    double low = 0, high = 0;  // as the member holds it: ms, pesos
    Marginal shape = Marginal::triangular;
    std::string low_text, high_text;  // with their unit
    std::string with;                 // the path of a number that this one is drawn together with, if any,
    double correlation = 0;           //   and their rank correlation

    [[nodiscard]] std::string text() const;  // [4, 16]; [1, 1.25] uniform
    friend bool operator==(const Range&, const Range&) = default;
};

// What an alternative's own value means where a base's number is another than it says: the value itself, or so many
// times the base's.
enum class InWorlds : std::uint8_t { stands, ratio };

// Where a number comes from. `source` names an entry of `sources:`; empty when the scenario does not say.
struct Provenance {
    std::string source;
    std::string note;
    std::optional<Range> range;
    std::optional<InWorlds> in_worlds;  // unless said, as the kind of number has it (assumed.hpp)

    [[nodiscard]] std::string range_text() const { return range ? range->text() : ""; }
};

}  // namespace aforo::scenario
