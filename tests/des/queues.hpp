// Two queues on the public kernel alone: M/M/1, and M/M/10+M with two classes. Each is a model as a user would write
// it; tests hold them to theory, the benchmarks to what a loop by hand takes (tests/bench/by_hand.hpp).
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "aforo/des/event_list.hpp"
#include "aforo/random/streams.hpp"

namespace aforo::testing {

// What a customer draws for: a lane of its block.
enum Draw { gap, service, patience, rank };

// aforo's own numbers: a block for each customer.
class Keyed {
public:
    Keyed(std::uint64_t seed, std::uint32_t replication) : streams_(seed, replication) {}

    struct Customer {
        random::Uniforms u;
        [[nodiscard]] double uniform(Draw d) const { return u[d]; }
        [[nodiscard]] double exponential(Draw d) const { return -std::log1p(-u[d]); }  // as Quantile::exponential does
    };
    [[nodiscard]] Customer operator()(std::uint32_t n) const { return {streams_.draw(n, 0)}; }

private:
    random::Streams streams_;
};

// xoshiro256++ (Blackman and Vigna 2019, public domain): quick numbers in a row, for which the draw is only a word.
class Sequential {
public:
    Sequential(std::uint64_t seed, std::uint32_t replication) {
        const random::Streams start(seed, replication);
        for (std::size_t i = 0; i < 4; ++i) s_[i] = static_cast<std::uint64_t>(start.draw(i, 0)[0] * 0x1p64);
    }

    [[nodiscard]] Sequential& operator()(std::uint32_t) { return *this; }
    [[nodiscard]] double uniform(Draw) { return (static_cast<double>(next() >> 12) + 0.5) * 0x1p-52; }
    [[nodiscard]] double exponential(Draw d) { return -std::log(uniform(d)); }

private:
    std::uint64_t next() {
        const auto rotated = [](std::uint64_t x, int k) { return x << k | x >> (64 - k); };
        const std::uint64_t result = rotated(s_[0] + s_[3], 23) + s_[0], t = s_[1] << 17;
        s_[2] ^= s_[0];
        s_[3] ^= s_[1];
        s_[1] ^= s_[2];
        s_[0] ^= s_[3];
        s_[2] ^= t;
        s_[3] = rotated(s_[3], 45);
        return result;
    }

    std::array<std::uint64_t, 4> s_{};
};

template <class T>
class Fifo {
public:
    [[nodiscard]] bool empty() const { return items_.empty(); }
    void push(const T& item) { items_.push_back(item); }
    T pop() {
        const T item = items_[first_];
        if (++first_ == items_.size()) {
            items_.clear();
            first_ = 0;
        }
        return item;
    }

private:
    std::vector<T> items_;
    std::size_t first_ = 0;
};

// The unit of time of both models: a slot of the wheel then has a handful of events.
constexpr double unit = 0x1p19;
inline core::Duration units(double x) { return core::Duration(static_cast<std::int64_t>(x * unit)); }
inline double in_units(core::Duration d) { return static_cast<double>(d.count()) / unit; }

// M/M/1, mean service 1. Customers wait in order of arrival.
template <class EventList, class Draws>
class OneServer {
public:
    OneServer(double load, Draws draws) : mean_gap_(1 / load), draws_(draws) {}

    // The mean wait in the queue of the first `customers` that come.
    double mean_wait(std::uint32_t customers) {
        last_ = customers - 1;
        kernel_.restart({}, core::Time::max());
        kernel_.schedule({}, des::Phase::arrival, arrival, 0);
        kernel_.run([this](std::uint8_t type, std::uint32_t n) { type == arrival ? arrive(n) : complete(); });
        return in_units(waited_) / customers;
    }

private:
    enum Type : std::uint8_t { arrival, completion };
    struct Waiting {
        core::Time since;
        core::Duration service;
    };

    void arrive(std::uint32_t n) {
        auto&& draw = draws_(n);
        const auto next = units(draw.exponential(gap) * mean_gap_), needed = units(draw.exponential(service));
        if (n < last_) kernel_.schedule(kernel_.now() + next, des::Phase::arrival, arrival, n + 1);
        if (busy_) {
            queue_.push({kernel_.now(), needed});
        } else {
            serve(needed);
        }
    }
    void serve(core::Duration needed) {
        busy_ = true;
        kernel_.schedule(kernel_.now() + needed, des::Phase::completion, completion, 0);
    }
    void complete() {
        if (queue_.empty()) {
            busy_ = false;
        } else {
            const Waiting first = queue_.pop();
            waited_ += kernel_.now() - first.since;
            serve(first.service);
        }
    }

    double mean_gap_;
    Draws draws_;
    des::Kernel<EventList> kernel_;
    Fifo<Waiting> queue_;
    core::Duration waited_{};
    std::uint32_t last_ = 0;
    bool busy_ = false;
};

// Shares of the two classes that left without service.
using Abandoned = std::array<double, 2>;

// M/M/10+M with two classes, λ = 3 and 7, mean service 1, mean patience 4. A free server takes the first of the first
// class, then of the second, and nobody is put out. Patience has no events: it is looked at when a turn comes.
template <class EventList, class Draws>
class TenServers {
public:
    explicit TenServers(Draws draws) : draws_(draws) {}

    // Of the first `customers` that come.
    Abandoned abandoned(std::uint32_t customers) {
        last_ = customers - 1;
        kernel_.restart({}, core::Time::max());
        kernel_.schedule({}, des::Phase::arrival, arrival, 0);
        kernel_.run([this](std::uint8_t type, std::uint32_t n) { type == arrival ? arrive(n) : complete(); });
        return {static_cast<double>(left_[0]) / came_[0], static_cast<double>(left_[1]) / came_[1]};
    }

private:
    enum Type : std::uint8_t { arrival, completion };
    struct Waiting {
        core::Time until;
        core::Duration service;
    };

    void arrive(std::uint32_t n) {
        auto&& draw = draws_(n);
        const auto next = units(draw.exponential(gap) / 10), needed = units(draw.exponential(service)),
                   patient = units(draw.exponential(patience) * 4);
        const std::size_t its_class = draw.uniform(rank) < 0.3 ? 0 : 1;
        if (n < last_) kernel_.schedule(kernel_.now() + next, des::Phase::arrival, arrival, n + 1);
        ++came_[its_class];
        if (free_ > 0) {
            --free_;
            serve(needed);
        } else {
            queues_[its_class].push({kernel_.now() + patient, needed});
        }
    }
    void serve(core::Duration needed) {
        kernel_.schedule(kernel_.now() + needed, des::Phase::completion, completion, 0);
    }
    void complete() {
        for (std::size_t c = 0; c < 2; ++c) {
            while (!queues_[c].empty()) {
                const Waiting first = queues_[c].pop();
                if (first.until >= kernel_.now()) return serve(first.service);
                ++left_[c];
            }
        }
        ++free_;
    }

    Draws draws_;
    des::Kernel<EventList> kernel_;
    std::array<Fifo<Waiting>, 2> queues_;
    std::array<std::uint32_t, 2> came_{}, left_{};
    std::uint32_t last_ = 0;
    int free_ = 10;
};

}  // namespace aforo::testing
