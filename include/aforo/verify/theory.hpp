// What queueing theory says of the models that scenarios/verificacion/ reduces the programme to. Rates are per hour,
// lengths in hours.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace aforo::verify {

// A queue with `servers` exponential servers of rate `service` each, Poisson arrivals of rate `arrivals`; in it nobody
// finds a place beyond `room` who wait, and who waits leaves at rate `impatience`.
struct Queue {
    double arrivals = 0, service = 1;
    int servers = 1;
    double impatience = 0;
    int room = -1;  // −1: no limit
};
// Of its stationary distribution, a birth and death process (M/M/c; Erlang A, Palm 1957; M/M/c/K; Erlang B).
struct Stationary {
    double wait = 0;       // mean, of those who are let in (Little)
    double abandoned = 0;  // share of arrivals
    double blocked = 0;    // share of arrivals
};
[[nodiscard]] Stationary stationary(const Queue& queue);

// Mean wait of M/G/1 (Pollaczek 1930, Khinchine 1932) with a service of this mean and coefficient of variation.
[[nodiscard]] double wait_of_mg1(double arrivals, double mean, double cv);

// Mean waits of M/M/c with two classes, the first served first without interrupting a service (Cobham 1954; Kella and
// Yechiali 1985).
[[nodiscard]] std::array<double, 2> waits_of_priority(std::array<double, 2> arrivals, double service, int servers);

// Shares that abandon in the same queue when all wait with exponential patience: the Markov chain of the numbers who
// wait of each class, solved numerically.
[[nodiscard]] std::array<double, 2> abandoned_of_priority(std::array<double, 2> arrivals, double service, int servers,
                                                          double impatience);

// Expected number in M_t/M/∞ after the last day, empty before the first: arrivals at an even rate within each day,
// `per_day` of them, who stay an exponential time (Eick, Massey and Whitt 1993).
[[nodiscard]] double number_after(std::span<const double> per_day, double stay_days);

// Mean wait where both demand and staff change by the hour: each person takes turns from `from` until `until`, hours of
// the day, and finishes a service in course; arrivals at `by_hour` a hour. The chain of (who is busy, how many wait),
// followed day by day until it repeats itself; at most four persons.
struct Shift {
    double from = 0, until = 24;
};
[[nodiscard]] double wait_of_shifts(std::span<const double, 24> by_hour, double service,
                                    const std::vector<Shift>& persons);

}  // namespace aforo::verify
