// The advisory component: slots in a caseload, and work plans whose sessions take hours of the centre's agenda.
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <vector>

#include "world.hpp"

namespace aforo::model {

class Alliances;
class Funding;
class Graduation;
class WaitingLists;

// The direct hours of a unit's advisors, pooled by week. A session takes the first open day from its due date on which
// it still fits: for that day and each later day of the week, the hours booked up to that day must stay within the
// pool's share up to that day.
class Agenda {
public:
    explicit Agenda(const Blueprint& blueprint)
        : blueprint_(blueprint), offset_(core::weekday_of(blueprint.first_day)), years_(blueprint.years.size()) {}

    void restart();
    // Returns the day booked, or the end of the simulation when no day before it has room.
    Date book(UnitId unit, Date due, Duration length);
    [[nodiscard]] double hours(UnitId unit, int year) const;
    [[nodiscard]] double hours_booked(UnitId unit, int year) const;

private:
    // A bit for each weekday, bit 0 = Monday.
    using Weekdays = unsigned;
    // For each weekday, the longest session that fits on it. A session on a day counts on that day and the later ones,
    // so room never decreases along the week; the eighth entry has unlimited room. Whole milliseconds are kept as
    // doubles, because a processor takes the minimum of two pairs of doubles in one instruction. One cache line.
    struct alignas(64) Week {
        std::array<double, 8> room;
    };

    const Blueprint& blueprint_;
    const int offset_;  // days of the first week that lie before the first day
    const std::size_t years_;
    std::vector<Weekdays> works_;   // by week: working days of the calendar
    std::vector<Week> weeks_;       // [unit × weeks + week]
    std::vector<Duration> booked_;  // [unit × years + year]
};

class Advisory {
public:
    Advisory(World& world, WaitingLists& waiting_lists, Graduation& graduation, Alliances& alliances, Funding& funding)
        : w_(world),
          waiting_lists_(waiting_lists),
          graduation_(graduation),
          alliances_(alliances),
          funding_(funding),
          agenda_(world.blueprint) {}

    void restart();
    void begin_year();
    void begin_spell();
    // Adds the slot-days used so far; called before slots change and before they are read.
    void account(UnitId unit);

    // Cuts short all plans of the unit, which has no advisors left.
    void close(UnitId unit);

    [[nodiscard]] int free_slots(UnitId unit) const { return units_[unit.value].slots - units_[unit.value].used; }
    [[nodiscard]] bool has_free_slot(UnitId unit) const { return free_slots(unit) > 0; }
    // Puts one with a plan in course at the start: `done` and `until_next` are uniforms of how far it is.
    void place(EnterpriseId id, double done, double until_next);
    void admit(EnterpriseId id);
    // Those whose plans are in course for longest, at an office or everywhere, graduate now.
    void end_oldest(std::int64_t count, std::optional<OfficeId> office);
    void on_session(EnterpriseId id);
    void on_stay_end(EnterpriseId id);
    void on_group_sought(EnterpriseId id);
    void on_group_due(std::uint32_t group);
    void on_group_meeting(std::uint32_t group);

    // Hours bind when the latest session booked at a unit had to be postponed by more than the scenario calls usual.
    [[nodiscard]] bool is_short_of_hours(UnitId unit) const {
        return units_[unit.value].latest_delay > w_.blueprint.scenario.advisory.long_delay;
    }

    [[nodiscard]] const Agenda& agenda() const { return agenda_; }
    [[nodiscard]] double slot_days(UnitId unit) const { return units_[unit.value].slot_days; }
    [[nodiscard]] double slot_days_used(UnitId unit) const { return units_[unit.value].slot_days_used; }

private:
    struct UnitState {
        int slots = 0, used = 0;
        Time accounted_until{};
        double slot_days = 0, slot_days_used = 0;  // of this year
        Duration latest_delay{};
    };
    struct Group {
        std::vector<EnterpriseId> members;
        bool is_closed = false;  // takes no more members
    };

    [[nodiscard]] UnitId unit_of(const Enterprise& e) const { return w_.blueprint.offices[e.office.value].unit; }
    // Books the next session: alone, in the agenda from its due date, or with a group sought from then on.
    void book_next(EnterpriseId id, Time due, Duration length);
    Time book_hours(UnitId unit, Time due, Duration length);
    void join_group(EnterpriseId id);
    void convene(std::uint32_t group);
    // The effect of a session, alone or in a group, on the plan.
    void attend(EnterpriseId id);
    [[nodiscard]] bool is_done(const Enterprise& e) const;
    enum class EndsAs { graduated, cut_short };
    bool end_plan(EnterpriseId id, EndsAs how);
    void return_plans(UnitId unit);
    // Whether this event, due now, belongs to the plan that the enterprise at this place is in.
    bool is_due(EnterpriseId id, EventType type) {
        if (w_.called_off.take(w_.now(), type, id)) return false;
        const Enterprise& e = w_.enterprises[id];
        core::ensure(e.state == State::in_plan && e.deadline == w_.now(), "a session of nobody's plan");
        return true;
    }
    void call_off(EnterpriseId id);
    void find_plans(UnitId unit);
    [[nodiscard]] Draw session_draw(const Enterprise& e, unsigned booking) const {
        return w_.draw(e.key, purpose::no_show.block, e.plans * 4096u + booking);
    }
    [[nodiscard]] Duration first_length(const Enterprise& e) const;
    // The length of the session that is booked.
    [[nodiscard]] Duration session_length(const Enterprise& e) const;
    [[nodiscard]] int sessions_of(const Enterprise& e) const { return w_.sessions_agreed(e); }

    struct Plan {
        Time since;
        std::uint64_t key;
        EnterpriseId id;
        friend auto operator<=>(const Plan&, const Plan&) = default;
    };

    World& w_;
    WaitingLists& waiting_lists_;
    Graduation& graduation_;
    Alliances& alliances_;
    Funding& funding_;
    Agenda agenda_;
    std::vector<UnitState> units_;
    std::vector<Group> groups_;
    std::size_t met_ = 0;                    // all groups before this one are over
    std::vector<Plan> plans_;                // plans of the unit being examined; a member to keep its memory
    std::vector<std::uint32_t> open_group_;  // of units, then of regions, then of the programme; or no_group
    static constexpr std::uint32_t no_group = ~0u;
};

}  // namespace aforo::model
