// run.sqlite: a whole run in one file, with every replication's values. Reports read only this and manifest.json.
// The same run gives the same bytes (with the same SQLite): one transaction, fixed order, no time of day.
//
//   run           name, value (text): version, scenario, digest, seed, replications, worst_ledger_difference; if the
//                 scenario states them, author, date, status, reason; and the pesos that money is in: prices (sheet,
//                 nominal or a year), price_year (of those that the scenario is written in), index_source
//   years         year: the measured years
//   price_index   year, factor: of prices, each 1 January over the year before; year 0: of all years
//   columns       id, name, unit, label_*, kind, decimals, fixed, years, direction, levels, meaning_*, beyond_*
//   keys          id, column_id, year, month (0: the year), level, ident, n, mean, sd, half_width, p10, p50, p90
//   samples       key_id, data: the value of each replication, in order, as little-endian IEEE 754 doubles, NaN where
//                 undefined; a single double when all are equal
//   regions, offices, exhaustions, limits, assumptions, sources, warnings, planned_components: the members of their
//                 structs, by position
//   ledger        year, month, component, account, received, given: pesos, of the first replication
//   planned       name, position, value: the other numbers of the planned sheet, one per row
//   metrics       a view: keys with the names of their columns
//
// Keys are in the order of results::Samples: by year first. Undefined numbers are NULL. Samples are one blob per key
// rather than one row per value, because two million rows take seconds to write and four times the space.
// In Python: numpy.frombuffer(data, '<f8'). `PRAGMA user_version` is the version of this schema.
#pragma once

#include <filesystem>

#include "aforo/results/results.hpp"

namespace aforo::store {

inline constexpr const char* run_file_name = "run.sqlite";  // in the run's folder
inline constexpr int run_file_version = 6;

struct StoredRun {
    results::Run run;
    results::Samples samples;
};

// Writes a new file and waits until it is on disk. Throws core::EnvironmentError, also when the file exists.
void save(const std::filesystem::path& path, const results::Run& run, const results::Samples& samples);

// Throws core::WrongFile when the file is not a run of this version or is damaged, EnvironmentError if reading fails.
[[nodiscard]] StoredRun load(const std::filesystem::path& path);

}  // namespace aforo::store
