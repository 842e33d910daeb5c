// What all stages of an enterprise's way share within one replication.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <limits>
#include <vector>

#include "aforo/des/event_list.hpp"
#include "aforo/model/blueprint.hpp"
#include "aforo/model/facts.hpp"
#include "aforo/random/streams.hpp"
#include "purposes.hpp"

namespace aforo::model {

using core::EnterpriseId;
using des::Phase;

// The scheduled events. The entity of an event is the enterprise, linkage, day or shift that it concerns.
enum class EventType : std::uint8_t {
    day_begins,
    shift_starts,
    arrival,
    service_ends,
    session,
    stay_ends,
    cooldown_ends,
    returns,
    group_is_sought,
    group_is_due,
    group_meets,
    linkage_begins,
    linkage_ends,
    day_is_executed,
    count_of_types
};

// The enterprises alive in a replication; a place is reused after its enterprise has left for good.
class EnterpriseTable {
public:
    EnterpriseId add() {
        if (free_.empty()) {
            rows_.emplace_back();
            return EnterpriseId(static_cast<std::uint32_t>(rows_.size() - 1));
        }
        const EnterpriseId id = free_.back();
        free_.pop_back();
        rows_[id.value] = Enterprise{};
        return id;
    }
    void remove(EnterpriseId id) {
        core::ensure(!is_free_place(id), "an enterprise was taken away twice");
        rows_[id.value].state = State::count_of_states;
        free_.push_back(id);
    }
    void clear() {
        rows_.clear();
        free_.clear();
    }
    [[nodiscard]] Enterprise& operator[](EnterpriseId id) { return rows_[id.value]; }
    void prefetch(std::uint32_t place) const {
        if (place < rows_.size()) __builtin_prefetch(&rows_[place], 1);
    }
    [[nodiscard]] std::size_t places() const { return rows_.size(); }
    [[nodiscard]] bool is_free_place(EnterpriseId id) const { return rows_[id.value].state == State::count_of_states; }

private:
    std::vector<Enterprise> rows_;  // State::count_of_states marks a free place
    std::vector<EnterpriseId> free_;
};

// Scheduled events that no longer concern anybody: the next sessions of plans that were cut short. An event that the
// same place schedules later for the same instant comes after them, so the first one is always the cancelled one,
// whoever occupies the place by then.
class CalledOff {
public:
    void add(Time at, EventType type, EnterpriseId id) {
        events_.push_back({at, type, id});
        is_sorted_ = false;
    }
    // Whether this event, due now, was cancelled; if so, it is forgotten.
    bool take(Time now, EventType type, EnterpriseId id) { return !events_.empty() && take_one({now, type, id}); }
    void clear() { events_.clear(); }

private:
    struct Event {
        Time at;
        EventType type;
        EnterpriseId id;
        friend auto operator<=>(const Event&, const Event&) = default;
    };
    bool take_one(const Event& event);

    std::vector<Event> events_;
    bool is_sorted_ = true;
};

// For one office: how many have arrived, run-in included, and how many are in each state.
struct Census {
    std::int64_t arrived = 0;
    std::array<std::int64_t, static_cast<std::size_t>(State::count_of_states)> in{};
};

struct World {
    World(const Blueprint& b, Observer& o) : blueprint(b), observer(o), streams(0, 0) {}

    void restart(std::uint64_t seed, std::uint32_t replication) {
        streams = random::Streams(seed, replication);
        clock.restart(blueprint.first_day, blueprint.end_day);
        enterprises.clear();
        called_off.clear();
        census.assign(blueprint.offices.size(), Census{});
    }

    [[nodiscard]] Time now() const { return clock.now(); }
    void schedule(Time at, Phase phase, EventType type, std::uint32_t entity) {
        clock.schedule(at, phase, static_cast<std::uint8_t>(type), entity);
    }
    [[nodiscard]] Draw draw(std::uint64_t entity, std::uint32_t block, std::uint32_t visit = 0) const {
        return Draw(streams, entity, block, visit);
    }

    void move(EnterpriseId id, State to) {
        Enterprise& e = enterprises[id];
        Census& office = census[e.office.value];
        if (e.state == State::on_the_way) {
            ++office.arrived;
        } else {
            --office.in[static_cast<std::size_t>(e.state)];
        }
        ++office.in[static_cast<std::size_t>(to)];
        e.state = to;
    }
    // What rules at an office now.
    [[nodiscard]] const Terms& terms(OfficeId office) const { return blueprint.terms_at(office, spell); }
    // What ruled when the enterprise in a plan, or just out of it, was admitted: a plan keeps its sessions and its
    // cost.
    [[nodiscard]] const Terms& terms_of_plan(const Enterprise& e) const {
        return blueprint.terms_on(e.office, core::day_of(e.since));
    }
    [[nodiscard]] int sessions_agreed(const Enterprise& e) const {
        return terms_of_plan(e).sessions[static_cast<std::size_t>(e.profile.band)];
    }
    [[nodiscard]] bool is_working(OfficeId office) const { return blueprint.office_spell(office.value, spell).works; }

    // Moves the enterprise to a final state and frees its place.
    void leave(EnterpriseId id, State to) {
        move(id, to);
        enterprises.remove(id);
    }
    // An enterprise leaves after its patience has passed, not at its last instant: with no patience at all it is still
    // served if somebody is free.
    [[nodiscard]] bool has_lost_patience(EnterpriseId id) { return enterprises[id].deadline < now(); }

    // Calendar months since a past time; 0 for this month.
    [[nodiscard]] std::size_t months_since(Time at) const {
        return month - static_cast<std::size_t>(blueprint.on(core::day_of(at)).month_index);
    }

    // Tells what happens now; `since` is given where it ends an interval.
    void tell(FactKind kind, EnterpriseId id, Time since = {}) {
        observer.on(Fact{kind, year, static_cast<int>(month), now(), since, &enterprises[id]});
    }
    void tell_admitted(EnterpriseId id) {
        const Enterprise& e = enterprises[id];
        observer.on(Fact{.kind = FactKind::admitted,
                         .year = year,
                         .month = static_cast<int>(month),
                         .at = now(),
                         .since = e.since,
                         .who = &e,
                         .first_of_year = e.admitted_year != year,
                         .first_ever = !e.counted && year >= blueprint.scenario.horizon.first_year});
    }
    // Tells what happened earlier, or at the last instant of the simulation.
    void tell_past(FactKind kind, EnterpriseId id, Time at, Time since) {
        const Day& day = blueprint.on(core::day_of(at));
        observer.on(Fact{kind, day.year, day.month_index, at, since, &enterprises[id]});
    }

    const Blueprint& blueprint;
    Observer& observer;
    Date today{};           // by the clock: the day of the latest day_begins
    int year = 0;           // by the clock
    std::size_t month = 0;  // by the clock, counted from the first simulated month
    std::size_t spell = 0;  // by the clock
    // Whether this month was executed: what is done is what was done (executed.hpp), and money is what was spent.
    bool is_executed = false;
    random::Streams streams;
    des::Kernel<des::Wheel> clock;
    EnterpriseTable enterprises;
    CalledOff called_off;
    std::vector<Census> census;  // by office
};

}  // namespace aforo::model
