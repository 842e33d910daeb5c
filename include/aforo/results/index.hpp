// Finds what stands at (measure, year, level, id, month) in constant time: the estimates and samples of a run, or the
// differences of two runs. It refers to their memory, which must outlive the index and not move.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::results {

struct At {
    std::string_view measure;
    int year = 0;
    Level level = Level::programme;
    std::string_view id = {};
    int month = 0;  // 1–12 in the series; 0: the whole year
};

class Index {
public:
    explicit Index(const Run& run);
    Index(const Run& run, const Samples& samples);
    explicit Index(const std::vector<Difference>& differences);

    // nullptr when there is none.
    [[nodiscard]] const Estimate* estimate(const At& at) const;
    [[nodiscard]] const Difference* difference(const At& at) const;
    // One value per replication; empty when there is none or its samples were not kept.
    [[nodiscard]] std::span<const double> samples(const At& at) const;

private:
    struct Key {
        std::string_view id;
        int measure = 0, year = 0, month = 0;
        Level level = Level::programme;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    [[nodiscard]] const std::size_t* place(const At& at) const;

    const Run* run_ = nullptr;
    const Samples* samples_ = nullptr;
    const std::vector<Difference>* differences_ = nullptr;
    std::unordered_map<std::string_view, int> measures_;
    // Positions as in Samples: first the rows by year, then those by month.
    std::unordered_map<Key, std::size_t, Hash> places_;
};

}  // namespace aforo::results
