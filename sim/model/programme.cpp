#include "aforo/model/programme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "journey.hpp"
#include "limits.hpp"
#include "world.hpp"

namespace aforo::model {

struct Programme::Impl {
    Impl(const Blueprint& blueprint, Observer& observer) : world(blueprint, observer), journey(world) {}

    void run(std::uint64_t seed, std::uint32_t replication, const Stop& stop) {
        stop_mask = 0;
        world.restart(seed, replication);
        journey.arrivals.restart();
        journey.attention.restart();
        journey.waiting_lists.restart();
        journey.advisory.restart();
        journey.alliances.restart();
        journey.funding.restart();
        schedule_day(world.blueprint.first_day);
        world.clock.run(
            [&](std::uint8_t type, std::uint32_t entity) {
                if ((world.clock.handled() & stop_mask) == 0) [[unlikely]]
                    ask(stop);
                handle(type, entity);
            },
            // Most events concern an enterprise; for the others the prefetch is harmless.
            [this](const des::Event& e) { world.enterprises.prefetch(e.entity()); });
        end_month(world.blueprint.end_day - core::days(1));
        journey.attention.settle();
        journey.waiting_lists.settle();
        check_conservation();
    }

    void handle(std::uint8_t type, std::uint32_t entity) {
        const EnterpriseId id(entity);
        switch (static_cast<EventType>(type)) {
            case EventType::day_begins:
                return begin_day(world.blueprint.first_day + core::days(entity));
            case EventType::shift_starts:
                return journey.attention.start_shift(world.blueprint.first_day + core::days(entity / shifts()),
                                                     entity % shifts());
            case EventType::arrival:
                return journey.arrivals.on_arrival(id);
            case EventType::service_ends:
                if (world.is_executed) journey.executed.count_attended(id);
                return journey.attention.on_service_end(id);
            case EventType::session:
                return journey.advisory.on_session(id);
            case EventType::stay_ends:
                return journey.advisory.on_stay_end(id);
            case EventType::cooldown_ends:
                return journey.graduation.on_cooldown_end(id);
            case EventType::returns:
                return journey.arrivals.on_return(id);
            case EventType::group_is_sought:
                return journey.advisory.on_group_sought(id);
            case EventType::group_is_due:
                return journey.advisory.on_group_due(entity);
            case EventType::group_meets:
                return journey.advisory.on_group_meeting(entity);
            case EventType::linkage_begins:
                return journey.alliances.on_begin(entity);
            case EventType::linkage_ends:
                return journey.alliances.on_end(entity);
            case EventType::day_is_executed:
                return journey.executed.on_day_ends();
            case EventType::count_of_types:
                break;
        }
        core::fail_invariant("an event of no type");
    }

    // One event may visit all who wait, so with more of them fewer events lie between two calls of `stop`.
    void ask(const Stop& stop) {
        constexpr std::uint64_t looked_at = 1 << 24, most = 1024;
        const std::uint64_t events = looked_at / std::max<std::uint64_t>(world.enterprises.places(), 1);
        stop_mask = std::bit_floor(std::clamp<std::uint64_t>(events, 1, most)) - 1;
        if (stop && stop()) throw Stopped{};
    }

    void schedule_day(Date d) {
        world.schedule(d, Phase::calendar, EventType::day_begins,
                       static_cast<std::uint32_t>(world.blueprint.index_of(d)));
    }

    void begin_day(Date d) {
        const std::chrono::year_month_day ymd(d);
        const bool month_begins = unsigned(ymd.day()) == 1;
        if (month_begins && d > world.blueprint.first_day) end_month(d - core::days(1));
        world.today = d;
        world.month = static_cast<std::size_t>(world.blueprint.on(d).month_index);
        world.spell = world.blueprint.spell_of(d);
        world.is_executed = world.blueprint.is_executed(world.month);
        if (month_begins) journey.executed.begin_month();
        if (world.blueprint.scenario.demand.returning > 0) notice_who_left();
        if (month_begins && unsigned(ymd.month()) == 1) begin_year(int(ymd.year()));
        const bool money_came = journey.funding.begin_day(d);
        if (world.blueprint.spells[world.spell] == d) begin_spell(month_begins);
        const bool is_start = d == world.blueprint.initial_day() && world.blueprint.scenario.initial.is_any();
        if (is_start) journey.starting.place();
        if (money_came || is_start) try_again();
        if (world.blueprint.on(d).works) {
            if (world.is_executed) {
                journey.executed.begin_day(d);
            } else {
                journey.arrivals.begin_day(d);
            }
            journey.alliances.begin_day(d);
            for (std::uint32_t shift = 0; shift < shifts() && !world.blueprint.scenario.attention.always_open;
                 ++shift) {
                world.schedule(world.blueprint.opening(d) + world.blueprint.scenario.attention.starts[shift],
                               Phase::calendar, EventType::shift_starts,
                               static_cast<std::uint32_t>(world.blueprint.index_of(d)) * shifts() + shift);
            }
            if (!world.is_executed) tell_limits(world, journey, d);
        }
        if (d + core::days(1) < world.blueprint.end_day) schedule_day(d + core::days(1));
    }

    [[nodiscard]] std::uint32_t shifts() const {
        return static_cast<std::uint32_t>(world.blueprint.scenario.attention.starts.size());
    }

