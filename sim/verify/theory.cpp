#include "aforo/verify/theory.hpp"

#include <Eigen/SparseCore>
#include <Eigen/SparseLU>
#include <algorithm>
#include <cmath>

#include "aforo/core/contracts.hpp"

namespace aforo::verify {

Stationary stationary(const Queue& q) {
    // Relative probabilities of n in the system, until they become negligible.
    std::vector<double> p = {1};
    const std::size_t servers = static_cast<std::size_t>(q.servers);
    const std::size_t most = q.room < 0 ? 1'000'000 : servers + static_cast<std::size_t>(q.room);
    double sum = 1;
    for (std::size_t n = 1; n <= most; ++n) {
        const double waiting = n > servers ? static_cast<double>(n - servers) : 0;
        const double leave = static_cast<double>(std::min(n, servers)) * q.service + waiting * q.impatience;
        p.push_back(p.back() * q.arrivals / leave);
        sum += p.back();
        if (sum > 1e250) {  // avoids overflow
            for (double& x : p) x /= sum;
            sum = 1;
        }
        if (n > servers && p.back() < 1e-18 * sum) break;
    }
    double in_queue = 0;
    for (std::size_t n = servers; n < p.size(); ++n) in_queue += static_cast<double>(n - servers) * p[n] / sum;
    Stationary s;
    s.blocked = q.room < 0 ? 0 : p.back() / sum;
    s.wait = in_queue / (q.arrivals * (1 - s.blocked));
    s.abandoned = q.impatience * in_queue / q.arrivals;
    return s;
}

double wait_of_mg1(double arrivals, double mean, double cv) {
    const double load = arrivals * mean;
    return arrivals * mean * mean * (1 + cv * cv) / (2 * (1 - load));
}

std::array<double, 2> waits_of_priority(std::array<double, 2> arrivals, double service, int servers) {
    const double capacity = service * servers;
    const double first = arrivals[0] / capacity, both = first + arrivals[1] / capacity;
    // Cobham: the wait if all form one class; the time until a server is free follows from it and is the same in any
    // order.
    const double all = stationary({.arrivals = arrivals[0] + arrivals[1], .service = service, .servers = servers}).wait;
    const double remaining = all * (1 - both);
    return {remaining / (1 - first), remaining / ((1 - first) * (1 - both))};
}

std::array<double, 2> abandoned_of_priority(std::array<double, 2> arrivals, double service, int servers,
                                            double impatience) {
    // While somebody waits all servers are busy. States: 0 … servers − 1 busy with nobody waiting; then (i, j) waiting.
    const auto reach = [&](double rate) {  // a generous limit on how many may wait
        return static_cast<int>(std::ceil((rate + 8 * std::sqrt(rate)) / impatience / 4)) + 40;
    };
    const int first_most = std::min(60, reach(arrivals[0])), second_most = std::min(120, reach(arrivals[1]));
    const int columns = second_most + 1, states = servers + (first_most + 1) * columns;
    const auto at = [&](int i, int j) { return servers + i * columns + j; };
    std::vector<Eigen::Triplet<double>> entries;  // of the transposed generator matrix
    const auto flow = [&](int from, int to, double rate) {
        if (rate <= 0) return;
        entries.emplace_back(to, from, rate);
        entries.emplace_back(from, from, -rate);
    };
    const double all = arrivals[0] + arrivals[1], capacity = service * servers;
    for (int n = 0; n < servers; ++n) {
        const int up = n + 1 < servers ? n + 1 : at(0, 0);
        flow(n, up, all);
        flow(up, n, service * (n + 1));
    }
    for (int i = 0; i <= first_most; ++i) {
        for (int j = 0; j <= second_most; ++j) {
            if (i < first_most) flow(at(i, j), at(i + 1, j), arrivals[0]);
            if (j < second_most) flow(at(i, j), at(i, j + 1), arrivals[1]);
            if (i > 0) flow(at(i, j), at(i - 1, j), capacity + i * impatience);
            if (j > 0) flow(at(i, j), at(i, j - 1), (i == 0 ? capacity : 0) + j * impatience);
        }
    }
    // One balance equation is redundant; it is replaced by the sum of the probabilities, which is 1.
    std::erase_if(entries, [](const auto& e) { return e.row() == 0; });
    for (int s = 0; s < states; ++s) entries.emplace_back(0, s, 1.0);
    Eigen::SparseMatrix<double> balance(states, states);
    balance.setFromTriplets(entries.begin(), entries.end());
    Eigen::VectorXd right = Eigen::VectorXd::Zero(states);
    right[0] = 1;
    Eigen::SparseLU<Eigen::SparseMatrix<double>> solver(balance);
    core::ensure(solver.info() == Eigen::Success, "the chain of two classes has no solution");
    const Eigen::VectorXd p = solver.solve(right);
    double first = 0, second = 0;
    for (int i = 0; i <= first_most; ++i) {
        for (int j = 0; j <= second_most; ++j) {
            first += i * p[at(i, j)];
            second += j * p[at(i, j)];
        }
    }
    return {impatience * first / arrivals[0], impatience * second / arrivals[1]};
}

double number_after(std::span<const double> per_day, double stay_days) {
    const double stays = std::exp(-1 / stay_days);
    double number = 0;
    for (const double rate : per_day) number = number * stays + rate * stay_days * (1 - stays);
    return number;
}

namespace {

// The chain of wait_of_shifts: state = waiting × 2^persons + bit mask of who is busy.
class ShiftChain {
public:
    ShiftChain(std::span<const double, 24> by_hour, double service, const std::vector<Shift>& persons)
        : by_hour_(by_hour), service_(service), persons_(persons), masks_(std::size_t{1} << persons.size()) {
        core::ensure(persons.size() <= 4, "at most four persons");
        p_.assign((most_waiting + 1) * masks_, 0.0);
        p_[0] = 1;
    }

