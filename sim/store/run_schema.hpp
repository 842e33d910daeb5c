// The tables of run.sqlite, shared by its writer and its reader. Private to the module.
#pragma once

#include <bit>
#include <type_traits>

#include "aforo/results/results.hpp"

namespace aforo::store {

static_assert(std::endian::native == std::endian::little, "samples are stored as little-endian doubles");

inline constexpr int application_id = 0x61666f72;  // "afor"

// Columns with the names of struct members have the members' order here, in save() and in load().
inline constexpr const char* schema = R"(
CREATE TABLE run (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE years (year INTEGER PRIMARY KEY);
CREATE TABLE price_index (year INTEGER PRIMARY KEY, factor REAL NOT NULL);
CREATE TABLE columns (id INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT NOT NULL, label_es TEXT NOT NULL,
  label_en TEXT NOT NULL, kind TEXT NOT NULL, decimals INTEGER NOT NULL, fixed INTEGER NOT NULL, years TEXT NOT NULL,
  direction TEXT NOT NULL, levels INTEGER NOT NULL, meaning_es TEXT NOT NULL, meaning_en TEXT NOT NULL, beyond_es TEXT NOT NULL, beyond_en TEXT NOT NULL);
CREATE TABLE keys (id INTEGER PRIMARY KEY, column_id INTEGER NOT NULL REFERENCES columns, year INTEGER NOT NULL,
  month INTEGER NOT NULL, level TEXT NOT NULL, ident TEXT NOT NULL, n INTEGER NOT NULL,
  mean REAL, sd REAL, half_width REAL, p10 REAL, p50 REAL, p90 REAL);
CREATE TABLE samples (key_id INTEGER PRIMARY KEY REFERENCES keys, data BLOB NOT NULL);
CREATE TABLE regions (position INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE offices (position INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, region TEXT NOT NULL,
  kind TEXT NOT NULL);
CREATE TABLE exhaustions (position INTEGER PRIMARY KEY, component TEXT NOT NULL, year INTEGER NOT NULL, share REAL,
  median_first_day TEXT NOT NULL);
CREATE TABLE limits (position INTEGER PRIMARY KEY, year INTEGER NOT NULL, id TEXT NOT NULL, share REAL);
CREATE TABLE assumptions (position INTEGER PRIMARY KEY, path TEXT NOT NULL, value TEXT NOT NULL,
  "range" TEXT NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL, meaning_es TEXT NOT NULL,
  meaning_en TEXT NOT NULL);
CREATE TABLE sources (position INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE warnings (position INTEGER PRIMARY KEY, kind TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL,
  "column" INTEGER NOT NULL, path TEXT NOT NULL, what_es TEXT NOT NULL, what_en TEXT NOT NULL, hint_es TEXT NOT NULL,
  hint_en TEXT NOT NULL);
CREATE TABLE ledger (position INTEGER PRIMARY KEY, year INTEGER NOT NULL, month INTEGER NOT NULL, component TEXT NOT NULL,
  account TEXT NOT NULL, received INTEGER NOT NULL, given INTEGER NOT NULL);
CREATE TABLE planned_components (position INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,
  production_unit TEXT NOT NULL, spending REAL, production REAL);
CREATE TABLE planned (name TEXT NOT NULL, position INTEGER NOT NULL, value REAL, PRIMARY KEY (name, position))
  WITHOUT ROWID;
CREATE VIEW metrics AS SELECT k.id, c.name AS metric, c.unit, k.year, k.month, k.level, k.ident, k.n, k.mean, k.sd,
  k.half_width, k.p10, k.p50, k.p90 FROM keys k JOIN columns c ON c.id = k.column_id;
)";

// Visits what the scenario says about itself; each text is a row of `run`, unless it is empty.
template <class About, class Visit>
void visit_about(About& about, Visit visit) {
    auto& [author, date, status, reason] = about;
    visit("author", author);
    visit("date", date);
    visit("status", status);
    visit("reason", reason);
}

// Visits the numbers of the planned sheet by name, for writing and reading. When Sheet gains a member this no longer
// compiles, so it cannot be forgotten; the same holds for save_*() below.
template <class Sheet, class Visit>
void visit_planned(Sheet& sheet, Visit visit) {
    auto& [year, price_year, components, admin_spending, total_spending, years, potential, target, beneficiaries,
           spending_per_beneficiary, unique_beneficiaries, survival_t2, sales_up_t1, sales_threshold] = sheet;
    static_cast<void>(components);  // planned_components
    visit("year", year);
    visit("price_year", price_year);
    visit("admin_spending", admin_spending);
    visit("total_spending", total_spending);
    visit("years", years);
    visit("potential_population", potential);
    visit("target_population", target);
    visit("beneficiaries", beneficiaries);
    visit("spending_per_beneficiary", spending_per_beneficiary);
    visit("unique_beneficiaries", unique_beneficiaries);
    visit("survival_t2", survival_t2);
    visit("sales_up_t1", sales_up_t1);
    visit("sales_threshold", sales_threshold);
}

}  // namespace aforo::store
