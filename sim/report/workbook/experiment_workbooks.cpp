// The workbooks of sweeps and explanations.
#include <algorithm>
#include <array>
#include <cmath>

#include "aforo/report/about.hpp"
#include "aforo/report/comparison.hpp"
#include "aforo/report/explanation.hpp"
#include "aforo/report/sweep.hpp"
#include "aforo/report/workbook.hpp"
#include "views.hpp"
#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

using results::Difference;
using results::Estimate;
using results::Level;
using results::Run;

const results::Samples no_samples;
const results::Manifest no_manifest;

void readme(Book& book, const Subject& s, const std::string& title, const std::vector<std::string>& texts) {
    Page& page = book.add(s.say(T::book_readme));
    page.limit_width(0, 120);
    page.text(0, 0, title, Style::title);
    std::size_t row = 2;
    for (const auto& text : texts) {
        if (!text.empty()) page.text(row++, 0, text, Style::wrapped);
    }
    page.text(row++, 0, how_to_read(s.run.replications, s.lang), Style::wrapped);
    page.text(row++, 0, s.say(T::how_to_read_money, s.run.planned.price_year), Style::wrapped);
    page.text(row, 0, s.say(T::book_limits_text), Style::wrapped);
}

void manifest(Book& book, const Subject& s) {
    Page& page = book.add(s.say(T::book_manifest));
    page.limit_width(0, 48);
    page.limit_width(1, 100);
    page.text(0, 0, s.say(T::book_manifest), Style::title);
    std::size_t row = 2;
    const auto add = [&](T label, const std::string& value) {
        page.text(row, 0, s.say(label), Style::label);
        page.text(row++, 1, value, Style::code);
    };
    add(T::manifest_version, s.run.version);
    add(T::manifest_scenario, s.run.scenario);
    for (const auto& line : about_lines(s.run.about, s.lang)) {
        page.text(row, 0, line.label, Style::label);
        page.text(row++, 1, line.text, Style::code);
    }
    add(T::manifest_scenario_digest, s.run.digest);
    add(T::manifest_seed, std::to_string(s.run.seed));
    add(T::manifest_replications, std::to_string(s.run.replications));
}

std::string years_text(const Subject& s, int year) {
    return year == 0 ? s.say(T::all_years, s.run.years.front(), s.run.years.back()) : std::to_string(year);
}

// An estimate from `column` on: mean, half-width, p10, p90.
void write_estimate(Page& page, std::size_t row, std::size_t column, const Estimate& e, const Look& look) {
    const Spread spread = spread_of(&e);
    page.number(row, column, mean_of(&e), look.value);
    page.number(row, column + 1, spread.half_width, look.error);
    page.number(row, column + 2, spread.p10, look.value);
    page.number(row, column + 3, spread.p90, look.value);
}

void point_sheet(Book& book, const Subject& s, const results::Sweep& sweep) {
    Page& page = book.add(s.say(T::book_points));
    const std::size_t axes = sweep.axes.size();
    const std::size_t header = title_rows(page, s.say(T::book_points), {s.say(T::sweep_note)}, axes + 6);
    std::vector<std::string> titles;
    for (const auto& axis : sweep.axes) titles.push_back(axis.path);
    titles.insert(titles.end(),
                  {s.say(T::measure), s.say(T::year), s.say(T::simulated), s.say(T::half_width), "p10", "p90"});
    page.header(header, titles);
    std::size_t row = header;
    for (const auto& point : sweep.points) {
        for (const char* measure : views::swept_long) {
            for (const int year : point.run.years) {
                const Estimate* e = point.run.find(measure, year);
                if (e == nullptr) continue;
                ++row;
                for (std::size_t a = 0; a < axes; ++a) page.text(row, a, sweep.axes[a].values[point.at[a]]);
                page.text(row, axes, label_of(s.run, measure, s.lang));
                page.number(row, axes + 1, year, Style::general);
                write_estimate(page, row, axes + 2, *e, look_of(point.run, measure));
            }
        }
    }
    page.main_table(header, row, titles.size(), axes);
}

const Difference* find(const results::SweepStep& step, std::string_view measure) {
    const auto found = std::find_if(step.differences.begin(), step.differences.end(), [&](const Difference& d) {
        return d.measure == measure && d.year == 0 && d.level == Level::programme;
    });
    return found == step.differences.end() ? nullptr : &*found;
}

