// The sheets of a comparison's workbook, in their order. Private to the module.
#pragma once

#include "aforo/report/comparison.hpp"
#include "workbook/sheets.hpp"

namespace aforo::report {

// What they share: the comparison, told in one language; `s` is about its base.
struct Compared {
    const results::Comparison& comparison;
    const Subject& s;
};

void comparison_readme_sheet(Book& book, const Compared& c);
void comparison_summary_sheet(Book& book, const Compared& c);
void change_sheet(Book& book, const Compared& c);
void paired_difference_sheet(Book& book, const Compared& c);
void fate_sheet(Book& book, const Compared& c);
void side_by_side_sheet(Book& book, const Compared& c);
void comparison_manifest_sheet(Book& book, const Compared& c);

// 2024; «2024–2027» for all years together, which are year 0.
void write_year(Page& page, std::size_t row, std::size_t column, const Compared& c, int year);

}  // namespace aforo::report
