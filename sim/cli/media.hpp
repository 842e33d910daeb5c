// The media in which every report is saved in the folder of its results, whatever the experiment. Printed text is drawn
// from the same document.
#pragma once

#include <array>
#include <string>

#include "aforo/document/document.hpp"
#include "aforo/render/page.hpp"
#include "aforo/render/workbook.hpp"

namespace aforo::cli {

struct Medium {
    const char* format;  // its name in `aforo report --format`
    const char* file;
    std::string (*draw)(const document::Document&);
};
inline constexpr const char* report_name = "report";
inline constexpr const char* page_file = "report.html";
// The same of a further document: ficha.html.
[[nodiscard]] inline std::string file_of(const std::string& name, const char* format) {
    return name + "." + format;
}
inline constexpr auto media =
    std::to_array<Medium>({{"html", page_file, render::page}, {"xlsx", "report.xlsx", render::workbook}});

inline constexpr const char* csv_format = "csv";  // the experiment's files for other programs
inline constexpr const char* pdf_format = "pdf";  // printed by a browser from the page

}  // namespace aforo::cli
