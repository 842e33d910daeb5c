// The data files that a scenario may name (`data:`): what each kind holds, column by column. What is read from them are
// keys of the scenario, so nothing else knows that there were files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aforo/core/language.hpp"

namespace aforo::scenario {

// A column has its name in both languages; a file may use either, with or without accents and capitals.
struct DataColumn {
    core::Text name;
    core::Text meaning;
    enum class Need : std::uint8_t {
        required,
        optional,
        one_of  // exactly one of the columns marked so
    } need = Need::required;
};
enum class DataKind : std::uint8_t { arrivals, centres, durations, budget, published, executed };
struct DataSchema {
    DataKind kind;
    const char* key;  // data.arrivals
    core::Text name;  // of the file that a template writes
    core::Text meaning;
    std::vector<DataColumn> columns;
};
[[nodiscard]] const std::vector<DataSchema>& data_schemas();
[[nodiscard]] const DataSchema& schema_of(DataKind kind);

// A spreadsheet cell, quoted where it must be.
[[nodiscard]] std::string csv_cell(const std::string& text, char separator);

}  // namespace aforo::scenario
