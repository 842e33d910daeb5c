// What the scenario says and does not do; no sheet where there is nothing of the kind.
#include "aforo/report/sections.hpp"
#include "workbook/sheets.hpp"

namespace aforo::report {

void warning_sheet(Book& book, const Subject& s) {
    const Part part = warning_part(s.run, s.lang);
    if (part.tables.empty()) return;
    const Table& table = part.tables.front();
    Page& page = book.add(s.say(T::part_warnings));
    const std::size_t header = title_rows(page, s.say(T::part_warnings), {part.title}, table.columns().size());
    std::vector<std::string> titles;
    for (const auto& column : table.columns()) titles.push_back(column.title);
    page.limit_width(0, 44);
    page.limit_width(1, 40);
    page.limit_width(2, 90);
    page.header(header, titles);
    std::size_t row = header;
    for (const auto& line : table.rows()) {
        ++row;
        for (std::size_t c = 0; c < line.cells.size(); ++c) page.text(row, c, line.cells[c], Style::wrapped);
    }
    page.main_table(header, row, titles.size());
}

}  // namespace aforo::report
