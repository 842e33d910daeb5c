#include "aforo/document/document.hpp"

#include <algorithm>

namespace aforo::document {

void Table::row(std::vector<Sentence> cells, int indent) {
    cells.resize(columns.size());
    rows.push_back({Row::Kind::cells, std::move(cells), indent});
}

void Table::total(std::vector<Sentence> cells) {
    cells.resize(columns.size());
    rows.push_back({Row::Kind::total, std::move(cells), 0});
}

void Table::heading(Sentence text) { rows.push_back({Row::Kind::heading, {std::move(text)}, 0}); }

void Table::rule() {
    if (!rows.empty() && rows.back().kind != Row::Kind::rule) rows.push_back({Row::Kind::rule, {}, 0});
}

namespace {

struct IsEmpty {
    bool operator()(const Paragraph& p) const { return p.text.empty(); }
    bool operator()(const Verdict& v) const { return v.lead.empty() && v.after.empty(); }
    bool operator()(const Tabled& t) const { return t.table.empty(); }
    bool operator()(const Figure& f) const { return f.chart.marks.empty(); }
    bool operator()(const SheetChart& c) const { return c.lines.empty(); }
    bool operator()(const Definitions& d) const { return d.items.empty(); }
    bool operator()(const Command& c) const { return c.text.empty(); }
    bool operator()(const Details& d) const {
        for (const auto& block : d.blocks) {
            if (!is_empty(block)) return false;
        }
        return true;
    }
};

bool any_shows(const std::vector<Block>& blocks, Media one) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) { return shows(block, one); });
}

}  // namespace

bool is_empty(const Block& block) { return std::visit(IsEmpty{}, block); }

bool shows(const Block& block, Media one) {
    if (is_empty(block)) return false;
    if (std::holds_alternative<SheetChart>(block)) return one == Media::workbook;
    if (const auto* details = std::get_if<Details>(&block); details != nullptr && !any_shows(details->blocks, one))
        return false;
    return std::visit(
        [&](const auto& b) {
            if constexpr (requires { b.media; }) return shows(b.media, one);
            return true;
        },
        block);
}

bool shows(const Section& section, Media one) { return shows(section.media, one) && any_shows(section.blocks, one); }

}  // namespace aforo::document
