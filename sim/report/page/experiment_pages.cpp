// The pages of sweeps and explanations.
#include <algorithm>
#include <cmath>

#include "aforo/report/about.hpp"
#include "aforo/report/explanation.hpp"
#include "aforo/report/page.hpp"
#include "aforo/report/sweep.hpp"
#include "aforo/report/utf8.hpp"
#include "page/figure.hpp"
#include "page/frame.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

using results::Estimate;
using results::Level;
using results::Run;

const results::Samples no_samples;
const results::Manifest no_manifest;

Html first_screen(const Subject& s, const std::vector<const Run*>& scenarios, const std::string& title,
                  const std::vector<std::string>& sentences) {
    Html made = element("p", {{"class", "eyebrow"}}, {s.say(T::eyebrow)});
    if (const std::string mark = draft_mark(scenarios, s.lang); !mark.empty())
        made += element("p", {{"class", "draft"}}, {mark});
    made += element("h1", {}, {title});
    for (const auto& sentence : sentences) {
        if (!sentence.empty()) made += element("p", {{"class", "limits"}}, {sentence});
    }
    made +=
        element("p", {{"class", "meta"}},
                {s.say(T::made_from, s.run.version, s.say(T::replication_count, s.format.number(s.run.replications)),
                       s.run.seed, s.run.digest.substr(0, 8))});
    return element("header", {}, {made}) + element("p", {{"class", "note"}},
                                                   {how_to_read(s.run.replications, s.lang) + " " +
                                                    s.say(T::how_to_read_money, s.run.planned.price_year)});
}

Object estimate_row(const std::string& label, const Estimate& e, const std::string& told) {
    Object row = range_row(label, e, [](double v) { return v; });
    row["t"] = told;
    return row;
}

Html response(const Subject& s, const results::Sweep& sweep, const Part& twin) {
    const int year = s.run.years.back();
    Array rows;
    const Estimate *low = nullptr, *high = nullptr;
    const auto label = [&](const results::SweepPoint& point) {
        std::string text;
        for (std::size_t a = 0; a < sweep.axes.size(); ++a)
            text += (a == 0 ? "" : " · ") + printable(sweep.axes[a].values[point.at[a]]);
        return text;
    };
    for (const auto& point : sweep.points) {
        const Estimate* e = point.run.find("beneficiaries", year);
        if (e == nullptr) continue;
        rows.push_back(estimate_row(label(point), *e, s.estimates.mean_and_half_width(e, {})));
        if (low == nullptr) low = e;
        high = e;
    }
    if (low == nullptr) return {};
    const std::string axis = label_of(s.run, "beneficiaries", s.lang) + ", " + std::to_string(year);
    const Object spec = ranges(s, {.rows = rows,
                                   .axis = axis,
                                   .tooltip = {field("l", "nominal", {{"title", s.say(T::concept_title)}}),
                                               field("t", "nominal", {{"title", axis}})}});
    return figure({"grafico-respuesta",
                   s.say(T::finding_sweep, label(sweep.points.front()), label(sweep.points.back()), year,
                         s.estimates.mean(low, {}), s.estimates.mean(high, {})),
                   s.say(T::reading_sweep), spec, twin.tables.front()},
                  s);
}

// Bars from 0, each with its error.
Object bars(const Subject& s, const Array& rows, const std::string& axis) {
    const auto x = [&](const char* name) { return quantity(name, axis, {{"axis", signed_axis(0)}}); };
    const Object bar = {{"mark", {{"type", "bar"}, {"color", colour::blue}, {"opacity", 0.75}}},
                        {"encoding",
                         {{"x", x("m")},
                          {"tooltip", Array{field("l", "nominal", {{"title", s.say(T::concept_title)}}),
                                            field("t", "nominal", {{"title", axis}})}}}}};
    const Object error = {{"mark", {{"type", "rule"}, {"color", colour::ink}, {"strokeWidth", 2}}},
                          {"encoding", {{"x", x("c")}, {"x2", {{"field", "d"}}}}}};
    return {{"data", {{"values", rows}}},
            {"height", 26 * rows.size()},
            {"encoding", {{"y", field("l", "nominal", {{"sort", nullptr}, {"title", nullptr}})}}},
            {"layer", Array{bar, error}}};
}

