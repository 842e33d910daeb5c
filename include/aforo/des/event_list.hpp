// The event list: a total order of typed 16-byte events. It knows no domain.
//
// An event is one 128-bit number, so that (time, phase, sequence) are compared at once, without a branch. The phase
// orders events of the same instant; the sequence number, given in order of scheduling, breaks the remaining ties, so
// that no two events are ever equal.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "aforo/core/time.hpp"

namespace aforo::des {

using core::Duration;
using core::Time;

// The order of events at one instant.
enum class Phase : std::uint8_t { calendar, completion, arrival };

// The meaning of `type` (below 256) and `entity` is up to the model.
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
#ifdef __SIZEOF_INT128__
        __extension__ using Wide = unsigned __int128;
        return (Wide{a.high_} << 64 | a.low_) < (Wide{b.high_} << 64 | b.low_);
#else  // on 32-bit targets
        return a.high_ != b.high_ ? a.high_ < b.high_ : a.low_ < b.low_;
#endif
    }

private:
    std::uint64_t high_ = 0, low_ = 0;
};
static_assert(sizeof(Event) == 16);

// A 4-ary heap, the reference implementation. It keeps its memory when cleared.
class Heap {
public:
    [[nodiscard]] bool empty() const { return events_.size() == std::size_t{vacant_}; }
    [[nodiscard]] std::size_t size() const { return events_.size() - std::size_t{vacant_}; }
    void clear() {
        events_.clear();
        vacant_ = false;
    }
    // The first event; there must be one.
    [[nodiscard]] const Event& top() {
        if (vacant_) close();
        return events_.front();
    }
    void push(Event event) {
        if (vacant_) {
            vacant_ = false;
            sink(event);
        } else {
            events_.push_back(event);
            rise(event);
        }
    }
    // Removes the first event; there must be one. Its place stays vacant for the next push, as most events schedule
    // one.
    Event pop() {
        const Event first = top();
        vacant_ = true;
        return first;
    }
    template <class Foresee>
    Event pop(Foresee&&) {
        return pop();
    }

private:
    // Moves the last event to the vacant place.
    void close() {
        vacant_ = false;
        const Event last = events_.back();
        events_.pop_back();
        if (!events_.empty()) sink(last);
    }
    // Moves up from the last place to where `event` belongs.
    void rise(Event event) {
        Event* const e = events_.data();
        std::size_t hole = events_.size() - 1;
        while (hole > 0) {
            const std::size_t parent = (hole - 1) / 4;
            if (!(event < e[parent])) break;
            e[hole] = e[parent];
            hole = parent;
        }
        e[hole] = event;
    }
    // Moves down from the first place to where `event` belongs.
    void sink(Event event) {
        Event* const e = events_.data();
        const std::size_t n = events_.size();
        std::size_t hole = 0;
        for (std::size_t child = 1; child < n; child = 4 * hole + 1) {
            std::size_t least = child;
            if (child + 4 <= n) {  // nearly always: compare two pairs, then their lesser ones
                const std::size_t left = child + (e[child + 1] < e[child]);
                const std::size_t right = child + 2 + (e[child + 3] < e[child + 2]);
                least = e[right] < e[left] ? right : left;
            } else {
                for (std::size_t c = child + 1; c < n; ++c) least = e[c] < e[least] ? c : least;
            }
            if (!(e[least] < event)) break;
            e[hole] = e[least];
            hole = least;
        }
        e[hole] = event;
    }

    std::vector<Event> events_;
    bool vacant_ = false;  // the event in first place was popped
};

