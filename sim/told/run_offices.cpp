// Every office from north to south: its waits, and all its figures in the last year.
#include <algorithm>

#include "run_parts.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

constexpr Shape tenths = fixed(results::shapes::days);  // side by side on a chart

constexpr Text axis_days{"Días: 9 de cada 10, a lo más", "Days: 9 out of 10, at most"};
constexpr Text attention_title{"Espera de atención: 9 de cada 10, a lo más (días)",
                               "Wait for attention: 9 out of 10, at most (days)"};
constexpr Text slot_title{"Espera de cupo: 9 de cada 10, a lo más (días)",
                          "Wait for a slot: 9 out of 10, at most (days)"};

struct Strip {
    std::string_view measure;
    const char* id;
    Text finding, measure_name;
};
constexpr std::array<Strip, 2> strips = {
    {{views::attention_wait,
      "grafico-centros-atencion",
      {"Por la atención se espera más en {1} (9 de cada 10, a lo más {2} días en {0}) y menos en {3} ({4})",
       "The wait for attention is longest in {1} (9 out of 10, at most {2} days in {0}) and shortest in {3} ({4})"},
      attention_title},
     {views::slot_wait,
      "grafico-centros-cupo",
      {"Por un cupo se espera más en {1} (9 de cada 10, a lo más {2} días en {0}) y menos en {3} ({4})",
       "The wait for a slot is longest in {1} (9 out of 10, at most {2} days in {0}) and shortest in {3} ({4})"},
      slot_title}}};

struct Dot {
    const Place* place = nullptr;
    Figure value;
};

std::vector<Dot> dots_of(const Subject& s, const std::vector<Place>& places, std::string_view measure) {
    std::vector<Dot> dots;
    for (const auto& place : places) {
        const Figure value = s.figures.find({measure, s.last_year(), Level::office, place.office->id}).shaped(tenths);
        if (value.has_value()) dots.push_back({&place, value});
    }
    return dots;
}

// Offices as dots in the row of their region, with the whole region as another dot.
Chart chart(const Subject& s, const Strip& strip, const std::vector<Dot>& dots) {
    constexpr Text whole_region{"Región completa", "Whole region"};
    Chart made{.kind = Chart::Kind::strips, .x = in(axis_days, s.lang)};
    made.series = {{.name = in(words::centre, s.lang), .colour = Colour::blue, .symbol = Symbol::circle},
                   {.name = in(words::satellite, s.lang), .colour = Colour::teal, .symbol = Symbol::diamond},
                   {.name = in(whole_region, s.lang), .colour = Colour::plum, .symbol = Symbol::stroke}};
    made.tips = {in(words::office, s.lang), in(words::kind, s.lang), in(strip.measure_name, s.lang),
                 in(words::p10_p90, s.lang)};
    const auto add = [&](const std::string& name, const std::string& region, std::size_t series, const Figure& value) {
        made.marks.push_back({.label = name,
                              .series = series,
                              .value = value.mean_value(),
                              .group = region,
                              .tips = {sayable(name), sayable(document::Words{made.series[series].name}),
                                       value.with_error(), value.range()}});
    };
    for (const auto& [place, value] : dots)
        add(place->name, place->region, place->office->kind == "satellite" ? 1 : 0, value);
    for (const auto& region : s.run.regions) {
        made.rows.push_back(region.name);
        const Figure value = s.figures.find({strip.measure, s.last_year(), Level::region, region.id}).shaped(tenths);
        if (value.has_value()) add(region.name, region.name, 2, value);
    }
    return made;
}

Table twin(const Subject& s, const std::vector<Dot>& dots) {
    Table table{{s.left(words::office), s.left(words::region), s.right(axis_days), s.right(words::half_width),
                 s.right(words::p10_p90)}};
    for (const auto& [place, value] : dots)
        table.row({sayable(place->name), sayable(place->region), value.mean(), value.error(), value.range()});
    return table;
}

Sentence finding(const Subject& s, const Strip& strip, const std::vector<Dot>& dots) {
    const auto [least, most] = std::minmax_element(dots.begin(), dots.end(), [](const Dot& a, const Dot& b) {
        return a.value.mean_value() < b.value.mean_value();
    });
    return s.say(strip.finding, s.last_year(), most->place->name, most->value.mean(), least->place->name,
                 least->value.mean());
}

// All figures of an office in one row.
Table all_of_them(const Subject& s, const std::vector<Place>& places) {
    Table table{{s.left(words::office),
                 s.left(words::kind),
                 {s.label("arrivals")},
                 {s.label("beneficiaries")},
                 s.right(words::p10_p90),
                 s.right(attention_title),
                 s.right(slot_title),
                 {s.label("slot_utilisation")}}};
    std::string region;
    for (const auto& place : places) {
        if (place.region != region) {
            region = place.region;
            table.heading(sayable(region));
        }
        const auto find = [&](std::string_view measure) {
            return s.figures.find({measure, s.last_year(), Level::office, place.office->id});
        };
        table.row({sayable(place.name), sayable(place.kind(s.lang)), find("arrivals").with_error(),
                   find("beneficiaries").with_error(), find("beneficiaries").range(),
                   find(views::attention_wait).shaped(tenths).with_error(),
                   find(views::slot_wait).shaped(tenths).with_error(), find("slot_utilisation").with_error()});
    }
    return table;
}

}  // namespace

Section offices(const Subject& s) {
    constexpr Text title{"Los centros, de norte a sur", "The offices, from north to south"};
    constexpr Text one_by_one{"Las {0} oficinas en {1}, una por una", "The {0} offices in {1}, one by one"};
    constexpr Text reading{
        "Cada símbolo es una oficina, en la fila de su región, de norte a sur. El rango de futuros de cada una está en "
        "la tabla.",
        "Each symbol is an office, in the row of its region, from north to south. The range of futures of each is in "
        "the table."};
    Section section{"centros", in(title, s.lang), {}, Media::page};
    const auto places = north_to_south(s.run);
    if (places.empty() || s.run.years.empty()) return section;
    for (const auto& strip : strips) {
        const auto dots = dots_of(s, places, strip.measure);
        if (dots.empty()) continue;
        section.blocks.emplace_back(
            document::Figure{strip.id, finding(s, strip, dots), s.say(reading), chart(s, strip, dots), twin(s, dots)});
    }
    const Sentence every = s.say(one_by_one, Cell(document::count(static_cast<double>(places.size()))), s.last_year());
    section.blocks.emplace_back(Details{.title = every, .blocks = {Tabled{all_of_them(s, places)}}, .is_annex = true});
    return section;
}

}  // namespace aforo::told
