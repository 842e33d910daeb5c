#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "aforo/report/estimate.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"

namespace aforo::report {

namespace {

using results::Level;
using results::Run;
using results::Sheet;

constexpr std::size_t years_per_table = 4;
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double at(const std::vector<double>& values, std::size_t i) {
    return i < values.size() ? values[i] : undefined;
}
double ratio(double part, double whole) {
    return whole > 0 ? part / whole : undefined;
}

// What the sheet says for its i-th year.
using Planned = double (*)(const Sheet&, std::size_t);

// Where the sheet does not give it, its year's total over its beneficiaries.
double planned_cost(const Sheet& sheet, std::size_t i) {
    const bool from_total = sheet.spending_per_beneficiary.empty() && sheet.years[i] == sheet.year;
    return from_total ? ratio(sheet.total_spending, at(sheet.beneficiaries, i)) : at(sheet.spending_per_beneficiary, i);
}

// A measure by year. Its label is the measure's own, except where two measures share it (money).
struct YearRow {
    std::string_view measure;
    Shape shape = {};
    Planned planned = nullptr;  // adds a line above with the plan
    T label = T::count_;        // none
};

constexpr Shape percent_1 = {Kind::share, 1};
constexpr Shape percent_2 = {Kind::share, 2};
constexpr Shape tenths = {Kind::number, 1};

constexpr auto population = std::to_array<YearRow>({
    {"beneficiaries", {}, [](const Sheet& s, std::size_t i) { return at(s.beneficiaries, i); }},
    {"coverage_potential", percent_2,
     [](const Sheet& s, std::size_t i) { return ratio(at(s.beneficiaries, i), s.potential_population); }},
    {"coverage_target", percent_2,
     [](const Sheet& s, std::size_t i) { return ratio(at(s.beneficiaries, i), at(s.target_population, i)); }},
    {"unit_cost", {}, planned_cost, T::spending_per_beneficiary},
    {"beneficiaries_unique_cumulative"},
    {"coverage_target_cumulative", percent_2},
});
constexpr auto indicators = std::to_array<YearRow>({{"survival_t2", percent_1}, {"sales_up_t1", percent_1}});
constexpr auto funnel = std::to_array<YearRow>({
    {"arrivals"},
    {"attended_persons"},
    {"diagnosed"},
    {"qualified"},
    {"referred"},
    {"advised_persons"},
    {"served_share_of_qualified", percent_1},
    {"withdrawn"},
    {"graduates"},
    {"dropouts"},
    {"alliances"},
});
constexpr auto waits = std::to_array<YearRow>({
    {"attention_wait_days_mean", tenths},
    {"wait_days_mean", tenths},
    {"wait_days_median", tenths},
    {"wait_days_p90", tenths},
    {"plan_months_mean", tenths},
    {"plan_months_graduates", tenths},
    {"attention_waiting_year_end"},
    {"waiting_year_end"},
    {"in_plan_year_end"},
});
constexpr auto use = std::to_array<YearRow>({
    {"orientation_utilisation", percent_1},
    {"slot_utilisation", percent_1},
    {"hour_utilisation", percent_1},
});

struct Section {
    T title;
    std::span<const YearRow> rows;
};
constexpr std::array<Section, 5> sections = {{{T::section_population, population},
                                              {T::section_indicators, indicators},
                                              {T::section_funnel, funnel},
                                              {T::section_waits, waits},
                                              {T::section_use, use}}};

// Shown by component.
constexpr std::array<std::string_view, 4> shown_by_component = {"spending", "appropriation", "unspent", "admin_share"};

bool is_shown(std::string_view measure) {
    const auto has = [&](const Section& s) {
        return std::any_of(s.rows.begin(), s.rows.end(), [&](const YearRow& r) { return r.measure == measure; });
    };
    return std::any_of(sections.begin(), sections.end(), has) ||
           std::find(shown_by_component.begin(), shown_by_component.end(), measure) != shown_by_component.end();
}

class YearTable {
public:
    YearTable(const Run& run, Lang lang, std::span<const int> years)
        : run_(run), lang_(lang), years_(years), table_(columns(lang, years)) {}

    void add(const YearRow& row) {
        const std::string label =
            row.label == T::count_ ? printable(metric_label(row.measure, lang_)) : phrase(row.label, lang_);
        if (row.planned != nullptr) {
            add_planned(phrase(T::planned_suffix, lang_, label), row);
        }
        std::vector<std::string> cells = {phrase(T::simulated_suffix, lang_, label)};
        for (const int year : years_) {
            cells.push_back(EstimateFormat(lang_).cell(find_money(run_, row.measure, year, ""), row.shape));
        }
        table_.row(std::move(cells));
    }

    // A line of the plan alone.
    void add_planned(const std::string& label, const YearRow& row) {
        std::vector<std::string> cells = {label};
        for (const int year : years_) {
            const auto& of_sheet = run_.planned.years;
            const auto place =
                static_cast<std::size_t>(std::find(of_sheet.begin(), of_sheet.end(), year) - of_sheet.begin());
            const bool known = place < of_sheet.size();
            cells.push_back(
                EstimateFormat(lang_).value(known ? row.planned(run_.planned, place) : undefined, row.shape));
        }
        table_.row(std::move(cells));
    }

    [[nodiscard]] std::string str() const { return table_.str(); }

private:
    static std::vector<TableColumn> columns(Lang lang, std::span<const int> years) {
        std::vector<TableColumn> columns = {{phrase(T::measure, lang), Align::left, 36}};
        for (const int year : years) {
            columns.push_back({std::to_string(year)});
        }
        return columns;
    }

    const Run& run_;
    Lang lang_;
    std::span<const int> years_;
    Table table_;
};

std::string tables(const Run& run, Lang lang, std::span<const YearRow> rows, bool with_target) {
    std::string body;
    const std::span<const int> years(run.years);
    for (std::size_t from = 0; from < years.size(); from += years_per_table) {
        YearTable table(run, lang, years.subspan(from, std::min(years_per_table, years.size() - from)));
        if (with_target) {
            const YearRow target{"", {}, [](const Sheet& s, std::size_t i) { return at(s.target_population, i); }};
            table.add_planned(phrase(T::target_population, lang), target);
        }
        for (const auto& row : rows) {
            table.add(row);
        }
        body += (body.empty() ? "" : "\n") + table.str();
    }
    return body;
}

// Measures of the programme that came with the run and that no section names: a new output shows by itself.
std::vector<YearRow> other_rows(const Run& run) {
    std::vector<YearRow> rows;
    for (std::size_t c = 0; c < run.columns.size(); ++c) {
        const auto& column = run.columns[c];
        const bool has_rows = std::any_of(run.rows.begin(), run.rows.end(), [&](const results::Row& r) {
            return static_cast<std::size_t>(r.column) == c && r.level == Level::programme && r.id.empty();
        });
        if (has_rows && !is_shown(column.name)) {
            rows.push_back({column.name, shape_of_unit(column.unit)});
        }
    }
    return rows;
}

}  // namespace

std::string year_sections(const Run& run, Lang lang) {
    std::string text;
    for (const auto& part : sections) {
        text += section(phrase(part.title, lang), tables(run, lang, part.rows, part.title == T::section_population));
    }
    const auto others = other_rows(run);
    return others.empty() ? text : text + section(phrase(T::section_other, lang), tables(run, lang, others, false));
}

}  // namespace aforo::report
