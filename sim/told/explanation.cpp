#include <algorithm>
#include <cmath>
#include <string>

#include "aforo/results/results.hpp"
#include "aforo/told/documents.hpp"
#include "experiment.hpp"
#include "labels.hpp"
#include "limits_in_time.hpp"
#include "queue_story.hpp"
#include "shares.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

using document::Align;
using document::Cell;
using document::Chart;
using document::Document;
using document::Estimated;
using document::Formula;
using document::Media;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using document::Words;
using results::Attribution;
using results::Explanation;
using results::Player;

constexpr Text due_to{"Se debe a", "Due to"};
constexpr Text whole_difference{"Diferencia", "Difference"};
constexpr Text why_they_differ{"Por qué resultan distintos", "Why they come out differently"};
constexpr Text shares_note{
    "Cada parte es lo que su cambio aporta, en promedio sobre todos los órdenes en que los cambios podrían hacerse "
    "(Shapley); las partes suman la diferencia exactamente, réplica por réplica. ± es el semiancho del intervalo de 95 "
    "%, para todas las partes de una medida en conjunto. Los cambios que por separado no hacen un escenario válido van "
    "juntos.",
    "Each share is what its change brings, on average over all the orders in which the changes could be made "
    "(Shapley); "
    "shares sum to the difference exactly, replication by replication. ± is the half-width of the 95% interval, of all "
    "shares of a measure together. "
    "Changes "
    "that make no valid scenario apart go together."};

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

Sentence share_of(const Attribution& a, const results::Estimate& share, results::Shape shape, Show show) {
    return Cell(Estimated{share, shape, show, {a.measure, a.year}});
}

// One line per key.
Sentence changes_of(const Player& player, Lang lang) {
    constexpr Text change{"{0}: {1} → {2}", "{0}: {1} → {2}"};
    std::vector<Sentence> changes;
    for (const auto& c : player.changes)
        changes.push_back(say(change, lang, key_of(c, lang), as_written(c.from, lang), as_written(c.to, lang)));
    return joined(changes, "\n");
}

// The first of several keys; the others are listed above.
Sentence name_of(const Player& player, Lang lang) {
    constexpr Text and_more{"{0} y {1} más", "{0} and {1} more"};
    const std::string first = player.name.substr(0, player.name.find(" + "));
    const bool is_one = first == player.name && player.changes.size() <= 1;
    const bool is_key = !player.changes.empty() && player.changes.front().path == first;
    const Sentence name = is_key ? key_of(player.changes.front(), lang) : sayable(first);
    return is_one || !is_key ? name : say(and_more, lang, name, player.changes.size() - 1);
}

Sentence numbered(std::size_t i, const Sentence& name) { return sayable(i + 1) + Cell(Words{". "}) + name; }

Table players_table(const Explanation& e, Lang lang) {
    Table table{{{"", Align::right, 3}, {in(words::what_changes, lang), Align::left, 90}}};
    for (std::size_t i = 0; i < e.players.size(); ++i) table.row({sayable(i + 1), changes_of(e.players[i], lang)});
    return table;
}

Table shares_table(const Explanation& e, Lang lang) {
    struct Shown {
        const Attribution* of;
        std::vector<double> rounded;
        results::Shape shape;
    };
    Table table{{{in(due_to, lang), Align::left, 26}}};
    std::vector<Shown> all;
    for (const char* measure : views::explained) {
        const Attribution* a = find(e, measure);
        if (a == nullptr) continue;
        const std::string years = plain(years_of(e.base, a->year, lang));
        const results::Shape own = shape_of(e.base, measure);
        constexpr results::Shape points = fixed(results::shapes::points);
        const std::string unit = own.is_percent() ? " (pp)" : "";
        table.columns.push_back({label_of(e.base, measure, lang) + unit + "\n" + years, Align::right, 21});
        std::vector<double> means;
        for (const auto& share : a->shares) means.push_back(share.mean);
        const results::Shape shape = own.is_percent() ? points : fixed(own);
        const int places = shape.decimals + (shape.is_percent() ? 2 : 0);  // of a ratio
        all.push_back({a, rounded_to_sum(means, a->total.mean, places), shape});
    }
    for (std::size_t i = 0; i < e.players.size(); ++i) {
        std::vector<Sentence> row = {numbered(i, name_of(e.players[i], lang))};
        for (const Shown& one : all) {
            results::Estimate share = one.of->shares[i];
            share.mean = one.rounded[i];
            row.push_back(share_of(*one.of, share, one.shape, Show::signed_and_error));
        }
        table.row(std::move(row));
    }
    std::vector<Sentence> total = {say(whole_difference, lang)};
    for (const Shown& one : all) total.push_back(share_of(*one.of, one.of->total, one.shape, Show::signed_and_error));
    table.rule();
    table.row(std::move(total));
    return table;
}

