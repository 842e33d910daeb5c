// Every office, from north to south: what a wait is there, and all its figures of the last year.
#include <algorithm>

#include "aforo/report/utf8.hpp"
#include "page/figure.hpp"
#include "page/parts.hpp"
#include "page/places.hpp"

namespace aforo::report {

namespace {

using results::Level;

constexpr Shape tenths = fixed(shapes::days);  // side by side on a chart

struct Strip {
    const char* measure;
    const char* id;
    T finding, axis, measure_name;
};
constexpr std::array<Strip, 2> strips = {
    {{"attention_wait_days_p90", "grafico-centros-atencion", T::finding_offices_attention, T::axis_days_p90,
      T::wait_attention_p90_axis},
     {"wait_days_p90", "grafico-centros-cupo", T::finding_offices_slot, T::axis_days_p90, T::wait_slot_p90_axis}}};

struct Dot {
    const Place* place = nullptr;
    const results::Estimate* value = nullptr;
};

std::string kind_of(const Subject& s, const Place& place) {
    return s.say(place.office->kind == "satellite" ? T::satellite : T::centre);
}

std::vector<Dot> dots_of(const Subject& s, const std::vector<Place>& places, const char* measure) {
    std::vector<Dot> dots;
    for (const auto& place : places) {
        const auto* e = s.index.estimate({measure, s.run.years.back(), Level::office, place.office->id});
        if (has_value(e)) {
            dots.push_back({&place, e});
        }
    }
    return dots;
}

Object spec(const Subject& s, const Strip& strip, const std::vector<Dot>& dots) {
    Array rows, regions, order;
    for (const auto& [place, value] : dots) {
        rows.push_back(Object{{"g", printable(place->region)},
                              {"o", printable(place->name)},
                              {"k", kind_of(s, *place)},
                              {"m", datum(value->mean)},
                              {"s", s.estimates.mean_and_half_width(value, tenths)},
                              {"r", s.estimates.range(value, tenths)}});
    }
    for (const auto& region : s.run.regions) {
        const auto* e = s.index.estimate({strip.measure, s.run.years.back(), Level::region, region.id});
        order.push_back(boost::json::string(printable(region.name)));
        if (has_value(e)) {
            regions.push_back(Object{{"g", printable(region.name)},
                                     {"o", printable(region.name)},
                                     {"k", s.say(T::whole_region)},
                                     {"m", datum(e->mean)},
                                     {"s", s.estimates.mean_and_half_width(e, tenths)},
                                     {"r", s.estimates.range(e, tenths)}});
        }
    }
    const Array names = {boost::json::string(s.say(T::centre)), boost::json::string(s.say(T::satellite)),
                         boost::json::string(s.say(T::whole_region))};
    const Object colour = named_colours("k", names, Array{colour::blue, colour::teal, colour::plum});
    const Object shape = named_colours("k", names, Array{"circle", "diamond", "M0,-1.6L0,1.6"});
    const Array tooltip = {field("o", "nominal", {{"title", s.say(T::office)}}),
                           field("k", "nominal", {{"title", s.say(T::kind)}}),
                           field("s", "nominal", {{"title", s.say(strip.measure_name)}}),
                           field("r", "nominal", {{"title", s.say(T::range_p10_p90)}})};
    const auto encoding = [&] {
        return Object{
            {"x", quantity("m", s.say(strip.axis), {{"axis", {{"tickCount", 6}}}, {"scale", {{"zero", true}}}})},
            {"y", field("g", "nominal",
                        {{"sort", order},
                         {"title", nullptr},
                         {"axis", {{"grid", true}, {"domain", false}, {"ticks", false}, {"labelPadding", 10}}}})},
            {"color", colour},
            {"shape", shape},
            {"tooltip", tooltip}};
    };
    return {{"height", 24 * order.size()},
            {"layer",
             Array{Object{{"data", {{"values", rows}}},
                          {"mark", {{"type", "point"}, {"filled", true}, {"size", 46}, {"opacity", 0.65}}},
                          {"encoding", encoding()}},
                   Object{{"data", {{"values", regions}}},
                          {"mark",
                           {{"type", "point"}, {"filled", false}, {"size", 120}, {"strokeWidth", 2.5}, {"opacity", 1}}},
                          {"encoding", encoding()}}}}};
}

Table twin(const Subject& s, const Strip& strip, const std::vector<Dot>& dots) {
    Table table({{s.say(T::office), Align::left},
                 {s.say(T::region), Align::left},
                 {s.say(strip.axis)},
                 {s.say(T::half_width)},
                 {s.say(T::range_p10_p90)}});
    for (const auto& [place, value] : dots) {
        table.row({printable(place->name), printable(place->region), s.estimates.mean(value, tenths),
                   s.estimates.half_width(value, tenths), s.estimates.range(value, tenths)});
    }
    return table;
}

std::string finding(const Subject& s, const Strip& strip, const std::vector<Dot>& dots) {
    const auto [least, most] = std::minmax_element(
        dots.begin(), dots.end(), [](const Dot& a, const Dot& b) { return a.value->mean < b.value->mean; });
    return s.say(strip.finding, s.run.years.back(), printable(most->place->name), s.estimates.mean(most->value, tenths),
                 printable(least->place->name), s.estimates.mean(least->value, tenths));
}

// All that is told of an office, in one row.
Html all_of_them(const Subject& s, const std::vector<Place>& places) {
    const int year = s.run.years.back();
    Table table({{s.say(T::office), Align::left},
                 {s.say(T::kind), Align::left},
                 {label_of(s.run, "arrivals", s.lang)},
                 {label_of(s.run, "beneficiaries", s.lang)},
                 {s.say(T::range_p10_p90)},
                 {s.say(T::wait_attention_p90_axis)},
                 {s.say(T::wait_slot_p90_axis)},
                 {label_of(s.run, "slot_utilisation", s.lang)}});
    std::string region;
    for (const auto& place : places) {
        if (place.region != region) {
            region = place.region;
            table.heading(printable(region));
        }
        const auto find = [&](const char* measure) {
            return s.index.estimate({measure, year, Level::office, place.office->id});
        };
        table.row({printable(place.name), kind_of(s, place), s.estimates.mean_and_half_width(find("arrivals"), {}),
                   s.estimates.mean_and_half_width(find("beneficiaries"), {}),
                   s.estimates.range(find("beneficiaries"), {}),
                   s.estimates.mean_and_half_width(find("attention_wait_days_p90"), tenths),
                   s.estimates.mean_and_half_width(find("wait_days_p90"), tenths),
                   s.estimates.mean_and_half_width(find("slot_utilisation"), shape_of(s.run, "slot_utilisation"))});
    }
    const std::string title = s.say(T::offices_table, s.format.number(static_cast<double>(places.size())), year);
    return element("details", {{"class", "more"}}, {element("summary", {}, {title}), html_table(table, title)});
}

}  // namespace

Html offices(const Subject& s) {
    const auto places = north_to_south(s);
    if (places.empty() || s.run.years.empty()) {
        return {};
    }
    Html made;
    for (const auto& strip : strips) {
        const auto dots = dots_of(s, places, strip.measure);
        if (!dots.empty()) {
            made += figure({strip.id, finding(s, strip, dots), s.say(T::reading_offices), spec(s, strip, dots),
                            twin(s, strip, dots)},
                           s);
        }
    }
    return made + all_of_them(s, places);
}

}  // namespace aforo::report
