#include "aforo/experiment/sweep.hpp"

#include <limits>
#include <map>
#include <numeric>

#include "aforo/experiment/study.hpp"
#include "reduce.hpp"

namespace aforo::experiment {

namespace {

// The position of point `index` on each axis.
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

// The names of measures, each once.
class Measures {
public:
    std::size_t place_of(const results::Difference& d) {
        results::Sweep::Measured m{d.measure, d.unit, d.year, d.level, d.id};
        const auto [at, is_new] = places_.try_emplace(std::move(m), all_.size());
        if (is_new) all_.push_back(at->first);
        return at->second;
    }
    [[nodiscard]] std::vector<results::Sweep::Measured> take() { return std::move(all_); }

private:
    std::map<results::Sweep::Measured, std::size_t> places_;
    std::vector<results::Sweep::Measured> all_;
};

std::vector<int> years_of(const scenario::Horizon& h) {
    std::vector<int> years(static_cast<std::size_t>(h.last_year - h.first_year) + 1);
    std::iota(years.begin(), years.end(), h.first_year);
    return years;
}

}  // namespace

// The study releases a point's values as soon as they are reduced, because a thousand points are held at once.
Swept sweep(Grid grid, const Options& options) {
    Swept swept;
    results::Sweep& found = swept.sweep;
    for (const auto& axis : grid.axes) found.axes.push_back(axis_of(axis));
    // Offices, regions and groups of a thousand points would be more than anyone reads.
    Study study(options);
    for (auto& scenario : grid.scenarios) study.add({.scenario = std::move(scenario), .kept = Kept::headlines});
    grid.scenarios.clear();
    swept.interrupted = !study.extend(options.replications);
    constexpr auto unfinished = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> place(study.size(), unfinished);  // position among the finished points
    std::vector<results::Samples> samples;                     // of the finished points
    for (std::size_t p = 0; p < study.size(); ++p) {
        if (static_cast<int>(study.values(p).size()) == options.replications) {
            place[p] = found.points.size();
            if (found.points.empty()) {
                found.run = study.outcome(p, options.replications).run;
                found.run.rows.clear();
                found.run.offices.clear();
                found.run.assumptions.clear();
            }
            Reduced all = reduced(study.keys(p), study.values(p));
            found.points.push_back({place_of(p, grid.axes), years_of(study.scenario(p).horizon), std::move(all.rows)});
            samples.push_back(std::move(all.samples));
        }
        study.forget(p);
    }
    Measures measures;
    std::size_t stride = 1;
    for (std::size_t a = grid.axes.size(); a-- > 0;) {
        for (std::size_t p = stride; p < place.size(); ++p) {
            const std::size_t from = place[p - stride], to = place[p];
            if (place_of(p, grid.axes)[a] == 0 || from == unfinished || to == unfinished) continue;
            results::SweepStep step{.axis = a, .from = from, .to = to};
            const auto apart =
                differences(found.points[from].rows, samples[from], found.points[to].rows, samples[to], 0.05);
            step.differences.reserve(apart.size());
            for (const auto& d : apart) step.differences.push_back({measures.place_of(d), d.value, d.gain});
            found.steps.push_back(std::move(step));
        }
        stride *= grid.axes[a].values.size();
    }
    found.measures = measures.take();
    for (auto& m : found.measures) name_pesos(found.run.prices, m.unit);
    return swept;
}

}  // namespace aforo::experiment
