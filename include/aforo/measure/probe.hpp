// Probes: each owns some measures of a replication. To add an output, write a probe, or a line in one, with its columns
// beside it; every report then includes it.
#pragma once

#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "aforo/measure/counts.hpp"
#include "aforo/model/blueprint.hpp"
#include "aforo/model/facts.hpp"
#include "aforo/results/components.hpp"
#include "aforo/results/results.hpp"

namespace aforo::measure {

using results::Direction;
using results::Level;
using results::Levels;
using results::Years;
namespace levels = results::levels;
namespace shapes = results::shapes;

// The name of a component in results.
[[nodiscard]] constexpr const char* id_of(model::Component c) {
    return results::components.at(static_cast<std::size_t>(c)).id;
}
static_assert(results::components.size() == model::components.size());

// Identifies a value. `column` indexes catalogue().
struct Key {
    int column = 0;
    int year = 0;
    Level level = Level::programme;
    std::string id;
    int month = 0;  // 1–12; 0: the whole year
};

inline constexpr double undefined =
    std::numeric_limits<double>::quiet_NaN();  // the mean of nothing, a ratio over nothing
[[nodiscard]] inline double ratio(double a, double b) { return b > 0 ? a / b : undefined; }
// The share of requests for a slot that are admitted; `of` counts a kind of fact. An interrupted plan is one more
// request.
template <class Of>
[[nodiscard]] double served_share(Of of) {
    return ratio(of(model::FactKind::admitted), of(Sum::requests) + of(model::FactKind::interrupted));
}

// Takes the values of one replication. All replications of a scenario put them in the same order, so only the first one
// records the keys.
class Sink {
public:
    void put(const char* column, int year, Level level, const std::string& id, double value);
    void put(const char* column, int year, double value) { put(column, year, Level::programme, none_, value); }
    // Puts the value of one month (1–12) into the series.
    void put_month(const char* column, int year, int month, Level level, const std::string& id, double value);
    void put_month(const char* column, int year, int month, double value) {
        put_month(column, year, month, Level::programme, none_, value);
    }

    // Begins a replication.
    void restart();
    [[nodiscard]] const std::vector<double>& values() const { return values_; }
    [[nodiscard]] const std::vector<Key>& keys() const { return keys_; }

private:
    std::vector<Key> keys_;
    std::vector<double> values_;
    bool has_keys_ = false;
    std::string none_;
};

class Probe {
public:
    virtual ~Probe() = default;

    virtual void restart() = 0;  // before a replication
    // After a replication, with its counts.
    virtual void report(const Counts&, Sink&) = 0;
};

// Facts that a probe receives beside the counts: those that it names among its bases.
template <class AFact>
class Hears {
public:
    virtual void on(const AFact&) = 0;

protected:
    ~Hears() = default;
};
// Of enterprises, a probe receives the facts of measured years and of the kinds that it wants; `wants` is asked once.
template <>
class Hears<model::Fact> {
public:
    [[nodiscard]] virtual bool wants(model::FactKind) const = 0;
    virtual void on(const model::Fact&) = 0;

protected:
    ~Hears() = default;
};

// The columns of all probes, in the order of the reports.
[[nodiscard]] const std::vector<results::Column>& catalogue();

// Those who are in several groups at once: each sex in each territory, and what the scenario asks for
// (experiment.groups). Flows are counted of them.
struct Combination {
    std::string id;  // sex=female&territory=rural
    std::vector<std::size_t> types;
    bool has_band = false;  // it has no meaning before the diagnosis
};
[[nodiscard]] std::vector<Combination> combinations_of(const scenario::Scenario& scenario);

// What probes know of the scenario: names and indices of years, offices, regions and groups.
class Frame {
public:
    explicit Frame(const model::Blueprint& blueprint);

    const model::Blueprint& blueprint;
    int first_year, last_year, start_year;
    std::vector<std::string> office_ids, region_ids;  // as in results; office_ids by index, region_ids by RegionId
    std::vector<std::size_t> region_of;               // by office
    std::vector<Combination> combinations;

    [[nodiscard]] std::size_t years() const { return static_cast<std::size_t>(last_year - start_year) + 1; }
    [[nodiscard]] std::size_t year_index(model::Time at) const {
        return static_cast<std::size_t>(blueprint.on(core::day_of(at)).year - start_year);
    }
    [[nodiscard]] std::size_t year_index(int year) const { return static_cast<std::size_t>(year - start_year); }
    [[nodiscard]] std::size_t first_index() const { return static_cast<std::size_t>(first_year - start_year); }
    [[nodiscard]] int year_at(std::size_t index) const { return start_year + static_cast<int>(index); }
};

}  // namespace aforo::measure
