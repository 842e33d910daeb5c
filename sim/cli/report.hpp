// aforo report: makes the files for people again, from the folder of a run alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/core/language.hpp"
#include "aforo/core/pesos.hpp"

namespace aforo::cli {

struct ReportArguments {
    std::vector<std::string> runs;     // folders
    std::optional<int> world;          // from 1
    std::vector<std::string> formats;   // names (media.hpp); empty: those that the command makes
    std::optional<core::Pesos> prices;  // that money is told in; unless given, those of the run
    bool annexes = false;               // also on paper: in the PDF, and in what the workbook prints
    bool open = false;                 // shows each page in a browser
};

int report(const ReportArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
