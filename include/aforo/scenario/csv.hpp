// Tables that people keep in a spreadsheet, saved as CSV: separated by `;` or `,`, with a byte-order mark or not,
// quoted or not. Every mistake of a file is found in one go, with its line and column; nothing is thrown for wrong
// input.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/language.hpp"

namespace aforo::scenario {

struct Cell {
    std::string text;  // without quotes and without spaces around it
    core::Place place;
};

// Comments (the first cell begins with #) and empty lines are not rows.
struct Csv {
    std::string file;
    bool has_decimal_comma = false;  // cells are separated by `;`, so a comma is a decimal one
    std::vector<Cell> header;
    std::vector<std::vector<Cell>> rows;  // each with as many cells as the header
};

struct CsvResult {
    std::optional<Csv> csv;  // present when there are no diagnostics
    core::Diagnostics diagnostics;
};
// Reads a regular file. Personal data is refused: no cell may be a RUT.
[[nodiscard]] CsvResult read_csv(const std::string& path, core::Lang lang);

// The numbers of a column, in the order of the file; empty cells are left out. Mistakes are diagnostics.
struct ColumnResult {
    std::vector<double> values;
    core::Diagnostics diagnostics;
};
[[nodiscard]] ColumnResult numbers_of(const Csv& csv, std::size_t column, core::Lang lang);

// The name of a column as it is compared: lower case, without accents: «Día» is dia.
[[nodiscard]] std::string folded(const std::string& name);

}  // namespace aforo::scenario
