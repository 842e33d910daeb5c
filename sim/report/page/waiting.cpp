// How many wait, month by month: the range of futures with the error of simulation inside it.
#include <fmt/format.h>

#include "page/figure.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

struct Queue {
    const char* measure;
    const char* id;
    T finding, finding_last, axis;
};
constexpr std::array<Queue, 2> queues = {
    {{"waiting", "grafico-lista", T::finding_waiting, T::finding_waiting_last, T::axis_waiting},
     {"attention_waiting", "grafico-lista-atencion", T::finding_attention_waiting, T::finding_attention_waiting_last,
      T::axis_attention_waiting}}};

struct Month {
    int year = 0, month = 0;
    const results::Estimate* value = nullptr;
};

std::vector<Month> months_of(const Subject& s, const char* measure) {
    std::vector<Month> months;
    for (const int year : s.run.years) {
        for (int m = 1; m <= 12; ++m) {
            if (const auto* e = s.index.estimate({measure, year, results::Level::programme, "", m}); has_value(e)) {
                months.push_back({year, m, e});
            }
        }
    }
    return months;
}

Object row_of(const Subject& s, const Month& m) {
    const auto& e = *m.value;
    return {// With no zone: the same month wherever it is read.
            {"x", fmt::format("{:04}-{:02}-01T00:00", m.year, m.month)},
            {"m", datum(e.mean)},
            {"a", datum(e.p10)},
            {"b", datum(e.p90)},
            {"c", datum(std::max(e.mean - e.half_width, 0.0))},  // in this order what is undefined stays so
            {"d", datum(e.mean + e.half_width)},
            {"n", s.month(m.year, m.month)},
            {"s", s.estimates.mean_and_half_width(&e, {})},
            {"r", s.estimates.range(&e, {})}};
}

Object spec(const Subject& s, const Queue& queue, const std::vector<Month>& months) {
    Array rows;
    for (const auto& m : months) {
        rows.push_back(row_of(s, m));
    }
    const Object x = field("x", "temporal",
                           {{"title", nullptr},
                            {"axis",
                             {{"format", "%b %Y"},
                              {"labelOverlap", true},
                              {"grid", false},
                              {"tickCount", {{"interval", "month"}, {"step", 6}}}}}});
    const auto y = [&](const char* name) { return quantity(name, s.say(queue.axis), {{"axis", {{"tickCount", 5}}}}); };
    const auto band = [&](const char* low, const char* high, T name, double opacity) {
        return Object{{"mark", {{"type", "area"}, {"opacity", opacity}}},
                      {"encoding", {{"y", y(low)}, {"y2", {{"field", high}}}, {"color", mark_name(s, name)}}}};
    };
    const Object line = {
        {"mark", {{"type", "line"}, {"strokeWidth", 1.5}, {"point", {{"size", 14}, {"filled", true}}}}},
        {"encoding",
         {{"y", y("m")},
          {"color", mark_name(s, T::legend_mean)},
          {"tooltip", Array{field("n", "nominal", {{"title", s.say(T::month)}}),
                            field("s", "nominal", {{"title", s.say(T::simulated)}}),
                            field("r", "nominal", {{"title", s.say(T::range_p10_p90)}})}}}}};
    return {{"data", {{"values", rows}}},
            {"height", 280},
            {"encoding", {{"x", x}}},
            {"layer", Array{band("a", "b", T::legend_futures, 0.35), band("c", "d", T::legend_error, 0.75), line}}};
}

Table twin(const Subject& s, const std::vector<Month>& months) {
    Table table(
        {{s.say(T::month), Align::left}, {s.say(T::simulated)}, {s.say(T::half_width)}, {s.say(T::range_p10_p90)}});
    for (const auto& m : months) {
        table.row({s.month(m.year, m.month), s.estimates.mean(m.value, {}), s.estimates.half_width(m.value, {}),
                   s.estimates.range(m.value, {})});
    }
    return table;
}

std::string finding(const Subject& s, const Queue& queue, const std::vector<Month>& months) {
    const auto& most = *std::max_element(months.begin(), months.end(),
                                         [](const Month& a, const Month& b) { return a.value->mean < b.value->mean; });
    const auto& last = months.back();
    if (&most == &last) {
        return s.say(queue.finding_last, s.estimates.mean(last.value, {}), last.year);
    }
    return s.say(queue.finding, s.estimates.mean(last.value, {}), last.year, s.estimates.mean(most.value, {}),
                 s.month(most.year, most.month));
}

}  // namespace

Html waiting(const Subject& s) {
    Html made;
    for (const auto& queue : queues) {
        const auto months = months_of(s, queue.measure);
        if (!months.empty()) {
            made += figure(
                {queue.id, finding(s, queue, months), s.say(T::reading_fan), spec(s, queue, months), twin(s, months)},
                s);
        }
    }
    return made;
}

}  // namespace aforo::report
