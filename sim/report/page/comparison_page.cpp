// The page of a comparison: for each alternative the verdict, the differences as dots, who wins and who loses.
#include <algorithm>
#include <cmath>

#include "aforo/report/about.hpp"
#include "aforo/report/comparison.hpp"
#include "aforo/report/page.hpp"
#include "aforo/report/utf8.hpp"
#include "page/figure.hpp"
#include "page/frame.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

using results::Alternative;
using results::Comparison;
using results::Difference;
using results::Fate;

constexpr auto charted = std::to_array<const char*>({"beneficiaries", "attended_persons", "left_attention",
                                                     "attention_wait_days_mean", "graduates", "alliances", "withdrawn",
                                                     "waiting_year_end", "wait_days_mean", "spending", "unit_cost"});

// A difference in % of the base, with its interval.
Object difference_row(const Subject& s, const std::string& label, const Difference& d, Shape shape) {
    Object row = range_row(label, d.value, [&](double v) { return 100 * v / d.base.mean; });
    row["t"] = difference_text(d, s.estimates, shape, s.lang);
    return row;
}

Html differences_figure(const Subject& s, const Comparison& c, const Alternative& a, const std::string& id,
                        const Part& twin) {
    const results::Index index(a.differences);
    const int year = c.base.years.back();
    Array rows;
    std::size_t told = 0;
    for (const char* measure : charted) {
        const Difference* d = index.difference({measure, year});
        if (d == nullptr || d->value.n == 0 || d->base.mean == 0) continue;
        told += is_told(*d);
        rows.push_back(difference_row(s, label_of(s.run, measure, s.lang), *d, shape_of(c.base, measure)));
    }
    if (rows.empty()) return {};
    const std::size_t count = rows.size();
    const Object spec = ranges(s, {.rows = rows,
                                   .axis = s.say(T::axis_from_base),
                                   .of_differences = true,
                                   .tooltip = {field("l", "nominal", {{"title", s.say(T::measure)}}),
                                               field("t", "nominal", {{"title", s.say(T::difference)}})}});
    const std::string finding =
        c.base.replications == 1 ? s.say(T::finding_one_replication) : s.say(T::finding_compared, told, count, year);
    return figure({id, finding, s.say(T::reading_compared), spec, twin.tables.front()}, s);
}

// Winners to the right and losers to the left, group by group.
Html fates_figure(const Subject& s, const Alternative& a, const std::string& id, const Part& twin) {
    const auto& all = a.fates.front();
    if (all.of(Fate::winners).mean + all.of(Fate::losers).mean == 0 || twin.tables.empty()) return {};
    Array rows;
    std::size_t groups = 0;
    for (const auto& fates : a.fates) {
        if (fates.of(Fate::winners).mean + fates.of(Fate::losers).mean == 0) continue;
        ++groups;
        const std::string group =
            fates.group.empty() ? s.say(T::everyone) : std::string(group_label(fates.group, s.lang));
        for (const auto& [fate, name, sign] :
             {std::tuple{Fate::winners, T::fate_winners, 1}, std::tuple{Fate::losers, T::fate_losers, -1}}) {
            const auto& e = fates.of(fate);
            rows.push_back(Object{{"g", group},
                                  {"f", s.say(name)},
                                  {"v", datum(sign * e.mean)},
                                  {"t", s.estimates.mean_and_half_width(&e, {})}});
        }
    }
    const Object spec = {
        {"data", {{"values", rows}}},
        {"height", 26 * groups},
        {"mark", {{"type", "bar"}}},
        {"encoding",
         {{"y", field("g", "nominal", {{"sort", nullptr}, {"title", nullptr}})},
          {"x", quantity("v", s.say(T::axis_fates), {{"axis", signed_axis(0)}, {"stack", nullptr}})},
          {"color", field("f", "nominal",
                          {{"scale",
                            {{"domain", Array{s.say(T::fate_winners), s.say(T::fate_losers)}},
                             {"range", Array{colour::blue, colour::orange}}}},
                           {"legend", {{"title", nullptr}}}})},
          {"tooltip", Array{field("g", "nominal", {{"title", s.say(T::group)}}), field("f", "nominal", {{"title", ""}}),
                            field("t", "nominal", {{"title", s.say(T::axis_fates)}})}}}}};
    return figure({id,
                   s.say(T::finding_fates, s.estimates.mean_and_half_width(&all.of(Fate::winners), {}),
                         s.estimates.mean_and_half_width(&all.of(Fate::losers), {})),
                   twin.note, spec, twin.tables.front()},
                  s);
}

