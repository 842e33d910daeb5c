#include "aforo/report/lookup.hpp"

namespace aforo::report {

std::size_t Lookup::Hash::operator()(const Key& key) const {
    // Years, months and levels are small numbers: they get bits of their own.
    const auto number = (static_cast<std::size_t>(key.column) << 24) ^ (static_cast<std::size_t>(key.year) << 8) ^
                        (static_cast<std::size_t>(key.month) << 4) ^ static_cast<std::size_t>(key.level);
    return std::hash<std::string_view>()(key.id) ^ (number * 0x9E3779B97F4A7C15U);
}

Lookup::Lookup(const results::Run& run, const results::Samples& samples) : run_(run), samples_(samples) {
    for (std::size_t c = 0; c < run.columns.size(); ++c) {
        columns_.emplace(run.columns[c].name, static_cast<int>(c));
    }
    places_.reserve(run.rows.size() + run.series.size());
    std::size_t place = 0;
    for (const auto* rows : {&run.rows, &run.series}) {
        for (const auto& row : *rows) {
            places_.emplace(Key{row.id, row.column, row.year, row.month, row.level}, place++);
        }
    }
}

const std::size_t* Lookup::place(std::string_view measure, int year, int month, results::Level level,
                                 std::string_view id) const {
    const auto column = columns_.find(measure);
    if (column == columns_.end()) {
        return nullptr;
    }
    const auto found = places_.find(Key{id, column->second, year, month, level});
    return found == places_.end() ? nullptr : &found->second;
}

const results::Estimate* Lookup::find(std::string_view measure, int year, int month, results::Level level,
                                      std::string_view id) const {
    const std::size_t* at = place(measure, year, month, level, id);
    if (at == nullptr) {
        return nullptr;
    }
    return *at < run_.rows.size() ? &run_.rows[*at].value : &run_.series[*at - run_.rows.size()].value;
}

std::span<const double> Lookup::values(std::string_view measure, int year, results::Level level,
                                       std::string_view id) const {
    const std::size_t* at = place(measure, year, 0, level, id);
    return at == nullptr || *at >= samples_.keys ? std::span<const double>() : samples_.of(*at);
}

}  // namespace aforo::report
