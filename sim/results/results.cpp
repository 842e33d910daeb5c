#include "aforo/results/results.hpp"

#include <algorithm>

namespace aforo::results {

namespace {

const Estimate* find_in(const std::vector<Row>& rows, const std::vector<Column>& columns, const std::string& column,
                        int year, int month, Level level, const std::string& id) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) {
        return r.year == year && r.month == month && r.level == level && r.id == id &&
               columns[static_cast<std::size_t>(r.column)].name == column;
    });
    return row == rows.end() ? nullptr : &row->value;
}

}  // namespace

const Estimate* Run::find(const std::string& column, int year, Level level, const std::string& id) const {
    return find_in(rows, columns, column, year, 0, level, id);
}

bool Run::is_ever(const std::string& column) const {
    return std::any_of(rows.begin(), rows.end(), [&](const Row& r) {
        return (r.value.mean != 0 || r.value.sd != 0) && r.value.n > 0 &&
               columns[static_cast<std::size_t>(r.column)].name == column;
    });
}

const Estimate* Run::find_month(const std::string& column, int year, int month, Level level,
                                const std::string& id) const {
    return find_in(series, columns, column, year, month, level, id);
}

}  // namespace aforo::results
