// Component 2: slots in a caseload, and work plans whose sessions take the advisors' hours in the centre's agenda.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "world.hpp"

namespace aforo::model {

struct Journey;

// The direct hours of a centre's advisors, pooled by week. A session takes the first open day from its due date on
// which the hours booked in the week still fit: on that day and each later day of the week, what is booked up to it
// stays within the pool's share up to it.
class Agenda {
public:
    explicit Agenda(const Blueprint& plan)
        : plan_(plan), offset_(static_cast<std::size_t>(core::weekday_of(plan.first_day))) {}

    void restart();
    // The day that it takes; nothing when no day until the end of the simulation has room.
    std::optional<Date> book(OfficeId centre, Date due, Duration length);
    [[nodiscard]] double hours(OfficeId centre, int year) const;
    [[nodiscard]] double hours_booked(OfficeId centre, int year) const;

private:
    [[nodiscard]] double sum(const std::vector<Duration>& of, OfficeId centre, int year) const;

    // By weekday: the pool's share of the week up to it, less what is booked up to it.
    using Week = std::array<Duration, 7>;

    const Blueprint& plan_;
    const std::size_t offset_;      // days of the first week before the first day
    std::vector<Week> room_;        // [centre × weeks + week]
    std::vector<Duration> booked_;  // as Blueprint::agenda
};

class Advisory {
public:
    Advisory(World& world, Journey& journey) : w_(world), journey_(journey), agenda_(world.plan) {}

    void restart();
    void begin_year(const Year& year);
    // Adds the slot-days used until now: before slots change, and before they are read.
    void account(OfficeId centre);

    [[nodiscard]] bool has_free_slot(OfficeId centre) const {
        return centres_[centre.value].used < centres_[centre.value].slots;
    }
    void admit(EnterpriseId id);
    void on_session(EnterpriseId id);
    void on_stay_end(EnterpriseId id);

    // The latest session booked at a centre had to be put off for longer than this: hours bind.
    static constexpr Duration long_delay = core::days(7);
    [[nodiscard]] bool is_short_of_hours(OfficeId centre) const;

    [[nodiscard]] const Agenda& agenda() const { return agenda_; }
    [[nodiscard]] double slot_days(OfficeId centre) const { return centres_[centre.value].slot_days; }
    [[nodiscard]] double slot_days_used(OfficeId centre) const { return centres_[centre.value].slot_days_used; }

private:
    struct CentreState {
        int slots = 0, used = 0;
        Time accounted_until{};
        double slot_days = 0, slot_days_used = 0;  // of this year
        Duration latest_delay{};
    };

    void book_session(EnterpriseId id, Time due);
    void end_plan(EnterpriseId id);
    [[nodiscard]] Draw session_draw(const Enterprise& e) const;

    World& w_;
    Journey& journey_;
    Agenda agenda_;
    std::vector<CentreState> centres_;
};

}  // namespace aforo::model