void step_sheet(Book& book, const Subject& s, const results::Sweep& sweep) {
    Page& page = book.add(s.say(T::book_steps));
    const std::string title = s.say(T::sweep_steps, s.run.years.front(), s.run.years.back());
    const std::size_t header = title_rows(page, title, {s.say(T::sweep_note)}, 9);
    page.header(header, {s.say(T::key), s.say(T::book_from), s.say(T::book_to), s.say(T::sweep_more_beneficiaries),
                         s.say(T::half_width), s.say(T::sweep_more_spending), s.say(T::half_width),
                         label_of(results::marginal_cost_column(), s.lang), s.say(T::half_width)});
    std::size_t row = header;
    for (const auto& step : sweep.steps) {
        ++row;
        const auto& axis = sweep.axes[step.axis];
        page.text(row, 0, axis.path);
        page.text(row, 1, axis.values[sweep.points[step.from].at[step.axis]]);
        page.text(row, 2, axis.values[sweep.points[step.to].at[step.axis]]);
        std::size_t column = 3;
        for (const char* measure : {"beneficiaries", "spending"}) {
            const Difference* d = find(step, measure);
            page.number(row, column++, mean_of(d == nullptr ? nullptr : &d->value), Style::signed_count);
            page.number(row, column++, spread_of(d == nullptr ? nullptr : &d->value).half_width, Style::decimal);
        }
        const Difference* cost = find(step, results::marginal_cost);
        if (cost == nullptr) continue;
        page.formula(row, column++, "=" + cell_name(row, 5) + "/" + cell_name(row, 3), cost->value.mean,
                     Style::decimal);
        page.number(row, column, cost->value.half_width, Style::decimal);
    }
    page.main_table(header, row, 9);
}

void player_sheet(Book& book, const Subject& s, const results::Explanation& e) {
    Page& page = book.add(s.say(T::book_changes));
    for (std::size_t column = 0; column < 4; ++column) page.limit_width(column, 48);
    const std::size_t header = title_rows(page, s.say(T::what_changes), {s.say(T::shares_note)}, 4);
    page.header(header, {s.say(T::due_to), s.say(T::key), s.say(T::base), s.say(T::alternative)});
    std::size_t row = header;
    const auto shown = [&](const std::string& value) { return value.empty() ? s.say(T::nothing_there) : value; };
    for (const auto& player : e.players) {
        for (const auto& c : player.changes) {
            page.text(++row, 0, player.name, Style::wrapped);
            page.text(row, 1, c.path, Style::wrapped);
            page.text(row, 2, shown(c.from), Style::wrapped);
            page.text(row, 3, shown(c.to), Style::wrapped);
        }
    }
    page.main_table(header, row, 4);
}

// The shares of each measure and year, and under them the sum, which is the difference.
void share_sheet(Book& book, const Subject& s, const results::Explanation& e) {
    Page& page = book.add(s.say(T::book_shares));
    page.limit_width(0, 48);
    page.limit_width(2, 48);
    const std::size_t header = title_rows(page, s.say(T::why_they_differ), {s.say(T::shares_note)}, 5);
    page.header(header,
                {s.say(T::measure), s.say(T::year), s.say(T::due_to), s.say(T::difference), s.say(T::half_width)});
    std::size_t row = header;
    for (const auto& a : e.attributions) {
        const Look look = look_of(s.run, a.measure);
        const auto line = [&](const std::string& name, const Estimate& value) {
            page.text(++row, 0, label_of(s.run, a.measure, s.lang), Style::wrapped);
            page.text(row, 1, years_text(s, a.year));
            page.text(row, 2, name, Style::wrapped);
            page.number(row, 4, spread_of(&value).half_width, look.error);
        };
        const std::size_t first = row + 1;
        for (std::size_t i = 0; i < e.players.size(); ++i) {
            line(e.players[i].name, a.shares[i]);
            page.number(row, 3, a.shares[i].mean, look.difference);
        }
        line(s.say(T::whole_difference), a.total);
        page.formula(row, 3, "=SUM(" + Range{first, 3, row - 1, 3}.name() + ")", a.total.mean, look.difference);
    }
    page.main_table(header, row, 5);
}