document::Figure shares_figure(const Explanation& e, const Table& twin, Lang lang) {
    constexpr Text finding{"Lo que más pesa en la diferencia de beneficiarios es {0}: {1} de {2}",
                           "What weighs most in the difference in beneficiaries is {0}: {1} of {2}"};
    constexpr Text untold{"Ninguna parte de la diferencia de beneficiarios, {0}, se distingue de su error",
                          "No share of the difference in beneficiaries, {0}, can be told from its error"};
    constexpr Text reading{
        "Cada barra es lo que aporta un cambio; juntas suman la diferencia. La línea fina es el error.",
        "Each bar is what a change brings; together they sum to the difference. The thin line is the error."};
    constexpr Text axis{"Beneficiarios, {0}–{1}", "Beneficiaries, {0}–{1}"};
    const std::string title = plain(say(axis, lang, e.base.years.front(), e.base.years.back()));
    document::Figure figure{.id = "grafico-partes", .reading = say(reading, lang), .twin = twin};
    figure.chart = bars_of(title, lang);
    const auto found = std::find_if(e.attributions.begin(), e.attributions.end(), [](const Attribution& one) {
        return one.measure == "beneficiaries" && one.year == 0;
    });
    if (found == e.attributions.end() || found->shares.empty()) return figure;
    const auto told = [&](const results::Estimate& share) { return share_of(*found, share, {}, Show::mean_and_error); };
    std::size_t most = 0;
    for (std::size_t i = 0; i < found->shares.size(); ++i) {
        const auto& share = found->shares[i];
        const Sentence name = numbered(i, name_of(e.players[i], lang));
        figure.chart.marks.push_back(estimate_mark(plain(name), share));
        figure.chart.marks.back().tips = {name, told(share)};
        if (std::abs(share.mean) > std::abs(found->shares[most].mean)) most = i;
    }
    const auto& largest = found->shares[most];
    const bool is_told = largest.n > 1 && std::abs(largest.mean) > largest.half_width;
    figure.finding = is_told ? say(finding, lang, name_of(e.players[most], lang), told(largest), told(found->total))
                             : say(untold, lang, told(found->total));
    return figure;
}

Section player_sheet(const Explanation& e, Lang lang) {
    constexpr std::size_t width = 48;
    Table table{{{in(due_to, lang), Align::left, width},
                 {in(words::key, lang), Align::left, width},
                 {in(words::base, lang), Align::left, width},
                 {in(words::alternative, lang), Align::left, width}}};
    for (const auto& player : e.players) {
        for (const auto& c : player.changes)
            table.row({name_of(player, lang), key_of(c, lang), as_written(c.from, lang), as_written(c.to, lang)});
    }
    return sheet_of(in(sheets::changes, lang), say(words::what_changes, lang), say(shares_note, lang),
                    std::move(table));
}

// The shares for each measure and year, with their sum below, which is the difference.
Section share_sheet(const Explanation& e, Lang lang) {
    constexpr Text name{"Partes", "Shares"};
    constexpr std::size_t difference = 3;
    Table table{{{in(words::measure, lang), Align::left, 48},
                 {in(words::year, lang)},
                 {in(due_to, lang), Align::left, 48},
                 {in(words::difference, lang)},
                 {in(words::half_width, lang)}}};
    for (const auto& a : e.attributions) {
        const results::Shape shape = shape_of(e.base, a.measure);
        const auto line = [&](const Sentence& whose, const Sentence& value, const results::Estimate& error) {
            table.row({sayable(Words{label_of(e.base, a.measure, lang)}), years_of(e.base, a.year, lang), whose, value,
                       share_of(a, error, shape, Show::half_width)});
        };
        const std::size_t first = table.rows.size();
        for (std::size_t i = 0; i < e.players.size(); ++i) {
            const document::Value share{a.shares[i].mean, shape, document::Value::Style::signed_, {a.measure, a.year}};
            line(numbered(i, name_of(e.players[i], lang)), sayable(share), a.shares[i]);
        }
        const Formula::Reference above{.row = first,
                                       .column = difference,
                                       .last_row = table.rows.size() - 1,
                                       .last_column = difference,
                                       .is_range = true};
        line(
            say(whole_difference, lang),
            Cell(Formula{
                {std::string("=SUM("), above, std::string(")")}, a.total.mean, shape, document::Value::Style::signed_}),
            a.total);
    }
    return sheet_of(in(name, lang), say(why_they_differ, lang), say(shares_note, lang), std::move(table));
}

}  // namespace

Document explanation(const Explanation& e, Lang lang, const results::Manifest& manifest) {
    constexpr Text title{"Por qué «{0}» difiere de «{1}»", "Why “{0}” differs from “{1}”"};
    const std::vector<const results::Run*> both = {&e.base, &e.other};
    const Sentence why = say(title, lang, e.other.scenario, e.base.scenario), what = say(words::what_changes, lang),
                   shares = say(why_they_differ, lang);
    const std::vector<Sentence> stories = {queue_story(e.base, lang), queue_story(e.other, lang)};
    Document document = begun(e.base, both, why, lang);
    for (const auto& story : stories) document.opening.push_back({story, Paragraph::Kind::limits});
    const Table table = shares_table(e, lang);
    document.sections = {
        {.id = "cambios",
         .title = plain(what),
         .blocks = {Tabled{players_table(e, lang), what}},
         .media = Media::screen},
        {.id = "partes",
         .title = plain(shares),
         .blocks = {shares_figure(e, table, lang), Tabled{table, shares}, note(say(shares_note, lang))},
         .media = Media::screen},
        limits_by_quarter(both, lang),
        warning_section({&e.base}, lang),
        readme_sheet(e.base, why, stories, lang),
        player_sheet(e, lang),
        share_sheet(e, lang),
        limits_by_month(both, lang),
        to_repeat(manifest, e.base, lang)};
    return document;
}

}  // namespace aforo::told
