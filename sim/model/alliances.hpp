// The alliances component: coordinators start linkages; each takes hours and time, may succeed, and is then paid.
#pragma once

#include <vector>

#include "world.hpp"

namespace aforo::model {

class Funding;

class Alliances {
public:
    Alliances(World& world, Funding& funding) : w_(world), funding_(funding) {}

    void restart();
    void begin_day(Date day);
    void on_begin(std::uint32_t linkage);
    void on_end(std::uint32_t linkage);
    // The number of alliances that a centre realised in the last year.
    [[nodiscard]] int recent(OfficeId centre);
    // Pays, in order, for alliances that succeeded while money was lacking.
    void pay_waiting();
    // As many are realised as were on an executed day: those that waited for money, then of centres in turn.
    void execute(int count);

private:
    struct Linkage {
        std::uint64_t key;
        OfficeId centre;
    };

    void realise(const Linkage& l);

    World& w_;
    Funding& funding_;
    std::vector<Linkage> linkages_;
    std::vector<Time> coordinator_free_;  // by centre: when the hours of all linkages begun so far are worked off
    std::vector<std::uint32_t> unpaid_;
    std::size_t turn_ = 0;                     // the next centre of an executed alliance
    std::vector<std::vector<Time>> realised_;  // by centre, in order; only those of the last year
};

}  // namespace aforo::model
