// The waiting list for advisory slots, one for a centre and its satellites, in the order of the priority rule.
#pragma once

#include <vector>

#include "world.hpp"

namespace aforo::model {

struct Journey;

class WaitingLists {
public:
    WaitingLists(World& world, Journey& journey) : w_(world), journey_(journey) {}

    void restart();
    // Asks for a slot: when it qualifies, or comes back as a graduate.
    void join(EnterpriseId id);
    // Gives free slots of a centre to the first in its list, as long as there are slots, people and funds.
    void fill(OfficeId centre);
    // The same for all centres, one admission each in turn by id: when funds return.
    void fill_in_turn();
    void settle();

    [[nodiscard]] bool has_queue(OfficeId centre) const;

private:
    struct Candidate {
        double key;      // of the priority rule: the least is first
        Time requested;  // then by request
        std::uint64_t permanent_key;
        EnterpriseId id;
        // For the heap's "less": true when a comes after b.
        friend bool operator<(const Candidate& a, const Candidate& b) {
            if (a.key != b.key) return a.key > b.key;
            if (a.requested != b.requested) return a.requested > b.requested;
            return a.permanent_key > b.permanent_key;
        }
    };

    // Offers one slot; false when there is nobody, no slot or no funds.
    bool offer_one(OfficeId centre);
    void withdraw(EnterpriseId id);

    World& w_;
    Journey& journey_;
    std::vector<std::vector<Candidate>> lists_;  // heaps, by centre
};

}  // namespace aforo::model
