#include "aforo/report/formats.hpp"

#include <array>

#include "aforo/report/csv.hpp"
#include "aforo/report/page.hpp"
#include "aforo/report/workbook.hpp"

namespace aforo::report {

namespace {

// Of those that tell the run alone, in a language of their own.
template <std::string (*make)(const results::Run&)>
std::string of_run(const results::Run& run, const results::Samples&, const results::Manifest&, core::Lang) {
    return make(run);
}

constexpr auto formats = std::to_array<FileFormat>({
    {"html", "report.html", true, run_page},
    {"xlsx", "report.xlsx", true, workbook},
    {"csv", "results.csv", true, of_run<results_csv>},
    {"csv", "series.csv", true, of_run<series_csv>},
    {"csv", "resultados.csv", true, of_run<resultados_csv>},
});

}  // namespace

std::span<const FileFormat> file_formats() { return formats; }

}  // namespace aforo::report