Html shares_figure(const Subject& s, const results::Explanation& e, const Part& twin) {
    const auto a = std::find_if(e.attributions.begin(), e.attributions.end(),
                                [](const auto& one) { return one.measure == "beneficiaries" && one.year == 0; });
    if (a == e.attributions.end() || a->shares.empty()) return {};
    Array rows;
    std::size_t most = 0;
    for (std::size_t i = 0; i < a->shares.size(); ++i) {
        const std::string told = s.estimates.mean_and_half_width(&a->shares[i], {});
        rows.push_back(estimate_row(std::to_string(i + 1) + ". " + printable(e.players[i].name), a->shares[i], told));
        if (std::abs(a->shares[i].mean) > std::abs(a->shares[most].mean)) most = i;
    }
    return figure(
        {"grafico-partes",
         s.say(T::finding_shares, printable(e.players[most].name),
               s.estimates.mean_and_half_width(&a->shares[most], {}), s.estimates.mean_and_half_width(&a->total, {})),
         s.say(T::reading_shares), bars(s, rows, s.say(T::axis_shares, s.run.years.front(), s.run.years.back())),
         twin.tables.front()},
        s);
}

Html offices_figure(const Subject& s, const results::Marginals& m, const Part& twin) {
    Array rows;
    std::vector<const results::Marginal*> offices;
    for (const auto& one : m.marginals) {
        if (one.level == Level::office) offices.push_back(&one);
    }
    std::stable_sort(offices.begin(), offices.end(), [](const auto* a, const auto* b) {
        return a->beneficiaries.value.mean > b->beneficiaries.value.mean;
    });
    std::size_t useful = 0;
    for (const auto* one : offices) {
        const auto office =
            std::find_if(m.base.offices.begin(), m.base.offices.end(), [&](const auto& o) { return o.id == one->id; });
        const std::string name = office == m.base.offices.end() ? one->id : office->name + " (" + one->id + ")";
        const Estimate& e = one->beneficiaries.value;
        useful += e.n > 0 && e.mean > e.half_width;
        rows.push_back(estimate_row(printable(name), e, s.estimates.mean_and_half_width(&e, {})));
    }
    if (rows.empty()) return {};
    return figure(
        {"grafico-asesores", s.say(T::finding_marginals, useful, offices.size()), s.say(T::marginal_note),
         bars(s, rows, s.say(T::axis_marginals, s.run.years.front(), s.run.years.back())), twin.tables.front()},
        s);
}

}  // namespace

std::string sweep_page(const results::Sweep& sweep, core::Lang lang) {
    const Run& run = sweep.points.front().run;
    const Subject s(run, no_samples, no_manifest, lang);
    std::string keys;
    for (const auto& axis : sweep.axes) keys += (keys.empty() ? "" : ", ") + axis.path;
    const auto parts = sweep_parts(sweep, lang);
    return framed(s, run.scenario, first_screen(s, {&run}, s.say(T::sweep_page_title, run.scenario, keys), {}),
                  {{"respuesta", parts[0].title, response(s, sweep, parts[0]) + part_html(parts[0])},
                   {"pasos", parts[1].title, part_html(parts[1])}});
}

std::string explanation_page(const results::Explanation& e, core::Lang lang) {
    const Subject s(e.base, no_samples, no_manifest, lang);
    const auto parts = explanation_parts(e, lang);
    return framed(s, e.base.scenario,
                  first_screen(s, {&e.base, &e.other}, s.say(T::why_title, e.other.scenario, e.base.scenario),
                               {queue_story(e.base, lang), queue_story(e.other, lang)}),
                  {{"cambios", parts[0].title, part_html(parts[0])},
                   {"partes", parts[1].title, shares_figure(s, e, parts[1]) + part_html(parts[1])},
                   {"limites", parts[2].title, part_html(parts[2])},
                   {"avisos", s.say(T::part_warnings), warnings(s)}});
}

std::string marginals_page(const results::Marginals& m, core::Lang lang) {
    const Subject s(m.base, no_samples, no_manifest, lang);
    const auto parts = marginals_parts(m, lang);
    return framed(s, m.base.scenario,
                  first_screen(s, {&m.base}, s.say(T::marginal_page_title, m.base.scenario),
                               {marginals_verdict(m, lang), queue_story(m.base, lang)}),
                  {{"dinero", parts[0].title, part_html(parts[0])},
                   {"asesores", parts[1].title, offices_figure(s, m, parts[1]) + part_html(parts[1])},
                   {"limites", parts[2].title, part_html(parts[2])},
                   {"avisos", s.say(T::part_warnings), warnings(s)}});
}

}  // namespace aforo::report
