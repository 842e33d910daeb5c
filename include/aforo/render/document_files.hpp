// The figures of any document for machines: every table that people see, its cells as numbers, dates and texts. Files
// with a form of their own, which others rely on, are in machine.hpp and csv.hpp.
#pragma once

#include <string>

#include "aforo/document/document.hpp"

namespace aforo::render {

// {"aforo", "scenario", "language", "replications", "title", "verdicts": [{"lead", "clauses": [{"text", "told",
// "of"}…], "after": [text…]}…], "tables": [{"section", "caption", "columns": [text…], "rows": [[cell…]…]}…]}.
// A cell is null, a text, or an object: {"value"}, {"n", "mean", "half_width", "p10", "p90"} and "planned" beside it,
// {"base", "alternative", "difference", "half_width", "told"}, {"pesos"}, {"date"} or {"month"}; with "of": {"measure",
// "year", "level", "id", "month"} where it is of a measure. A cell of several pieces is {"text", "figures": [object…]}.
// A row that heads others is {"heading": text}. Numbers read back as the same doubles; one that is not finite is null.
[[nodiscard]] std::string json(const document::Document& document);

// section,table,row,column,text,value,half_width,p10,p90,measure,year,level,id,month: a line for each cell that is not
// empty, beside the first of its row, which names it. `text` is the cell as people read it. Lines end in CR LF (RFC
// 4180).
[[nodiscard]] std::string csv(const document::Document& document);

}  // namespace aforo::render
