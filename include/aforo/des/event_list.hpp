// The event list: a total order of typed 16-byte events. No word of any domain here.
//
// An event is one 128-bit number, so that (time, phase, sequence) compare in one go, without a branch. Phases order what
// happens at one instant; sequence, the order of scheduling, decides among equals, so that no two events are ever equal.
#pragma once

#include <cstdint>
#include <vector>

#include "aforo/core/time.hpp"

namespace aforo::des {

using core::Duration;
using core::Time;

// What happens first at one instant.
enum class Phase : std::uint8_t { calendar, completion, arrival, withdrawal, horizon };

// type < 256 and entity mean what the model wants.
class Event {
public:
    Event() = default;
    // `since_origin` < 2^44 ms (557 years), sequence < 2^41.
    Event(Duration since_origin, Phase phase, std::uint64_t sequence, std::uint8_t type, std::uint32_t entity)
        : high_(static_cast<std::uint64_t>(since_origin.count()) << 20 | static_cast<std::uint64_t>(phase) << 17 |
                sequence >> 24),
          low_(sequence << 40 | std::uint64_t{type} << 32 | entity) {}

    [[nodiscard]] Duration since_origin() const { return Duration(static_cast<std::int64_t>(high_ >> 20)); }
    [[nodiscard]] std::uint8_t type() const { return static_cast<std::uint8_t>(low_ >> 32); }
    [[nodiscard]] std::uint32_t entity() const { return static_cast<std::uint32_t>(low_); }

    friend bool operator<(const Event& a, const Event& b) {
        return (Wide{a.high_} << 64 | a.low_) < (Wide{b.high_} << 64 | b.low_);
    }

private:
    __extension__ using Wide = unsigned __int128;

    std::uint64_t high_ = 0, low_ = 0;
};
static_assert(sizeof(Event) == 16);

// A 4-ary heap: the reference implementation. Keeps its memory when cleared.
class Heap {
public:
    [[nodiscard]] bool empty() const { return events_.empty(); }
    [[nodiscard]] std::size_t size() const { return events_.size(); }
    void clear() { events_.clear(); }
    void push(const Event& event);
    Event pop();  // the first; there must be one

private:
    std::vector<Event> events_;
};

// A clock and its pending events. EventList is Heap or anything with its five functions.
template <class EventList>
class Kernel {
public:
    // Forgets everything and sets the clock.
    void restart(Time origin) {
        list_.clear();
        origin_ = now_ = origin;
        sequence_ = 0;
    }

    [[nodiscard]] Time now() const { return now_; }
    [[nodiscard]] std::size_t pending() const { return list_.size(); }

    // `at` must not lie before the clock.
    void schedule(Time at, Phase phase, std::uint8_t type, std::uint32_t entity) {
        list_.push(Event(at - origin_, phase, sequence_++, type, entity));
    }

    // Handles events in order until one is not before `end` or none is left; the clock then stands at `end`.
    // `handle(type, entity)` may schedule.
    template <class Handler>
    void run_until(Time end, Handler&& handle) {
        while (!list_.empty()) {
            const Event e = list_.pop();
            if (origin_ + e.since_origin() >= end) break;
            now_ = origin_ + e.since_origin();
            handle(e.type(), e.entity());
        }
        now_ = end;
    }

private:
    EventList list_;
    Time origin_{}, now_{};
    std::uint64_t sequence_ = 0;
};

}  // namespace aforo::des
