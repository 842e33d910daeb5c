// A probe alone: a test hands it facts and reads what it puts. The blueprint is that of small.yaml; no programme runs.
#pragma once

#include <algorithm>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <tuple>

#include "model/scenarios.hpp"
#include "probes.hpp"

namespace aforo::testing {

class Alone {
public:
    explicit Alone(std::unique_ptr<measure::Probe> (*make)(const measure::Frame&),
                   const scenario::Scenario& s = small())
        : blueprint_(s), frame_(blueprint_), counts_(blueprint_), probe_(make(frame_)) {
        counts_.restart();
        probe_->restart();
    }

    // An enterprise of an office, by its index: two main centres of small.yaml are of the region sur, 0 of norte.
    model::Enterprise& enterprise(std::size_t office) {
        auto& e = enterprises_.emplace_back();
        e.key = enterprises_.size();
        e.office = core::OfficeId(static_cast<std::uint32_t>(office));
        return e;
    }
    // A fact of an enterprise in a year, and if it ends an interval, the days that it took.
    void tell(model::FactKind kind, const model::Enterprise& who, int year, double days = 0) {
        const core::Date day = core::new_year(year) + core::days(200);
        model::Fact f{};
        f.kind = kind;
        f.year = year;
        f.month = (year - frame_.start_year) * 12 + 6;
        f.at = core::Time(day);
        f.since = f.at - core::Duration(static_cast<std::int64_t>(days * 86'400'000));
        f.who = &who;
        f.first_of_year = f.first_ever = kind == model::FactKind::admitted;
        counts_.add(f);
        auto* hears = dynamic_cast<measure::Hears<model::Fact>*>(probe_.get());
        if (year >= frame_.first_year && hears != nullptr && hears->wants(kind)) hears->on(f);
    }
    template <class F>
    void tell(const F& fact) {
        auto* hears = dynamic_cast<measure::Hears<F>*>(probe_.get());
        REQUIRE(hears != nullptr);
        hears->on(fact);
    }

    // Ends the replication: what is put is read by value().
    void report() {
        measure::Sink sink;
        counts_.close();
        probe_->report(counts_, sink);
        for (std::size_t k = 0; k < sink.keys().size(); ++k) {
            const auto& key = sink.keys()[k];
            const auto& column = measure::catalogue()[static_cast<std::size_t>(key.column)];
            CAPTURE(column.name);
            CHECK(column.levels.has(key.level));
            CHECK(values_.emplace(std::tuple(column.name, key.year, key.month, key.level, key.id), sink.values()[k])
                      .second);
        }
    }
    [[nodiscard]] double value(const std::string& measure, int year, results::Level level = results::Level::programme,
                               const std::string& id = "", int month = 0) const {
        const auto found = values_.find({measure, year, month, level, id});
        CAPTURE(measure);
        REQUIRE(found != values_.end());
        return found->second;
    }

private:
    model::Blueprint blueprint_;
    measure::Frame frame_;
    measure::Counts counts_;
    std::unique_ptr<measure::Probe> probe_;
    std::list<model::Enterprise> enterprises_;
    std::map<std::tuple<std::string, int, int, results::Level, std::string>, double> values_;
};

}  // namespace aforo::testing
