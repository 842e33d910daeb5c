// The sheets of a run's workbook, in their order. Private to the module.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "page/subject.hpp"
#include "workbook/book.hpp"

namespace aforo::report {

void readme_sheet(Book& book, const Subject& s);
void summary_sheet(Book& book, const Subject& s);
void component_sheet(Book& book, const Subject& s);
void office_sheet(Book& book, const Subject& s);
void difference_sheet(Book& book, const Subject& s);
void replication_sheet(Book& book, const Subject& s);
void assumption_sheet(Book& book, const Subject& s);
void warning_sheet(Book& book, const Subject& s);
void ledger_sheet(Book& book, const Subject& s);
void manifest_sheet(Book& book, const Subject& s);

// How a measure's figures are written: itself, its half-width, and a difference of two.
struct Look {
    Style value = Style::count, error = Style::decimal, difference = Style::signed_count;
};
[[nodiscard]] Look look_of(Shape shape);
[[nodiscard]] Look look_of(const results::Run& run, std::string_view measure);

// A measure of the programme by year, and what the sheet plans for it; NaN where it says nothing.
struct PlannedMeasure {
    std::string_view measure;
    double (*planned)(const Subject& s, int year) = nullptr;
};
[[nodiscard]] std::span<const PlannedMeasure> figures();
// Measures shown by office.
[[nodiscard]] std::span<const std::string_view> office_measures();
// The unit as the reader says it; % for shares.
[[nodiscard]] std::string unit_of(const Subject& s, std::string_view measure);

// Where there is but one replication, or none in which the measure is defined, there is no spread: NaN.
struct Spread {
    double half_width, p10, p90;
};
[[nodiscard]] Spread spread_of(const results::Estimate* e);
[[nodiscard]] double mean_of(const results::Estimate* e);

// A title, and running text under it. The next free row.
std::size_t title_rows(Page& page, const std::string& title, const std::vector<std::string>& texts,
                       std::size_t columns);

}  // namespace aforo::report
