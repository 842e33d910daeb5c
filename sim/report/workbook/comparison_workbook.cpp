#include "aforo/report/about.hpp"
#include "aforo/report/workbook.hpp"
#include "workbook/comparison_sheets.hpp"

namespace aforo::report {

namespace {

struct Line {
    T label, text;
};
constexpr auto reading = std::to_array<Line>({{T::base, T::book_base_about},
                                              {T::alternative, T::book_alternative_about},
                                              {T::difference, T::book_paired_about},
                                              {T::half_width, T::book_joint_about},
                                              {T::gain, T::book_gain_about}});
constexpr auto sheets = std::to_array<Line>({{T::book_summary, T::book_compared_summary_about},
                                             {T::book_changes, T::book_changes_about},
                                             {T::book_differences, T::book_compared_differences_about},
                                             {T::book_fates, T::fates_note},
                                             {T::book_side_by_side, T::book_side_by_side_about},
                                             {T::book_manifest, T::book_manifest_about}});

}  // namespace

std::string comparison_workbook(const results::Comparison& comparison, core::Lang lang) {
    const results::Samples none;
    const results::Manifest nobody;
    const Subject base(comparison.base, none, nobody, lang);
    const Compared compared{comparison, base};
    Book book(base.say(T::page_title, comparison.base.scenario));
    for (const auto sheet : {comparison_readme_sheet, comparison_summary_sheet, change_sheet, paired_difference_sheet,
                             fate_sheet, side_by_side_sheet, comparison_manifest_sheet}) {
        sheet(book, compared);
    }
    return book.bytes();
}

void write_year(Page& page, std::size_t row, std::size_t column, const Compared& c, int year) {
    const auto& years = c.comparison.base.years;
    if (year != 0) return page.number(row, column, year, Style::general);
    page.text(row, column, c.s.say(T::all_years, years.front(), years.back()));
}

void comparison_readme_sheet(Book& book, const Compared& c) {
    Page& page = book.add(c.s.say(T::book_readme));
    page.limit_width(0, 40);
    page.limit_width(1, 110);
    page.text(0, 0, c.s.say(T::page_title, c.comparison.base.scenario), Style::title);
    std::size_t row = 2;
    const auto add = [&](const std::string& label, const std::string& text) {
        page.text(row, 0, label, Style::label);
        page.text(row++, 1, text, Style::wrapped);
    };
    add(c.s.say(T::book_what), c.s.say(T::book_compared_what));
    add(c.s.say(T::book_money), c.s.say(T::how_to_read_money, c.comparison.base.planned.price_year));
    page.text(++row, 0, c.s.say(T::book_reading), Style::section);
    ++row;
    for (const auto& line : reading) add(c.s.say(line.label), c.s.say(line.text));
    page.text(++row, 0, c.s.say(T::book_sheets), Style::section);
    ++row;
    for (const auto& line : sheets) add(c.s.say(line.label), c.s.say(line.text));
    page.text(++row, 0, c.s.say(T::book_assumed_title), Style::section);
    ++row;
    add(c.s.say(T::book_limits), c.s.say(T::book_limits_text));
    page.text(++row, 0, c.s.say(T::book_definitions), Style::section);
    ++row;
    for (const auto& column : c.comparison.base.columns) {
        add(label_of(column, c.s.lang),
            std::string(core::in(c.s.lang, column.definition().es, column.definition().en)) + " (" + column.name + ")");
    }
}

void change_sheet(Book& book, const Compared& c) {
    Page& page = book.add(c.s.say(T::book_changes));
    for (std::size_t column = 0; column < 4; ++column) page.limit_width(column, 48);
    const std::size_t header = title_rows(page, c.s.say(T::what_changes), {c.s.say(T::book_changes_about)}, 4);
    page.header(header, {c.s.say(T::alternative), c.s.say(T::key), c.s.say(T::base), c.s.say(T::alternative)});
    std::size_t row = header;
    const auto shown = [&](const std::string& value) { return value.empty() ? c.s.say(T::nothing_there) : value; };
    for (const auto& a : c.comparison.alternatives) {
        for (const auto& change : a.changes) {
            page.text(++row, 0, a.run.scenario, Style::wrapped);
            page.text(row, 1, change.path, Style::wrapped);
            page.text(row, 2, shown(change.from), Style::wrapped);
            page.text(row, 3, shown(change.to), Style::wrapped);
        }
        if (!a.changes.empty()) continue;
        page.text(++row, 0, a.run.scenario, Style::wrapped);
        page.text(row, 1, c.s.say(T::no_key_changes), Style::wrapped);
    }
    page.main_table(header, row, 4);
}

void fate_sheet(Book& book, const Compared& c) {
    using results::Fate;
    struct Column {
        Fate fate;
        T title;
    };
    constexpr auto fates = std::to_array<Column>({{Fate::winners, T::fate_winners},
                                                  {Fate::earlier, T::fate_earlier},
                                                  {Fate::only_alternative, T::fate_only_alternative},
                                                  {Fate::losers, T::fate_losers},
                                                  {Fate::later, T::fate_later},
                                                  {Fate::only_base, T::fate_only_base},
                                                  {Fate::days_gained, T::fate_days_gained},
                                                  {Fate::days_lost, T::fate_days_lost}});
    Page& page = book.add(c.s.say(T::book_fates));
    page.limit_width(0, 48);
    const auto& years = c.comparison.base.years;
    const std::size_t header =
        title_rows(page, c.s.say(T::who_wins, years.front(), years.back()), {c.s.say(T::fates_note)}, 12);
    std::vector<std::string> titles = {c.s.say(T::alternative), c.s.say(T::group)};
    for (const auto& column : fates) titles.insert(titles.end(), {c.s.say(column.title), c.s.say(T::half_width)});
    page.header(header, titles);
    std::size_t row = header;
    for (const auto& a : c.comparison.alternatives) {
        for (const auto& group : a.fates) {
            page.text(++row, 0, a.run.scenario);
            page.text(row, 1,
                      group.group.empty() ? c.s.say(T::everyone) : std::string(group_label(group.group, c.s.lang)));
            std::size_t column = 2;
            for (const auto& fate : fates) {
                const auto& e = group.of(fate.fate);
                page.number(row, column++, mean_of(&e));
                page.number(row, column++, spread_of(&e).half_width, Style::decimal);
            }
        }
    }
    page.main_table(header, row, titles.size(), 2);
}

void comparison_manifest_sheet(Book& book, const Compared& c) {
    Page& page = book.add(c.s.say(T::book_manifest));
    page.limit_width(0, 48);
    page.limit_width(1, 100);
    page.text(0, 0, c.s.say(T::book_manifest), Style::title);
    std::size_t row = 2;
    const auto add = [&](const std::string& label, const std::string& value) {
        page.text(row, 0, label, Style::label);
        page.text(row++, 1, value, Style::code);
    };
    const auto& base = c.comparison.base;
    add(c.s.say(T::manifest_version), base.version);
    add(c.s.say(T::manifest_seed), std::to_string(base.seed));
    add(c.s.say(T::manifest_replications), std::to_string(base.replications));
    const auto add_about = [&](const results::Run& run) {
        for (const auto& line : about_lines(run.about, c.s.lang)) add(line.label, line.text);
    };
    add(c.s.say(T::base), base.scenario);
    add_about(base);
    add(c.s.say(T::manifest_scenario_digest), base.digest);
    for (const auto& a : c.comparison.alternatives) {
        add(c.s.say(T::alternative), a.run.scenario);
        add_about(a.run);
        add(c.s.say(T::manifest_scenario_digest), a.run.digest);
    }
}

}  // namespace aforo::report
