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

Frame::Frame(const model::Blueprint& p)
    : blueprint(p),
      first_year(p.scenario.horizon.first_year),
      last_year(p.scenario.horizon.last_year),
      start_year(p.scenario.horizon.start_year()) {
    for (const auto& [key, region] : p.scenario.network.regions) region_ids.push_back(key);
    for (const auto& office : p.offices) {
        office_ids.push_back(std::to_string(office.permanent_id));
        region_of.push_back(office.region.value);
    }
}

}  // namespace aforo::measure
