#include "aforo/render/workbook.hpp"

#include "words.hpp"
#include "workbook/sheet.hpp"

namespace aforo::render {

std::string workbook(const document::Document& document) {
    const Cells cells(document);
    const std::string title = cells.text(document::say(words::window_title, document.lang, document.name));
    Book book(title);
    bool has_sheet = false;
    for (const auto& section : document.sections) {
        if (!shows(section, document::Media::workbook)) continue;
        const bool is_left_out = section.is_annex && !document.has_annexes_on_paper;
        add_sheet(book, section, cells, is_left_out ? OnPaper::head : OnPaper::all);
        has_sheet = true;
    }
    // Excel does not open a workbook without sheets.
    if (!has_sheet) add_sheet(book, {.title = title}, cells);
    return book.bytes();
}

}  // namespace aforo::render
