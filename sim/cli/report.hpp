// `aforo report`: the files for people, made again from the folder of a run and nothing else.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/language.hpp"

namespace aforo::cli {

inline constexpr const char* pdf_format = "pdf";  // made by a browser from the page, not by report/formats

struct ReportArguments {
    std::vector<std::string> runs;     // folders
    std::vector<std::string> formats;  // names of report::file_formats; none: those that `aforo run` leaves
};

int report(const ReportArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
