// Of those that qualify, who gets a plan, by group.
#include <algorithm>
#include <cmath>
#include <optional>

#include "page/figure.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

constexpr Shape share = shapes::share;
constexpr const char* measure = "served_share_of_qualified";

struct Group {
    std::string_view id, family;
    T family_name, name;
};
constexpr auto known_groups = std::to_array<Group>({
    {"sex=female", "sex", T::group_sex, T::group_female},
    {"sex=male", "sex", T::group_sex, T::group_male},
    {"territory=urban", "territory", T::group_territory, T::group_urban},
    {"territory=mixed", "territory", T::group_territory, T::group_mixed},
    {"territory=rural", "territory", T::group_territory, T::group_rural},
    {"kind=informal", "kind", T::group_kind, T::group_informal},
    {"kind=natural_person", "kind", T::group_kind, T::group_natural_person},
    {"kind=legal_entity", "kind", T::group_kind, T::group_legal_entity},
    {"kind=cooperative", "kind", T::group_kind, T::group_cooperative},
    {"band=low", "band", T::group_band, T::group_low},
    {"band=medium", "band", T::group_band, T::group_medium},
    {"band=high", "band", T::group_band, T::group_high},
});

struct Served {
    const Group* group = nullptr;
    const results::Estimate* value = nullptr;
};

std::string name_of(const Subject& s, const Group& group) {
    return s.say(group.family_name) + ": " + s.say(group.name);
}

std::vector<Served> served_of(const Subject& s) {
    std::vector<Served> all;
    for (const auto& group : known_groups) {
        const auto* e = s.index.estimate({measure, s.run.years.back(), results::Level::group, group.id});
        if (has_value(e)) {
            all.push_back({&group, e});
        }
    }
    return all;
}

// The two groups of one family that are furthest apart, beyond the error of both.
struct Gap {
    Served more, less;
    [[nodiscard]] double size() const { return more.value->mean - less.value->mean; }
    [[nodiscard]] bool is_told() const { return size() > std::hypot(more.value->half_width, less.value->half_width); }
};

std::optional<Gap> widest_gap(const std::vector<Served>& all) {
    std::optional<Gap> widest;
    for (const auto& more : all) {
        for (const auto& less : all) {
            const Gap gap = {more, less};
            if (more.group->family == less.group->family && gap.is_told() && (!widest || gap.size() > widest->size())) {
                widest = gap;
            }
        }
    }
    return widest;
}

Object spec(const Subject& s, const std::vector<Served>& all) {
    Array rows;
    for (const auto& [group, e] : all) {
        Object row = range_row(name_of(s, *group), *e, [](double v) { return v * 100; });
        row["s"] = s.estimates.mean_and_half_width(e, share);
        row["r"] = s.estimates.range(e, share);
        rows.push_back(row);
    }
    return ranges(s, {.rows = rows,
                      .axis = s.say(T::axis_served),
                      .label_breaks_at = ": ",
                      .tooltip = {field("l", "nominal", {{"title", s.say(T::group)}}),
                                  field("s", "nominal", {{"title", s.say(T::simulated)}}),
                                  field("r", "nominal", {{"title", s.say(T::range_p10_p90)}})}});
}

Table twin(const Subject& s, const std::vector<Served>& all) {
    Table table(
        {{s.say(T::group), Align::left}, {s.say(T::axis_served)}, {s.say(T::half_width)}, {s.say(T::range_p10_p90)}});
    for (const auto& [group, e] : all) {
        table.row({name_of(s, *group), s.estimates.mean(e, share), s.estimates.half_width(e, share),
                   s.estimates.range(e, share)});
    }
    return table;
}

std::string finding(const Subject& s, const std::vector<Served>& all) {
    if (s.run.replications == 1) {
        return s.say(T::finding_one_replication);
    }
    const auto gap = widest_gap(all);
    if (!gap) {
        return s.say(T::finding_equity_none, s.run.years.back());
    }
    return s.say(T::finding_equity, s.run.years.back(), s.estimates.mean(gap->more.value, share),
                 name_of(s, *gap->more.group), s.estimates.mean(gap->less.value, share), s.say(gap->less.group->name));
}

}  // namespace

Html equity(const Subject& s) {
    const auto all = s.run.years.empty() ? std::vector<Served>() : served_of(s);
    if (all.empty()) {
        return {};
    }
    return figure({"grafico-equidad", finding(s, all), s.say(T::reading_equity), spec(s, all), twin(s, all)}, s);
}

}  // namespace aforo::report
