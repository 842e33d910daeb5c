#include "workbook/book.hpp"

#include <xlsxwriter.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "aforo/core/contracts.hpp"
#include "workbook/safe_text.hpp"

namespace aforo::render {

namespace {

namespace fs = std::filesystem;

constexpr lxw_color_t dark_blue = 0x12436D;

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
    properties.created = 1704067200;  // 1 January 2024, a constant, so that the same run gives the same bytes
    workbook_set_properties(workbook_, &properties);
}

Book::~Book() {
    if (workbook_ != nullptr) {
        lxw_workbook_free(workbook_);
    }
}

lxw_format* Book::format(const Look& look) {
    const auto [found, is_new] = formats_.try_emplace(look, nullptr);
    if (!is_new) return found->second;
    using Kind = Look::Kind;
    const Kind kind = look.kind;
    lxw_format* f = found->second = workbook_add_format(workbook_);
    core::ensure(f != nullptr, "no format");
    format_set_num_format(f, look.number.c_str());
    const bool is_heading = kind == Kind::title || kind == Kind::section;
    if (is_heading || kind == Kind::label || kind == Kind::header || look.is_total) format_set_bold(f);
    if (kind == Kind::wrapped || kind == Kind::header || kind == Kind::note || kind == Kind::code)
        format_set_text_wrap(f);
    if (look.is_total) format_set_top(f, LXW_BORDER_THIN);
    if (look.tone != document::Tone::none) {
        const bool is_better = look.tone == document::Tone::better;
        format_set_bg_color(f, is_better ? 0xDCF1EF : 0xFCE4D6);
        format_set_left(f, is_better ? LXW_BORDER_MEDIUM : LXW_BORDER_MEDIUM_DASHED);
    }
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    if (is_heading) format_set_font_size(f, kind == Kind::title ? 16 : 12);
    if (is_heading) format_set_font_color(f, dark_blue);
    if (kind == Kind::note) format_set_font_color(f, 0x595959);
    if (kind == Kind::code) format_set_font_name(f, "Consolas");
    if (kind == Kind::date) format_set_align(f, LXW_ALIGN_LEFT);
    if (kind == Kind::header) {
        format_set_bg_color(f, dark_blue);
        format_set_font_color(f, LXW_COLOR_WHITE);
        format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
    }
    return f;
}

namespace {

// A name of at most 31 characters, without those that Excel forbids in the name of a sheet.
std::string name_of_sheet(const std::string& wanted, std::size_t longest) {
    std::string name, clean = safe_cell_text(wanted);
    std::size_t letters = 0;
    for (const char c : clean) {
        const bool begins_letter = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (begins_letter && ++letters > longest) break;
        name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    }
    name.erase(name.find_last_not_of(' ') + 1);
    return name.empty() ? "-" : name;
}

}  // namespace

Page& Book::add(const std::string& wanted) {
    constexpr std::size_t longest = 31;
    std::string name = name_of_sheet(wanted, longest);
    if (const int times = ++names_[name]; times > 1)
        name = name_of_sheet(wanted, longest - 4) + " (" + std::to_string(times) + ")";
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

}  // namespace aforo::render
