// All alternatives at once: one row per important measure, one column per scenario, and in each cell the change with
// its interval, shaded by whether it is good.
#include <algorithm>

#include "comparison_parts.hpp"
#include "concern.hpp"
#include "labels.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

using document::Align;
using document::Cell;
using document::Estimated;
using document::Row;
using document::Sentence;
using document::Table;
using document::Tone;
using document::Words;
using results::Comparison;
using results::Difference;
using results::Direction;
using results::Fate;
using results::is_told;
using results::Level;
using results::Shape;
using views::Period;

constexpr Text better_if{"Mejor si es", "Better if"};
constexpr Text more{"más", "more"}, fewer{"menos", "less"};
constexpr Text row_of_group{"{0}: {1}, {2}", "{0}: {1}, {2}"}, row_of_year{"{0}, {1}", "{0}, {1}"};
constexpr Text relative{" ({0})", " ({0})"}, points{" pp", " pp"};

// The groups that some alternative is about, then those by band, each once.
std::vector<std::string> groups_of(const Comparison& c) {
    std::vector<std::string> groups;
    const auto add = [&](const std::string& group) {
        if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
    };
    for (const auto& a : c.alternatives) {
        for (const auto& group : concern_of(a.changes, c.base).groups) add(group);
    }
    for (const char* band : {"band=low", "band=medium", "band=high"}) add(band);
    return groups;
}

Tone tone_of(const Difference& d, Direction direction) {
    if (!is_told(d) || direction == Direction::neither) return Tone::none;
    return (d.value.mean > 0) == (direction == Direction::more_is_better) ? Tone::better : Tone::worse;
}

class Matrix {
public:
    Matrix(const Comparison& c, bool is_of_sheet, Lang lang) : c_(c), is_of_sheet_(is_of_sheet), lang_(lang) {
        for (const auto& a : c.alternatives) indices_.emplace_back(a.differences);
        table_ = {{{in(words::measure, lang), Align::left, 34},
                   {in(better_if, lang), Align::left, 8},
                   {c.base.scenario, Align::right, 20}}};
        for (const auto& a : c.alternatives) table_.columns.push_back({a.run.scenario, Align::right, 20});
        table_.continues_from = 3;
    }

    [[nodiscard]] Table table() {
        for (const auto& row : views::matrix) {
            if (row.is_by_group) {
                for (const auto& group : groups_of(c_)) add(row, group);
            } else {
                add(row, "");
            }
        }
        add(Fate::plans_entering, plans[0].title);
        add(Fate::plans_dropped, plans[1].title);
        return std::move(table_);
    }

private:
    void add(const views::MatrixRow& of, const std::string& group) {
        const int year = of.period == Period::all_years && c_.base.years.size() > 1 ? 0 : c_.base.years.back();
        const auto* column = c_.base.column(of.measure);
        const Direction direction = column == nullptr ? Direction::neither : column->direction;
        Row row{.cells = {label(of.measure, group, year), wished(direction), {}}, .tones = {Tone::none, {}, {}}};
        bool is_known = false;
        for (const auto& index : indices_) {
            const Difference* d =
                index.difference({of.measure, year, group.empty() ? Level::programme : Level::group, group});
            is_known = is_known || (d != nullptr && d->value.n > 0);
            row.cells.push_back(d == nullptr ? Sentence() : change(*d));
            row.tones.push_back(d == nullptr ? Tone::none : tone_of(*d, direction));
            if (d != nullptr && of.measure != results::marginal_cost) row.cells[2] = base_of(*d, shape_of(*d));
        }
        if (is_known) table_.rows.push_back(std::move(row));
    }
    // How many plans enter or drop out; the base has no value for this.
    void add(Fate fate, const Text& title) {
        constexpr Text all{"{0} (planes), {1}", "{0} (plans), {1}"};
        Row row{.cells = {
                    say(all, lang_, say(title, lang_), years_of(c_.base, c_.base.years.size() > 1 ? 0 : last(), lang_)),
                    {},
                    {}}};
        bool is_any = false;
        for (const auto& a : c_.alternatives) {
            if (a.fates.empty()) return;
            is_any = is_any || !is_without_fates(a.fates.front());
            row.cells.push_back(fate_of(a.fates.front(), fate));
        }
        if (is_any) table_.rows.push_back(std::move(row));
    }

    [[nodiscard]] int last() const { return c_.base.years.back(); }
    [[nodiscard]] Shape shape_of(const Difference& d) const { return told::shape_of(c_.base, d.measure); }
    [[nodiscard]] Sentence wished(Direction direction) const {
        if (direction == Direction::neither) return {};
        return say(direction == Direction::more_is_better ? more : fewer, lang_);
    }
    [[nodiscard]] Sentence label(const std::string& measure, const std::string& group, int year) const {
        const Sentence name = Cell(Words{label_of(c_.base, measure, lang_)}), when = years_of(c_.base, year, lang_);
        return group.empty() ? say(row_of_year, lang_, name, when)
                             : say(row_of_group, lang_, name, band_name(group, lang_), when);
    }
    // +620 ± 90 (+3,1 %); shares change in points. On a sheet of the workbook only the number is shown.
    [[nodiscard]] Sentence change(const Difference& d) const {
        const Shape shape = shape_of(d);
        if (d.measure == results::marginal_cost) return size_of(&d, shape);
        Sentence made = differing(&d, shape.is_percent() ? Shape{results::Kind::points, 1} : shape);
        if (is_of_sheet_ || !is_told(d)) return made;
        if (shape.is_percent()) return made + say(points, lang_);
        return d.base.mean == 0 ? made : made + say(relative, lang_, relative_to_base(d));
    }

    const Comparison& c_;
    const bool is_of_sheet_;
    const Lang lang_;
    std::vector<results::Index> indices_;
    Table table_;
};

}  // namespace

Table comparison_matrix(const Comparison& c, bool is_of_sheet, Lang lang) {
    return Matrix(c, is_of_sheet, lang).table();
}

// By component and in total, for every year: the base, the alternative, and the difference.
Table money_beside(const Comparison& c, const results::Index& index, Lang lang) {
    Table table{{{in(words::component, lang), Align::left, 26}}};
    for (const int year : c.base.years) table.columns.push_back({year_label(year), Align::right, 20});
    table.continues_from = 1;
    const auto add = [&](Level level, const std::string& id) {
        std::vector<std::vector<Sentence>> rows = {
            {say(words::base, lang)}, {say(words::alternative, lang)}, {say(words::difference, lang)}};
        bool is_known = false;
        for (const int year : c.base.years) {
            const Difference* d = index.difference({"spending", year, level, id});
            is_known = is_known || d != nullptr;
            rows[0].push_back(d == nullptr ? Sentence() : base_of(*d, results::shapes::money));
            rows[1].push_back(d == nullptr ? Sentence() : alternative_of(*d, results::shapes::money));
            rows[2].push_back(differing(d, results::shapes::money));
        }
        if (!is_known) return;
        table.heading(Cell(Words{component_name(id, lang)}));
        for (auto& row : rows) table.row(std::move(row), 1);
    };
    for (const auto& component : results::components) add(Level::component, component.id);
    add(Level::programme, "");
    return table;
}

}  // namespace aforo::told
