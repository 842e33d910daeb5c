// The metrics of a run as comma-separated values, for programs and for Excel in Chile. Lines end in CR LF (RFC 4180).
// An undefined number is an empty field. Numbers are not rounded: they read back as the same doubles.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/text.hpp"
#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"

namespace aforo::render {

// metric,unit,year,level,id,name,n,mean,sd,half_width,p10,p50,p90, with a decimal point; words as in results.json.
[[nodiscard]] std::string results_csv(const results::Run& run);

// metric,unit,year,month,level,id,…: the monthly values, without those of single offices, which are in run.sqlite.
[[nodiscard]] std::string series_csv(const results::Run& run);

// The yearly values for Excel in Spanish: a byte-order mark, `;`, a decimal comma, Spanish names. A text that a
// spreadsheet would take for a formula (it starts with = + - @, a tab or a line break) gets an apostrophe in front.
[[nodiscard]] std::string resultados_csv(const results::Run& run);

// One column per axis, then metric,unit,year,level,id,name,n,mean,sd,half_width,p10,p50,p90.
void sweep_csv(const results::Sweep& sweep, const core::Out& out);

// scenario,office,name,year,month,limit,share,half_width: the share of the month's days on which the limit binds there.
[[nodiscard]] std::string limits_csv(const std::vector<const results::Run*>& runs);

// The main tables of sections that have a file name, for Excel in Spanish as above: numbers are not rounded, and are in
// % where that is their unit.
struct File {
    std::string name, bytes;
};
[[nodiscard]] std::vector<File> table_files(const document::Document& document);

}  // namespace aforo::render
