#include "aforo/report/comparison.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "aforo/report/about.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/sheet.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"
#include "side_by_side.hpp"
#include "views.hpp"

namespace aforo::report {

namespace {

using results::Alternative;
using results::Comparison;
using results::Difference;
using results::Fate;
using results::Level;

// What is left of the spread is then rounding, or a handful of replications that differ.
constexpr double too_much_gain = 1000;

// A table of those who win, and one of those who lose.
struct FateColumn {
    Fate fate;
    T title;
};
using FateColumns = std::array<FateColumn, 4>;
constexpr FateColumns wins = {{{Fate::winners, T::fate_winners},
                               {Fate::earlier, T::fate_earlier},
                               {Fate::only_alternative, T::fate_only_alternative},
                               {Fate::days_gained, T::fate_days_gained}}};
constexpr FateColumns losses = {{{Fate::losers, T::fate_losers},
                                 {Fate::later, T::fate_later},
                                 {Fate::only_base, T::fate_only_base},
                                 {Fate::days_lost, T::fate_days_lost}}};

std::string years_text(const Comparison& c, int year, Lang lang) {
    return year == 0 ? phrase(T::all_years, lang, c.base.years.front(), c.base.years.back()) : std::to_string(year);
}

std::string row_label(const Comparison& c, const views::Compared& row, Lang lang) {
    const std::string name = label_of(c.base, row.measure, lang);
    return row.band == T::count_ ? name : phrase(T::row_band, lang, name, phrase(row.band, lang));
}

void add_rows(const Comparison& c, const results::Index& index, const views::Compared& row, Lang lang, Table& table) {
    const EstimateFormat format(lang, c.base.replications);
    const Format numbers(lang);
    const Level level = *row.group == '\0' ? Level::programme : Level::group;
    std::vector<int> years = c.base.years;
    years.push_back(0);
    std::string label = row_label(c, row, lang);
    for (const int year : years) {
        const Difference* d = index.difference({row.measure, year, level, row.group});
        if (d == nullptr || d->value.n == 0) continue;
        const Shape shape = shape_of(c.base, d->measure);
        const bool is_cost = d->measure == results::marginal_cost;
        table.row(
            {std::exchange(label, ""), years_text(c, year, lang), is_cost ? "" : format.mean(&d->base, shape),
             is_cost ? "" : format.mean(&d->alternative, shape),
             is_cost ? format.mean_and_half_width(&d->value, shape) : difference_text(*d, format, shape, lang),
             !is_cost && is_told(*d) && d->base.mean != 0 ? numbers.signed_percent(d->value.mean / d->base.mean) : "",
             !std::isfinite(d->gain)   ? ""
             : d->gain < too_much_gain ? numbers.number(d->gain, 1)
                                       : "> " + numbers.number(too_much_gain)});
    }
}

Part differences_part(const Comparison& c, const results::Index& index, Lang lang) {
    Table table({{phrase(T::measure, lang), Align::left, 34},
                 {phrase(T::year, lang)},
                 {phrase(T::base, lang)},
                 {phrase(T::alternative, lang)},
                 {phrase(T::difference, lang)},
                 {"%"},
                 {phrase(T::gain, lang)}});
    for (const auto& row : views::compared) add_rows(c, index, row, lang, table);
    return {phrase(T::what_differs, lang), {table}, phrase(T::differences_note, lang)};
}

Part changes_part(const Alternative& a, Lang lang) {
    if (a.changes.empty()) return {phrase(T::what_changes, lang), {}, phrase(T::no_key_changes, lang)};
    Table table({{phrase(T::key, lang), Align::left, 40},
                 {phrase(T::base, lang), Align::left, 28},
                 {phrase(T::alternative, lang), Align::left, 28}});
    const auto shown = [&](const std::string& value) {
        return value.empty() ? phrase(T::nothing_there, lang) : printable(value);
    };
    for (const auto& change : a.changes) table.row({printable(change.path), shown(change.from), shown(change.to)});
    return {phrase(T::what_changes, lang), {table}, ""};
}

Table fates_table(const Comparison& c, const Alternative& a, const FateColumns& shown, Lang lang) {
    const EstimateFormat format(lang, c.base.replications);
    std::vector<TableColumn> columns = {{phrase(T::group, lang), Align::left, 26}};
    for (const auto& column : shown) columns.push_back({phrase(column.title, lang), Align::right, 20});
    Table table(columns);
    for (const auto& fates : a.fates) {
        if (fates.of(Fate::winners).mean + fates.of(Fate::losers).mean == 0) continue;
        std::vector<std::string> row = {fates.group.empty() ? phrase(T::everyone, lang)
                                                            : std::string(group_label(fates.group, lang))};
        for (const auto& column : shown) row.push_back(format.mean_and_half_width(&fates.of(column.fate), {}));
        table.row(row);
    }
    return table;
}

Part fates_part(const Comparison& c, const Alternative& a, Lang lang) {
    const std::string title = phrase(T::who_wins, lang, c.base.years.front(), c.base.years.back());
    const auto& all = a.fates.front();
    if (all.of(Fate::winners).mean + all.of(Fate::losers).mean == 0)
        return {title, {}, phrase(T::verdict_fates_none, lang)};
    return {title, {fates_table(c, a, wins, lang), fates_table(c, a, losses, lang)}, phrase(T::fates_note, lang)};
}

std::string alternative_text(const Comparison& c, const Alternative& a, Lang lang) {
    std::string text = "\n" + phrase(T::against, lang, printable(a.run.scenario), printable(c.base.scenario)) + "\n\n" +
                       paragraph(comparison_verdict(c, a, lang));
    for (const auto& part : comparison_parts(c, a, lang)) text += part_text(part);
    return text;
}

}  // namespace

bool is_told(const Difference& d) { return d.value.n > 1 && std::abs(d.value.mean) > d.value.half_width; }

bool is_within_error(const Difference& d) { return d.value.n > 1 && !is_told(d); }

bool is_nothing(const Difference& d) { return d.value.n > 0 && d.value.mean == 0 && !(d.value.sd > 0); }

std::string difference_text(const Difference& d, const EstimateFormat& format, Shape shape, Lang lang) {
    if (d.value.n == 0) return std::string(undefined_mark);
    if (is_nothing(d)) return "=";
    if (is_within_error(d)) return phrase(T::cannot_be_told, lang);
    return (d.value.mean > 0 ? "+" : "") + format.mean_and_half_width(&d.value, shape);
}

std::vector<Part> comparison_parts(const Comparison& c, const Alternative& a, Lang lang) {
    const results::Index index(a.differences);
    return {changes_part(a, lang), differences_part(c, index, lang), fates_part(c, a, lang),
            side_by_side_part(c, a, index, lang)};
}

std::string comparison_text(const Comparison& c, Lang lang) {
    std::vector<const results::Run*> scenarios = {&c.base};
    for (const auto& a : c.alternatives) scenarios.push_back(&a.run);
    std::string text = draft_line(scenarios, lang);
    text += c.base.replications == 1 ? "\n" + paragraph(how_to_read(1, lang)) : "";
    for (const auto& a : c.alternatives) text += alternative_text(c, a, lang);
    return text;
}

}  // namespace aforo::report
