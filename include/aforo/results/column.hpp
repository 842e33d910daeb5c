// A measure with its description: its name, what it counts, how it prints, whether its years add up. A probe declares
// it once, beside the values; tables, differences, shares, sheets and files read it from here.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace aforo::results {

// A text in the two languages of the reports.
struct Text {
    std::string es;
    std::string en;
};

enum class Level : std::uint8_t { programme, region, office, group, component };
inline constexpr std::array<const char*, 5> level_names = {"programme", "region", "office", "group", "component"};

// The levels at which a measure exists.
class Levels {
public:
    constexpr Levels() = default;
    constexpr Levels(std::initializer_list<Level> levels) {
        for (const Level l : levels) bits_ = static_cast<std::uint8_t>(bits_ | 1U << static_cast<unsigned>(l));
    }
    static constexpr Levels of_bits(std::uint8_t bits) {
        Levels levels;
        levels.bits_ = bits;
        return levels;
    }
    [[nodiscard]] constexpr bool has(Level l) const { return (bits_ >> static_cast<unsigned>(l) & 1U) != 0; }
    [[nodiscard]] constexpr std::uint8_t bits() const { return bits_; }
    constexpr bool operator==(const Levels&) const = default;

private:
    std::uint8_t bits_ = 0;
};

// Sets of levels that measures share. What is counted by office is also summed by region and for the programme.
namespace levels {
inline constexpr Levels programme = {Level::programme};
inline constexpr Levels regions = {Level::programme, Level::region};
inline constexpr Levels offices = {Level::programme, Level::region, Level::office};
inline constexpr Levels groups = {Level::programme, Level::region, Level::group};
inline constexpr Levels offices_and_groups = {Level::programme, Level::region, Level::office, Level::group};
inline constexpr Levels components = {Level::component};
inline constexpr Levels components_and_total = {Level::programme, Level::component};
}  // namespace levels

// Counts are whole numbers and money is whole pesos, so their shares and sums are exact. A share is a ratio that prints
// as a percentage; points are a difference of two shares, in percentage points, which the label has to say.
enum class Kind : std::uint8_t { count, number, money, share, points };
inline constexpr std::array<const char*, 5> kind_names = {"count", "number", "money", "share", "points"};

// How a measure prints: with at least `decimals` places, and more where its half-width would otherwise round to 0,
// unless the places are fixed (money, in whole M$).
struct Shape {
    Kind kind = Kind::count;
    int decimals = 0;
    bool fixed = false;

    // Whether the value is a ratio that prints as a percentage.
    [[nodiscard]] constexpr bool is_percent() const { return kind == Kind::share || kind == Kind::points; }
    constexpr bool operator==(const Shape&) const = default;
};
namespace shapes {
inline constexpr Shape count = {};
inline constexpr Shape money = {Kind::money, 0, true};
inline constexpr Shape cost = {Kind::number, 0};  // of a unit, in M$
inline constexpr Shape share = {Kind::share, 1};
inline constexpr Shape whole_share = {Kind::share, 0};
inline constexpr Shape fine_share = {Kind::share, 2};
inline constexpr Shape points = {Kind::points, 1};
inline constexpr Shape index = {Kind::number, 2};
inline constexpr Shape days = {Kind::number, 1};
inline constexpr Shape months = {Kind::number, 1};
inline constexpr Shape hours = {Kind::number, 0};
inline constexpr Shape day_of_year = {Kind::number, 0};
}  // namespace shapes

// Whether the sum over years of a measure has the same meaning.
enum class Years : std::uint8_t { add_up, stand_alone };
inline constexpr std::array<const char*, 2> years_names = {"add_up", "stand_alone"};

// What those who pay for the programme, or seek its help, wish of a measure, all else equal.
enum class Direction : std::uint8_t { more_is_better, more_is_worse, neither };
inline constexpr std::array<const char*, 3> direction_names = {"more_is_better", "more_is_worse", "neither"};

// The unit of money in the pesos that a scenario is written in: thousands of them. Others are named by Prices::unit
// (results.hpp).
inline constexpr std::string_view money_unit = "M$";

// A measure. Its name is part of the format of results.json, so it must not change.
struct Column {
    std::string name;
    std::string unit;  // persons, enterprises, M$, ratio, days, months, alliances
    Text label;        // what reports call it
    Shape shape = {};
    Years years = Years::stand_alone;
    Direction direction = Direction::neither;
    Levels levels = {};
    Text meaning = {};  // what is counted, when, and the denominator
    Text beyond = {};   // why a ratio may leave 0–1; empty for all others

    // The whole explanation of the measure.
    [[nodiscard]] Text definition() const {
        return beyond.es.empty() ? meaning : Text{meaning.es + " " + beyond.es, meaning.en + " " + beyond.en};
    }
    [[nodiscard]] bool adds_up() const { return years == Years::add_up; }
    // An amount in the pesos of the scenario, or a quotient of one: what is told in other pesos is converted.
    [[nodiscard]] bool is_money() const { return unit == money_unit; }
};

// The measure of a difference between two runs whose beneficiaries differ: spending for each additional one.
inline constexpr const char* marginal_cost = "marginal_cost";
[[nodiscard]] const Column& marginal_cost_column();

}  // namespace aforo::results
