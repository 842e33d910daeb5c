// Complete tables of measures: the sheet's components beside the simulation, and every measure of the programme by
// year.
#include <algorithm>
#include <cmath>

#include "run_parts.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

using results::Run;
using views::Show;

constexpr Text row_planned{"planificado", "planned"}, row_simulated{"simulado", "simulated"};

// Label, planned, simulated, half-width, range, difference; with one replication there is no half-width or range.
void add_beside(const Subject& s, const std::string& label, double planned_value, const Figure& simulated, Table& table,
                int indent = 0) {
    std::vector<Sentence> cells = {sayable(label), planned(planned_value, simulated.shape), simulated.mean()};
    if (s.run.replications != 1) cells.insert(cells.end(), {simulated.error(), simulated.range()});
    cells.push_back(simulated.from(planned_value));
    table.row(std::move(cells), indent);
}

void add_component(const Subject& s, const results::ComponentLine& line, Table& table) {
    const int year = s.run.planned.year;
    const auto* known = results::find_component(line.id);
    table.heading(sayable(line_name(line, s.lang)));
    add_beside(s, in(words::spending, s.lang), line.spending,
               s.figures.money("spending", year, line.id).shaped(results::shapes::money), table, 1);
    add_beside(s, line_unit(s.run, line, s.lang), line.production,
               s.figures.find({known == nullptr ? "" : known->production, year}), table, 1);
    add_beside(s, in(words::unit_cost, s.lang), line.unit_cost(), s.figures.money("unit_cost", year, line.id), table,
               1);
    table.rule();
}

Details component_table(const Subject& s) {
    const auto& sheet = s.run.planned;
    Table table{
        {s.left(words::component, 27), s.right(words::planned), s.right(words::simulated), s.right(words::difference)}};
    if (s.run.replications != 1)
        table.columns.insert(table.columns.end() - 1, {s.right(words::half_width), s.right(words::p10_p90)});
    for (const auto& line : sheet.components) add_component(s, line, table);
    const auto money = [&](std::string_view measure, std::string_view component) {
        return s.figures.money(measure, sheet.year, component);
    };
    add_beside(s, in(words::admin_spending, s.lang) + " (M$)", sheet.admin_spending,
               money("spending", results::administration).shaped(results::shapes::money), table);
    add_beside(s, in(words::total, s.lang) + " (M$)", sheet.total_spending,
               money("spending", "").shaped(results::shapes::money), table);
    add_beside(s, in(words::admin_share, s.lang), plan::admin_share(sheet, sheet.year), money("admin_share", ""),
               table);
    return {s.say(section_components, sheet.year), true, {Tabled{std::move(table)}}};
}

bool shows(const Run& run, const views::YearRow& row) {
    const auto in_some_year = [&](auto condition) {
        return std::any_of(run.years.begin(), run.years.end(), [&](int year) {
            const auto* e = run.find(std::string(row.measure), year);
            return e != nullptr && condition(*e, year);
        });
    };
    switch (row.show) {
        case Show::always:
            break;
        case Show::measured:
            return in_some_year([](const auto&, int) { return true; });
        case Show::not_zero:
            return in_some_year([](const auto& e, int) { return e.mean > 0; });
        case Show::unlike_admissions:
            return in_some_year([&](const auto& e, int year) {
                const auto* admissions = run.find("admissions", year);
                return admissions == nullptr || admissions->mean < e.mean || e.mean < admissions->mean;
            });
    }
    return true;
}

std::string row_label(const Subject& s, std::string_view measure, const Text& label) {
    return label.es.empty() ? s.label(measure) : in(label, s.lang);
}

// One column per year; four columns per table on a narrow terminal.
class YearTable {
public:
    explicit YearTable(const Subject& s, const Text& title = words::measure) : s_(s), table_{{s.left(title, 37)}} {
        for (const int year : s.run.years) table_.columns.push_back({year_label(year), Align::right, 15});
        table_.continues_from = 1;
    }

    void heading(const Sentence& text) { table_.heading(text); }

