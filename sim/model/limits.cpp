#include "limits.hpp"

#include "journey.hpp"

namespace aforo::model {

void tell_limits(const World& world, const Journey& journey, Date d) {
    if (world.year < world.blueprint.scenario.horizon.first_year) return;
    const bool no_attention = journey.funding.is_exhausted(Component::attention);
    for (std::uint32_t c = 0; c < world.blueprint.centres; ++c) {
        const OfficeId centre(c);
        if (!world.is_working(centre)) continue;
        Losses losses;
        bool has_long_wait = false, stopped = false, wanting = false, starved = false, hours = false;
        const bool no_plans = journey.funding.is_exhausted(Component::advisory, centre);
        const auto look = [&](OfficeId office) {
            if (!world.is_working(office)) return;
            const UnitId unit = world.blueprint.offices[office.value].unit;
            losses += journey.attention.losses(office);
            has_long_wait = has_long_wait || journey.attention.has_long_wait(office);
            stopped = stopped || (no_attention && journey.attention.has_queue(office));
            if (world.blueprint.units[unit.value].office != office) return;  // it uses another office's slots and hours
            const bool waits = journey.waiting_lists.has_queue(unit);
            const Losses& of_unit = journey.waiting_lists.losses(unit);
            if (journey.advisory.has_free_slot(unit)) {
                starved = starved || (no_plans && (waits || of_unit.are_large_for_funds()));
                // A slot kept for others is not available to those who wait.
                wanting =
                    wanting || (!no_plans && journey.waiting_lists.keeps_slots(unit) && (waits || of_unit.are_large()));
            } else {
                wanting = wanting || waits || of_unit.are_large();
            }
            hours = hours || journey.advisory.is_short_of_hours(unit);
        };
        look(centre);
        for (const OfficeId s : world.blueprint.satellites_of(centre)) look(s);
        stopped = stopped || (no_attention && losses.are_large_for_funds());
        world.observer.on(CentreDayFact{.day = d,
                                        .centre = centre,
                                        .orientation = (has_long_wait || losses.are_large()) && !stopped,
                                        .slots = wanting,
                                        .hours = hours,
                                        .funds = stopped || starved});
    }
}

}  // namespace aforo::model
