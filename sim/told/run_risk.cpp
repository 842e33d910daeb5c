// The risk of missing the plan: fifty dots per year, each standing for one future in fifty.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "planned.hpp"
#include "run_parts.hpp"

namespace aforo::told {

namespace {

constexpr int dots = 50;

constexpr Text dot_missed{"No llega a lo planificado", "Misses the plan"};
constexpr Text dot_reached{"Llega o lo supera", "Reaches it or more"};

struct Year {
    int year = 0;
    double planned = 0;
    std::vector<double> quantiles;  // of the beneficiaries, ascending
    int missed = 0;                 // number of dots below the plan, which are the first ones
};

// The dots of a sample: its quantiles at 1/100, 3/100 … 99/100, interpolated (Hyndman and Fan, 1996, type 7).
std::vector<double> quantiles_of(std::span<const double> values) {
    std::vector<double> sorted;
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted), [](double v) { return std::isfinite(v); });
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> quantiles;
    for (int i = 0; i < dots && !sorted.empty(); ++i) {
        const double place = (i + 0.5) / dots * static_cast<double>(sorted.size() - 1);
        const auto low = static_cast<std::size_t>(place);
        const std::size_t high = std::min(low + 1, sorted.size() - 1);
        quantiles.push_back(sorted[low] + (place - static_cast<double>(low)) * (sorted[high] - sorted[low]));
    }
    return quantiles;
}

std::span<const double> samples_of(const Subject& s, int year) {
    return s.figures.index().samples({"beneficiaries", year});
}

std::vector<Year> years_of(const Subject& s) {
    std::vector<Year> years;
    for (const int year : s.run.years) {
        Year y = {year, plan::beneficiaries(s.run.planned, year), quantiles_of(samples_of(s, year)), 0};
        if (!std::isfinite(y.planned) || y.quantiles.empty()) continue;
        y.missed = static_cast<int>(
            std::count_if(y.quantiles.begin(), y.quantiles.end(), [&](double q) { return q < y.planned; }));
        years.push_back(std::move(y));
    }
    return years;
}

Chart chart(const Subject& s, const std::vector<Year>& years) {
    constexpr Text axis{"Beneficiarios simulados menos planificados", "Simulated beneficiaries less planned"};
    constexpr Text dot{"Futuro", "Future"};
    Chart made{.kind = Chart::Kind::quantiles, .x = in(axis, s.lang)};
    made.series = {{.name = in(dot_missed, s.lang), .colour = Colour::plum, .symbol = Symbol::triangle_down},
                   {.name = in(dot_reached, s.lang), .colour = Colour::teal, .symbol = Symbol::circle}};
    made.is_of_differences = true;
    made.tips = {in(words::year, s.lang), in(words::simulated, s.lang), in(words::planned, s.lang), in(dot, s.lang)};
    for (const auto& y : years) {
        for (const double quantile : y.quantiles) {
            const bool is_missed = quantile < y.planned;
            made.marks.push_back(
                {.label = year_label(y.year),
                 .series = is_missed ? std::size_t{0} : std::size_t{1},
                 .value = quantile,
                 .x = y.planned,
                 .tips = {sayable(y.year), sayable(document::count(quantile)), sayable(document::count(y.planned)),
                          s.say(is_missed ? dot_missed : dot_reached)}});
        }
    }
    return made;
}

Table twin(const Subject& s, const std::vector<Year>& years) {
    constexpr Text dots_missed{"Puntos bajo lo planificado", "Dots below the plan"};
    constexpr Text replications_missed{"Réplicas bajo lo planificado", "Replications below the plan"};
    constexpr Text of_fifty{"{0} de 50", "{0} of 50"};
    Table table{{s.left(words::year), s.right(words::planned), s.right(words::simulated), s.right(words::p10_p90),
                 s.right(dots_missed), s.right(replications_missed)}};
    for (const auto& y : years) {
        const Figure figure = s.figures.find({"beneficiaries", y.year});
        const auto values = samples_of(s, y.year);
        const auto below = std::count_if(values.begin(), values.end(), [&](double v) { return v < y.planned; });
        table.row({sayable(y.year), planned(y.planned, figure.shape), figure.with_error(), figure.range(),
                   s.say(of_fifty, y.missed),
                   sayable(document::share(static_cast<double>(below) / static_cast<double>(values.size())))});
    }
    return table;
}

Sentence finding(const Subject& s, const std::vector<Year>& years) {
    constexpr Text text{"Futuros en que no se llega a los beneficiarios planificados: {0}",
                        "Futures that miss the planned beneficiaries: {0}"};
    constexpr Text in_year{"{0} de 50 en {1}", "{0} of 50 in {1}"};
    std::vector<Sentence> list;
    list.reserve(years.size());
    for (const auto& y : years) list.push_back(s.say(in_year, y.missed, y.year));
    return s.say(text, joined(list, ", "));
}

}  // namespace

Section risk(const Subject& s) {
    constexpr Text title{"El riesgo de no llegar a lo planificado", "The risk of missing the plan"};
    constexpr Text reading{
        "Cada punto es 1 de 50 futuros igualmente probables, según {0} réplicas. La línea punteada es lo planificado. "
        "Los que coinciden se apilan de a 10 y siguen al lado.",
        "Each dot is 1 of 50 equally likely futures, from {0} replications. The dashed line is what is planned. Those "
        "that coincide are stacked by tens and go on beside."};
    Section section{"riesgo", in(title, s.lang), {}, Media::page};
    const auto years = s.run.replications > 1 ? years_of(s) : std::vector<Year>();
    if (years.empty()) return section;
    section.blocks.emplace_back(document::Figure{"grafico-riesgo", finding(s, years),
                                                 s.say(reading, Cell(document::count(s.run.replications))),
                                                 chart(s, years), twin(s, years)});
    return section;
}

}  // namespace aforo::told