    void begin_year(int year) {
        world.year = year;
        journey.funding.begin_year(world.blueprint.year(year));
        journey.arrivals.begin_year();
        journey.advisory.begin_year();
        journey.attention.begin_year();
        journey.waiting_lists.begin_year();
    }

    // The end of patience is otherwise noticed when a turn comes, but those who will come back must leave in time.
    void notice_who_left() {
        journey.attention.settle();
        journey.waiting_lists.drop_the_impatient();
    }

    // Closes the offices that worked in the last spell and no longer do.
    void close_offices() {
        if (world.spell == 0) return;
        for (std::uint32_t o = 0; o < world.blueprint.offices.size(); ++o) {
            const OfficeId office(o);
            if (world.is_working(office) || !world.blueprint.office_spell(o, world.spell - 1).works) continue;
            journey.attention.close(office);
            const UnitId unit = world.blueprint.offices[o].unit;
            if (world.blueprint.units[unit.value].office != office) continue;  // its advisors are another office's
            journey.waiting_lists.close(unit);
            journey.advisory.close(unit);
        }
    }

    void begin_spell(bool with_a_month) {
        close_offices();
        if (with_a_month) {
            journey.waiting_lists.begin_month();
            journey.attention.begin_month();
        }
        journey.advisory.begin_spell();
        journey.attention.begin_spell();
        journey.alliances.pay_waiting();
        journey.waiting_lists.fill_in_turn();
    }

    // Lets those who wait for money try again when some comes.
    void try_again() {
        journey.alliances.pay_waiting();
        journey.waiting_lists.fill_in_turn();
        journey.attention.resume();
    }

    void end_month(Date last_day) {
        const Day& day = world.blueprint.on(last_day);
        journey.funding.end_month(last_day);
        for (const Component c : components)
            world.observer.on(MonthAccountFact{day.year, day.month, c, journey.funding.paid(c)});
        if (world.blueprint.cut && last_day + core::days(1) == *world.blueprint.cut) journey.funding.cut();
        if (day.month == 12) end_year(day.year);
    }

    void end_year(int year) {
        journey.funding.end_year();
        auto& facts = office_years;
        facts.assign(world.blueprint.offices.size(), {});
        for (std::uint32_t o = 0; o < facts.size(); ++o) {
            facts[o] = {.year = year,
                        .office = OfficeId(o),
                        .desk_hours = journey.attention.hours_rostered(OfficeId(o)),
                        .desk_hours_busy = journey.attention.hours_busy(OfficeId(o))};
        }
        for (std::uint32_t u = 0; u < world.blueprint.units.size(); ++u) {
            const UnitId unit(u);
            const Agenda& agenda = journey.advisory.agenda();
            journey.advisory.account(unit);
            OfficeYearFact& f = facts[world.blueprint.units[u].office.value];
            f.slot_days = journey.advisory.slot_days(unit);
            f.slot_days_used = journey.advisory.slot_days_used(unit);
            // Sessions that take no hours leave none to count.
            f.agenda_hours = world.blueprint.scenario.advisory.unlimited_hours ? 0 : agenda.hours(unit, year);
            f.agenda_hours_booked = agenda.hours_booked(unit, year);
        }
        for (const auto& f : facts) world.observer.on(f);
    }

    // Every arrival is in exactly one state: compares the running counts with the arrivals and with the table.
    void check_conservation() {
        alive.assign(world.blueprint.offices.size(), 0);
        for (std::size_t i = 0; i < world.enterprises.places(); ++i) {
            const EnterpriseId id(static_cast<std::uint32_t>(i));
            if (!world.enterprises.is_free_place(id) && world.enterprises[id].state != State::on_the_way) {
                ++alive[world.enterprises[id].office.value];
            }
        }
        for (std::size_t o = 0; o < alive.size(); ++o) {
            const auto& [arrived, counts] = world.census[o];
            std::int64_t total = 0, present = 0;
            for (std::size_t s = 0; s < counts.size(); ++s) {
                core::ensure(counts[s] >= 0, "a state holds fewer than no enterprises");
                total += counts[s];
            }
            for (const State s :
                 {State::waiting_for_attention, State::in_attention, State::waiting_for_slot, State::in_plan}) {
                present += counts[static_cast<std::size_t>(s)];
            }
            core::ensure(total == arrived, "arrivals and states of an office do not add up");
            // Graduates in cooldown and those who left and will come back also keep a place.
            core::ensure(alive[o] >= present && alive[o] <= total,
                         "the table of enterprises and the counts by state differ");
        }
    }

    World world;
    Journey journey;
    std::uint64_t stop_mask = 0;  // events between two calls of `stop`, minus one; a power of two minus one
    // Members only to keep their memory.
    std::vector<OfficeYearFact> office_years;  // of the year that ends
    std::vector<std::int64_t> alive;           // by office, counted at the end
};

Programme::Programme(const Blueprint& blueprint, Observer& observer)
    : impl_(std::make_unique<Impl>(blueprint, observer)) {}

Programme::~Programme() = default;

std::uint64_t Programme::events() const { return impl_->world.clock.handled(); }

void Programme::run(std::uint64_t seed, std::uint32_t replication, const Stop& stop) {
    try {
        impl_->run(seed, replication, stop);
    } catch (const core::BrokenInvariant& e) {
        throw core::BrokenInvariant(
            fmt::format("replication {}, {}: {}", replication, core::iso(impl_->world.now()), e.what()));
    }
}

}  // namespace aforo::model
