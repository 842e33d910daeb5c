// The waiting list for advisory slots, one for the offices that the same advisors serve, in the order of the priority
// rule. Reserves, and satellites with a list of their own, make sub-lists with a share of the unit's admissions.
#pragma once

#include <vector>

#include "aforo/policy/priority.hpp"
#include "aforo/policy/reserve.hpp"
#include "losses.hpp"
#include "world.hpp"

namespace aforo::model {

class Advisory;
class Arrivals;
class Funding;

class WaitingLists {
public:
    WaitingLists(World& world, Arrivals& arrivals, Advisory& advisory, Funding& funding)
        : w_(world), arrivals_(arrivals), advisory_(advisory), funding_(funding) {}

    void restart();
    void begin_year();
    void begin_month();
    // Asks for a slot: when it qualifies, or comes back as a graduate.
    void join(EnterpriseId id);
    // Gives free slots of a unit to the first in its list, as long as there are slots, people and funds.
    void fill(UnitId unit);
    // The same for all units, one admission each in turn by id: when funds return.
    void fill_in_turn();
    void settle();
    // Sends away those whose patience has ended by now.
    void drop_the_impatient();
    // Sends away all who wait: there are no advisors any more.
    void close(UnitId unit);

    [[nodiscard]] bool has_queue(UnitId unit) const;
    // Slots may stay free for a sub-list in which nobody waits.
    [[nodiscard]] bool keeps_slots(UnitId unit) const {
        return w_.blueprint.scenario.waiting_list.unused_reserve == scenario::UnusedReserve::hold &&
               !units_[unit.value].reserved.empty();
    }
    [[nodiscard]] const Losses& losses(UnitId unit) const { return units_[unit.value].losses; }

private:
    struct Waiting {
        policy::PriorityKey key;  // the least is first
        Time requested;           // then by request
        std::uint64_t permanent_key;
        EnterpriseId id;
        // For the heap's "less": true when a comes after b.
        friend bool operator<(const Waiting& a, const Waiting& b) {
            for (std::size_t i = 0; i < a.key.size(); ++i) {
                if (a.key[i] != b.key[i]) return a.key[i] > b.key[i];
            }
            if (a.requested != b.requested) return a.requested > b.requested;
            return a.permanent_key > b.permanent_key;
        }
    };
    using Heap = std::vector<Waiting>;

    struct UnitLists {
        std::vector<Heap> heaps;  // the reserved sub-lists, then everybody else's
        std::vector<policy::SubList> reserved;
        std::vector<OfficeId> owners;  // of the sub-lists that belong to a satellite; after the reserves
        int admitted = 0;              // this year
        Losses losses;
    };

    [[nodiscard]] std::size_t sub_list_of(const UnitLists& lists, const Enterprise& e) const;
    [[nodiscard]] Waiting waiting(EnterpriseId id) const;
    // Offers one slot; false when there is nobody, no slot or no funds.
    bool offer_one(UnitId unit);
    // The sub-list whose first one is offered the next slot; nullptr when nobody is.
    Heap* next_heap(UnitLists& lists, int free_slots);
    void drop_the_impatient(Heap& heap);
    void drop_all_impatient(Heap& heap);
    static void pop(Heap& heap);
    void withdraw(EnterpriseId id);
    // There is no room for it.
    void turn_away(EnterpriseId id);

    World& w_;
    Arrivals& arrivals_;
    Advisory& advisory_;
    Funding& funding_;
    std::vector<UnitLists> units_;
};

}  // namespace aforo::model
