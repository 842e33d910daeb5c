// `aforo report`: the files for people, made again from the folder of a run and nothing else.
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
    std::vector<std::string> formats;  // names (media.hpp); none: those that the command leaves
    std::optional<core::Pesos> prices;  // that money is told in; unless given, those it was
    bool annexes = false;              // on paper too: the PDF, and what the workbook prints
    bool open = false;                 // shows each page in a browser
};

int report(const ReportArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
