// The numbers of a scenario that are not known for certain (those with a range), as plain numbers that can be changed,
// and what an alternative that states such a number itself makes of the change.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

// How an own value of a number changes when the base takes another value than its file says: that of an alternative, or
// of an exception.
enum class Carried : std::uint8_t {
    inherited,  // the alternative states no other value: same as in the base
    ratio,      // an amount: keeps its ratio to the base's value
    odds,       // a share strictly between 0 and 1: its odds keep their ratio to the base's
    stands      // as written: growth factors, points, norms, whole numbers, and values that are 0 or may be negative
};
struct CarriedNumber {
    std::string path;
    double base = 0, alternative = 0;  // as the files state them
    Carried how = Carried::inherited;
};
struct Assumed {
    std::string path;
    double value = 0;  // as it stands, in ms, pesos or as written; the mean if there are several parts
    Range range;
    Quantity::Kind unit = Quantity::Kind::number;
    bool is_whole = false;  // takes whole numbers only
    // The values that the number stands for, by path: a single one, or one for each year or band. They are one unknown,
    // so they move together and keep their proportions.
    std::vector<std::pair<std::string, double>> parts;
    std::vector<CarriedNumber> exceptions;  // other values of the same key, by date and place, that move with it

    // The settings that give it the value x. Whole numbers are rounded to the nearest.
    [[nodiscard]] std::vector<Setting> at(double x) const;
};
// All assumed numbers of a scenario, in the order of the language.
[[nodiscard]] std::vector<Assumed> assumed(const Scenario& s);

// Sets numbers of one scenario in place, thousands of times. Nothing is checked, and values that the language does not
// hold as single numbers stay unchanged.
class Dials {
public:
    // The scenario must outlive this object and must not move.
    Dials(Scenario& s, const std::vector<Assumed>& all);

    // Sets all[i] to x.
    void set(std::size_t i, double x);

private:
    struct Setter {
        double share = 1;  // the part's own value divided by the number's
        std::function<void(double)> set;
    };
    std::vector<std::vector<Setter>> setters_;  // one list for each number
};

// How the alternative carries each assumed number of the base; numbers that it inherits are left out. An `in_worlds`
// beside the value in the alternative's file overrides the rule.
[[nodiscard]] std::vector<CarriedNumber> carried(const Scenario& base, const std::vector<Assumed>& all,
                                                 const Scenario& alternative);
// The own value when the base's is x.
[[nodiscard]] double value_of(const CarriedNumber& number, double x);

}  // namespace aforo::scenario
