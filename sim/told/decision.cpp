#include "decision.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "experiment.hpp"
#include "labels.hpp"
#include "worlds.hpp"

namespace aforo::told {

using document::Align;
using document::Block;
using document::Cell;
using document::Chart;
using document::Estimated;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using document::Value;
using results::Finding;
using results::Sensitivity;
using results::WorldInput;

namespace {

constexpr std::size_t most_curves = 3;  // of single assumptions, beside that of all
constexpr Text if_worth{"Si un beneficiario vale (M$)", "If a beneficiary is worth (M$)"};
constexpr Text what_it_is_worth{"Lo que vale saber (M$)", "What is worth knowing (M$)"};

const WorldInput& input_of(const Sensitivity& s, int input) { return s.worlds.inputs[static_cast<std::size_t>(input)]; }
std::string name_of(const Sensitivity& s, int input, Lang lang) { return named(input_of(s, input), lang); }
const std::string& scenario_of(const Sensitivity& s, int scenario) {
    return s.scenarios[static_cast<std::size_t>(scenario)];
}
Cell money(double v) { return Value{v, results::shapes::money}; }

// What knowing all is worth can be told from nothing. With worlds too few for an error nothing can.
bool is_told(const Finding& f) { return f.perfect > f.perfect_half_width; }

// Inputs that are told at some value, the most valuable first.
std::vector<int> told_inputs(const Sensitivity& s) {
    std::vector<std::pair<double, int>> best;
    for (const Finding& f : s.findings) {
        for (const auto& [input, value] : f.of_inputs) {
            const auto found = std::find_if(best.begin(), best.end(), [wanted = input](const auto& b) { return b.second == wanted; });
            if (found == best.end())
                best.emplace_back(value, input);
            else
                found->first = std::max(found->first, value);
        }
    }
    std::stable_sort(best.begin(), best.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<int> inputs;
    for (const auto& [value, input] : best) inputs.push_back(input);
    return inputs;
}

// Where one scenario is best: a box as high as the chart, from half a step before its first value to half a step after
// its last one, in factors.
std::vector<Chart::Box> best_where(const Sensitivity& s, double height, Lang lang) {
    constexpr Text best{"conviene «{0}»", "best: “{0}”"};
    std::vector<Chart::Box> boxes;
    const auto between = [&](std::size_t k) { return std::sqrt(s.findings[k].worth * s.findings[k + 1].worth); };
    for (std::size_t from = 0, to; from < s.findings.size(); from = to + 1) {
        to = from;
        while (to + 1 < s.findings.size() && s.findings[to + 1].best == s.findings[from].best) ++to;
        boxes.push_back({from == 0 ? s.findings.front().worth : between(from - 1),
                         to + 1 == s.findings.size() ? s.findings.back().worth : between(to), 0, height,
                         plain(say(best, lang, scenario_of(s, s.findings[from].best)))});
    }
    return boxes;
}

document::Figure worth_figure(const Sensitivity& s, const Table& twin, Lang lang) {
    constexpr Text reading{
        "Cuánto más valdría elegir sabiendo, según lo que valga un beneficiario. La línea de todo es lo más que puede "
        "valer cualquier estudio; la de un supuesto, uno que lo dijera sin error. Los recuadros dicen qué conviene sin "
        "saber más.",
        "How much more a choice would be worth that knows, by what a beneficiary is worth. The line of all is the most "
        "that any study can be worth; that of an assumption, one that told it without error. The boxes say what is "
        "best without knowing more."};
    constexpr Text all{"todos los supuestos", "all assumptions"};
    constexpr std::array colours = {document::Colour::orange, document::Colour::teal, document::Colour::plum};
    constexpr std::array symbols = {document::Symbol::diamond, document::Symbol::square, document::Symbol::triangle_up};
    document::Figure figure{
        .id = "grafico-averiguar", .finding = worth_knowing(s, lang), .reading = say(reading, lang), .twin = twin};
    figure.chart = {.kind = Chart::Kind::curve,
                    .x = in(if_worth, lang),
                    .y = in(what_it_is_worth, lang),
                    .series = {{.name = in(all, lang), .colour = document::Colour::blue}},
                    .tips = {in(if_worth, lang), in(what_it_is_worth, lang)},
                    .is_x_log = true};
    double highest = 0;
    const auto add = [&](std::size_t series, const Finding& f, double value, double half_width) {
        highest = std::max(highest, std::isfinite(half_width) ? value + half_width : value);
        figure.chart.marks.push_back({.label = {},
                                      .series = series,
                                      .value = value,
                                      .low = std::isfinite(half_width) ? std::max(0.0, value - half_width) : value,
                                      .high = std::isfinite(half_width) ? value + half_width : value,
                                      .x = f.worth,
                                      .tips = {money(f.worth), money(value)}});
    };
    for (const Finding& f : s.findings) add(0, f, f.perfect, f.perfect_half_width);
    const auto inputs = told_inputs(s);
    for (std::size_t i = 0; i < std::min(inputs.size(), most_curves); ++i) {
        figure.chart.series.push_back(
            {.name = name_of(s, inputs[i], lang), .colour = colours[i], .symbol = symbols[i]});
        for (const Finding& f : s.findings) {
            if (static_cast<std::size_t>(inputs[i]) < f.inputs.size())
                add(i + 1, f, f.inputs[static_cast<std::size_t>(inputs[i])], results::undefined);
        }
    }
    figure.chart.boxes = best_where(s, highest, lang);
    return figure;
}

// A difference of shares is in points.
Sentence missed(double value, const results::Shape& shape, Lang lang) {
    constexpr Text points{"{0} pp", "{0} pp"};
    if (!shape.is_percent()) return Cell(Value{value, shape});
    return say(points, lang, Cell(Value{value, results::shapes::points}));
}

document::Figure regrets_figure(const RegretsTold& r, const Table& twin, Lang lang) {
    constexpr Text finding{"Cuánto se pierde con cada escenario, mundo por mundo",
                           "How much each scenario loses, world by world"};
    constexpr Text reading{
        "Cada columna es un mundo; cuanto más oscura, más se pierde ahí frente al mejor escenario de ese mundo. En "
        "blanco, el escenario es el mejor.",
        "Each column is a world; the darker, the more is lost there against the best scenario of that world. White: "
        "the scenario is the best."};
    constexpr Text worlds{"Mundos", "Worlds"}, sorted{"Mundos, de menor a mayor {0}", "Worlds, by increasing {0}"};
    constexpr Text loss{"Pérdida en {0}", "Loss in {0}"}, world{"Mundo", "World"};
    const WorldInput* along = r.along >= 0 ? &r.worlds.inputs[static_cast<std::size_t>(r.along)] : nullptr;
    const auto number_in = [&](std::size_t w) { return r.worlds.kept[w].numbers[static_cast<std::size_t>(r.along)]; };
    std::vector<std::size_t> order(r.worlds.kept.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (along != nullptr)
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return number_in(a) < number_in(b); });
    document::Figure figure{
        .id = "grafico-perdidas", .finding = say(finding, lang), .reading = say(reading, lang), .twin = twin};
    figure.chart = {.kind = Chart::Kind::shades,
                    .x = along == nullptr ? in(worlds, lang) : plain(say(sorted, lang, named(*along, lang))),
                    .y = plain(say(loss, lang, r.measure)),
                    .series = {{.name = {}, .colour = document::Colour::plum}},
                    .tips = {in(words::scenario, lang), in(world, lang), plain(say(loss, lang, r.measure))}};
    if (along != nullptr) figure.chart.tips.push_back(named(*along, lang));
    const double factor = r.shape.is_percent() ? 100 : 1;
    for (const auto& one : r.regrets.scenarios) {
        const std::string& name = r.scenarios[static_cast<std::size_t>(one.scenario)];
        figure.chart.rows.push_back(name);
        for (const std::size_t w : order) {
            if (std::isnan(one.by_world[w])) continue;
            document::Mark mark{.label = name, .value = factor * one.by_world[w], .group = ordinal(w + 1)};
            mark.tips = {sayable(name), sayable(static_cast<int>(w + 1)), missed(one.by_world[w], r.shape, lang)};
            if (along != nullptr) mark.tips.push_back(in_unit(*along, number_in(w)));
            figure.chart.marks.push_back(std::move(mark));
        }
    }
    for (const std::size_t w : order) {
        if (!std::isnan(r.regrets.scenarios.front().by_world[w])) figure.chart.columns.push_back(ordinal(w + 1));
    }
    return figure;
}

}  // namespace

Sentence worth_knowing(const Sensitivity& s, Lang lang) {
    constexpr Text too_few{
        "Con {0} mundos no se puede decir qué vale la pena averiguar: pida 64 o más, en que todos los escenarios "
        "puedan "
        "ser.",
        "With {0} worlds it cannot be said what is worth finding out: ask for 64 or more, in which all scenarios can "
        "be."};
    constexpr Text nothing{
        "Nada vale la pena averiguar para elegir entre estos escenarios: saberlo todo no haría elegir mejor, valga un "
        "beneficiario de M$ {0} a M$ {1}.",
        "Nothing is worth finding out to choose among these scenarios: to know all would give no better choice, be a "
        "beneficiary worth M$ {0} to M$ {1}."};
    constexpr Text only_all{
        "Saberlo todo valdría hasta M$ {0} en el horizonte, pero de ningún supuesto por sí solo se distingue del azar "
        "lo "
        "que valdría saberlo: pida más mundos, o averigüe varios a la vez.",
        "To know all would be worth up to M$ {0} over the horizon, but of no single assumption can what knowing it is "
        "worth be told from chance: ask for more worlds, or find out several at once."};
    constexpr Text first{
        "Para elegir entre estos escenarios, lo primero que vale averiguar es «{0}»: saberlo valdría hasta M$ {1} en "
        "el horizonte (si un beneficiario vale M$ {2}).",
        "To choose among these scenarios, what is worth finding out first is “{0}”: to know it would be worth up to M$ "
        "{1} over the horizon (if a beneficiary is worth M$ {2})."};
    const bool has_error = std::any_of(s.findings.begin(), s.findings.end(),
                                       [](const auto& f) { return std::isfinite(f.perfect_half_width); });
    if (!has_error) return say(too_few, lang, s.worlds.kept.size());
    const Finding* dearest = nullptr;
    for (const Finding& f : s.findings) {
        if (is_told(f) && (dearest == nullptr || f.perfect > dearest->perfect)) dearest = &f;
    }
    if (dearest == nullptr) return say(nothing, lang, money(s.findings.front().worth), money(s.findings.back().worth));
    const Finding* at = nullptr;
    std::pair<int, double> best{-1, 0};
    for (const Finding& f : s.findings) {
        for (const auto& one : f.of_inputs) {
            if (one.second > best.second) best = one, at = &f;
        }
    }
    if (at == nullptr) return say(only_all, lang, money(dearest->perfect));
    return say(first, lang, name_of(s, best.first, lang), money(best.second), money(at->worth));
}

Section findings_section(const Sensitivity& s, Lang lang) {
    constexpr Text title{"Qué averiguar primero", "What to find out first"};
    constexpr Text best{"Conviene", "Best"}, perfect{"Saberlo todo valdría (M$)", "To know all would be worth (M$)"},
        nothing{"no se distingue del azar", "cannot be told from chance"}, one{"{0}: {1}", "{0}: {1}"};
    constexpr Text about{
        "Cada escenario vale lo que valgan sus beneficiarios de todos los años menos lo que gasta. Se elige con la "
        "mitad de las réplicas y se valora con la otra, para no tomar el azar por saber. Lo que valdría saber un "
        "supuesto se da si pasa de lo que daría alguno al barajar los mundos.",
        "Each scenario is worth what its beneficiaries of all years are worth less what it spends. It is chosen by "
        "half of the replications and valued by the other, so that luck is not taken for knowledge. What knowing an "
        "assumption would be worth is given if it is more than some would give where worlds are shuffled."};
    Section section{.id = "averiguar", .title = in(title, lang)};
    if (s.scenarios.size() < 2) return section;
    section.blocks = {Paragraph{worth_knowing(s, lang)}};
    if (s.findings.empty()) return section;
    Table table{{{in(if_worth, lang)},
                 {in(best, lang), Align::left, 34},
                 {in(perfect, lang)},
                 {in(what_it_is_worth, lang), Align::left, 50}}};
    for (const Finding& f : s.findings) {
        std::vector<Sentence> told;
        for (const auto& [input, value] : f.of_inputs)
            told.push_back(say(one, lang, name_of(s, input, lang), money(value)));
        table.row(
            {money(f.worth), sayable(scenario_of(s, f.best)),
             Cell(Estimated{{.n = 2, .mean = f.perfect, .half_width = f.perfect_half_width}, results::shapes::money}),
             told.empty() ? say(nothing, lang) : joined(told, "; ")});
    }
    section.blocks.emplace_back(worth_figure(s, table, lang));
    section.blocks.emplace_back(Tabled{.table = table, .caption = say(title, lang), .is_main = true});
    section.blocks.emplace_back(note(say(about, lang)));
    return section;
}

std::vector<Block> regrets_blocks(const RegretsTold& r, Lang lang) {
    constexpr Text title{"Cuánto se pierde con cada uno frente al mejor de su mundo, {0}",
                         "How much each loses against the best of its world, {0}"};
    constexpr Text best{"Es el mejor en", "Is the best in"}, mean{"Pérdida media", "Mean loss"},
        p90{"Pérdida, 9 de cada 10 mundos a lo más", "Loss, at most in 9 of 10 worlds"},
        greatest{"Pérdida mayor", "Greatest loss"};
    constexpr Text choices{
        "Por la pérdida mayor se elegiría «{0}»; por la que no se pasa en 9 de cada 10 mundos, «{1}»; por la media, "
        "«{2}».",
        "By the greatest loss “{0}” would be chosen; by that of 9 of 10 worlds, “{1}”; by the mean, “{2}”."};
    constexpr Text one_choice{"Por la pérdida mayor, por la de 9 de cada 10 mundos y por la media se elegiría «{0}».",
                              "By the greatest loss, by that of 9 of 10 worlds and by the mean “{0}” would be chosen."};
    constexpr Text in_none{"No hay un mundo en que todos los escenarios puedan ser: no se comparan pérdidas.",
                           "There is no world in which all scenarios can be: losses are not compared."};
    const auto& w = r.regrets;
    if (w.scenarios.empty()) return {Paragraph{say(in_none, lang)}};
    const auto name = [&](int i) { return r.scenarios[static_cast<std::size_t>(i)]; };
    Table table{{{in(words::scenario, lang), Align::left, 40},
                 {in(best, lang)},
                 {in(mean, lang)},
                 {in(p90, lang)},
                 {in(greatest, lang)}}};
    for (const auto& one : w.scenarios)
        table.row({sayable(name(one.scenario)), Cell(document::share(one.best_in)), missed(one.mean, r.shape, lang),
                   missed(one.p90, r.shape, lang), missed(one.greatest, r.shape, lang)});
    const bool is_one = w.by_greatest == w.by_p90 && w.by_p90 == w.by_mean;
    return {Paragraph{is_one ? say(one_choice, lang, name(w.by_mean))
                             : say(choices, lang, name(w.by_greatest), name(w.by_p90), name(w.by_mean))},
            regrets_figure(r, table, lang),
            Tabled{.table = table, .caption = say(title, lang, r.measure), .is_main = true}};
}

Section regrets_section(const Sensitivity& s, Lang lang) {
    constexpr Text title{"Cuánto se pierde con cada uno", "How much each loses"}, of_year{"{0} de {1}", "{0} of {1}"};
    constexpr Text neither{
        "De {0} no se dice si más es mejor o peor: no hay pérdida que comparar. Pida otra cifra con --of.",
        "Of {0} it is not said whether more is better or worse: there is no loss to compare. Ask for another figure "
        "with --of."};
    Section section{.id = "perdidas", .title = in(title, lang)};
    if (s.scenarios.size() < 2) return section;
    const std::string measure = plain(say(of_year, lang, label_of(s.base, s.of.measure, lang), s.of.year));
    if (!s.regrets) {
        section.blocks = {Paragraph{say(neither, lang, measure)}};
        return section;
    }
    int heaviest = -1;
    double share = 0;
    for (const auto& one : s.shares) {
        if (one.is_told && one.share > share) heaviest = one.input, share = one.share;
    }
    section.blocks =
        regrets_blocks({s.worlds, *s.regrets, s.scenarios, measure, shape_of(s.base, s.of.measure), heaviest}, lang);
    return section;
}

}  // namespace aforo::told
