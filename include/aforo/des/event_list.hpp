// The event list: a total order of typed 16-byte events. No word of any domain here.
//
// An event is one 128-bit number, so that (time, phase, sequence) compare in one go, without a branch. Phases order
// what happens at one instant; sequence, the order of scheduling, decides among equals, so that no two events are ever
// equal.
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
    [[nodiscard]] const Event& top() const { return events_.front(); }
    [[nodiscard]] bool empty() const { return events_.empty(); }
    [[nodiscard]] std::size_t size() const { return events_.size(); }
    void clear() { events_.clear(); }
    void push(const Event& event);
    Event pop();  // the first; there must be one
    [[nodiscard]] const Event* upcoming() const { return nullptr; }

private:
    std::vector<Event> events_;
};

// Buckets of one tick each for what lies ahead, sorted only when their turn comes, and a heap for what is scheduled
// into the tick in course. As fast as sorting a bucket, whatever the number of pending events; made for models in which
// most events are scheduled ticks ahead (here: days). Keeps its memory when cleared.
class Buckets {
public:
    static constexpr Duration tick = std::chrono::hours(24);

    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    void clear();
    void push(const Event& event) {
        ++size_;
        const auto bucket = static_cast<std::size_t>(event.since_origin() / tick);
        if (bucket <= current_) {
            soon_.push(event);
        } else {
            if (bucket >= ahead_.size()) ahead_.resize(bucket + 1);
            ahead_[bucket].push_back(event);
        }
    }
    Event pop();  // the first; there must be one
    // An event that comes soon after the first, where that is known for nothing: for fetching its data early.
    [[nodiscard]] const Event* upcoming() const {
        constexpr std::size_t places = 6;
        return sorted_.size() > places ? &sorted_[sorted_.size() - places] : nullptr;
    }

private:
    void advance();

    std::vector<std::vector<Event>> ahead_;  // by tick since the origin; unsorted
    std::size_t current_ = 0;
    std::vector<Event> sorted_;  // of the current tick, last first
    Heap soon_;                  // scheduled within the current tick
    std::size_t size_ = 0;
};

// A clock and its pending events. EventList is Heap or anything with its five functions.
template <class EventList>
class Kernel {
public:
    // Forgets everything and sets the clock; nothing will happen from `end` on.
    void restart(Time origin, Time end) {
        list_.clear();
        origin_ = now_ = origin;
        end_ = end;
        sequence_ = handled_ = 0;
    }

    [[nodiscard]] Time now() const { return now_; }
    [[nodiscard]] std::size_t pending() const { return list_.size(); }
    [[nodiscard]] std::uint64_t handled() const { return handled_; }  // events since the restart

    // `at` must not lie before the clock. What lies at the end or after it is dropped.
    void schedule(Time at, Phase phase, std::uint8_t type, std::uint32_t entity) {
        if (at < end_) list_.push(Event(at - origin_, phase, sequence_++, type, entity));
    }

    // Handles events in order until none is left; the clock then stands at the end. `handle(type, entity)` may
    // schedule; `prefetch(type, entity)` may fetch the data of an event that comes soon, and nothing else.
    template <class Handler, class Prefetch>
    void run(Handler&& handle, Prefetch&& prefetch) {
        while (!list_.empty()) {
            const Event e = list_.pop();
            if (const Event* soon = list_.upcoming()) prefetch(soon->type(), soon->entity());
            now_ = origin_ + e.since_origin();
            ++handled_;
            handle(e.type(), e.entity());
        }
        now_ = end_;
    }

private:
    EventList list_;
    Time origin_{}, now_{}, end_{};
    std::uint64_t sequence_ = 0, handled_ = 0;
};

}  // namespace aforo::des
