// Values of the scenario as people write them: 10640935 M$ → M$ 10.640.935, 8 months → 8 meses, 0.15 → 0,15. Private to
// the module; what a scenario may say is the scenario's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace aforo::told {

// A number with the unit that it was written with; "" for none.
struct Quantity {
    double amount = 0;
    std::string unit;

    [[nodiscard]] static std::optional<Quantity> of(std::string_view text);
};

// In the reader's language. What holds no number comes as it is; lists, ranges and mappings with each of their numbers
// and units said so.
[[nodiscard]] document::Sentence as_quantity(const std::string& text, Lang lang);

// Several values of one thing, as numbers along an axis: nothing where they are not all numbers of one unit. Money
// comes in the scale that fits: M$ (thousands) or MM$ (millions).
struct Scale {
    std::vector<double> values;  // as drawn
    std::string unit;            // in words; "" for none
    double factor = 1;           // from what was written to what is drawn
    int decimals = 0;            // that tell them apart, at most

    [[nodiscard]] static std::optional<Scale> of(const std::vector<std::string>& texts, Lang lang);
    // One of them, or any other value in what was written, as a cell of a number alone.
    [[nodiscard]] document::Value cell(double drawn) const;
    // The same with its unit.
    [[nodiscard]] document::Sentence said(double drawn) const;
};

}  // namespace aforo::told
