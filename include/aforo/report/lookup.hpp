// Finds the estimates of a run, and what each replication gave, in constant time. Run::find reads every row; whoever
// asks for thousands of them takes this. It refers to the run and the samples, which must outlive it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "aforo/results/results.hpp"

namespace aforo::report {

class Lookup {
public:
    Lookup(const results::Run& run, const results::Samples& samples);

    // month 0: the year. nullptr when the run has none such.
    [[nodiscard]] const results::Estimate* find(std::string_view measure, int year, int month = 0,
                                                results::Level level = results::Level::programme,
                                                std::string_view id = "") const;
    // One value a replication; empty when the run has none such or its samples were not kept.
    [[nodiscard]] std::span<const double> values(std::string_view measure, int year,
                                                 results::Level level = results::Level::programme,
                                                 std::string_view id = "") const;

private:
    struct Key {
        std::string_view id;
        int column = 0, year = 0, month = 0;
        results::Level level = results::Level::programme;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    [[nodiscard]] const std::size_t* place(std::string_view measure, int year, int month, results::Level level,
                                           std::string_view id) const;

    const results::Run& run_;
    const results::Samples& samples_;
    std::unordered_map<std::string_view, int> columns_;
    std::unordered_map<Key, std::size_t, Hash> places_;  // as in results::Samples: the years first, then the months
};

}  // namespace aforo::report
