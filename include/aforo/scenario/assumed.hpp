// The numbers of a scenario that nobody knows for certain, those with a range, as plain numbers that can be set
// otherwise; and what becomes of them in a scenario that says them differently.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

struct Assumed {
    std::string path;
    double value = 0;  // as it stands, in ms, pesos or as written; of several parts their mean
    Range range;
    Quantity::Kind unit = Quantity::Kind::number;
    bool is_whole = false;  // takes whole numbers only
    // The values that it stands for, with what each is: one, or those by year or by band. One number not known: they
    // move together and keep their proportions.
    std::vector<std::pair<std::string, double>> parts;

    // What sets it to x. Whole numbers are rounded to the nearest.
    [[nodiscard]] std::vector<Setting> at(double x) const;
};
// In the order of the language.
[[nodiscard]] std::vector<Assumed> assumed(const Scenario& s);

// Sets numbers of one scenario in place, thousands of times. Nothing is checked, and values that the language does not
// hold as single numbers are left as they are.
class Dials {
public:
    // The scenario must outlive it and may not move.
    Dials(Scenario& s, const std::vector<Assumed>& all);

    // all[i] to x.
    void set(std::size_t i, double x);

private:
    struct Setter {
        double share = 1;  // of the number: its own value by the number's
        std::function<void(double)> set;
    };
    std::vector<std::vector<Setter>> setters_;  // by number
};

// What an alternative's own value of a number becomes where the base's is another than its file says.
enum class Carried : std::uint8_t {
    inherited,  // the alternative says nothing else: as in the base
    ratio,      // an amount: so many times the base's
    odds,       // a share strictly between 0 and 1: odds so many times the base's
    stands      // as written: growth factors, points, norms, whole numbers, and what is 0 or may be less
};
struct CarriedNumber {
    std::string path;
    double base = 0, alternative = 0;  // as the files say
    Carried how = Carried::inherited;
};
// Of every assumed number of the base, how the alternative carries it; those that it inherits are left out. `in_worlds`
// beside a value in the alternative's file overrides it.
[[nodiscard]] std::vector<CarriedNumber> carried(const Scenario& base, const std::vector<Assumed>& all,
                                                 const Scenario& alternative);
// Its value where the base's is x.
[[nodiscard]] double value_of(const CarriedNumber& number, double x);

}  // namespace aforo::scenario
