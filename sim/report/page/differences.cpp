// What the sheet plans against what is simulated, each figure in % of its plan.
#include <algorithm>
#include <cmath>

#include "aforo/results/components.hpp"
#include "page/figure.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

constexpr double close = 0.01;  // of the plan

struct Compared {
    std::string label;  // a | breaks the line on the chart
    double planned = 0;
    const results::Estimate* simulated = nullptr;
    Shape shape;

    [[nodiscard]] bool is_known() const { return has_value(simulated) && std::isfinite(planned) && planned > 0; }
    // A value in the figure's unit as its distance from the plan, in %.
    [[nodiscard]] double from_plan(double value) const { return (value / planned - 1) * 100; }
    [[nodiscard]] double distance() const { return std::abs(simulated->mean / planned - 1); }
    [[nodiscard]] std::string plain_label() const {
        std::string text = label;
        const auto bar = text.find('|');
        return bar == std::string::npos ? text : text.replace(bar, 1, ": ");
    }
};

void add_components(const Subject& s, std::vector<Compared>& all) {
    const int year = s.run.planned.year;
    const std::string of_year = " " + std::to_string(year);
    for (const auto& line : s.run.planned.components) {
        const std::string name = component_name(line.id, s.lang) + of_year + "|";
        all.push_back({name + s.say(T::spending), line.spending, s.money("spending", year, line.id), shapes::money});
        if (const auto* component = results::find_component(line.id)) {
            const char* produced = component->production;
            all.push_back(
                {name + label_of(s.run, produced, s.lang), line.production, s.index.estimate({produced, year}), {}});
        }
        all.push_back({name + s.say(T::unit_cost), line.unit_cost(), s.money("unit_cost", year, line.id), {}});
    }
    all.push_back({component_name(results::administration, s.lang) + of_year + "|" + s.say(T::spending),
                   s.run.planned.admin_spending, s.money("spending", year, results::administration), shapes::money});
    all.push_back({component_name("", s.lang) + of_year + "|" + s.say(T::spending), s.run.planned.total_spending,
                   s.money("spending", year), shapes::money});
}

std::vector<Compared> compared(const Subject& s) {
    std::vector<Compared> all;
    for (const int year : s.run.years) {
        all.push_back({label_of(s.run, "beneficiaries", s.lang) + "|" + std::to_string(year),
                       s.planned_beneficiaries(year),
                       s.index.estimate({"beneficiaries", year}),
                       {}});
    }
    add_components(s, all);
    all.erase(std::remove_if(all.begin(), all.end(), [](const Compared& c) { return !c.is_known(); }), all.end());
    return all;
}

Object row_of(const Subject& s, const Compared& c) {
    const auto& e = *c.simulated;
    const std::string tip =
        s.say(T::tip_compared, s.estimates.value(c.planned, c.shape), s.estimates.mean_and_half_width(&e, c.shape),
              s.estimates.difference(&e, c.planned, {}));
    Object row = range_row(c.label, e, [&](double v) { return c.from_plan(v); });
    row["n"] = c.plain_label();
    row["t"] = tip;
    return row;
}

Object spec(const Subject& s, const std::vector<Compared>& all) {
    Array rows;
    for (const auto& c : all) {
        rows.push_back(row_of(s, c));
    }
    return ranges(s, {.rows = rows,
                      .axis = s.say(T::axis_from_plan),
                      .of_differences = true,
                      .label_breaks_at = "|",
                      .tooltip = {field("n", "nominal", {{"title", s.say(T::concept_title)}}),
                                  field("t", "nominal", {{"title", s.say(T::measure)}})}});
}

Table twin(const Subject& s, const std::vector<Compared>& all) {
    Table table({{s.say(T::concept_title), Align::left},
                 {s.say(T::planned)},
                 {s.say(T::simulated)},
                 {s.say(T::half_width)},
                 {s.say(T::range_p10_p90)},
                 {s.say(T::difference)}});
    for (const auto& c : all) {
        table.row({c.plain_label(), s.estimates.value(c.planned, c.shape), s.estimates.mean(c.simulated, c.shape),
                   s.estimates.half_width(c.simulated, c.shape), s.estimates.range(c.simulated, c.shape),
                   s.estimates.difference(c.simulated, c.planned, c.shape)});
    }
    return table;
}

std::string finding(const Subject& s, const std::vector<Compared>& all) {
    const auto near = std::count_if(all.begin(), all.end(), [](const Compared& c) { return c.distance() <= close; });
    const auto& worst = *std::max_element(
        all.begin(), all.end(), [](const Compared& a, const Compared& b) { return a.distance() < b.distance(); });
    return s.say(T::finding_differences, near, all.size(), worst.plain_label(),
                 s.estimates.difference(worst.simulated, worst.planned, {}));
}

}  // namespace

Html differences(const Subject& s) {
    const auto all = compared(s);
    if (all.empty()) {
        return {};
    }
    return figure({"grafico-diferencias", finding(s, all), s.say(T::reading_differences), spec(s, all), twin(s, all)},
                  s);
}

}  // namespace aforo::report
