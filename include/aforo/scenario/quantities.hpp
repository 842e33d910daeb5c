// The kinds of value that a scenario consists of, as plain structs with their units. How they are read is elsewhere.
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

// A duration that varies from case to case. Parameters are in milliseconds; cv and weights have no unit.
struct Distribution {
    enum class Kind { constant, uniform, triangular, exponential, gamma, lognormal, weibull, empirical, mixture };
    struct Part;
    Kind kind = Kind::constant;
    double mean = 0;                     // constant, exponential, gamma, lognormal, weibull
    double cv = 1;                       // gamma, lognormal, weibull: standard deviation / mean
    double low = 0, mode = 0, high = 0;  // uniform (low, high), triangular
    std::vector<double> values = {};     // empirical: at least one, ascending
    std::vector<Part> parts;             // mixture: weights sum to 1

    [[nodiscard]] static Distribution constant(core::Duration d);
    friend bool operator==(const Distribution&, const Distribution&);
};
struct Distribution::Part {
    double weight = 0;
    Distribution of;  // not itself a mixture

    // Written out, because clang-tidy 14 crashes when two defaulted operators need each other.
    friend bool operator==(const Part& a, const Part& b) { return a.weight == b.weight && a.of == b.of; }
};
inline Distribution Distribution::constant(core::Duration d) { return {.mean = static_cast<double>(d.count())}; }
inline bool operator==(const Distribution&, const Distribution&) = default;

// Yearly growth: the factor applied on 1 January of a year relative to the year before. A year not listed takes the
// factor of the last listed year before it; before the first listed year nothing grows.
struct Growth {
    std::map<int, double> factor = {{0, 1.0}};

    [[nodiscard]] bool names(int year) const {  // this year or one before it
        return !factor.empty() && factor.begin()->first > 0 && factor.begin()->first <= year;
    }
    [[nodiscard]] double on(int year) const { return core::factor_on(factor, year); }
    // The level of `year` relative to `base`: 1 in the base year, the product of the factors after it, the inverse of
    // the product before it.
    [[nodiscard]] double level(int base, int year) const { return core::compounded(factor, base, year); }
    [[nodiscard]] double mean() const {  // of the listed factors
        double sum = 0;
        for (const auto& [year, f] : factor) sum += f;
        return factor.empty() ? 1 : sum / static_cast<double>(factor.size());
    }
    friend bool operator==(const Growth&, const Growth&) = default;
};

// A value for each band of potential; all are equal when the scenario gives one.
struct PerBand {
    double low = 0, medium = 0, high = 0;

    [[nodiscard]] static PerBand all(double v) { return {v, v, v}; }
    [[nodiscard]] double largest() const { return std::max({low, medium, high}); }
    [[nodiscard]] double mean() const { return (low + medium + high) / 3; }
    friend bool operator==(const PerBand&, const PerBand&) = default;
};

// A duration that changes on given dates: each value holds from its date on, the first one also before its date.
struct DatedHours {
    std::map<core::Date, core::Duration> from;  // empty: not given

    [[nodiscard]] core::Duration on(core::Date d) const {
        auto next = from.upper_bound(d);
        return next == from.begin() ? next->second : std::prev(next)->second;
    }
    friend bool operator==(const DatedHours&, const DatedHours&) = default;
};

// A day of one year, or of every year when no year is given.
struct CalendarDay {
    int year = 0;  // 0: every year
    unsigned month = 1, day = 1;

    [[nodiscard]] bool is_yearly() const { return year == 0; }
    // The day in year `y`; a day of one particular year whatever `y` is.
    [[nodiscard]] core::Date in(int y) const { return core::date(is_yearly() ? y : year, month, day); }
    friend auto operator<=>(const CalendarDay&, const CalendarDay&) = default;
};

// Days on which nobody works: Chile's legal holidays, and others that fall in one year or in every year.
struct Holidays {
    bool chile = false;
    std::vector<CalendarDay> own;

    // The holidays of a year in order, without repeats.
    [[nodiscard]] std::vector<core::Date> in(int year) const;
    friend bool operator==(const Holidays&, const Holidays&) = default;
};

// A value as a scenario writes it, on one line, for a key of any type.
struct AnyValue {
    std::string text;
    friend bool operator==(const AnyValue&, const AnyValue&) = default;
};

// Permanent ids of centres and satellites, in order, without repeats.
struct OfficeIds {
    std::vector<int> ids;
    friend bool operator==(const OfficeIds&, const OfficeIds&) = default;
};

// Annual sales, in UF (unidades de fomento).
struct Uf {
    double amount = 0;
    friend auto operator<=>(const Uf&, const Uf&) = default;
};

// How likely the values of a range are: the most near the scenario's own (triangular, pert), or all equally (uniform).
enum class Marginal : std::uint8_t { triangular, uniform, pert };
struct Range {
    double low = 0, high = 0;  // in the unit of the member: ms, pesos
    Marginal shape = Marginal::triangular;
    std::string low_text, high_text;  // as written, with their unit
    std::string with;                 // path of a number that is drawn jointly with this one, if any,
    double correlation = 0;           // and their rank correlation

    [[nodiscard]] std::string text() const;  // [4, 16]; [1, 1.25] uniform
    friend bool operator==(const Range&, const Range&) = default;
};

// What an alternative's own value means in worlds where the base's number differs from its file: the value as written,
// or a fixed ratio to the base's.
enum class InWorlds : std::uint8_t { stands, ratio };

// Where a number comes from. `source` names an entry of `sources:`; it is empty when the scenario gives none.
struct Provenance {
    std::string source;
    std::string note;
    std::optional<Range> range;
    std::optional<InWorlds> in_worlds;  // absent: decided by the kind of number (assumed.hpp)

    [[nodiscard]] std::string range_text() const { return range ? range->text() : ""; }
};

}  // namespace aforo::scenario
