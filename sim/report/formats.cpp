#include "aforo/report/formats.hpp"

#include <array>

#include "aforo/report/page.hpp"
#include "aforo/report/workbook.hpp"

namespace aforo::report {

namespace {

constexpr auto formats = std::to_array<FileFormat>({
    {"html", "report.html", true, run_page},
    {"xlsx", "report.xlsx", true, workbook},
});

}  // namespace

std::span<const FileFormat> file_formats() { return formats; }

}  // namespace aforo::report
