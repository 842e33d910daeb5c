#include "aforo/results/calendar.hpp"

#include "aforo/told/documents.hpp"
#include "experiment.hpp"

namespace aforo::told {

using document::Align;
using document::Cell;
using document::Document;
using document::sayable;
using document::Section;
using document::Table;
using document::Tabled;
using document::Value;

namespace {

constexpr results::Shape whole{results::Kind::number, 0}, tenth{results::Kind::number, 1},
    factor{results::Kind::number, 3};

Table table_of(const results::CalendarYear& year, Lang lang) {
    constexpr Text days{"Días hábiles", "Working days"}, by_day{"Factor por día", "Factor by day"},
        arrivals{"Llegadas esperadas", "Expected arrivals"}, each_day{"Por día hábil", "By working day"},
        part{"Parte del año", "Part of the year"};
    Table table{{{in(words::month, lang), Align::left, 22},
                 {in(days, lang)},
                 {in(by_day, lang)},
                 {in(arrivals, lang)},
                 {in(each_day, lang)},
                 {in(part, lang)}}};
    results::CalendarMonth all;
    for (const auto& month : year.months) {
        all.working_days += month.working_days;
        all.arrivals += month.arrivals;
    }
    const auto per_day = [](const results::CalendarMonth& m) {
        return m.working_days > 0 ? m.arrivals / m.working_days : results::undefined;
    };
    for (int m = 1; m <= 12; ++m) {
        const auto& month = year.months[static_cast<std::size_t>(m - 1)];
        table.row({sayable(document::Month{year.year, m}), sayable(month.working_days),
                   sayable(Value{month.factor, factor, Value::Style::trimmed}), sayable(Value{month.arrivals, tenth}),
                   sayable(Value{per_day(month), tenth}),
                   sayable(document::share(all.arrivals > 0 ? month.arrivals / all.arrivals : 0))});
    }
    table.total({say(words::total, lang),
                 sayable(all.working_days),
                 {},
                 sayable(Value{all.arrivals, tenth}),
                 sayable(Value{per_day(all), tenth}),
                 {}});
    return table;
}

}  // namespace

Document calendar(const results::YearsOfMonths& years, Lang lang) {
    constexpr Text title{"{0}: días hábiles y llegadas esperadas", "{0}: working days and expected arrivals"},
        about{"Los factores son por día hábil y solo cuenta su proporción: un mes recibe según su factor y sus días.",
              "Factors are by working day, and only their proportion counts: a month receives by its factor and its "
              "days."},
        more{"Es lo que dicen los factores; las alianzas o una población que se agota lo cambian al simular.",
             "It is what the factors say; alliances or a population that runs out change it when simulated."};
    Document d{.lang = lang, .name = years.scenario};
    d.title = say(title, lang, years.scenario);
    d.opening = {note(say(about, lang))};
    if (years.has_more) d.opening.push_back(note(say(more, lang)));
    for (const auto& year : years.years) {
        Section section{.id = "y" + year_label(year.year), .title = year_label(year.year)};
        section.blocks.emplace_back(Tabled{.table = table_of(year, lang), .is_main = true});
        d.sections.push_back(std::move(section));
    }
    return d;
}

}  // namespace aforo::told
