// The waiting list for advisory slots, one for all offices that the same advisors serve, in the order of the priority
// rule. Reserves, and satellites with their own list, form sub-lists with a share of the unit's admissions.
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
    // The enterprise asks for a slot when it qualifies, or when it comes back as a graduate.
    void join(EnterpriseId id);
    // Puts one that waits since earlier on the list; nothing is offered yet.
    void place(EnterpriseId id);
    // Gives free slots of a unit to the first in its list while there are slots, enterprises and funds.
    void fill(UnitId unit);
    // The same for all units when funds return: one admission per unit in turn, by id.
    void fill_in_turn();
    // On an executed day: begins so many plans of those who wait and have begun none this year, at the units that have
    // begun the fewest for their demand, with a free slot while there are any; returns how many it could.
    [[nodiscard]] int execute(int plans);
    // Begins the plan of one who is not on the list.
    void execute(EnterpriseId id);
    // Sends away all who wait, as of a past time.
    void empty(Time at);
    void settle();
    // Sends away those whose patience has ended by now.
    void drop_the_impatient();
    // Sends away all who wait, because the unit has no advisors left.
    void close(UnitId unit);

    [[nodiscard]] bool has_queue(UnitId unit) const;
    // Whether slots may stay free for a sub-list in which nobody waits.
    [[nodiscard]] bool keeps_slots(UnitId unit) const {
        return w_.blueprint.scenario.waiting_list.unused_reserve == scenario::UnusedReserve::hold &&
               !units_[unit.value].reserved.empty();
    }
    [[nodiscard]] const Losses& losses(UnitId unit) const { return units_[unit.value].losses; }

private:
    struct Waiting {
        policy::PriorityKey key;  // the least goes first
        Time requested;           // breaks ties
        std::uint64_t permanent_key;
        EnterpriseId id;
        // The heap's "less": true when a comes after b.
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
        std::vector<Heap> heaps;  // one for each reserved sub-list, then the one for everybody else
        std::vector<policy::SubList> reserved;
        std::vector<OfficeId> owners;  // satellites that own sub-lists, which come after the reserves
        int admitted = 0;              // this year
        Losses losses;
    };

    [[nodiscard]] std::size_t sub_list_of(const UnitLists& lists, const Enterprise& e) const;
    [[nodiscard]] Waiting waiting(EnterpriseId id) const;
    // Offers one slot; returns false when nobody waits or no slot or funds are available.
    bool offer_one(UnitId unit);
    enum class Slots { free, none };
    bool execute_one(UnitId unit, Slots slots);
    void begin_plan(UnitLists& lists, EnterpriseId id);
    // The sub-list with the first of all who wait; nullptr when nobody does.
    Heap* first_heap(UnitLists& lists);
    // The sub-list whose first member is offered the next slot; nullptr when none is.
    Heap* next_heap(UnitLists& lists, int free_slots);
    void drop_the_impatient(Heap& heap);
    void drop_all_impatient(Heap& heap);
    static void pop(Heap& heap);
    void withdraw(EnterpriseId id);
    // The enterprise leaves because there is no room.
    void turn_away(EnterpriseId id);

    World& w_;
    Arrivals& arrivals_;
    Advisory& advisory_;
    Funding& funding_;
    std::vector<UnitLists> units_;
    std::vector<double> demand_;  // by unit, its offices' shares
    struct Kept {
        std::size_t unit, heap;
        Waiting who;
    };
    std::vector<Kept> kept_;  // who had a plan this year already, while an executed day is gone through
};

}  // namespace aforo::model
