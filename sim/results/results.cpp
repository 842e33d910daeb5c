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

bool Run::is_ever(const std::string& column) const {
    return std::any_of(rows.begin(), rows.end(), [&](const Row& r) {
        return r.value.n > 0 && (r.value.mean != 0 || r.value.sd > 0) &&
               columns[static_cast<std::size_t>(r.column)].name == column;
    });
}

}  // namespace aforo::results
