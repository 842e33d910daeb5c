#include "workbook/layout.hpp"

#include <algorithm>

#include "aforo/core/contracts.hpp"
#include "utf8.hpp"
#include "verdict.hpp"

namespace aforo::render {

namespace {

using document::Block;
using document::Media;
using document::Paragraph;
using document::Row;
using document::Table;

constexpr std::size_t row_pixels = 20;

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

PlacedTable placed(const Table& table, bool is_main, std::size_t header) {
    PlacedTable made{.table = &table, .is_main = is_main, .header = header};
    made.has_header =
        std::any_of(table.columns.begin(), table.columns.end(), [](const auto& c) { return !c.title.empty(); });
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        Split split = Split::none;
        for (const auto& row : table.rows) {
            const Split its = c < row.cells.size() ? split_of(row.cells[c]) : Split::none;
            if (columns_of(its) > columns_of(split)) split = its;
        }
        made.columns.push_back(made.width);
        made.splits.push_back(split);
        made.width += columns_of(split);
    }
    made.end = made.body();
    for (const auto& row : table.rows) {
        made.rows.push_back(made.end);
        if (row.kind != Row::Kind::rule) ++made.end;
    }
    return made;
}

}  // namespace

std::size_t columns_of(Split split) {
    switch (split) {
        case Split::none:
            return 1;
        case Split::difference:
            return 3;
        case Split::with_error:
        case Split::ends:
            break;
    }
    return 2;
}

Split split_of(const document::Sentence& cell) {
    using Show = document::Estimated::Show;
    if (cell.pieces().size() != 1) return Split::none;
    if (std::holds_alternative<document::Differing>(cell.pieces().front())) return Split::difference;
    const auto* e = std::get_if<document::Estimated>(&cell.pieces().front());
    if (e == nullptr) return Split::none;
    if (e->show == Show::range) return Split::ends;
    return e->show == Show::mean_and_error || e->show == Show::signed_and_error ? Split::with_error : Split::none;
}

Layout::Layout(const document::Section& section, const Cells& cells) : title_(section.title) {
    if (!section.title.empty()) next_ = 1;
    place(section.blocks, cells);
    for (auto& placed : charts) {
        if (!placed.chart->is_below) put_beside(placed);
    }
}

// Right of all tables, and below the rows that every printed page repeats.
void Layout::put_beside(PlacedChart& placed) const {
    const auto& chart = *placed.chart;
    core::ensure(chart.beside < tables.size(), "a chart beside a table that its sheet has not");
    placed.row = tables[chart.beside].body() + static_cast<std::size_t>(chart.rows_down);
    for (const auto& table : tables) placed.column = std::max(placed.column, table.width + 1);
}

void Layout::gap() {
    if (is_gap_due_) ++next_;
    is_gap_due_ = false;
}

void Layout::heading(const std::string& text) {
    if (next_ > 1) is_gap_due_ = true;
    gap();
    texts.push_back({text, Paragraph::Kind::heading, next_++});
}

void Layout::place(const Table& table, bool is_main) {
    if (next_ > 0 && (texts.empty() || texts.back().row + 1 != next_ || texts.back().kind != Paragraph::Kind::heading))
        is_gap_due_ = true;
    gap();
    tables.push_back(placed(table, is_main, next_));
    next_ = tables.back().end;
    is_gap_due_ = true;
}

void Layout::place(const document::SheetChart& chart) {
    PlacedChart made{.chart = &chart};
    if (chart.is_below) {
        is_gap_due_ = true;
        gap();
        made.row = next_;
        next_ += static_cast<std::size_t>(chart.height) / row_pixels + 1;
    }
    charts.push_back(std::move(made));
}

void Layout::place(const std::vector<Block>& blocks, const Cells& cells) {
    for (const auto& block : blocks) {
        if (!shows(block, Media::workbook)) continue;
        std::visit(Overloaded{[&](const Paragraph& p) {
                                  if (p.kind == Paragraph::Kind::heading) return heading(cells.prose(p.text));
                                  gap();
                                  texts.push_back({cells.prose(p.text), p.kind, next_++});
                              },
                              [&](const document::Verdict& v) {
                                  gap();
                                  texts.push_back({sentence_of(v.lead, cells), Paragraph::Kind::lead, next_++});
                                  for (const auto& clause : v.clauses)
                                      texts.push_back({"· " + sentence_of(clause.text.upper(), cells),
                                                       Paragraph::Kind::plain, next_++});
                                  for (const auto& after : v.after)
                                      texts.push_back({cells.prose(after), Paragraph::Kind::limits, next_++});
                              },
                              [&](const document::Tabled& t) {
                                  const std::string caption = cells.text(t.caption);
                                  if (!caption.empty() && caption != printable(title_)) heading(caption);
                                  place(t.table, t.is_main);
                              },
                              [&](const document::Figure& f) {
                                  heading(cells.prose(f.finding));
                                  if (!f.reading.empty())
                                      texts.push_back({cells.text(f.reading), Paragraph::Kind::note, next_++});
                                  place(f.twin, false);
                              },
                              [&](const document::SheetChart& c) { place(c); },
                              [&](const document::Definitions& d) {
                                  gap();
                                  for (const auto& item : d.items) definitions.push_back({&item, next_++});
                                  is_gap_due_ = true;
                              },
                              [&](const document::Command& c) {
                                  gap();
                                  texts.push_back({c.text, Paragraph::Kind::plain, next_++, true});
                              },
                              [&](const document::Details& d) {
                                  heading(cells.text(d.title));
                                  place(d.blocks, cells);
                              }},
                   block);
    }
}

Range Layout::range_of(const document::Formula::Reference& r) const {
    core::ensure(r.table < tables.size(), "a formula refers to a table that its sheet has not");
    const PlacedTable& table = tables[r.table];
    const std::size_t last_row = r.is_range ? r.last_row : r.row, last_column = r.is_range ? r.last_column : r.column;
    core::ensure(
        std::max(r.row, last_row) < table.rows.size() && std::max(r.column, last_column) < table.columns.size(),
        "a formula refers to a cell that its table has not");
    return {table.rows[r.row], table.columns[r.column], table.rows[last_row], table.columns[last_column]};
}

std::string Layout::formula_of(const document::Formula& formula) const {
    std::string text;
    for (const auto& part : formula.parts) {
        if (const auto* words = std::get_if<std::string>(&part)) {
            text += *words;
            continue;
        }
        const auto& reference = std::get<document::Formula::Reference>(part);
        const Range range = range_of(reference);
        text += reference.is_range ? range.name(reference.is_absolute)
                                   : cell_name(range.row, range.column, reference.is_absolute);
    }
    return text.starts_with('=') ? text : "=" + text;
}

std::size_t Layout::text_width() const {
    constexpr std::size_t widest = 12;
    std::size_t width = definitions.empty() ? 1 : 2;
    for (const auto& table : tables) width = std::max(width, table.width);
    return std::min(width, widest);
}

}  // namespace aforo::render
