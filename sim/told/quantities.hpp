// Values of a scenario as people write them: 10640935 M$ → M$ 10.640.935, 8 months → 8 meses, 0.15 → 0,15. What is a
// valid value is up to module scenario. Private to the module.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace aforo::told {

// A number with the unit it was written with; "" for none.
struct Quantity {
    double amount = 0;
    std::string unit;

    [[nodiscard]] static std::optional<Quantity> of(std::string_view text);
};

// The text in the reader's language. A text without numbers is unchanged; in lists, ranges and mappings each number and
// unit is rewritten.
[[nodiscard]] document::Sentence as_quantity(const std::string& text, Lang lang);

// Several values of one key as numbers along an axis; nothing unless all are numbers of one unit. Money is scaled to M$
// (thousands) or MM$ (millions).
struct Scale {
    std::vector<double> values;  // as drawn
    std::string unit;            // in words; "" for none
    double factor = 1;           // from the written value to the drawn one
    int decimals = 0;            // the fewest that tell the values apart, with a limit

    [[nodiscard]] static std::optional<Scale> of(const std::vector<std::string>& texts, Lang lang);
    // A value on this scale, as a cell with only the number.
    [[nodiscard]] document::Value cell(double drawn) const;
    // The same with its unit.
    [[nodiscard]] document::Sentence said(double drawn) const;
};

}  // namespace aforo::told
