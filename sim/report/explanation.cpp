#include "aforo/report/explanation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "aforo/report/about.hpp"
#include "aforo/report/comparison.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"
#include "aforo/report/verdict.hpp"
#include "months.hpp"

namespace aforo::report {

namespace {

using results::Attribution;
using results::Explanation;
using results::Level;
using results::Run;

// What the shares are shown of: the years' sum, or the last year of what does not add up.
constexpr auto shown =
    std::to_array<const char*>({"beneficiaries", "graduates", "waiting_year_end", "wait_days_mean", "spending"});

bool is_of_all_years(const Explanation& e, std::string_view measure) {
    const auto* column = e.base.column(measure);
    return column != nullptr && column->adds_up();
}

const Attribution* find(const Explanation& e, std::string_view measure) {
    const int year = is_of_all_years(e, measure) ? 0 : e.base.years.back();
    const auto found = std::find_if(e.attributions.begin(), e.attributions.end(),
                                    [&](const Attribution& a) { return a.measure == measure && a.year == year; });
    return found == e.attributions.end() ? nullptr : &*found;
}

std::string years_text(const Explanation& e, std::string_view measure, Lang lang) {
    return is_of_all_years(e, measure) ? phrase(T::all_years, lang, e.base.years.front(), e.base.years.back())
                                       : std::to_string(e.base.years.back());
}

// +620 ± 90, of places that are fixed so that a column sums. `mean` is that of the estimate, rounded.
std::string cell(double mean, const results::Estimate& of, int decimals, Lang lang) {
    const Format format(lang);
    std::string text = format.signed_number(mean, decimals);
    const double unit = std::pow(10, -decimals) / 2;
    if (of.n == 1) text += " (n = 1)";
    if (of.half_width >= unit) text += " ± " + format.number(of.half_width, decimals);
    return text;
}

std::string changes_of(const results::Player& player, Lang lang) {
    std::string text;
    for (const auto& c : player.changes) {
        const auto value = [&](const std::string& v) {
            return v.empty() ? phrase(T::nothing_there, lang) : printable(v);
        };
        text += (text.empty() ? "" : "\n") + printable(c.path) + ": " + value(c.from) + " → " + value(c.to);
    }
    return text;
}

// Of several keys the first: the others are listed above.
std::string name_of(const results::Player& player, Lang lang) {
    const std::string whole = printable(player.name), first = whole.substr(0, whole.find(" + "));
    return first == whole ? whole : phrase(T::and_more, lang, first, player.changes.size() - 1);
}

Part players_part(const Explanation& e, Lang lang) {
    Table table({{"", Align::right, 3}, {phrase(T::what_changes, lang), Align::left, 90}});
    for (std::size_t i = 0; i < e.players.size(); ++i)
        table.row({std::to_string(i + 1), changes_of(e.players[i], lang)});
    return {phrase(T::what_changes, lang), {table}, ""};
}

Part shares_part(const Explanation& e, Lang lang) {
    std::vector<TableColumn> columns = {{phrase(T::due_to, lang), Align::left, 26}};
    std::vector<const Attribution*> attributions;
    std::vector<std::vector<double>> rounded;
    std::vector<int> decimals;
    for (const char* measure : shown) {
        const Attribution* a = find(e, measure);
        if (a == nullptr) continue;
        columns.push_back({label_of(e.base, measure, lang) + "\n" + years_text(e, measure, lang), Align::right, 21});
        attributions.push_back(a);
        decimals.push_back(shape_of(e.base, measure).decimals);
        std::vector<double> means;
        for (const auto& share : a->shares) means.push_back(share.mean);
        rounded.push_back(rounded_to_sum(means, a->total.mean, decimals.back()));
    }
    Table table(columns);
    for (std::size_t i = 0; i < e.players.size(); ++i) {
        std::vector<std::string> row = {std::to_string(i + 1) + ". " + name_of(e.players[i], lang)};
        for (std::size_t k = 0; k < attributions.size(); ++k)
            row.push_back(cell(rounded[k][i], attributions[k]->shares[i], decimals[k], lang));
        table.row(row);
    }
    table.rule();
    std::vector<std::string> total = {phrase(T::whole_difference, lang)};
    for (std::size_t k = 0; k < attributions.size(); ++k)
        total.push_back(cell(attributions[k]->total.mean, attributions[k]->total, decimals[k], lang));
    table.row(total);
    return {phrase(T::why_they_differ, lang), {table}, phrase(T::shares_note, lang)};
}

// Centres at which a limit binds on more than half of the days of a quarter.
int bound_centres(const Run& run, const Months& months, const std::string& limit, std::size_t quarter) {
    return static_cast<int>(std::count_if(run.offices.begin(), run.offices.end(), [&](const auto& office) {
        return office.kind == "centre" &&
               months.mean("limit_" + limit, Level::office, office.id, quarter * 3, quarter * 3 + 3) > 0.5;
    }));
}

Part limits_by_quarter(const std::vector<const Run*>& runs, Lang lang) {
    std::vector<Months> months;
    for (const Run* run : runs) months.emplace_back(*run);
    std::vector<TableColumn> columns = {{phrase(T::quarter, lang), Align::left}};
    for (std::size_t i = 1; i < limit_ids.size(); ++i) columns.push_back({limit_name(limit_ids[i], lang)});
    Table table(columns);
    for (std::size_t q = 0; q < runs.front()->years.size() * 4; ++q) {
        std::vector<std::string> row = {
            phrase(T::quarter_of_year, lang, q % 4 + 1, runs.front()->years.front() + static_cast<int>(q / 4))};
        for (std::size_t i = 1; i < limit_ids.size(); ++i) {
            std::string text;
            for (std::size_t r = 0; r < runs.size(); ++r)
                text += (r == 0 ? "" : " → ") + std::to_string(bound_centres(*runs[r], months[r], limit_ids[i], q));
            row.push_back(text);
        }
        table.row(row);
    }
    return {phrase(runs.size() > 1 ? T::limits_by_quarter_of_two : T::limits_by_quarter, lang), {table}, ""};
}

const results::OfficeInfo* office_of(const Run& run, const std::string& id) {
    const auto found = std::find_if(run.offices.begin(), run.offices.end(), [&](const auto& o) { return o.id == id; });
    return found == run.offices.end() ? nullptr : &*found;
}

// Components first; the largest effect first.
std::vector<const results::Marginal*> by_effect(const results::Marginals& m) {
    std::vector<const results::Marginal*> sorted;
    for (const auto& one : m.marginals) sorted.push_back(&one);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
        return a->level != b->level ? a->level > b->level : a->beneficiaries.value.mean > b->beneficiaries.value.mean;
    });
    return sorted;
}

