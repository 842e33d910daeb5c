// Quantities as text: "90 min", "24000 M$", "800 UF", "0.25". Reading is strict, so that no other quantity than the one
// meant is read; a written text reads back to the same value.
#pragma once

#include <optional>
#include <string>

#include "aforo/core/money.hpp"
#include "aforo/core/time.hpp"
#include "aforo/scenario/quantities.hpp"
#include "report.hpp"

namespace aforo::scenario {

// What went wrong with a text, and what to write instead.
struct Complaint {
    Message what, hint;
};

// Each returns nothing on success and fills `out`; on failure `out` is unchanged.
[[nodiscard]] std::optional<Complaint> parse_quantity(const std::string& text, double& out);
[[nodiscard]] std::optional<Complaint> parse_quantity(const std::string& text, core::Duration& out);
[[nodiscard]] std::optional<Complaint> parse_quantity(const std::string& text, core::Money& out);
[[nodiscard]] std::optional<Complaint> parse_quantity(const std::string& text, Uf& out);
[[nodiscard]] std::optional<Complaint> parse_quantity(const std::string& text, CalendarDay& out);

// 5 for "5 %"; nothing when the text is not a percentage.
[[nodiscard]] std::optional<double> percent_of(const std::string& text);

[[nodiscard]] std::string write_quantity(double value);
// Writes the result of sums and products without its rounding error: 0.3 for 0.1 + 2 × 0.1.
[[nodiscard]] std::string write_sum(double value);
[[nodiscard]] std::string write_quantity(core::Duration value);
[[nodiscard]] std::string write_hours(core::Duration value);  // in hours when they are whole
[[nodiscard]] std::string write_quantity(core::Money value);
[[nodiscard]] std::string write_quantity(Uf value);
[[nodiscard]] std::string write_quantity(const CalendarDay& value);

}  // namespace aforo::scenario
