#include "aforo/experiment/sweep.hpp"

#include <optional>

#include "aforo/experiment/compare.hpp"
#include "aforo/experiment/study.hpp"

namespace aforo::experiment {

namespace {

// Where point `index` lies on each axis.
std::vector<std::size_t> place_of(std::size_t index, const std::vector<scenario::Variation>& axes) {
    std::vector<std::size_t> at(axes.size());
    for (std::size_t a = axes.size(); a-- > 0;) {
        at[a] = index % axes[a].values.size();
        index /= axes[a].values.size();
    }
    return at;
}

results::Axis axis_of(const scenario::Variation& variation) {
    results::Axis axis{.path = variation.path, .values = variation.values};
    for (const auto& other : variation.also) axis.also.push_back(axis_of(other));
    return axis;
}

}  // namespace

Swept sweep(const Grid& grid, const Options& options) {
    Swept swept;
    for (const auto& axis : grid.axes) swept.sweep.axes.push_back(axis_of(axis));
    // Offices, regions and groups of a thousand points are more than anyone reads.
    Study study(options);
    for (const auto& scenario : grid.scenarios) study.add({.scenario = scenario, .kept = Kept::headlines});
    swept.interrupted = !study.extend(options.replications);
    std::vector<std::optional<Outcome>> outcomes;
    for (std::size_t p = 0; p < study.size(); ++p) {
        outcomes.emplace_back();
        if (static_cast<int>(study.values(p).size()) < options.replications) continue;
        outcomes.back() = study.outcome(p, options.replications);
        outcomes.back()->run.offices.clear();
        outcomes.back()->run.assumptions.clear();
    }
    std::vector<std::size_t> place(outcomes.size());  // among those that were finished
    for (std::size_t p = 0, finished = 0; p < outcomes.size(); ++p) place[p] = outcomes[p] ? finished++ : finished;
    std::size_t stride = 1;
    for (std::size_t a = grid.axes.size(); a-- > 0;) {
        for (std::size_t p = stride; p < outcomes.size(); ++p) {
            if (place_of(p, grid.axes)[a] == 0 || !outcomes[p - stride] || !outcomes[p]) continue;
            swept.sweep.steps.push_back(
                {a, place[p - stride], place[p], differences(*outcomes[p - stride], *outcomes[p], 0.05)});
        }
        stride *= grid.axes[a].values.size();
    }
    for (std::size_t p = 0; p < outcomes.size(); ++p) {
        if (outcomes[p]) swept.sweep.points.push_back({place_of(p, grid.axes), std::move(outcomes[p]->run)});
    }
    return swept;
}

}  // namespace aforo::experiment