// Beneficiaries of all years for each million pesos that all years' budgets have more, spent or not.
std::string per_million(const results::Marginal& m, std::size_t years, const EstimateFormat& format) {
    results::Estimate e = m.beneficiaries.value;
    const double millions = m.money / 1000 * static_cast<double>(years);
    if (millions <= 0 || e.n == 0) return std::string(undefined_mark);
    e.mean /= millions;
    e.sd /= millions;
    e.half_width /= millions;
    return format.mean_and_half_width(&e, {Kind::number, 2});
}

}  // namespace

std::vector<double> rounded_to_sum(const std::vector<double>& values, double total, int decimals) {
    const double unit = std::pow(10, -decimals);
    std::vector<double> floors;
    for (const double v : values) floors.push_back(std::floor(v / unit));
    const double missing = std::round(total / unit) - std::accumulate(floors.begin(), floors.end(), 0.0);
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return values[a] / unit - floors[a] > values[b] / unit - floors[b];
    });
    for (std::size_t k = 0; k < order.size() && static_cast<double>(k) < missing; ++k) ++floors[order[k]];
    for (double& f : floors) f *= unit;
    return floors;
}

std::vector<Part> explanation_parts(const Explanation& e, Lang lang) {
    return {players_part(e, lang), shares_part(e, lang), limits_by_quarter({&e.base, &e.other}, lang)};
}

