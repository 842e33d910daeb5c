// Every number of the scenario, with its range, its source and its note.
#include <algorithm>
#include <charconv>
#include <map>

#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

constexpr std::size_t columns = 6;

// A value that is a plain number is written as one; one with its unit stays as the scenario writes it.
void write_value(Page& page, std::size_t row, std::size_t column, const std::string& value) {
    double number = 0;
    const char* end = value.data() + value.size();
    const auto [rest, error] = std::from_chars(value.data(), end, number);
    const bool is_plain = !value.empty() && value.find_first_not_of("0123456789.-") == std::string::npos;
    if (is_plain && error == std::errc() && rest == end) return page.number(row, column, number, Style::general);
    page.text(row, column, value, Style::wrapped);
}

}  // namespace

void assumption_sheet(Book& book, const Subject& s) {
    Page& page = book.add(s.say(T::book_assumptions));
    const std::size_t header =
        title_rows(page, s.say(T::book_assumptions_title), {s.say(T::book_assumptions_note)}, columns);
    page.limit_width(0, 44);
    page.limit_width(1, 50);
    page.limit_width(2, 22);
    page.limit_width(3, 22);
    page.limit_width(4, 40);
    page.limit_width(5, 60);
    page.header(header, {s.say(T::key), s.say(T::book_meaning), s.say(T::value), s.say(T::range), s.say(T::source),
                         s.say(T::remark)});
    std::map<std::string, std::string> sources;
    for (const auto& source : s.run.sources) sources[source.id] = source.title;
    std::size_t row = header;
    for (const auto& a : s.run.assumptions) {
        page.text(++row, 0, a.path, Style::wrapped);
        page.text(row, 1, a.meaning, Style::wrapped);
        write_value(page, row, 2, a.value);
        page.text(row, 3, a.range);
        const auto source = sources.find(a.source);
        const std::string title = source == sources.end() || source->second.empty() ? "" : " · " + source->second;
        page.text(row, 4, a.source + title, Style::wrapped);
        page.text(row, 5, a.note, Style::wrapped);
    }
    page.main_table(header, row, columns);
}

}  // namespace aforo::report