// A timing wheel. Events of later turns of the wheel are kept unsorted by turn; when a turn begins, its events are
// dealt
// out to its slots, and each slot is sorted when its time comes. Events scheduled into the current slot go to a heap.
// Only a few events are sorted at a time, so the cost per event hardly grows with their number. This needs slots of a
// few events: a slot is 2^tick_bits milliseconds, a turn 256 slots. With slots too long everything goes through the
// heap; with slots too short each holds one event. It keeps its memory when cleared.
template <unsigned tick_bits>
class WheelOf {
public:
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    void clear() {
        for (auto& turn : turns_) turn.clear();
        for (auto& slot : slots_) slot.clear();
        occupied_ = {};
        next_ = end_ = nullptr;
        soon_.clear();
        current_ = size_ = 0;
    }
    void push(Event event) {
        ++size_;
        const auto slot = slot_of(event);
        if (slot <= current_) {
            soon_.push(event);
        } else if (turn_of(slot) == turn_of(current_)) {
            put(place_of(slot), event);
        } else {
            if (turn_of(slot) >= turns_.size()) turns_.resize(turn_of(slot) + 1);
            auto& turn = turns_[turn_of(slot)];
            if (turn.size() == turn.capacity()) take_spare(turn);
            turn.push_back(event);
        }
    }
    // Removes the first event; there must be one. `foresee(event)` is called for most events shortly before they come:
    // perhaps not for one scheduled at short notice, perhaps twice for others.
    template <class Foresee>
    Event pop(Foresee&& foresee) {
        --size_;
        if (soon_.empty()) {
            if (next_ == end_) {
                advance();
                if (const std::size_t ahead = next_occupied(place_of(current_) + 1); ahead < slots) {
                    for (const Event& e : slots_[ahead]) foresee(e);
                }
            }
        } else if (next_ == end_ || soon_.top() < *next_) {
            return soon_.pop();
        }
        return *next_++;
    }

private:
    static constexpr unsigned slot_bits = 8;
    static constexpr std::size_t slots = std::size_t{1} << slot_bits;

    // Slots are counted in 64 bits on every target, because milliseconds since the origin do not fit in 32.
    static std::uint64_t slot_of(const Event& e) {
        return static_cast<std::uint64_t>(e.since_origin().count()) >> tick_bits;
    }
    static std::size_t place_of(std::uint64_t slot) { return static_cast<std::size_t>(slot % slots); }
    static std::size_t turn_of(std::uint64_t slot) { return static_cast<std::size_t>(slot >> slot_bits); }
    // Gives a turn without memory the memory of one that was dealt out.
    void take_spare(std::vector<Event>& turn) {
        if (turn.capacity() > 0 || spare_.empty()) return;
        turn.swap(spare_.back());
        spare_.pop_back();
    }
    void put(std::size_t place, Event event) {
        slots_[place].push_back(event);
        occupied_[place / 64] |= std::uint64_t{1} << place % 64;
    }
    // The first slot from `place` on that holds an event, or `slots` when none does before the turn ends.
    [[nodiscard]] std::size_t next_occupied(std::size_t place) const {
        std::uint64_t from_place = ~std::uint64_t{0} << place % 64;
        for (std::size_t w = place / 64; w < occupied_.size(); ++w, from_place = ~std::uint64_t{0}) {
            if (const std::uint64_t found = occupied_[w] & from_place)
                return w * 64 + static_cast<std::size_t>(std::countr_zero(found));
        }
        return slots;
    }
    void advance() {
        const std::size_t done = place_of(current_);
        slots_[done].clear();
        occupied_[done / 64] &= ~(std::uint64_t{1} << done % 64);
        std::size_t turn = turn_of(current_), place = next_occupied(done);
        while (place == slots) {
            if (++turn < turns_.size()) deal_out(turns_[turn]);
            place = next_occupied(0);
        }
        current_ = std::uint64_t{turn} << slot_bits | place;
        next_ = slots_[place].data();  // safe: nothing is added to the current slot
        end_ = next_ + slots_[place].size();
        if (end_ - next_ > 6) deal_out_again();
        sort(next_, end_);
    }
    void deal_out(std::vector<Event>& turn) {
        for (const Event& e : turn) put(place_of(slot_of(e)), e);
        turn.clear();
        if (turn.capacity() > 0) spare_.emplace_back().swap(turn);
    }
    // Deals out the current slot by sixteenths, after which it is nearly sorted.
    void deal_out_again() {
        constexpr unsigned bits = 4;
        static_assert(tick_bits >= bits);
        const auto part_of = [](const Event& e) {
            const auto since_origin = static_cast<std::uint64_t>(e.since_origin().count());
            return static_cast<std::size_t>(since_origin >> (tick_bits - bits) & ((1U << bits) - 1));
        };
        std::array<std::uint32_t, (1U << bits) + 1> place{};
        for (const Event* e = next_; e != end_; ++e) ++place[part_of(*e) + 1];
        for (std::size_t p = 1; p < place.size(); ++p) place[p] += place[p - 1];
        const auto n = static_cast<std::size_t>(end_ - next_);
        if (dealt_.size() < n) dealt_.resize(n);
        for (const Event* e = next_; e != end_; ++e) dealt_[place[part_of(*e)]++] = *e;
        next_ = dealt_.data();
        end_ = next_ + n;
    }
    // Insertion sort for a few events. Many events of one slot are often in order already: they were scheduled in
    // order.
    static void sort(Event* first, Event* last) {
        if (last - first > 32) {
            if (!std::is_sorted(first, last)) std::sort(first, last);
            return;
        }
        for (Event* e = first + 1; e < last; ++e) {
            const Event moved = *e;
            Event* hole = e;
            for (; hole != first && moved < hole[-1]; --hole) *hole = hole[-1];
            *hole = moved;
        }
    }

