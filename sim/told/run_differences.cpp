// The sheet's plan compared with the simulation, each figure in % of its plan.
#include <algorithm>
#include <cmath>

#include "aforo/results/components.hpp"
#include "planned.hpp"
#include "run_parts.hpp"

namespace aforo::told {

namespace {

constexpr double close = 0.01;  // of the plan

struct Compared {
    std::string first, second;  // the two parts of its label
    double planned = 0;
    Figure simulated;

    [[nodiscard]] bool is_known() const { return simulated.has_value() && std::isfinite(planned) && planned > 0; }
    // The distance in % from the plan of a value in the figure's unit.
    [[nodiscard]] double from_plan(double value) const { return (value / planned - 1) * 100; }
    [[nodiscard]] double distance() const { return std::abs(simulated.mean_value() / planned - 1); }
    [[nodiscard]] Sentence label() const { return sayable(first + ": " + second); }
};

void add_components(const Subject& s, std::vector<Compared>& all) {
    const int year = s.run.planned.year;
    const auto add = [&](std::string_view component, const std::string& what, double planned, const Figure& simulated) {
        all.push_back({component_name(component, s.lang) + " " + year_label(year), what, planned, simulated});
    };
    const std::string spending = in(words::spending, s.lang);
    for (const auto& line : s.run.planned.components) {
        add(line.id, spending, line.spending, s.figures.money("spending", year, line.id));
        if (const auto* component = results::find_component(line.id)) {
            const char* produced = component->production;
            add(line.id, s.label(produced), line.production, s.figures.find({produced, year}));
        }
        add(line.id, in(words::unit_cost, s.lang), line.unit_cost(), s.figures.money("unit_cost", year, line.id));
    }
    const auto& sheet = s.run.planned;
    add(results::administration, spending, sheet.admin_spending,
        s.figures.money("spending", year, results::administration));
    add("", spending, sheet.total_spending, s.figures.money("spending", year));
}

std::vector<Compared> compared(const Subject& s) {
    std::vector<Compared> all;
    for (const int year : s.run.years) {
        all.push_back({s.label("beneficiaries"), year_label(year), plan::beneficiaries(s.run.planned, year),
                       s.figures.find({"beneficiaries", year})});
    }
    add_components(s, all);
    std::erase_if(all, [](const Compared& c) { return !c.is_known(); });
    return all;
}

Chart chart(const Subject& s, const std::vector<Compared>& all) {
    constexpr Text axis{"Diferencia con lo planificado (%)", "Difference from the plan (%)"};
    constexpr Text tip{"plan {0}; simulado {1}; {2}", "plan {0}; simulated {1}; {2}"};
    Chart made{.kind = Chart::Kind::ranges, .x = in(axis, s.lang)};
    made.tips = {in(words::concept_title, s.lang), in(words::measure, s.lang)};
    made.is_of_differences = true;
    made.decimals = 1;
    made.break_label_at = "|";
    for (const auto& c : all) {
        const auto& e = *c.simulated.estimate;
        made.marks.push_back(
            {.label = c.first + "|" + c.second,
             .value = c.from_plan(e.mean),
             .low = c.from_plan(e.mean - e.half_width),
             .high = c.from_plan(e.mean + e.half_width),
             .p10 = c.from_plan(e.p10),
             .p90 = c.from_plan(e.p90),
             .tips = {c.label(), s.say(tip, planned(c.planned, c.simulated.shape), c.simulated.with_error(),
                                       c.simulated.percent_from(c.planned))}});
    }
    return made;
}

Table twin(const Subject& s, const std::vector<Compared>& all) {
    Table table{{s.left(words::concept_title), s.right(words::planned), s.right(words::simulated),
                 s.right(words::half_width), s.right(words::p10_p90), s.right(words::difference)}};
    for (const auto& c : all) {
        table.row({c.label(), planned(c.planned, c.simulated.shape), c.simulated.mean(), c.simulated.error(),
                   c.simulated.range(), c.simulated.from(c.planned)});
    }
    return table;
}

Sentence finding(const Subject& s, const std::vector<Compared>& all) {
    constexpr Text text{"{0} de {1} cifras planificadas se cumplen a menos de 1 %; la que más se aparta es {2} ({3})",
                        "{0} of {1} planned figures come out within 1%; the furthest is {2} ({3})"};
    const auto near = std::count_if(all.begin(), all.end(), [](const Compared& c) { return c.distance() <= close; });
    const auto& worst = *std::max_element(
        all.begin(), all.end(), [](const Compared& a, const Compared& b) { return a.distance() < b.distance(); });
    return s.say(text, static_cast<int>(near), all.size(), worst.label(), worst.simulated.percent_from(worst.planned));
}

}  // namespace

Section differences(const Subject& s) {
    constexpr Text title{"Planificado y simulado", "Planned and simulated"};
    constexpr Text reading{
        "Cada fila es una cifra de la ficha: a la izquierda de la línea punteada, lo simulado queda bajo lo "
        "planificado; a la derecha, sobre ello.",
        "Each row is a figure of the sheet: left of the dashed line, what is simulated is below what is planned; right "
        "of it, above."};
    Section section{"diferencias", in(title, s.lang), {}, Media::page};
    const auto all = compared(s);
    if (all.empty()) return section;
    section.blocks.emplace_back(
        document::Figure{"grafico-diferencias", finding(s, all), s.say(reading), chart(s, all), twin(s, all)});
    return section;
}

}  // namespace aforo::told