Html verdict_html(const std::string& verdict) {
    Html made;
    std::string::size_type begin = 0;
    bool is_first = true;
    while (begin <= verdict.size()) {
        const auto end = std::min(verdict.find('\n', begin), verdict.size());
        made += element("p", {{"class", is_first ? "verdict" : "limits"}}, {verdict.substr(begin, end - begin)});
        is_first = false;
        begin = end + 1;
    }
    return made;
}

Section section_of(const Subject& s, const Comparison& c, std::size_t i) {
    const Alternative& a = c.alternatives[i];
    const std::string number = std::to_string(i + 1);
    const auto parts = comparison_parts(c, a, s.lang);  // changes, differences, fates, sheets
    Html body = verdict_html(comparison_verdict(c, a, s.lang));
    const auto add = [&](const Part& part, const Html& drawing) {
        body += drawing + element("details", {{"class", "more"}, {"open", ""}},
                                  {element("summary", {}, {part.title}), part_html(part)});
    };
    add(parts[0], {});
    add(parts[1], differences_figure(s, c, a, "grafico-diferencias-" + number, parts[1]));
    add(parts[2], fates_figure(s, a, "grafico-destinos-" + number, parts[2]));
    add(parts[3], {});
    return {"alternativa-" + number, s.say(T::against, a.run.scenario, c.base.scenario), body};
}

// Of each scenario that has some, under its name.
Html warnings_of_all(const Subject& s, const Comparison& c) {
    const results::Samples none;
    Html made;
    const auto add = [&](const results::Run& run) {
        const Html its = warnings(Subject(run, none, s.manifest, s.lang));
        if (!its.empty()) made += element("h3", {}, {run.scenario}) + its;
    };
    add(c.base);
    for (const auto& a : c.alternatives) add(a.run);
    return made;
}

}  // namespace

std::string comparison_page(const Comparison& c, core::Lang lang) {
    const results::Samples none;
    const results::Manifest manifest;
    const Subject s(c.base, none, manifest, lang);
    Html first = element("p", {{"class", "eyebrow"}}, {s.say(T::eyebrow)});
    std::vector<const results::Run*> scenarios = {&c.base};
    for (const auto& a : c.alternatives) scenarios.push_back(&a.run);
    if (const std::string mark = draft_mark(scenarios, lang); !mark.empty())
        first += element("p", {{"class", "draft"}}, {mark});
    first += element("h1", {}, {s.say(T::comparison_title, c.base.scenario)});
    first +=
        element("p", {{"class", "meta"}},
                {s.say(T::made_from, c.base.version, s.say(T::replication_count, s.format.number(c.base.replications)),
                       c.base.seed, c.base.digest.substr(0, 8))});
    first += element(
        "p", {{"class", "note"}},
        {how_to_read(c.base.replications, s.lang) + " " + s.say(T::how_to_read_money, c.base.planned.price_year)});
    std::vector<Section> sections;
    for (std::size_t i = 0; i < c.alternatives.size(); ++i) sections.push_back(section_of(s, c, i));
    sections.push_back({"avisos", s.say(T::part_warnings), warnings_of_all(s, c)});
    return framed(s, c.base.scenario, element("header", {}, {first}), sections);
}

}  // namespace aforo::report