    std::vector<std::vector<Event>> turns_;             // future events by turn since the origin; unsorted
    std::vector<std::vector<Event>> spare_;             // memory of turns that were dealt out, for later ones
    std::array<std::vector<Event>, slots> slots_;       // events of the current turn by slot; unsorted
    std::array<std::uint64_t, slots / 64> occupied_{};  // a bit for each slot that holds an event
    std::uint64_t current_ = 0;                         // the current slot, counted from the origin
    std::vector<Event> dealt_;                          // the current slot when it holds more than a few events
    Event *next_ = nullptr, *end_ = nullptr;            // the pending events of the current slot, sorted
    Heap soon_;                                         // events scheduled within the current slot
    std::size_t size_ = 0;
};

// Slots of 2.2 minutes and turns of 9.3 hours: for models in which events lie minutes to months ahead.
using Wheel = WheelOf<17>;

// A clock and its pending events. EventList is Heap or a wheel.
template <class EventList>
class Kernel {
public:
    // Forgets all events and sets the clock; nothing will happen at `end` or later.
    void restart(Time origin, Time end) {
        list_.clear();
        origin_ = now_ = origin;
        end_ = end;
        sequence_ = handled_ = 0;
    }

    [[nodiscard]] Time now() const { return now_; }
    [[nodiscard]] std::uint64_t handled() const { return handled_; }  // events since the restart

    // `at` must not lie before the clock. An event at the end or later is dropped.
    void schedule(Time at, Phase phase, std::uint8_t type, std::uint32_t entity) {
        if (at < end_) list_.push(Event(at - origin_, phase, sequence_++, type, entity));
    }

    // Handles events in order until none is left; the clock then stands at the end. `handle(type, entity)` may schedule
    // events; `foresee(event)` may only fetch the data of an event that comes soon.
    template <class Handler, class Foresee>
    void run(Handler&& handle, Foresee&& foresee) {
        while (!list_.empty()) {
            const Event e = list_.pop(foresee);
            now_ = origin_ + e.since_origin();
            ++handled_;
            handle(e.type(), e.entity());
        }
        now_ = end_;
    }
    template <class Handler>
    void run(Handler&& handle) {
        run(handle, [](const Event&) {});
    }

private:
    EventList list_;
    Time origin_{}, now_{}, end_{};
    std::uint64_t sequence_ = 0, handled_ = 0;
};

}  // namespace aforo::des
