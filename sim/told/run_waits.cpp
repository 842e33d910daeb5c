// How long those served have waited, by year.
#include <algorithm>
#include <cmath>

#include "run_parts.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

constexpr Shape tenths = fixed(results::shapes::days);  // side by side on a chart

struct Wait {
    std::string_view measure;
    Text name;
    Colour colour;
    Symbol symbol;
    bool is_labelled;
};
constexpr std::array<Wait, 4> all_waits = {
    {{"attention_wait_days_p90",
      {"Atención: 9 de cada 10, a lo más", "Attention: 9 out of 10, at most"},
      Colour::plum,
      Symbol::triangle_up,
      true},
     {"attention_wait_days_mean", {"Atención: promedio", "Attention: mean"}, Colour::orange, Symbol::diamond, false},
     {"wait_days_p90",
      {"Cupo: 9 de cada 10, a lo más", "Slot: 9 out of 10, at most"},
      Colour::blue,
      Symbol::circle,
      true},
     {"wait_days_mean", {"Cupo: promedio", "Slot: mean"}, Colour::teal, Symbol::square, false}}};

Figure find(const Subject& s, const Wait& wait, int year) {
    return s.figures.find({wait.measure, year}).shaped(tenths);
}

std::vector<Wait> known(const Subject& s) {
    std::vector<Wait> found;
    std::copy_if(all_waits.begin(), all_waits.end(), std::back_inserter(found), [&](const Wait& wait) {
        return std::any_of(s.run.years.begin(), s.run.years.end(),
                           [&](int year) { return find(s, wait, year).has_value(); });
    });
    return found;
}

Chart chart(const Subject& s, const std::vector<Wait>& waits) {
    constexpr Text axis{"Días de espera", "Days of wait"};
    Chart made{.kind = Chart::Kind::columns, .x = in(words::year, s.lang), .y = in(axis, s.lang)};
    made.tips = {in(words::measure, s.lang), in(words::simulated, s.lang), in(words::p10_p90, s.lang)};
    for (std::size_t w = 0; w < waits.size(); ++w) {
        const Wait& wait = waits[w];
        made.series.push_back({.name = in(wait.name, s.lang),
                               .colour = wait.colour,
                               .symbol = wait.symbol,
                               .is_labelled = wait.is_labelled});
        for (const int year : s.run.years) {
            const Figure figure = find(s, wait, year);
            if (!figure.has_value()) continue;
            made.marks.push_back({.label = year_label(year),
                                  .series = w,
                                  .value = figure.mean_value(),
                                  .p10 = figure.estimate->p10,
                                  .p90 = figure.estimate->p90,
                                  .group = year_label(year),
                                  .tips = {s.say(wait.name), figure.with_error(), figure.range()},
                                  .text = figure.mean()});
        }
    }
    return made;
}

Table twin(const Subject& s, const std::vector<Wait>& waits) {
    Table table{{s.left(words::measure), s.right(words::year), s.right(words::simulated), s.right(words::half_width),
                 s.right(words::p10_p90)}};
    for (const auto& wait : waits) {
        for (const int year : s.run.years) {
            const Figure figure = find(s, wait, year);
            table.row({s.say(wait.name), sayable(year), figure.mean(), figure.error(), figure.range()});
        }
    }
    return table;
}

Sentence finding(const Subject& s) {
    constexpr Text both{
        "En {0}, 9 de cada 10 esperan a lo más {1} días por la atención y {2} días por un cupo de asesoría",
        "In {0}, 9 out of 10 wait at most {1} days for attention and {2} days for an advisory slot"};
    constexpr Text attention_alone{
        "En {0}, 9 de cada 10 esperan a lo más {1} días por la atención; por un cupo de asesoría, 9 de cada 10 no "
        "esperan",
        "In {0}, 9 out of 10 wait at most {1} days for attention; for an advisory slot, 9 out of 10 do not wait"};
    const int last = s.last_year();
    const Figure attention = s.figures.find({views::attention_wait, last}).shaped(tenths);
    const Figure slot = s.figures.find({views::slot_wait, last}).shaped(tenths);
    const bool is_none = !slot.has_value() || slot.mean_value() < 0.05;  // it would print as 0,0 days
    return is_none ? s.say(attention_alone, last, attention.mean()) : s.say(both, last, attention.mean(), slot.mean());
}

}  // namespace

Section waits(const Subject& s) {
    constexpr Text title{"Cuánto se espera", "How long the waits are"};
    constexpr Text reading{
        "El símbolo es el promedio de las réplicas; la barra, el rango p10–p90: 8 de cada 10 repeticiones (azar). "
        "Esperas de "
        "quienes llegaron a ser servidos ese año.",
        "The symbol is the mean of the replications; the bar, the p10–p90 range: 8 out of 10 repetitions (luck). Waits "
        "of those "
        "who came to be served in that year."};
    Section section{"esperas", in(title, s.lang), {}, Media::page};
    const auto found = known(s);
    if (found.empty()) return section;
    section.blocks.emplace_back(
        document::Figure{"grafico-esperas", finding(s), s.say(reading), chart(s, found), twin(s, found)});
    return section;
}

}  // namespace aforo::told