    // Follows one day; returns the integral of the expected number waiting.
    double follow_a_day() {
        double waiting_hours = 0;
        for (int step = 0; step < 24 * steps_an_hour; ++step) {
            const double hour = static_cast<double>(step) / steps_an_hour;
            const unsigned open = open_at(hour + 0.5 / steps_an_hour);
            for (std::size_t person = 0; person < persons_.size(); ++person) {
                if (std::abs(persons_[person].from - hour) < 0.5 / steps_an_hour) begin_turns(person);
            }
            const double before = expected_waiting();
            advance(by_hour_[static_cast<std::size_t>(hour)], open);
            waiting_hours += (before + expected_waiting()) / 2 / steps_an_hour;
        }
        return waiting_hours;
    }

private:
    static constexpr int steps_an_hour = 60;
    static constexpr std::size_t most_waiting = 150;

    [[nodiscard]] unsigned open_at(double hour) const {
        unsigned open = 0;
        for (std::size_t i = 0; i < persons_.size(); ++i)
            open |= unsigned{persons_[i].from <= hour && hour < persons_[i].until} << i;
        return open;
    }
    [[nodiscard]] double expected_waiting() const {
        double sum = 0;
        for (std::size_t q = 1; q <= most_waiting; ++q) {
            for (std::size_t m = 0; m < masks_; ++m) sum += static_cast<double>(q) * p_[q * masks_ + m];
        }
        return sum;
    }
    // A person who arrives at the desk starts serving the first who waits.
    void begin_turns(std::size_t person) {
        const std::size_t bit = std::size_t{1} << person;
        for (std::size_t q = 1; q <= most_waiting; ++q) {
            for (std::size_t m = 0; m < masks_; ++m) {
                if (m & bit) continue;
                p_[(q - 1) * masks_ + (m | bit)] += p_[q * masks_ + m];
                p_[q * masks_ + m] = 0;
            }
        }
    }
    void change(const std::vector<double>& p, double arrivals, unsigned open, std::vector<double>& change) const {
        std::fill(change.begin(), change.end(), 0.0);
        for (std::size_t q = 0; q <= most_waiting; ++q) {
            for (std::size_t m = 0; m < masks_; ++m) {
                const std::size_t here = q * masks_ + m;
                if (p[here] == 0) continue;
                const auto flow = [&](std::size_t to, double rate) {
                    change[here] -= rate * p[here];
                    change[to] += rate * p[here];
                };
                const std::size_t idle = open & ~m;
                if (idle != 0 && q == 0) {
                    flow(here | (idle & (~idle + 1)), arrivals);  // the first idle person
                } else if (q < most_waiting) {
                    flow(here + masks_, arrivals);
                }
                for (std::size_t person = 0; person < persons_.size(); ++person) {
                    const std::size_t bit = std::size_t{1} << person;
                    if (m & bit) flow(q > 0 && (open & bit) ? here - masks_ : here & ~bit, service_);
                }
            }
        }
    }
    // One step of fourth-order Runge–Kutta.
    void advance(double arrivals, unsigned open) {
        constexpr double h = 1.0 / steps_an_hour;
        const auto moved = [&](const std::vector<double>& k, double by) {
            std::vector<double> at = p_;
            for (std::size_t i = 0; i < at.size(); ++i) at[i] += by * k[i];
            return at;
        };
        std::vector<double> k1(p_.size()), k2 = k1, k3 = k1, k4 = k1;
        change(p_, arrivals, open, k1);
        change(moved(k1, h / 2), arrivals, open, k2);
        change(moved(k2, h / 2), arrivals, open, k3);
        change(moved(k3, h), arrivals, open, k4);
        for (std::size_t i = 0; i < p_.size(); ++i) p_[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }

    std::span<const double, 24> by_hour_;
    double service_;
    const std::vector<Shift>& persons_;
    std::size_t masks_;
    std::vector<double> p_;
};

}  // namespace

double wait_of_shifts(std::span<const double, 24> by_hour, double service, const std::vector<Shift>& persons) {
    ShiftChain chain(by_hour, service, persons);
    double arrivals = 0, before = -1, waiting_hours = chain.follow_a_day();
    for (const double rate : by_hour) arrivals += rate;
    for (int day = 0; day < 2000 && std::abs(waiting_hours - before) > 1e-9 * waiting_hours; ++day) {
        before = waiting_hours;
        waiting_hours = chain.follow_a_day();
    }
    return waiting_hours / arrivals;
}

}  // namespace aforo::verify
