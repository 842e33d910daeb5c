#include "workbook/book.hpp"

#include <xlsxwriter.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "aforo/core/contracts.hpp"
#include "workbook/cells.hpp"

namespace aforo::report {

namespace {

namespace fs = std::filesystem;

// In the order of Style.
struct Look {
    const char* number_format;
    bool bold = false, wraps = false, total = false;
};
constexpr std::array<Look, static_cast<std::size_t>(Style::count_of_styles)> looks = {{
    {"General"},                                   // text
    {"General", false, true},                      // wrapped
    {"General", true},                             // label
    {"General", true},                             // title
    {"General", true},                             // section
    {"General", true, true},                       // header
    {"General", false, true},                      // note
    {"General", false, true},                      // code
    {"General"},                                   // general
    {"#,##0"},                                     // count
    {"#,##0.0"},                                   // decimal
    {"#,##0.00"},                                  // fine_decimal
    {"0.0%"},                                      // share
    {"0.00%"},                                     // fine_share
    {"+#,##0;-#,##0;0"},                           // signed_count
    {"+#,##0.0;-#,##0.0;0.0"},                     // signed_decimal
    {"+#,##0.00;-#,##0.00;0.00"},                  // signed_fine_decimal
    {"+0.0%;-0.0%;0.0%"},                          // signed_share
    {"+0.00\" pp\";-0.00\" pp\";0.00\" pp\""},     // points
    {"\"$\"#,##0;-\"$\"#,##0"},                    // pesos
    {"mmm yyyy"},                                  // month
    {"General", true, false, true},                // total_text
    {"#,##0", true, false, true},                  // total_count
    {"#,##0.0", true, false, true},                // total_decimal
    {"0.0%", true, false, true},                   // total_share
    {"\"$\"#,##0;-\"$\"#,##0", true, false, true}  // total_pesos
}};

}  // namespace

Book::Book(const std::string& title) {
    std::string folder = folder_.path().string();
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    workbook_ = workbook_new_opt((folder_ / "report.xlsx").c_str(), &options);
    core::ensure(workbook_ != nullptr, "no workbook");
    std::string name = safe_cell_text(title), author = "aforo";
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.author = author.data();
    properties.created = 1704067200;  // 1 January 2024: not of the run, so that the same run gives the same bytes
    workbook_set_properties(workbook_, &properties);
    make_formats();
}

Book::~Book() {
    if (workbook_ != nullptr) {
        lxw_workbook_free(workbook_);
    }
}

void Book::make_formats() {
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const auto style = static_cast<Style>(i);
        lxw_format* f = workbook_add_format(workbook_);
        format_set_num_format(f, looks[i].number_format);
        if (looks[i].bold) format_set_bold(f);
        if (looks[i].wraps) format_set_text_wrap(f);
        if (looks[i].total) format_set_top(f, LXW_BORDER_THIN);
        format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
        if (style == Style::title) format_set_font_size(f, 16);
        if (style == Style::section) format_set_font_size(f, 12);
        if (style == Style::title || style == Style::section) format_set_font_color(f, 0x12436D);
        if (style == Style::note) format_set_font_color(f, 0x595959);
        if (style == Style::code) format_set_font_name(f, "Consolas");
        if (style == Style::month) format_set_align(f, LXW_ALIGN_LEFT);
        if (style == Style::header) {
            format_set_bg_color(f, 0x12436D);
            format_set_font_color(f, LXW_COLOR_WHITE);
            format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
        }
        formats_.push_back(f);
    }
}

Page& Book::add(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(workbook_, name.c_str());
    core::ensure(sheet != nullptr, "a sheet's name is not valid");
    return pages_.emplace_back(*this, sheet, name);
}

std::string Book::bytes() {
    for (auto& page : pages_) {
        page.finish();
    }
    const fs::path path = folder_ / "report.xlsx";
    const lxw_error error = workbook_close(std::exchange(workbook_, nullptr));
    if (error != LXW_NO_ERROR) {
        throw core::EnvironmentError(path.string() + ": " + lxw_strerror(error));
    }
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file || bytes.empty()) {
        throw core::EnvironmentError(path.string() + ": cannot be read");
    }
    return bytes;
}

}  // namespace aforo::report