std::string explanation_text(const Explanation& e, Lang lang) {
    std::string text = draft_line({&e.base, &e.other}, lang) + "\n" +
                       phrase(T::why_title, lang, printable(e.other.scenario), printable(e.base.scenario)) + "\n\n" +
                       paragraph(queue_story(e.base, lang)) + paragraph(queue_story(e.other, lang));
    for (const auto& part : explanation_parts(e, lang)) text += part_text(part);
    return text;
}

std::vector<Part> marginals_parts(const results::Marginals& m, Lang lang) {
    const EstimateFormat format(lang, m.base.replications);
    const auto cost = [&](const results::Marginal& one) {
        return one.cost ? format.mean_and_half_width(&one.cost->value, {}) : std::string(undefined_mark);
    };
    const std::string beneficiaries = phrase(T::more_beneficiaries, lang, m.base.years.front(), m.base.years.back());
    Table components({{phrase(T::component, lang), Align::left},
                      {phrase(T::more_money, lang)},
                      {beneficiaries, Align::right, 22},
                      {phrase(T::per_million, lang)},
                      {label_of(results::marginal_cost_column(), lang)}});
    Table offices({{phrase(T::centre, lang), Align::left, 28},
                   {phrase(T::slots_used, lang, m.base.years.back())},
                   {beneficiaries, Align::right, 22},
                   {label_of(results::marginal_cost_column(), lang)}});
    for (const auto* one : by_effect(m)) {
        const std::string more = difference_text(one->beneficiaries, format, {}, lang);
        if (one->level == Level::component) {
            components.row({component_name(one->id, lang), format.value(one->money, shapes::money), more,
                            per_million(*one, m.base.years.size(), format), cost(*one)});
            continue;
        }
        const auto* office = office_of(m.base, one->id);
        offices.row({office == nullptr ? one->id : printable(office->name),
                     format.mean(m.base.find("slot_utilisation", m.base.years.back(), Level::office, one->id),
                                 {Kind::share, 0}),
                     more, cost(*one)});
    }
    return {{phrase(T::marginal_components, lang), {components}, ""},
            {phrase(T::marginal_offices, lang), {offices}, phrase(T::marginal_note, lang)},
            limits_by_quarter({&m.base}, lang)};
}

std::string marginals_verdict(const results::Marginals& m, Lang lang) {
    const EstimateFormat format(lang, m.base.replications);
    std::size_t useful = 0, all = 0;
    const results::Marginal *best = nullptr, *worst = nullptr;
    for (const auto* one : by_effect(m)) {
        if (one->level != Level::office) continue;
        ++all;
        useful += is_told(one->beneficiaries) && one->beneficiaries.value.mean > 0;
        if (best == nullptr) best = one;
        worst = one;
    }
    if (best == nullptr) return "";
    const auto name = [&](const results::Marginal& one) {
        const auto* office = office_of(m.base, one.id);
        return office == nullptr ? one.id : printable(office->name);
    };
    const auto amount = [&](const results::Marginal& one) {
        return format.mean_and_half_width(&one.beneficiaries.value, {});
    };
    const auto funds = std::find_if(m.marginals.begin(), m.marginals.end(),
                                    [](const auto& one) { return one.id == results::money_for_plans; });
    const std::string alone = funds == m.marginals.end() ? std::string(undefined_mark) : amount(*funds);
    return phrase(T::marginal_verdict, lang, useful, all, name(*best), amount(*best), name(*worst), amount(*worst),
                  alone);
}

std::string marginals_text(const results::Marginals& m, Lang lang) {
    std::string text = draft_line({&m.base}, lang) + "\n" +
                       phrase(T::marginal_title, lang, printable(m.base.scenario), m.base.replications) + "\n\n" +
                       paragraph(marginals_verdict(m, lang)) + paragraph(queue_story(m.base, lang));
    for (const auto& part : marginals_parts(m, lang)) text += part_text(part);
    return text;
}

}  // namespace aforo::report