    void planned(const std::string& label, Shape shape, auto value_of_year, int indent) {
        add(
            label, [&](int year) { return told::planned(value_of_year(year), shape); }, indent);
    }
    void simulated(const std::string& label, std::string_view measure, int indent, Level level = Level::programme,
                   const std::string& id = "") {
        constexpr Text not_reached{"no se alcanza", "not reached"};
        add(
            label,
            [&](int year) {
                return is_reached(measure, year, level, id) ? find(measure, year, level, id).with_error()
                                                            : s_.say(not_reached);
            },
            indent);
    }
    void range(std::string_view measure) {
        add(
            in(words::p10_p90, s_.lang), [&](int year) { return find(measure, year, Level::programme, "").range(); },
            1);
    }
    [[nodiscard]] Table table() && { return std::move(table_); }

private:
    [[nodiscard]] Figure find(std::string_view measure, int year, Level level, const std::string& id) const {
        return level == Level::programme && id.empty() ? s_.figures.money(measure, year)
                                                       : s_.figures.find({measure, year, level, id});
    }
    // Whether most replications reach the median; otherwise the mean of those that do would understate it. If nobody
    // asks for a slot, there is no median to reach.
    [[nodiscard]] bool is_reached(std::string_view measure, int year, Level level, const std::string& id) const {
        if (measure != "offer_days_median") return true;
        const Figure median = find(measure, year, level, id), asked = find("qualified", year, level, id);
        return median.estimate == nullptr || 2 * median.estimate->n > s_.run.replications ||
               (asked.estimate != nullptr && asked.estimate->mean == 0);
    }
    void add(const std::string& label, auto cell_of_year, int indent) {
        std::vector<Sentence> cells = {sayable(label)};
        for (const int year : s_.run.years) cells.push_back(cell_of_year(year));
        table_.row(std::move(cells), indent);
    }

    const Subject& s_;
    Table table_;
};

// Explains, below the table, why the shares shown that leave 0–1 in some year may do so.
template <class Rows>
void add_beyond(const Subject& s, const Rows& rows, Details& part) {
    for (const auto& column : s.run.columns) {
        const auto is_shown_here = [&](const auto& row) {
            return row.measure == column.name && column.shape.kind == results::Kind::share;
        };
        const auto is_beyond = [&](int year) {
            const auto* e = s.run.find(column.name, year);
            return e != nullptr && (e->mean > 1 || e->mean < 0);
        };
        if (column.beyond.es.empty() || std::none_of(rows.begin(), rows.end(), is_shown_here) ||
            std::none_of(s.run.years.begin(), s.run.years.end(), is_beyond))
            continue;
        const std::string& why = s.lang == Lang::es ? column.beyond.es : column.beyond.en;
        part.blocks.emplace_back(Paragraph{sayable(label_of(column, s.lang) + ": " + why), Paragraph::Kind::note});
    }
}

Details population_table(const Subject& s) {
    constexpr Text title{"Población y cobertura", "Population and coverage"};
    constexpr Text target{"Población Objetivo", "Target population"};
    const auto& sheet = s.run.planned;
    YearTable table(s, words::concept_title);
    table.planned(
        in(target, s.lang), {}, [&](int year) { return plan::target(sheet, year); }, 0);
    for (const auto& row : views::population) {
        table.heading(sayable(row_label(s, row.measure, row.label)));
        if (row.planned != nullptr) {
            table.planned(
                in(row_planned, s.lang), shape_of(s.run, row.measure),
                [&](int year) { return row.planned(sheet, year); }, 1);
        }
        table.simulated(in(row_simulated, s.lang), row.measure, 1);
        if (row.has_range && s.run.replications != 1) table.range(row.measure);
    }
    Details part{s.say(title), true, {Tabled{std::move(table).table()}}};
    add_beyond(s, views::population, part);
    return part;
}

Details indicator_table(const Subject& s) {
    constexpr Text title{"Indicadores, por año t de egreso de la cohorte",
                         "Indicators, by the year t in which the cohort graduates"};
    constexpr Text cohort{"Cohorte (egresa en el año t)", "Cohort (graduates in year t)"};
    constexpr Text no_effect{"simulado, sin efecto", "simulated, without effect"};
    constexpr Text with_informal{"simulado, con informales", "simulated, with informal"};
    constexpr Text note{
        "Lo simulado cuenta solo empresas formales, salvo donde dice: las informales no están en el SII. Sin efecto: "
        "las mismas empresas si el programa no las cambiara.",
        "What is simulated counts formal enterprises only, unless it says so: informal ones are not in tax records. "
        "Without effect: the same enterprises had the programme not changed them."};
    const auto& sheet = s.run.planned;
    YearTable table(s, cohort);
    for (const auto& indicator : views::indicators) {
        const Value growth{sheet.sales_threshold, {results::Kind::share, 2}, Value::Style::sheet};
        table.heading(s.say(indicator.formula, Cell(growth)));
        if (const auto value = sheet.*indicator.planned) {
            table.planned(
                in(row_planned, s.lang), shape_of(s.run, indicator.measure),
                [&](int year) { return plan::of_its_year(sheet, year, *value); }, 1);
        }
        table.simulated(in(row_simulated, s.lang), indicator.measure, 1);
        table.simulated(in(no_effect, s.lang), indicator.counterfactual, 1);
        if (shows(s.run, {indicator.with_informal, Show::measured}))
            table.simulated(in(with_informal, s.lang), indicator.with_informal, 1);
    }
    return {s.say(title), false, {Tabled{std::move(table).table()}, Paragraph{s.say(note), Paragraph::Kind::note}}};
}

