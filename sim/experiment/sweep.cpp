#include "aforo/experiment/sweep.hpp"

#include <algorithm>

#include "aforo/experiment/compare.hpp"
#include "progress.hpp"

namespace aforo::experiment {

namespace {

// The programme and its components: offices, regions and groups of a thousand points are more than anyone reads.
void keep_headlines(Outcome& outcome) {
    const auto is_headline = [](const results::Row& row) {
        return row.level == results::Level::programme || row.level == results::Level::component;
    };
    results::Samples kept{0, outcome.samples.replications, {}};
    for (std::size_t k = 0; k < outcome.run.rows.size(); ++k) {
        if (!is_headline(outcome.run.rows[k])) continue;
        const auto values = outcome.samples.of(k);
        kept.values.insert(kept.values.end(), values.begin(), values.end());
        ++kept.keys;
    }
    outcome.samples = std::move(kept);
    std::erase_if(outcome.run.rows, [&](const results::Row& row) { return !is_headline(row); });
    outcome.run.series.clear();
    outcome.run.offices.clear();
    outcome.run.assumptions.clear();
}

// Where point `index` lies on each axis.
std::vector<std::size_t> place_of(std::size_t index, const std::vector<scenario::Variation>& axes) {
    std::vector<std::size_t> at(axes.size());
    for (std::size_t a = axes.size(); a-- > 0;) {
        at[a] = index % axes[a].values.size();
        index /= axes[a].values.size();
    }
    return at;
}

}  // namespace

Swept sweep(const Grid& grid, const Options& options) {
    Swept swept;
    for (const auto& axis : grid.axes) swept.sweep.axes.push_back({axis.path, axis.values});
    std::vector<Outcome> outcomes;
    for (std::size_t p = 0; p < grid.scenarios.size(); ++p) {
        outcomes.push_back(run(grid.scenarios[p], share_of(options, p, grid.scenarios.size())));
        if (outcomes.back().interrupted) {
            outcomes.pop_back();
            swept.interrupted = true;
            break;
        }
        keep_headlines(outcomes.back());
    }
    std::size_t stride = 1;
    for (std::size_t a = grid.axes.size(); a-- > 0;) {
        for (std::size_t p = stride; p < outcomes.size(); ++p) {
            if (place_of(p, grid.axes)[a] == 0) continue;
            swept.sweep.steps.push_back({a, p - stride, p, differences(outcomes[p - stride], outcomes[p], 0.05)});
        }
        stride *= grid.axes[a].values.size();
    }
    for (std::size_t p = 0; p < outcomes.size(); ++p)
        swept.sweep.points.push_back({place_of(p, grid.axes), std::move(outcomes[p].run)});
    return swept;
}

}  // namespace aforo::experiment
