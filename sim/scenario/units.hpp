// Quantities as text: "90 min", "24000 M$", "800 UF", "0.25". Reading is strict, so that nothing is read that was not
// meant; writing gives a text that reads back to the same value.
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

// Each returns nothing on success and fills `out`; `out` is untouched otherwise.
[[nodiscard]] std::optional<Complaint> parse_quantity(const std::string& text, double& out);
[[nodiscard]] std::optional<Complaint> parse_quantity(const std::string& text, core::Duration& out);
[[nodiscard]] std::optional<Complaint> parse_quantity(const std::string& text, core::Money& out);
[[nodiscard]] std::optional<Complaint> parse_quantity(const std::string& text, Uf& out);
[[nodiscard]] std::optional<Complaint> parse_quantity(const std::string& text, CalendarDay& out);

// 5 of "5 %"; nothing when the text is no percentage.
[[nodiscard]] std::optional<double> percent_of(const std::string& text);

[[nodiscard]] std::string write_quantity(double value);
// Of what was added up or multiplied, without the rounding of that: 0.3 of 0.1 + 2 × 0.1.
[[nodiscard]] std::string write_sum(double value);
[[nodiscard]] std::string write_quantity(core::Duration value);
[[nodiscard]] std::string write_hours(core::Duration value);  // in hours where they are whole
[[nodiscard]] std::string write_quantity(core::Money value);
[[nodiscard]] std::string write_quantity(Uf value);
[[nodiscard]] std::string write_quantity(const CalendarDay& value);

}  // namespace aforo::scenario
