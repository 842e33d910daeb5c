// Which share of those that qualify gets a plan, by group.
#include <algorithm>
#include <cmath>
#include <optional>

#include "run_parts.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

struct Group {
    std::string_view id, family;
    Text family_name, name;
};
constexpr Text sex{"Sexo", "Sex"}, territory{"Territorio", "Territory"}, enterprise{"Empresa", "Enterprise"},
    potential{"Potencial", "Potential"};
constexpr auto known_groups = std::to_array<Group>({
    {"sex=female", "sex", sex, {"mujeres", "women"}},
    {"sex=male", "sex", sex, {"hombres", "men"}},
    {"territory=urban", "territory", territory, {"urbano", "urban"}},
    {"territory=mixed", "territory", territory, {"mixto", "mixed"}},
    {"territory=rural", "territory", territory, {"rural", "rural"}},
    {"kind=informal", "kind", enterprise, {"informal", "informal"}},
    {"kind=natural_person", "kind", enterprise, {"persona natural", "natural person"}},
    {"kind=legal_entity", "kind", enterprise, {"persona jurídica", "legal entity"}},
    {"kind=cooperative", "kind", enterprise, {"cooperativa", "cooperative"}},
    {"band=low", "band", potential, {"bajo", "low"}},
    {"band=medium", "band", potential, {"medio", "medium"}},
    {"band=high", "band", potential, {"alto", "high"}},
});
constexpr Text axis{"Admitidas de las que califican (%)", "Admitted, of those that qualify (%)"};

struct Served {
    const Group* group = nullptr;
    Figure value;
};

std::string name_of(const Subject& s, const Group& group) {
    return in(group.family_name, s.lang) + ": " + in(group.name, s.lang);
}

std::vector<Served> served_of(const Subject& s) {
    std::vector<Served> all;
    for (const auto& group : known_groups) {
        const Figure value =
            s.figures.find({views::served, s.last_year(), Level::group, group.id}).shaped(results::shapes::share);
        if (value.has_value()) all.push_back({&group, value});
    }
    return all;
}

// The two groups of one family that differ most, and whether they differ by more than the error of both.
struct Gap {
    Served more, less;
    [[nodiscard]] double size() const { return more.value.mean_value() - less.value.mean_value(); }
    [[nodiscard]] bool is_told() const {
        return size() > std::hypot(more.value.estimate->half_width, less.value.estimate->half_width);
    }
};

std::optional<Gap> widest_gap(const std::vector<Served>& all) {
    std::optional<Gap> widest;
    for (const auto& more : all) {
        for (const auto& less : all) {
            const Gap gap = {more, less};
            if (more.group->family == less.group->family && gap.is_told() && (!widest || gap.size() > widest->size()))
                widest = gap;
        }
    }
    return widest;
}

Chart chart(const Subject& s, const std::vector<Served>& all) {
    Chart made{.kind = Chart::Kind::ranges, .x = in(axis, s.lang)};
    made.tips = {in(words::group, s.lang), in(words::simulated, s.lang), in(words::p10_p90, s.lang)};
    made.break_label_at = ": ";
    for (const auto& [group, value] : all) {
        const auto& e = *value.estimate;
        const std::string name = name_of(s, *group);
        made.marks.push_back({.label = name,
                              .value = e.mean * 100,
                              .low = (e.mean - e.half_width) * 100,
                              .high = (e.mean + e.half_width) * 100,
                              .p10 = e.p10 * 100,
                              .p90 = e.p90 * 100,
                              .tips = {sayable(document::Words{name}), value.with_error(), value.range()}});
    }
    return made;
}

Table twin(const Subject& s, const std::vector<Served>& all) {
    Table table{{s.left(words::group), s.right(axis), s.right(words::half_width), s.right(words::p10_p90)}};
    for (const auto& [group, value] : all)
        table.row({sayable(name_of(s, *group)), value.mean(), value.error(), value.range()});
    return table;
}

Sentence finding(const Subject& s, const std::vector<Served>& all) {
    constexpr Text found{
        "En {0}, de las que califican se admite a {1} en «{2}» y a {3} en «{4}»: es la mayor diferencia dentro de una "
        "misma clasificación",
        "In {0}, of those that qualify {1} are admitted in “{2}” and {3} in “{4}”: the largest difference within one "
        "classification"};
    constexpr Text none{"En {0} ningún grupo se distingue de los demás por la parte admitida de las que califican",
                        "In {0} no group can be told from the others by the share admitted of those that qualify"};
    if (s.run.replications == 1) return s.say(words::finding_one_replication);
    const auto gap = widest_gap(all);
    if (!gap) return s.say(none, s.last_year());
    return s.say(found, s.last_year(), gap->more.value.mean(), name_of(s, *gap->more.group), gap->less.value.mean(),
                 s.say(gap->less.group->name));
}

}  // namespace

Section equity(const Subject& s) {
    constexpr Text title{"A quiénes llega", "Whom it reaches"};
    constexpr Text reading{
        "Admisiones a un plan sobre las que califican, por grupo. Dos grupos se distinguen si se separan más que el "
        "error de ambos.",
        "Admissions to a plan over those that qualify, by group. Two groups are told apart if they are further from "
        "each other than the error of both."};
    Section section{"equidad", in(title, s.lang), {}, Media::page};
    const auto all = s.run.years.empty() ? std::vector<Served>() : served_of(s);
    if (all.empty()) return section;
    section.blocks.emplace_back(
        document::Figure{"grafico-equidad", finding(s, all), s.say(reading), chart(s, all), twin(s, all)});
    return section;
}

}  // namespace aforo::told
