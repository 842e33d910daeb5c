#include "aforo/measure/probe.hpp"

#include <algorithm>

#include "aforo/core/contracts.hpp"
#include "probes.hpp"

namespace aforo::measure {

const std::vector<results::Column>& catalogue() {
    static const std::vector<results::Column> all = [] {
        std::vector<results::Column> columns;
        for (const auto& entry : probe_table) {
            for (auto& c : entry.columns()) columns.push_back(std::move(c));
        }
        return columns;
    }();
    return all;
}

void Sink::put(const char* column, int year, Level level, const std::string& id, double value) {
    put_month(column, year, 0, level, id, value);
}

void Sink::put_month(const char* column, int year, int month, Level level, const std::string& id, double value) {
    values_.push_back(value);
    if (has_keys_) return;
    const auto& columns = catalogue();
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == column; });
    core::ensure(found != columns.end(), "a probe reports a column that the catalogue lacks");
    keys_.push_back({static_cast<int>(found - columns.begin()), year, level, id, month});
}

void Sink::restart() {
    has_keys_ = has_keys_ || !keys_.empty();
    values_.clear();
}

namespace {

// The groups of a word of the scenario's reserves; not of first plans, which no group of a type tells.
std::size_t group_of(scenario::ReserveGroup group) {
    using G = scenario::ReserveGroup;
    constexpr std::size_t women = 0, rural = 4, informal = 5;
    switch (group) {
        case G::women:
            return women;
        case G::rural:
            return rural;
        case G::informal:
            return informal;
        case G::low_band:
            return first_band_group;
        case G::medium_band:
            return first_band_group + 1;
        case G::high_band:
            return first_band_group + 2;
        case G::first_plans:
            break;
    }
    return groups;
}

Combination combined(std::vector<std::size_t> of) {
    std::sort(of.begin(), of.end());
    Combination all;
    for (const std::size_t g : of) {
        if (!all.id.empty()) all.id += '&';
        all.id += group_names[g];
        all.has_band = all.has_band || g >= first_band_group;
    }
    for (std::size_t t = 0; t < types; ++t) {
        const auto& in = groups_of[t];
        if (std::all_of(of.begin(), of.end(), [&](auto g) { return std::find(in.begin(), in.end(), g) != in.end(); }))
            all.types.push_back(t);
    }
    return all;
}

}  // namespace

std::vector<Combination> combinations_of(const scenario::Scenario& scenario) {
    std::vector<Combination> all;
    for (std::size_t sex = 0; sex < 2; ++sex) {
        for (std::size_t territory = 2; territory < 5; ++territory) all.push_back(combined({sex, territory}));
    }
    for (const auto& asked : scenario.experiment.groups) {
        std::vector<std::size_t> of;
        for (const auto g : asked.all) of.push_back(group_of(g));
        Combination one = combined(std::move(of));
        const bool is_there = std::any_of(all.begin(), all.end(), [&](const auto& c) { return c.id == one.id; });
        if (asked.all.size() > 1 && !is_there) all.push_back(std::move(one));
    }
    return all;
}

Frame::Frame(const model::Blueprint& p)
    : blueprint(p),
      first_year(p.scenario.horizon.first_year),
      last_year(p.scenario.horizon.last_year),
      start_year(p.scenario.horizon.start_year()),
      combinations(combinations_of(p.scenario)) {
    for (const auto& [key, region] : p.scenario.network.regions) region_ids.push_back(key);
    for (const auto& office : p.offices) {
        office_ids.push_back(std::to_string(office.permanent_id));
        region_of.push_back(office.region.value);
    }
}

}  // namespace aforo::measure
