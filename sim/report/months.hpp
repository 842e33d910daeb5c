// The months of a run, found quickly. Private to the module.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::report {

class Months {
public:
    explicit Months(const results::Run& run) : first_year_(run.years.front()), count_(run.years.size() * 12) {
        for (const auto& row : run.series) {
            auto& values = values_[{run.columns[static_cast<std::size_t>(row.column)].name, row.level, row.id}];
            values.resize(count_);
            const int index = (row.year - first_year_) * 12 + row.month - 1;
            if (index >= 0 && index < static_cast<int>(count_)) values[static_cast<std::size_t>(index)] = &row.value;
        }
    }

    [[nodiscard]] std::size_t count() const { return count_; }
    // nullptr where there is none.
    [[nodiscard]] const results::Estimate* find(const std::string& measure, results::Level level, const std::string& id,
                                                std::size_t month) const {
        const auto found = values_.find({measure, level, id});
        return found == values_.end() || month >= count_ ? nullptr : found->second[month];
    }
    // The means of all months, 0 where undefined; empty when the run does not have it.
    [[nodiscard]] std::vector<double> of(const std::string& measure, results::Level level,
                                         const std::string& id) const {
        if (!values_.contains({measure, level, id})) return {};
        std::vector<double> means;
        for (std::size_t m = 0; m < count_; ++m) {
            const auto* e = find(measure, level, id, m);
            means.push_back(e == nullptr || e->n == 0 ? 0 : e->mean);
        }
        return means;
    }
    // Over the months from `from` until `upto`; 0 when the run does not have it.
    [[nodiscard]] double mean(const std::string& measure, results::Level level, const std::string& id, std::size_t from,
                              std::size_t upto) const {
        double sum = 0;
        for (std::size_t m = from; m < upto; ++m) {
            const auto* e = find(measure, level, id, m);
            sum += e == nullptr || e->n == 0 ? 0 : e->mean;
        }
        return upto > from ? sum / static_cast<double>(upto - from) : 0;
    }

private:
    int first_year_;
    std::size_t count_;
    std::map<std::tuple<std::string, results::Level, std::string>, std::vector<const results::Estimate*>> values_;
};

}  // namespace aforo::report
