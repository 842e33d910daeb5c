#include "aforo/report/formats.hpp"

#include <array>

#include "aforo/report/page.hpp"

namespace aforo::report {

namespace {

constexpr auto formats = std::to_array<FileFormat>({
    {"html", "report.html", true, run_page},
});

}  // namespace

std::span<const FileFormat> file_formats() { return formats; }

}  // namespace aforo::report