// Other outcomes, funnel, waits, use of capacity and targeting.
std::vector<Details> year_tables(const Subject& s) {
    std::vector<Details> parts;
    for (const auto& section : views::by_year) {
        std::vector<views::YearRow> rows;
        std::copy_if(section.rows.begin(), section.rows.end(), std::back_inserter(rows),
                     [&](const views::YearRow& row) { return shows(s.run, row); });
        if (rows.empty()) continue;
        YearTable table(s);
        for (const auto& row : rows) table.simulated(row_label(s, row.measure, row.label), row.measure, row.indent);
        Details part{s.say(simulated(s.run), s.say(section.title)), false, {Tabled{std::move(table).table()}}};
        if (!section.note.es.empty()) part.blocks.emplace_back(Paragraph{s.say(section.note), Paragraph::Kind::note});
        add_beyond(s, rows, part);
        parts.push_back(std::move(part));
    }
    return parts;
}

// A measure that is in no section, for the programme or a component.
struct OtherRow {
    std::string measure;
    Level level = Level::programme;
    std::string id;
};

std::vector<OtherRow> rows_of(const Run& run, std::size_t column) {
    std::vector<OtherRow> rows;
    for (const auto& r : run.rows) {
        const bool is_printed = r.level == Level::programme || r.level == Level::component;
        if (static_cast<std::size_t>(r.column) != column || !is_printed) continue;
        const auto is_same = [&](const OtherRow& o) { return o.level == r.level && o.id == r.id; };
        if (std::none_of(rows.begin(), rows.end(), is_same)) rows.push_back({run.columns[column].name, r.level, r.id});
    }
    return rows;
}

// A measure that is zero in every year because the scenario does not use it; or nominal money, since a report is in one
// kind of pesos, and in nominal ones where asked.
bool says_nothing(const Run& run, const OtherRow& row) {
    return row.measure == "spending_nominal" || std::all_of(run.years.begin(), run.years.end(), [&](int year) {
               const auto* e = run.find(row.measure, year, row.level, row.id);
               return e == nullptr || std::abs(e->mean) < 1e-6;
           });
}

Details other_table(const Subject& s) {
    constexpr Text title{"Otras medidas", "Other measures"};
    constexpr Text also_recorded{"Sin total del programa, en results.csv: {0}.",
                                 "Without a programme total, in results.csv: {0}."};
    YearTable table(s);
    std::vector<Sentence> elsewhere;  // measures that have rows only for regions, offices or groups
    for (std::size_t c = 0; c < s.run.columns.size(); ++c) {
        const auto& name = s.run.columns[c].name;
        const bool has_rows = std::any_of(s.run.rows.begin(), s.run.rows.end(),
                                          [&](const auto& r) { return static_cast<std::size_t>(r.column) == c; });
        if (views::has_a_section(name) || !has_rows) continue;
        const auto rows = rows_of(s.run, c);
        if (rows.empty()) elsewhere.push_back(sayable(name));
        for (const auto& row : rows) {
            if (says_nothing(s.run, row)) continue;
            const std::string of = row.level == Level::component ? component_name(row.id, s.lang) : row.id;
            table.simulated(s.label(row.measure) + (row.id.empty() ? "" : ", " + of), row.measure, 0, row.level,
                            row.id);
        }
    }
    Details part{s.say(simulated(s.run), s.say(title)), false, {Tabled{std::move(table).table()}}};
    if (!elsewhere.empty())
        part.blocks.emplace_back(Paragraph{s.say(also_recorded, joined(elsewhere, ", ")), Paragraph::Kind::note});
    return part;
}

}  // namespace

Section measures(const Subject& s) {
    constexpr Text title{"Todas las medidas", "All measures"};
    Section section{.id = "tablas", .title = in(title, s.lang), .media = Media::screen, .is_annex = true};
    const auto add = [&](Details part) {
        if (!document::is_empty(part)) section.blocks.emplace_back(std::move(part));
    };
    add(component_table(s));
    add(population_table(s));
    add(indicator_table(s));
    for (auto& part : year_tables(s)) add(std::move(part));
    for (auto& part : money_tables(s)) add(std::move(part));
    add(other_table(s));
    return section;
}

}  // namespace aforo::told
