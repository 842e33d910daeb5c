#include "aforo/measure/probe.hpp"

#include <algorithm>
#include <numeric>

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

Frame::Frame(const model::Blueprint& p)
    : plan(p),
      first_year(p.scenario.horizon.first_year),
      last_year(p.scenario.horizon.last_year),
      start_year(p.scenario.horizon.start_year()) {
    for (const auto& [key, region] : p.scenario.network.regions) region_ids.push_back(key);
    for (const auto& office : p.offices) {
        office_ids.push_back(std::to_string(office.permanent_id));
        region_of.push_back(office.region.value);
    }
}

double Tally::group(std::size_t year, std::size_t g) const {
    std::int64_t sum = 0;
    for (std::size_t t = 0; t < types; ++t) {
        const auto in = groups_of[t];
        if (std::find(in.begin(), in.end(), g) != in.end()) sum += by_type_[year * types + t];
    }
    return static_cast<double>(sum);
}

double Tally::total(std::size_t year) const {
    const auto row = by_office_.begin() + static_cast<std::ptrdiff_t>(year * offices_);
    return static_cast<double>(std::accumulate(row, row + static_cast<std::ptrdiff_t>(offices_), std::int64_t{0}));
}

}  // namespace aforo::measure
