#include "aforo/results/results.hpp"

#include <algorithm>

namespace aforo::results {

const Estimate* Run::find(const std::string& column, int year, Level level, const std::string& id) const {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) {
        return r.year == year && r.level == level && r.id == id &&
               columns[static_cast<std::size_t>(r.column)].name == column;
    });
    return row == rows.end() ? nullptr : &row->value;
}

const Column* Run::column(std::string_view measure) const {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == measure; });
    if (found != columns.end()) return &*found;
    return measure == marginal_cost ? &marginal_cost_column() : nullptr;
}

const Column& marginal_cost_column() {
    static const Column column = {
        marginal_cost,
        "M$",
        {"Costo por beneficiario adicional (M$ de gasto)", "Cost per additional beneficiary (M$ spent)"},
        shapes::cost,
        Years::stand_alone,
        Direction::more_is_worse,
        levels::programme,
        {"Diferencia de gasto entre dos escenarios sobre su diferencia de beneficiarios.",
         "Difference in spending between two scenarios over their difference in beneficiaries."}};
    return column;
}

const Estimate* Sweep::find(const SweepPoint& point, std::string_view column, int year) const {
    const auto row = std::find_if(point.rows.begin(), point.rows.end(), [&](const Row& r) {
        return r.year == year && r.level == Level::programme &&
               run.columns[static_cast<std::size_t>(r.column)].name == column;
    });
    return row == point.rows.end() ? nullptr : &row->value;
}

std::vector<Difference> Sweep::differences(const SweepStep& step) const {
    std::vector<Difference> all;
    all.reserve(step.differences.size());
    for (const auto& d : step.differences) {
        const Measured& of = measures[d.of];
        all.push_back({.measure = of.measure,
                       .unit = of.unit,
                       .year = of.year,
                       .level = of.level,
                       .id = of.id,
                       .value = d.value,
                       .gain = d.gain});
    }
    return all;
}

bool Run::is_ever(const std::string& column) const {
    return std::any_of(rows.begin(), rows.end(), [&](const Row& r) {
        return r.value.n > 0 && (r.value.mean != 0 || r.value.sd > 0) &&
               columns[static_cast<std::size_t>(r.column)].name == column;
    });
}

}  // namespace aforo::results
