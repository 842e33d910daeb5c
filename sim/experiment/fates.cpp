#include "fates.hpp"

#include <algorithm>

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
    const auto count = [&](const measure::Admission& of, Fate fate, double n = 1) {
        counts[of.type][static_cast<std::size_t>(fate)] += n;
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
            count(a, gained > 0 ? Fate::plans_earlier : gained < 0 ? Fate::plans_later : Fate::plans_same_day);
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
            const int gained = days_gained(a, b);
            count(a, gained > 0 ? Fate::earlier : gained < 0 ? Fate::later : Fate::same_day);
            if (gained == 0) return;
            count(a, gained > 0 ? Fate::winners : Fate::losers);
            count(a, gained > 0 ? Fate::days_gained : Fate::days_lost, std::abs(gained));
        });
    return counts;
}

std::vector<results::Fates> estimate_fates(std::span<const FateCounts> counts, double alpha) {
    CriticalT critical(alpha);
    const auto of_group = [&](const char* name, auto is_in) {
        results::Fates fates{name, {}};
        for (std::size_t f = 0; f < results::fate_names.size(); ++f) {
            std::vector<double> sums(counts.size(), 0.0);
            for (std::size_t r = 0; r < counts.size(); ++r) {
                for (std::size_t t = 0; t < measure::types; ++t) sums[r] += is_in(t) ? counts[r][t][f] : 0;
            }
            fates.values[f] = estimate(sums, critical);
        }
        return fates;
    };
    std::vector<results::Fates> all = {of_group("", [](std::size_t) { return true; })};
    for (std::size_t g = 0; g < measure::groups; ++g) {
        all.push_back(of_group(measure::group_names[g], [&](std::size_t type) {
            const auto in = measure::groups_of[type];
            return std::find(in.begin(), in.end(), g) != in.end();
        }));
    }
    return all;
}

}  // namespace aforo::experiment
