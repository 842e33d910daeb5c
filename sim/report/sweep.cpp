#include "aforo/report/sweep.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/report/about.hpp"
#include "aforo/report/comparison.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"
#include "views.hpp"

namespace aforo::report {

namespace {

using results::Difference;
using results::Sweep;
using results::SweepPoint;
using results::SweepStep;

const Difference* find(const SweepStep& step, std::string_view measure, int year) {
    const auto found = std::find_if(step.differences.begin(), step.differences.end(), [&](const Difference& d) {
        return d.measure == measure && d.year == year && d.level == results::Level::programme;
    });
    return found == step.differences.end() ? nullptr : &*found;
}

std::string value_of(const Sweep& sweep, const SweepPoint& point, std::size_t axis) {
    return printable(sweep.axes[axis].values[point.at[axis]]);
}

Part points_part(const Sweep& sweep, Lang lang) {
    const auto& first = sweep.points.front().run;
    const int last_year = first.years.back();
    const EstimateFormat format(lang, first.replications);
    std::vector<TableColumn> columns;
    for (const auto& axis : sweep.axes) columns.push_back({printable(axis.path), Align::right, 20});
    for (const char* measure : views::swept) columns.push_back({label_of(first, measure, lang), Align::right, 20});
    Table table(columns);
    for (const auto& point : sweep.points) {
        std::vector<std::string> row;
        for (std::size_t a = 0; a < sweep.axes.size(); ++a) row.push_back(value_of(sweep, point, a));
        for (const char* measure : views::swept)
            row.push_back(format.mean_and_half_width(point.run.find(measure, last_year), shape_of(first, measure)));
        table.row(row);
    }
    return {phrase(T::sweep_points, lang, last_year), {table}, ""};
}

// Spending for each percentage point of the target population, of the year's differences.
std::string cost_of_point(const SweepStep& step, int year, const EstimateFormat& format) {
    const Difference* cost = find(step, results::marginal_cost, year);
    const Difference* served = find(step, "beneficiaries", year);
    const Difference* coverage = find(step, "coverage_target", year);
    if (cost == nullptr || served == nullptr || coverage == nullptr || coverage->value.mean == 0)
        return std::string(undefined_mark);
    results::Estimate e = cost->value;
    const double per_point = served->value.mean / coverage->value.mean / 100;
    e.mean *= per_point;
    e.half_width *= per_point;
    e.sd *= per_point;
    return format.mean_and_half_width(&e, shapes::money);
}

bool is_of_line(const Sweep& sweep, const SweepPoint& p, std::size_t axis, std::size_t start) {
    for (std::size_t a = 0; a < sweep.axes.size(); ++a) {
        if (a != axis && p.at[a] != sweep.points[start].at[a]) return false;
    }
    return true;
}

// Some step has fewer beneficiaries than the one before it.
bool falls(const Sweep& sweep, std::size_t axis, std::size_t start) {
    return std::any_of(sweep.steps.begin(), sweep.steps.end(), [&](const SweepStep& step) {
        const Difference* d = find(step, "beneficiaries", 0);
        return step.axis == axis && is_of_line(sweep, sweep.points[step.to], axis, start) && d != nullptr &&
               is_told(*d) && d->value.mean < 0;
    });
}

std::string saturation_text(const Sweep& sweep, Lang lang) {
    std::string text;
    for (std::size_t a = 0; a < sweep.axes.size(); ++a) {
        const auto& values = sweep.axes[a].values;
        if (values.size() < 2) continue;
        for (std::size_t p = 0; p < sweep.points.size(); ++p) {
            if (sweep.points[p].at[a] != 0) continue;
            std::string where;
            for (std::size_t other = 0; other < sweep.axes.size(); ++other) {
                if (other != a) {
                    where += (where.empty() ? "" : ", ") + printable(sweep.axes[other].path) + " " +
                             value_of(sweep, sweep.points[p], other);
                }
            }
            const std::size_t from = saturation(sweep, a, p);
            const std::string key = printable(sweep.axes[a].path) + (where.empty() ? "" : " (" + where + ")");
            text += (text.empty() ? "" : "\n") +
                    (falls(sweep, a, p)      ? phrase(T::sweep_falls, lang, key)
                     : from >= values.size() ? phrase(T::sweep_unsaturated, lang, key, printable(values.back()))
                                             : phrase(T::sweep_saturated, lang, key, printable(values[from])));
        }
    }
    return text;
}

Part steps_part(const Sweep& sweep, Lang lang) {
    const auto& first = sweep.points.front().run;
    const int last_year = first.years.back();
    const EstimateFormat format(lang, first.replications);
    Table table({{phrase(T::key, lang), Align::left, 30},
                 {phrase(T::sweep_from_to, lang), Align::left, 28},
                 {phrase(T::sweep_more_beneficiaries, lang)},
                 {phrase(T::sweep_more_spending, lang)},
                 {label_of(results::marginal_cost_column(), lang)},
                 {phrase(T::sweep_cost_of_point, lang, last_year)}});
    for (const auto& step : sweep.steps) {
        const SweepPoint &from = sweep.points[step.from], &to = sweep.points[step.to];
        const auto text = [&](const char* measure) {
            const Difference* d = find(step, measure, 0);
            return d == nullptr ? std::string(undefined_mark)
                                : difference_text(*d, format, shape_of(first, measure), lang);
        };
        const Difference* cost = find(step, results::marginal_cost, 0);
        std::string where = value_of(sweep, from, step.axis) + " → " + value_of(sweep, to, step.axis);
        for (std::size_t a = 0; a < sweep.axes.size(); ++a) {
            if (a != step.axis) where += "\n(" + printable(sweep.axes[a].path) + " " + value_of(sweep, to, a) + ")";
        }
        table.row({printable(sweep.axes[step.axis].path), where, text("beneficiaries"), text("spending"),
                   cost == nullptr ? std::string(undefined_mark)
                                   : format.mean_and_half_width(&cost->value, shape_of(first, cost->measure)),
                   cost_of_point(step, last_year, format)});
    }
    return {phrase(T::sweep_steps, lang, first.years.front(), last_year),
            {table},
            saturation_text(sweep, lang) + "\n" + phrase(T::sweep_note, lang)};
}

}  // namespace

std::size_t saturation(const Sweep& sweep, std::size_t axis, std::size_t start) {
    std::size_t from = 0;
    bool brings_more = false;
    for (const auto& step : sweep.steps) {
        if (step.axis != axis || !is_of_line(sweep, sweep.points[step.to], axis, start)) continue;
        const Difference* d = find(step, "beneficiaries", 0);
        brings_more = d != nullptr && is_told(*d) && d->value.mean > 0;
        if (brings_more) from = sweep.points[step.to].at[axis];
    }
    return brings_more ? sweep.axes[axis].values.size() : from;
}

std::vector<Part> sweep_parts(const Sweep& sweep, Lang lang) {
    return {points_part(sweep, lang), steps_part(sweep, lang)};
}

std::string sweep_text(const Sweep& sweep, Lang lang) {
    const auto& first = sweep.points.front().run;
    std::string text = draft_line({&first}, lang) + "\n" +
                       phrase(T::sweep_title, lang, printable(first.scenario), first.replications) + "\n";
    for (const auto& part : sweep_parts(sweep, lang)) text += part_text(part);
    return text;
}

}  // namespace aforo::report
