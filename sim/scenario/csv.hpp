// Reading CSV while a scenario is read: into the scenario's report and within its allowance.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "aforo/core/time.hpp"
#include "aforo/scenario/csv.hpp"
#include "aforo/scenario/data.hpp"
#include "tree.hpp"
#include "units.hpp"

namespace aforo::scenario {

// The bytes of a regular file, or nothing (reported at `asked`, else at the file).
[[nodiscard]] std::optional<std::string> slurp_csv(const std::filesystem::path& path, const core::Place& asked,
                                                   Report& report, Allowance& left);
[[nodiscard]] std::optional<Csv> parse_csv(const std::string& text, const std::string& file, Report& report,
                                           Allowance& left);

// Each returns nothing on success and fills `out`; on failure `out` is unchanged.
[[nodiscard]] std::optional<Complaint> parse_cell(const Csv& csv, const std::string& text, double& out);
// 2025-01-31, 31-01-2025 or 31/01/2025.
[[nodiscard]] std::optional<Complaint> parse_cell(const std::string& text, core::Date& out);
// The first day of a month: 2025-01, 01-2025, 01/2025, ene-25 (as Excel writes it), or that day itself.
[[nodiscard]] std::optional<Complaint> parse_month(const std::string& text, core::Date& out);

// Whether the text is a RUT with its right check digit: 12.345.678-5 or 12345678-5.
[[nodiscard]] bool is_rut(const std::string& text);

}  // namespace aforo::scenario
