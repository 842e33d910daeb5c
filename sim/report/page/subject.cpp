#include "page/subject.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace aforo::report {

namespace {

double of_year(const results::Sheet& sheet, const std::vector<double>& values, int year) {
    const auto found = std::find(sheet.years.begin(), sheet.years.end(), year);
    const auto place = static_cast<std::size_t>(found - sheet.years.begin());
    return place < values.size() ? values[place] : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

bool has_value(const results::Estimate* e) { return e != nullptr && e->n > 0 && std::isfinite(e->mean); }

const results::Estimate* Subject::money(std::string_view measure, int year, std::string_view component) const {
    const auto* found = index.estimate({measure, year, results::Level::component, component});
    return found == nullptr && component.empty() ? index.estimate({measure, year}) : found;
}

double Subject::planned_beneficiaries(int year) const { return of_year(run.planned, run.planned.beneficiaries, year); }

double Subject::planned_target(int year) const { return of_year(run.planned, run.planned.target_population, year); }

std::string Subject::month(int year, int month) const { return say(T::month_of_year, month_name(month, lang), year); }

std::string Subject::futures(const results::Estimate* e, Shape shape) const {
    if (!has_value(e) || e->n < 2 || e->sd <= 0) {
        return "";
    }
    return estimates.range(e, shape);
}

}  // namespace aforo::report