// The days of a month on which each limit binds at each centre; months on which it does not are left out.
void limit_sheet(Book& book, const Subject& s, const std::vector<const Run*>& runs) {
    Page& page = book.add(s.say(T::book_limits_by_month));
    const std::size_t header = title_rows(page, s.say(T::book_limits_by_month), {s.say(T::limits_note)}, 6);
    page.header(header, {s.say(T::manifest_scenario), s.say(T::centre), s.say(T::month), s.say(T::measure),
                         s.say(T::book_share_of_days), s.say(T::half_width)});
    std::size_t row = header;
    for (const Run* run : runs) {
        for (const auto& line : run->series) {
            const std::string& measure = run->columns[static_cast<std::size_t>(line.column)].name;
            if (line.level != Level::office || !measure.starts_with("limit_") || measure == "limit_demand" ||
                line.value.mean <= 0)
                continue;
            const auto office =
                std::find_if(run->offices.begin(), run->offices.end(), [&](const auto& o) { return o.id == line.id; });
            page.text(++row, 0, run->scenario);
            page.text(row, 1, office == run->offices.end() ? line.id : office->name + " (" + line.id + ")");
            page.month(row, 2, line.year, line.month);
            page.text(row, 3, label_of(s.run, measure, s.lang));
            page.number(row, 4, line.value.mean, Style::share);
            page.number(row, 5, spread_of(&line.value).half_width, Style::share);
        }
    }
    page.main_table(header, row, 6);
}

void marginal_sheet(Book& book, const Subject& s, const results::Marginals& m, Level level, T name, T title) {
    Page& page = book.add(s.say(name));
    page.limit_width(0, 48);
    const std::size_t header = title_rows(page, s.say(title), {s.say(T::marginal_note)}, 6);
    page.header(header, {s.say(level == Level::office ? T::centre : T::component), s.say(T::more_money),
                         s.say(T::more_beneficiaries, s.run.years.front(), s.run.years.back()), s.say(T::half_width),
                         label_of(results::marginal_cost_column(), s.lang), s.say(T::half_width)});
    std::size_t row = header;
    for (const auto& one : m.marginals) {
        if (one.level != level) continue;
        const auto office =
            std::find_if(m.base.offices.begin(), m.base.offices.end(), [&](const auto& o) { return o.id == one.id; });
        page.text(++row, 0,
                  level == Level::component        ? component_name(one.id, s.lang)
                  : office == m.base.offices.end() ? one.id
                                                   : office->name + " (" + one.id + ")");
        page.number(row, 1, one.money);
        page.number(row, 2, mean_of(&one.beneficiaries.value), Style::signed_count);
        page.number(row, 3, spread_of(&one.beneficiaries.value).half_width, Style::decimal);
        if (!one.cost) continue;
        page.number(row, 4, one.cost->value.mean, Style::decimal);
        page.number(row, 5, one.cost->value.half_width, Style::decimal);
    }
    page.main_table(header, row, 6);
}

}  // namespace

std::string sweep_workbook(const results::Sweep& sweep, core::Lang lang) {
    const Run& run = sweep.points.front().run;
    const Subject s(run, no_samples, no_manifest, lang);
    Book book(s.say(T::page_title, run.scenario));
    readme(book, s, s.say(T::sweep_title, run.scenario, run.replications), {s.say(T::sweep_note)});
    point_sheet(book, s, sweep);
    step_sheet(book, s, sweep);
    manifest(book, s);
    return book.bytes();
}

std::string explanation_workbook(const results::Explanation& e, core::Lang lang) {
    const Subject s(e.base, no_samples, no_manifest, lang);
    Book book(s.say(T::page_title, e.base.scenario));
    readme(book, s, s.say(T::why_title, e.other.scenario, e.base.scenario),
           {queue_story(e.base, lang), queue_story(e.other, lang)});
    player_sheet(book, s, e);
    share_sheet(book, s, e);
    limit_sheet(book, s, {&e.base, &e.other});
    manifest(book, s);
    return book.bytes();
}

std::string marginals_workbook(const results::Marginals& m, core::Lang lang) {
    const Subject s(m.base, no_samples, no_manifest, lang);
    Book book(s.say(T::page_title, m.base.scenario));
    readme(book, s, s.say(T::marginal_page_title, m.base.scenario),
           {marginals_verdict(m, lang), queue_story(m.base, lang)});
    marginal_sheet(book, s, m, Level::office, T::book_offices, T::marginal_offices);
    marginal_sheet(book, s, m, Level::component, T::book_components, T::marginal_components);
    limit_sheet(book, s, {&m.base});
    manifest(book, s);
    return book.bytes();
}

}  // namespace aforo::report
