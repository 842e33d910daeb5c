// The queues of tests/des/queues.hpp as loops by hand, with the same numbers and no kernel: what a kernel is held to.
#pragma once

#include <algorithm>
#include <limits>

#include "des/queues.hpp"

namespace aforo::by_hand {

using namespace testing;

// Lindley's recursion: each wait from the one before, without a clock.
template <class Draws>
double lindley(double load, Draws draws, std::uint32_t customers) {
    double wait = 0, sum = 0;
    for (std::uint32_t n = 0; n < customers; ++n) {
        auto&& draw = draws(n);
        const double next = draw.exponential(gap) / load, needed = draw.exponential(service);
        sum += wait;
        wait = std::max(0.0, wait + needed - next);
    }
    return sum / customers;
}

// M/M/1 with two clocks, the next arrival and the next completion, and no list of events.
template <class Draws>
double two_clocks(double load, Draws draws, std::uint32_t customers) {
    struct Waiting {
        double since, service;
    };
    constexpr double never = std::numeric_limits<double>::infinity();
    Fifo<Waiting> queue;
    double arrival = 0, completion = never, sum = 0;
    for (std::uint32_t n = 0; n < customers || completion < never;) {
        if (arrival < completion) {
            auto&& draw = draws(n);
            const double now = arrival, needed = (arrival += draw.exponential(gap) / load, draw.exponential(service));
            if (++n == customers) arrival = never;
            if (completion < never) {
                queue.push({now, needed});
            } else {
                completion = now + needed;
            }
        } else if (queue.empty()) {
            completion = never;
        } else {
            const Waiting first = queue.pop();
            sum += completion - first.since;
            completion += first.service;
        }
    }
    return sum / customers;
}

// A bare 4-ary heap of typed 16-byte events. Events of one time come in any order.
struct Event {
    double at;
    std::uint32_t type, entity;
};

class Heap {
public:
    [[nodiscard]] bool empty() const { return events_.empty(); }
    void push(Event event) {
        std::size_t hole = events_.size();
        events_.push_back(event);
        for (; hole > 0 && event.at < events_[(hole - 1) / 4].at; hole = (hole - 1) / 4) {
            events_[hole] = events_[(hole - 1) / 4];
        }
        events_[hole] = event;
    }
    Event pop() {
        const Event first = events_.front(), last = events_.back();
        events_.pop_back();
        const std::size_t n = events_.size();
        if (n == 0) return first;
        std::size_t hole = 0;
        for (std::size_t child = 1; child < n; child = 4 * hole + 1) {
            std::size_t least = child;
            for (std::size_t c = child + 1; c < std::min(child + 4, n); ++c) {
                least = events_[c].at < events_[least].at ? c : least;
            }
            if (last.at <= events_[least].at) break;
            events_[hole] = events_[least];
            hole = least;
        }
        events_[hole] = last;
        return first;
    }

private:
    std::vector<Event> events_;
};

// M/M/1 with that heap and a loop.
template <class Draws>
double bare_heap(double load, Draws draws, std::uint32_t customers) {
    struct Waiting {
        double since, service;
    };
    Heap heap;
    Fifo<Waiting> queue;
    bool busy = false;
    double sum = 0;
    heap.push({0, 0, 0});
    while (!heap.empty()) {
        const Event e = heap.pop();
        if (e.type == 0) {
            auto&& draw = draws(e.entity);
            const double next = draw.exponential(gap) / load, needed = draw.exponential(service);
            if (e.entity + 1 < customers) heap.push({e.at + next, 0, e.entity + 1});
            if (busy) {
                queue.push({e.at, needed});
            } else {
                busy = true;
                heap.push({e.at + needed, 1, 0});
            }
        } else if (queue.empty()) {
            busy = false;
        } else {
            const Waiting first = queue.pop();
            sum += e.at - first.since;
            heap.push({e.at + first.service, 1, 0});
        }
    }
    return sum / customers;
}

// M/M/10+M of two classes, the same way.
template <class Draws>
Abandoned bare_heap_of_ten(Draws draws, std::uint32_t customers) {
    struct Waiting {
        double until, service;
    };
    Heap heap;
    std::array<Fifo<Waiting>, 2> queues;
    std::array<std::uint32_t, 2> came{}, left{};
    int free = 10;
    const auto take = [&](double now) {
        for (std::size_t c = 0; c < 2; ++c) {
            while (!queues[c].empty()) {
                const Waiting first = queues[c].pop();
                if (first.until >= now) return heap.push({now + first.service, 1, 0});
                ++left[c];
            }
        }
        ++free;
    };
    heap.push({0, 0, 0});
    while (!heap.empty()) {
        const Event e = heap.pop();
        if (e.type == 1) {
            take(e.at);
            continue;
        }
        auto&& draw = draws(e.entity);
        const double next = draw.exponential(gap) / 10, needed = draw.exponential(service),
                     patient = draw.exponential(patience) * 4;
        const std::size_t its_class = draw.uniform(rank) < 0.3 ? 0 : 1;
        if (e.entity + 1 < customers) heap.push({e.at + next, 0, e.entity + 1});
        ++came[its_class];
        if (free > 0) {
            --free;
            heap.push({e.at + needed, 1, 0});
        } else {
            queues[its_class].push({e.at + patient, needed});
        }
    }
    return {static_cast<double>(left[0]) / came[0], static_cast<double>(left[1]) / came[1]};
}

}  // namespace aforo::by_hand
