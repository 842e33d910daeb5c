#include "aforo/experiment/calendar.hpp"

#include "aforo/model/blueprint.hpp"

namespace aforo::experiment {

results::YearsOfMonths calendar(const scenario::Scenario& scenario) {
    const model::Blueprint blueprint(scenario);
    results::YearsOfMonths all{.scenario = scenario.name};
    all.has_more = scenario.alliances.demand_effect > 0 || scenario.demand.finite_population;
    std::size_t spell = 0;
    for (int y = scenario.horizon.start_year(); y <= scenario.horizon.last_year; ++y) {
        results::CalendarYear year{.year = y};
        for (std::size_t m = 0; m < 12; ++m) year.months[m].factor = scenario.demand.month_factors[m];
        for (core::Date d = core::new_year(y); d < core::new_year(y + 1); d += core::days(1)) {
            while (spell + 1 < blueprint.spells.size() && blueprint.spells[spell + 1] <= d) ++spell;
            results::CalendarMonth& month = year.months[core::month_of(d) - 1];
            const auto& day = blueprint.on(d);
            month.working_days += day.works ? 1 : 0;
            double share = 0;
            for (std::size_t o = 0; o < blueprint.offices.size(); ++o)
                share += blueprint.office_spell(o, spell).demand_share;
            month.arrivals += day.demand * share;
        }
        if (y >= scenario.horizon.first_year) all.years.push_back(year);
    }
    return all;
}

}  // namespace aforo::experiment
