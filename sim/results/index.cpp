#include "aforo/results/index.hpp"

#include <functional>

namespace aforo::results {

std::size_t Index::Hash::operator()(const Key& key) const {
    // Years, months and levels are small numbers, so each gets bits of its own.
    const auto number = (static_cast<std::size_t>(key.measure) << 24) ^ (static_cast<std::size_t>(key.year) << 8) ^
                        (static_cast<std::size_t>(key.month) << 4) ^ static_cast<std::size_t>(key.level);
    return std::hash<std::string_view>()(key.id) ^ (number * std::size_t{0x9E3779B9});
}

Index::Index(const Run& run) : run_(&run) {
    for (std::size_t c = 0; c < run.columns.size(); ++c) measures_.emplace(run.columns[c].name, static_cast<int>(c));
    places_.reserve(run.rows.size() + run.series.size());
    std::size_t place = 0;
    for (const auto* rows : {&run.rows, &run.series}) {
        for (const auto& row : *rows) places_.emplace(Key{row.id, row.column, row.year, row.month, row.level}, place++);
    }
}

Index::Index(const Run& run, const Samples& samples) : Index(run) { samples_ = &samples; }

Index::Index(const std::vector<Difference>& differences) : differences_(&differences) {
    places_.reserve(differences.size());
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const Difference& d = differences[i];
        const int measure = measures_.emplace(d.measure, static_cast<int>(measures_.size())).first->second;
        places_.emplace(Key{d.id, measure, d.year, 0, d.level}, i);
    }
}

const std::size_t* Index::place(const At& at) const {
    const auto measure = measures_.find(at.measure);
    if (measure == measures_.end()) return nullptr;
    const auto found = places_.find(Key{at.id, measure->second, at.year, at.month, at.level});
    return found == places_.end() ? nullptr : &found->second;
}

const Estimate* Index::estimate(const At& at) const {
    const std::size_t* found = run_ == nullptr ? nullptr : place(at);
    if (found == nullptr) return nullptr;
    return *found < run_->rows.size() ? &run_->rows[*found].value : &run_->series[*found - run_->rows.size()].value;
}

const Difference* Index::difference(const At& at) const {
    const std::size_t* found = differences_ == nullptr ? nullptr : place(at);
    return found == nullptr ? nullptr : &(*differences_)[*found];
}

std::span<const double> Index::samples(const At& at) const {
    const std::size_t* found = samples_ == nullptr ? nullptr : place(at);
    return found == nullptr || *found >= samples_->keys ? std::span<const double>() : samples_->of(*found);
}

}  // namespace aforo::results
