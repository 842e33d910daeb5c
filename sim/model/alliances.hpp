// Component 3: coordinators start linkages; each takes hours and time, succeeds or not, and is paid when realised.
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
    // Alliances of a centre realised in the year before now.
    [[nodiscard]] int recent(OfficeId centre);
    // Pays, in order, for those that succeeded when there was no money.
    void pay_waiting();

private:
    struct Linkage {
        std::uint64_t key;
        OfficeId centre;
    };

    void realise(const Linkage& l);

    World& w_;
    Funding& funding_;
    std::vector<Linkage> linkages_;
    std::vector<Time> coordinator_free_;  // by centre: when the hours of the linkages begun so far are worked
    std::vector<std::uint32_t> unpaid_;
    std::vector<std::vector<Time>> realised_;  // by centre, in order; those of the last year
};

}  // namespace aforo::model
