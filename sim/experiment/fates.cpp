#include "fates.hpp"

#include <algorithm>
#include <initializer_list>

#include "aforo/experiment/statistics.hpp"

namespace aforo::experiment {

using results::Fate;

namespace {

using Admissions = std::vector<measure::Admission>;

// Walks through both lists in the order of `comes_before`, and reports what stands in only one of them or in both; of
// several that stand in the same place only the first.
template <class Before, class OnlyBase, class OnlyAlternative, class Both>
void walk(const Admissions& base, const Admissions& alternative, Before comes_before, OnlyBase only_base,
          OnlyAlternative only_alternative, Both both) {
    const auto next = [&](auto at, const Admissions& all) {
        const auto now = at;
        while (at != all.end() && !comes_before(*now, *at)) ++at;
        return at;
    };
    auto a = base.begin();
    auto b = alternative.begin();
    while (a != base.end() || b != alternative.end()) {
        if (a == base.end() || (b != alternative.end() && comes_before(*b, *a))) {
            only_alternative(*b);
            b = next(b, alternative);
        } else if (b == alternative.end() || comes_before(*a, *b)) {
            only_base(*a);
            a = next(a, base);
        } else {
            both(*a, *b);
            a = next(a, base);
            b = next(b, alternative);
        }
    }
}

}  // namespace

FateCounts fates_of(const Admissions& base, const Admissions& alternative) {
    FateCounts counts{};
    const auto add = [&](std::size_t part, Fate fate, double n) { counts[part][static_cast<std::size_t>(fate)] += n; };
    const auto count = [&](const measure::Admission& of, Fate fate) {
        add(0, fate, 1);
        for (const std::size_t group : measure::groups_of[of.type]) add(1 + group, fate, 1);
    };
    // Of one that both admit: what it is for all and in the groups that it has in both, and in the groups of one alone.
    struct Fared {
        Fate fate;
        double n = 1;
    };
    const auto count_both = [&](const measure::Admission& a, const measure::Admission& b,
                                std::initializer_list<Fared> fared, std::initializer_list<Fate> only_base,
                                std::initializer_list<Fate> only_alternative) {
        const auto &in_base = measure::groups_of[a.type], &in_alternative = measure::groups_of[b.type];
        const auto holds = [](const auto& groups, std::size_t group) {
            return std::find(groups.begin(), groups.end(), group) != groups.end();
        };
        for (const auto& [fate, n] : fared) add(0, fate, n);
        for (const std::size_t group : in_base) {
            if (holds(in_alternative, group)) {
                for (const auto& [fate, n] : fared) add(1 + group, fate, n);
            } else {
                for (const Fate fate : only_base) add(1 + group, fate, 1);
            }
        }
        for (const std::size_t group : in_alternative) {
            if (holds(in_base, group)) continue;
            for (const Fate fate : only_alternative) add(1 + group, fate, 1);
        }
    };
    const auto days_gained = [](const measure::Admission& a, const measure::Admission& b) {
        return static_cast<int>((a.day - b.day).count());
    };
    walk(
        base, alternative,
        [](const auto& a, const auto& b) { return a.key != b.key ? a.key < b.key : a.plan < b.plan; },
        [&](const auto& a) { count(a, Fate::plans_dropped); }, [&](const auto& b) { count(b, Fate::plans_entering); },
        [&](const auto& a, const auto& b) {
            const int gained = days_gained(a, b);
            const Fate fate = gained > 0 ? Fate::plans_earlier : gained < 0 ? Fate::plans_later : Fate::plans_same_day;
            count_both(a, b, {{fate}}, {Fate::plans_dropped}, {Fate::plans_entering});
        });
    walk(
        base, alternative, [](const auto& a, const auto& b) { return a.key < b.key; },
        [&](const auto& a) {
            count(a, Fate::only_base);
            count(a, Fate::losers);
        },
        [&](const auto& b) {
            count(b, Fate::only_alternative);
            count(b, Fate::winners);
        },
        [&](const auto& a, const auto& b) {
            const std::initializer_list<Fate> base_only = {Fate::only_base, Fate::losers},
                                              alternative_only = {Fate::only_alternative, Fate::winners};
            const int gained = days_gained(a, b);
            if (gained > 0) {
                count_both(a, b, {{Fate::earlier}, {Fate::winners}, {Fate::days_gained, 1.0 * gained}}, base_only,
                           alternative_only);
            } else if (gained < 0) {
                count_both(a, b, {{Fate::later}, {Fate::losers}, {Fate::days_lost, -1.0 * gained}}, base_only,
                           alternative_only);
            } else {
                count_both(a, b, {{Fate::same_day}}, base_only, alternative_only);
            }
        });
    return counts;
}

std::vector<results::Fates> estimate_fates(std::span<const FateCounts> counts, double alpha) {
    CriticalT critical(alpha);
    std::vector<results::Fates> all;
    std::vector<double> values(counts.size());
    for (std::size_t part = 0; part < 1 + measure::groups; ++part) {
        all.push_back({part == 0 ? "" : measure::group_names[part - 1], {}});
        for (std::size_t f = 0; f < results::fate_names.size(); ++f) {
            for (std::size_t r = 0; r < counts.size(); ++r) values[r] = counts[r][part][f];
            all.back().values[f] = estimate(values, critical);
        }
    }
    return all;
}

}  // namespace aforo::experiment
