#include "fates.hpp"

#include <algorithm>

#include "aforo/experiment/statistics.hpp"

namespace aforo::experiment {

using results::Fate;

FateCounts fates_of(const std::vector<measure::Admission>& base, const std::vector<measure::Admission>& alternative) {
    FateCounts counts{};
    const auto count = [&](std::uint8_t type, Fate fate, double n = 1) {
        counts[type][static_cast<std::size_t>(fate)] += n;
    };
    auto a = base.begin();
    auto b = alternative.begin();
    while (a != base.end() || b != alternative.end()) {
        const bool only_b = a == base.end() || (b != alternative.end() && b->key < a->key);
        const bool only_a = !only_b && (b == alternative.end() || a->key < b->key);
        if (only_b) {
            count(b->type, Fate::only_alternative);
            count((b++)->type, Fate::winners);
        } else if (only_a) {
            count(a->type, Fate::only_base);
            count((a++)->type, Fate::losers);
        } else {
            const int gained = static_cast<int>((a->day - b->day).count());
            count(a->type, gained > 0 ? Fate::earlier : gained < 0 ? Fate::later : Fate::same_day);
            if (gained != 0) {
                count(a->type, gained > 0 ? Fate::winners : Fate::losers);
                count(a->type, gained > 0 ? Fate::days_gained : Fate::days_lost, std::abs(gained));
            }
            ++a;
            ++b;
        }
    }
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
