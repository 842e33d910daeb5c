// The metrics of a run as comma-separated values: for programmes and for Excel in Chile. Lines end in CR LF (RFC 4180).
// An undefined number is an empty field. Numbers read back as the same doubles: nothing is rounded for the eye.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/text.hpp"
#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"

namespace aforo::render {

// metric,unit,year,level,id,name,n,mean,sd,half_width,p10,p50,p90, with a decimal dot; texts as in results.json.
[[nodiscard]] std::string results_csv(const results::Run& run);

// metric,unit,year,month,level,id,…: the months, without those of single offices, which are in run.sqlite.
[[nodiscard]] std::string series_csv(const results::Run& run);

// The years for Excel in Spanish: a byte-order mark, `;`, a decimal comma, Spanish names. A text that a spreadsheet
// would take for a formula (it starts with = + - @, a tab or a line break) is made a text with an apostrophe.
[[nodiscard]] std::string resultados_csv(const results::Run& run);

// A column for each axis, then metric,unit,year,level,id,name,n,mean,sd,half_width,p10,p50,p90.
void sweep_csv(const results::Sweep& sweep, const core::Out& out);

// scenario,office,name,year,month,limit,share,half_width: of the days of a month on which the limit binds there.
[[nodiscard]] std::string limits_csv(const std::vector<const results::Run*>& runs);

// The main table of each section that asks for a file of its own, as above: numbers whole, in % where that is their
// unit.
struct File {
    std::string name, bytes;
};
[[nodiscard]] std::vector<File> table_files(const document::Document& document);

}  // namespace aforo::render
