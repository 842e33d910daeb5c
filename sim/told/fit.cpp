#include "aforo/results/fit.hpp"

#include <array>
#include <cmath>

#include "aforo/told/documents.hpp"
#include "experiment.hpp"

namespace aforo::told {

using document::Align;
using document::Cell;
using document::Chart;
using document::Document;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using document::Value;
using results::Family;

namespace {

constexpr results::Shape trimmed_number{results::Kind::number, 4}, tenth{results::Kind::number, 1},
    hundredth{results::Kind::number, 2};

Sentence name_of(Family family, Lang lang) {
    static constexpr std::array<Text, 5> names = {
        {{"exponencial", "exponential"},
         {"gamma", "gamma"},
         {"lognormal", "lognormal"},
         {"Weibull", "Weibull"},
         {"los valores mismos (empirical)", "the values themselves (empirical)"}}};
    return say(names.at(static_cast<std::size_t>(family)), lang);
}

Text unit_name(const std::string& unit) {
    if (unit == "h") return {"horas", "hours"};
    if (unit == "days") return {"días", "days"};
    return {"minutos", "minutes"};
}

Cell number(double value) { return Value{value, trimmed_number, Value::Style::trimmed}; }

document::Verdict verdict_of(const results::Fit& f, Lang lang) {
    constexpr Text lead{"Se propone una {0} de media {1} {2} y coeficiente de variación {3}.",
                        "A {0} of mean {1} {2} and coefficient of variation {3} is proposed."};
    constexpr Text none{"Ninguna de las cuatro familias se parece bastante: se proponen los valores observados mismos.",
                        "None of the four families is near enough: the observed values themselves are proposed."};
    constexpr Text distance{
        "Lo observado se aparta de ella a lo más {0} puntos de probabilidad; el azar solo se aparta hasta {1} en 19 de "
        "20 muestras como esta.",
        "What is observed is at most {0} points of probability off it; chance alone is off by up to {1} in 19 of 20 "
        "samples such as this."};
    constexpr Text nearest{"La más cercana, {0}, se aparta {1} puntos de probabilidad.",
                           "The nearest, {0}, is {1} points of probability off."};
    constexpr Text seen{"{0} valores de la columna {1}: media {2} {3}, de {4} a {5}.",
                        "{0} values of the column {1}: mean {2} {3}, from {4} to {5}."};
    constexpr Text zeros{"{0} valores son 0: van como una parte propia de una mezcla, y lo demás es de los otros.",
                         "{0} values are 0: they are a part of their own of a mixture, and the rest is of the others."};
    const auto& best = f.families.front();
    const Cell points = Value{100 * best.distance, tenth}, chance = Value{100 * f.by_chance, tenth};
    const Sentence unit = say(unit_name(f.unit), lang);
    document::Verdict v;
    if (f.proposed == 0) {
        v.lead = say(lead, lang, name_of(best.family, lang), number(best.mean), unit, number(best.cv));
        v.clauses.push_back({say(distance, lang, points, chance)});
    } else {
        v.lead = say(none, lang);
        v.clauses.push_back({say(nearest, lang, name_of(best.family, lang), points)});
    }
    v.clauses.push_back(
        {say(seen, lang, f.values, f.column, number(f.mean), unit, number(f.least), number(f.greatest))});
    if (f.zeros > 0) v.clauses.push_back({say(zeros, lang, f.zeros)});
    return v;
}

Table families_table(const results::Fit& f, Lang lang) {
    constexpr Text family{"Distribución", "Distribution"}, mean{"Media", "Mean"}, cv{"CV", "CV"}, aic{"ΔAIC", "ΔAIC"},
        bic{"ΔBIC", "ΔBIC"}, likelihood{"Log verosimilitud", "Log likelihood"}, ks{"KS, puntos", "KS, points"},
        ad{"A² (Anderson-Darling)", "A² (Anderson-Darling)"}, median{"Mediana", "Median"}, p90{"p90", "p90"},
        seen{"observado", "observed"};
    Table table{{{in(family, lang), Align::left, 34},
                 {in(mean, lang)},
                 {in(cv, lang)},
                 {in(median, lang)},
                 {in(p90, lang)},
                 {in(aic, lang)},
                 {in(bic, lang)},
                 {in(likelihood, lang)},
                 {in(ks, lang)},
                 {in(ad, lang)}}};
    double least_bic = results::undefined;
    for (const auto& one : f.families) {
        if (!(one.bic >= least_bic)) least_bic = std::isfinite(one.bic) ? one.bic : least_bic;
    }
    const auto value = [](double v, const results::Shape& shape) { return sayable(Value{v, shape}); };
    for (const auto& one : f.families) {
        if (one.family == Family::empirical) {
            table.rule();
            table.row({say(seen, lang), Sentence(number(one.mean)), Sentence(number(one.cv)),
                       Sentence(number(one.median)), Sentence(number(one.p90))});
            continue;
        }
        table.row({name_of(one.family, lang), Sentence(number(one.mean)), Sentence(number(one.cv)),
                   Sentence(number(one.median)), Sentence(number(one.p90)),
                   value(one.aic - f.families.front().aic, tenth), value(one.bic - least_bic, tenth),
                   value(one.log_likelihood, tenth), value(100 * one.distance, tenth), value(one.tails, hundredth)});
    }
    return table;
}

document::Figure shares_figure(const results::Fit& f, Lang lang) {
    constexpr Text reading{
        "Qué parte de los valores sobre 0 llega a lo más a cada duración: lo observado, y lo que dice cada familia.",
        "Which part of the values above 0 is at most each length: what is observed, and what each family says."};
    constexpr Text y{"Parte acumulada, %", "Cumulative share, %"}, seen{"observado", "observed"};
    document::Figure figure{.id = "grafico-ajuste", .finding = verdict_of(f, lang).lead, .reading = say(reading, lang)};
    const std::string unit = in(unit_name(f.unit), lang);
    figure.chart = {.kind = Chart::Kind::curve,
                    .x = unit,
                    .y = in(y, lang),
                    .series = {{.name = in(seen, lang), .colour = document::Colour::ink}},
                    .tips = {unit, in(y, lang)},
                    .y_least = 0,
                    .y_greatest = 100};
    static constexpr std::array colours = {document::Colour::blue, document::Colour::teal, document::Colour::plum,
                                           document::Colour::orange};
    static constexpr std::array symbols = {document::Symbol::diamond, document::Symbol::square,
                                           document::Symbol::triangle_up, document::Symbol::triangle_down};
    figure.twin = Table{{{unit}, {in(seen, lang)}}};
    for (std::size_t k = 0; k + 1 < f.families.size(); ++k) {
        const std::string name = plain(name_of(f.families[k].family, lang));
        figure.chart.series.push_back({.name = name, .colour = colours.at(k), .symbol = symbols.at(k)});
        figure.twin.columns.push_back({name});
    }
    for (const auto& p : f.points) {
        std::vector<Sentence> row = {Sentence(number(p.x)), sayable(document::share(p.observed))};
        const auto mark = [&](std::size_t series, double share) {
            figure.chart.marks.push_back({.series = series,
                                          .value = 100 * share,
                                          .x = p.x,
                                          .tips = {Sentence(number(p.x)), sayable(document::share(share))}});
        };
        mark(0, p.observed);
        for (std::size_t k = 0; k < p.fitted.size(); ++k) {
            mark(k + 1, p.fitted[k]);
            row.push_back(sayable(document::share(p.fitted[k])));
        }
        figure.twin.row(std::move(row));
    }
    return figure;
}

Section paste_section(const results::Fit& f, Lang lang) {
    constexpr Text title{"Para pegar en el escenario", "To paste in the scenario"},
        file{
            "Son muchos valores para escribirlos: nombre el archivo en el escenario, con la columna clave "
            "(aforo template durations escribe uno).",
            "There are many values to write: name the file in the scenario, with its column key (aforo template "
            "durations writes one)."},
        data{"data: {durations: ARCHIVO.csv}", "data: {durations: FILE.csv}"};
    Section section{.id = "pegar", .title = in(title, lang)};
    const auto& best = f.families[f.proposed];
    if (best.yaml.empty()) {
        section.blocks.emplace_back(note(say(file, lang)));
        section.blocks.emplace_back(document::Command{in(data, lang)});
        return section;
    }
    std::string yaml, close;
    for (std::size_t begin = 0; begin < f.key.size();) {
        const std::size_t end = std::min(f.key.find('.', begin), f.key.size());
        const bool is_first = begin == 0;
        yaml += (is_first ? "" : "{") + f.key.substr(begin, end - begin) + ": ";
        close += is_first ? "" : "}";
        begin = end + 1;
    }
    section.blocks.emplace_back(document::Command{yaml + best.yaml + close});
    return section;
}

}  // namespace

Document fit(const results::Fit& f, Lang lang) {
    constexpr Text title{"Qué distribución tiene {0} ({1})", "Which distribution {0} has ({1})"};
    constexpr Text table_title{"Las familias, la mejor primero", "The families, the best first"};
    constexpr Text about{
        "Ajuste de máxima verosimilitud. ΔAIC y ΔBIC: cuánto peor que la mejor; menos de 2 no decide, más de 10 sí. "
        "KS: la "
        "mayor distancia entre lo observado y lo que dice; A² pesa más las colas.",
        "Fitted by maximum likelihood. ΔAIC and ΔBIC: how much worse than the best; less than 2 does not decide, more "
        "than "
        "10 does. KS: the greatest distance between what is observed and what it says; A² weighs the tails more."};
    constexpr Text chart_title{"Lo observado y lo que dice cada una", "What is observed and what each says"};
    Document d{.lang = lang, .name = f.file};
    d.title = say(title, lang, f.column, f.file);
    d.verdicts = {verdict_of(f, lang)};
    Section families{.id = "familias", .title = in(table_title, lang)};
    families.blocks.emplace_back(Tabled{.table = families_table(f, lang), .is_main = true});
    families.blocks.emplace_back(note(say(about, lang)));
    Section chart{.id = "ajuste", .title = in(chart_title, lang), .media = document::Media::page};
    chart.blocks.emplace_back(shares_figure(f, lang));
    d.sections = {paste_section(f, lang), std::move(families), std::move(chart)};
    return d;
}

}  // namespace aforo::told
