// What the workbook is, how it is read, what each sheet holds, what each measure means, what is assumed, its limits.
#include <set>

#include "aforo/report/about.hpp"
#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

struct Line {
    T label, text;
};
constexpr auto reading = std::to_array<Line>({{T::planned, T::book_planned},
                                              {T::simulated, T::book_simulated},
                                              {T::half_width, T::book_half_width},
                                              {T::range_p10_p90, T::book_range},
                                              {T::difference, T::book_difference},
                                              {T::book_undefined_label, T::book_undefined}});
constexpr auto sheets = std::to_array<Line>({{T::book_summary, T::book_summary_about},
                                             {T::book_components, T::book_components_about},
                                             {T::book_offices, T::book_offices_about},
                                             {T::book_differences, T::book_differences_about},
                                             {T::book_replications, T::book_replications_about},
                                             {T::book_assumptions, T::book_assumptions_about},
                                             {T::book_ledger, T::book_ledger_about},
                                             {T::book_manifest, T::book_manifest_about}});

std::size_t add_lines(Page& page, const Subject& s, std::size_t row, T title, std::span<const Line> lines) {
    page.text(row++, 0, s.say(title), Style::section);
    for (const auto& line : lines) {
        page.text(row, 0, s.say(line.label), Style::label);
        page.text(row++, 1, s.say(line.text), Style::wrapped);
    }
    return row + 1;
}

std::size_t add_definitions(Page& page, const Subject& s, std::size_t row) {
    std::set<std::string_view> shown(office_measures().begin(), office_measures().end());
    for (const auto& figure : figures()) shown.insert(figure.measure);
    for (const auto* more : {"appropriation", "unspent", "waiting", "attention_waiting"}) shown.insert(more);
    page.text(row++, 0, s.say(T::book_definitions), Style::section);
    for (const auto& column : s.run.columns) {
        if (!shown.contains(column.name)) continue;
        page.text(row, 0, label_of(column, s.lang), Style::label);
        page.text(
            row++, 1,
            std::string(core::in(s.lang, column.definition().es, column.definition().en)) + " (" + column.name + ")",
            Style::wrapped);
    }
    return row + 1;
}

}  // namespace

void readme_sheet(Book& book, const Subject& s) {
    Page& page = book.add(s.say(T::book_readme));
    page.limit_width(0, 48);
    page.limit_width(1, 110);
    page.text(0, 0, s.say(T::page_title, s.run.scenario), Style::title);
    if (const std::string about = about_text(s.run.about, s.lang); !about.empty()) page.text(1, 0, about, Style::label);
    page.text(2, 0, s.say(T::book_what), Style::label);
    page.text(2, 1, s.say(T::book_what_text), Style::wrapped);
    page.text(3, 0, s.say(T::book_money), Style::label);
    page.text(3, 1, s.say(T::how_to_read_money, s.run.planned.price_year), Style::wrapped);
    std::size_t row = add_lines(page, s, 5, T::book_reading, reading);
    row = add_lines(page, s, row, T::book_sheets, sheets);
    constexpr std::array<Line, 2> limits = {
        {{T::book_assumed, T::book_assumed_text}, {T::book_limits, T::book_limits_text}}};
    row = add_lines(page, s, row, T::book_assumed_title, limits);
    add_definitions(page, s, row);
}

}  // namespace aforo::report
