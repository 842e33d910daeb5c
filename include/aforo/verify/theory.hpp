// Results of queueing theory for the models to which scenarios/verificacion/ reduces the programme. Rates are per hour,
// durations in hours.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace aforo::verify {

// A queue with Poisson arrivals of rate `arrivals` and `servers` exponential servers of rate `service` each. Arrivals
// that find `room` waiting are blocked, and each one that waits leaves at rate `impatience`.
struct Queue {
    double arrivals = 0, service = 1;
    int servers = 1;
    double impatience = 0;
    int room = -1;  // −1: unlimited
};
// Values of its stationary distribution, a birth and death process (M/M/c; Erlang A, Palm 1957; M/M/c/K; Erlang B).
struct Stationary {
    double wait = 0;       // mean, of those who are not blocked (Little)
    double abandoned = 0;  // share of arrivals
    double blocked = 0;    // share of arrivals
};
[[nodiscard]] Stationary stationary(const Queue& queue);

// The mean wait in M/G/1 (Pollaczek 1930, Khinchine 1932) for a service with this mean and coefficient of variation.
[[nodiscard]] double wait_of_mg1(double arrivals, double mean, double cv);

// The mean waits in M/M/c with two classes, of which the first has priority without interrupting a service (Cobham
// 1954; Kella and Yechiali 1985).
[[nodiscard]] std::array<double, 2> waits_of_priority(std::array<double, 2> arrivals, double service, int servers);

// The shares that abandon in the same queue if all have exponential patience: the Markov chain of the numbers waiting
// in each class, solved numerically.
[[nodiscard]] std::array<double, 2> abandoned_of_priority(std::array<double, 2> arrivals, double service, int servers,
                                                          double impatience);

// The expected number in M_t/M/∞ after the last day, starting empty: `per_day` arrivals spread evenly within each day,
// exponential stays (Eick, Massey and Whitt 1993).
[[nodiscard]] double number_after(std::span<const double> per_day, double stay_days);

// The mean wait if demand and staff change by the hour: each person starts services from `from` until `until` (hours of
// the day) and finishes the current one; arrivals have rate `by_hour`. The Markov chain of (who is busy, how many wait)
// is followed day by day until it repeats itself; at most four persons.
struct Shift {
    double from = 0, until = 24;
};
[[nodiscard]] double wait_of_shifts(std::span<const double, 24> by_hour, double service,
                                    const std::vector<Shift>& persons);

}  // namespace aforo::verify
