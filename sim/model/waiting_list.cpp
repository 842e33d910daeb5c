#include "waiting_list.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "advisory.hpp"
#include "arrivals.hpp"
#include "funding.hpp"

namespace aforo::model {

void WaitingLists::restart() {
    const auto& reserves = w_.blueprint.scenario.waiting_list.reserves;
    units_.resize(w_.blueprint.units.size());
    for (UnitLists& lists : units_) {
        lists.reserved.clear();
        lists.owners.clear();
        lists.losses = {};
        for (const auto& r : reserves) lists.reserved.push_back({.share = r.share});
    }
    for (const OwnList& own : w_.blueprint.own_lists) {
        units_[own.unit.value].owners.push_back(own.office);
        units_[own.unit.value].reserved.push_back({.share = own.share});
    }
    for (UnitLists& lists : units_) {
        lists.heaps.resize(lists.reserved.size() + 1);
        for (Heap& heap : lists.heaps) heap.clear();
    }
    demand_.assign(units_.size(), 0.0);
    for (const Office& office : w_.blueprint.offices) demand_[office.unit.value] += office.demand_share;
    begin_year();
}

void WaitingLists::begin_year() {
    for (UnitLists& lists : units_) {
        lists.admitted = 0;
        for (auto& r : lists.reserved) r.admitted = 0;
    }
}

void WaitingLists::begin_month() {
    for (UnitLists& lists : units_) lists.losses.begin_month();
}

void WaitingLists::join(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    const UnitId unit = w_.blueprint.offices[e.office.value].unit;
    UnitLists& lists = units_[unit.value];
    lists.losses.come();
    Heap& heap = lists.heaps[sub_list_of(lists, e)];
    const Terms& terms = w_.terms(e.office);
    const std::size_t room = terms.list_room;
    const auto is_full = [&] {
        std::size_t present = 0;
        for (const Heap& h : lists.heaps) present += h.size();
        return present >= room;
    };
    if (is_full() && terms.slot_patience) {  // some may have left already
        for (Heap& h : lists.heaps) drop_all_impatient(h);
    }
    const bool was_full = !w_.is_executed && is_full();
    if (!w_.blueprint.offers_plans && !w_.is_executed) return turn_away(id);  // there is no list to wait on
    if (was_full && !advisory_.has_free_slot(unit)) return turn_away(id);
    if (!w_.is_working(w_.blueprint.units[unit.value].office)) return turn_away(id);
    w_.move(id, State::waiting_for_slot);
    e.since = w_.now();
    e.deadline = Time::max();
    const Draw draw = w_.draw(e.key, purpose::slot_patience.block, request_number(e.plans, e.returns));
    e.declines = draw[purpose::decline] < terms.decline;
    if (terms.slot_patience) {
        e.deadline = e.since + core::from_milliseconds((*terms.slot_patience)(draw[purpose::slot_patience]));
    }
    heap.push_back(waiting(id));
    std::push_heap(heap.begin(), heap.end());
    fill(unit);
    if (!was_full || e.state != State::waiting_for_slot) return;
    // The free slot was not for this enterprise: funds lack, or a reserve holds the slot.
    std::erase_if(heap, [&](const Waiting& w) { return w.id == id; });
    std::make_heap(heap.begin(), heap.end());
    turn_away(id);
}

void WaitingLists::place(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    UnitLists& lists = units_[w_.blueprint.offices[e.office.value].unit.value];
    w_.move(id, State::waiting_for_slot);
    const Draw draw = w_.draw(e.key, purpose::slot_patience.block, request_number(e.plans, e.returns));
    e.declines = draw[purpose::decline] < w_.terms(e.office).decline;
    Heap& heap = lists.heaps[sub_list_of(lists, e)];
    heap.push_back(waiting(id));
    std::push_heap(heap.begin(), heap.end());
}

void WaitingLists::turn_away(EnterpriseId id) {
    const Enterprise& e = w_.enterprises[id];
    const Office& office = w_.blueprint.offices[e.office.value];
    units_[office.unit.value].losses.lose(0, funding_.is_exhausted(Component::advisory, office.centre));
    w_.tell(FactKind::turned_away, id);
    w_.move(id, State::turned_away);
    arrivals_.leave_unserved(id, State::turned_away, w_.now());
}

std::size_t WaitingLists::sub_list_of(const UnitLists& lists, const Enterprise& e) const {
    const auto& reserves = w_.blueprint.scenario.waiting_list.reserves;
    for (std::size_t i = 0; i < reserves.size(); ++i) {
        if (policy::is_in(reserves[i].group, e.profile, e.is_re_entry())) return i;
    }
    for (std::size_t i = 0; i < lists.owners.size(); ++i) {
        if (lists.owners[i] == e.office) return reserves.size() + i;
    }
    return lists.reserved.size();
}

WaitingLists::Waiting WaitingLists::waiting(EnterpriseId id) const {
    const Enterprise& e = w_.enterprises[id];
    policy::Candidate c{.profile = e.profile,
                        .is_re_entry = e.is_re_entry(),
                        .came_day = static_cast<double>(day_of_key(e.key)),
                        .requested_day = core::in_days(e.since.time_since_epoch())};
    const auto& priority = w_.blueprint.scenario.waiting_list.priority;
    const auto& chain = priority.chain;
    if (std::find(chain.begin(), chain.end(), scenario::PriorityRule::lottery) != chain.end()) {
        c.lot = w_.draw(e.key, purpose::lot.block, request_number(e.plans, e.returns))[purpose::lot];
    }
    return {policy::priority_key(priority, c), e.since, e.key, id};
}

void WaitingLists::fill(UnitId unit) {
    while (offer_one(unit)) {
    }
}

void WaitingLists::fill_in_turn() {
    for (bool any = true; any;) {
        any = false;
        for (std::uint32_t u = 0; u < units_.size(); ++u) any = offer_one(UnitId(u)) || any;
    }
}

int WaitingLists::execute(int plans) {
    int begun = 0;
    for (const Slots slots : {Slots::free, Slots::none}) {
        std::vector<bool> is_done(units_.size(), false);
        while (begun < plans) {
            std::optional<std::uint32_t> next;
            const auto begun_for_demand = [&](std::uint32_t u) { return (units_[u].admitted + 1) / demand_[u]; };
            for (std::uint32_t u = 0; u < units_.size(); ++u) {
                if (!is_done[u] && (!next || begun_for_demand(u) < begun_for_demand(*next))) next = u;
            }
            if (!next) break;
            if (execute_one(UnitId(*next), slots)) {
                ++begun;
            } else {
                is_done[*next] = true;
            }
        }
    }
    for (const Kept& k : kept_) {
        Heap& heap = units_[k.unit].heaps[k.heap];
        heap.push_back(k.who);
        std::push_heap(heap.begin(), heap.end());
    }
    kept_.clear();
    return begun;
}

bool WaitingLists::execute_one(UnitId unit, Slots slots) {
    UnitLists& lists = units_[unit.value];
    for (;;) {
        const int free_slots = advisory_.free_slots(unit);
        Heap* heap = slots == Slots::none ? first_heap(lists) : free_slots > 0 ? next_heap(lists, free_slots) : nullptr;
        if (!heap) return false;
        const EnterpriseId id = heap->front().id;
        const Enterprise& e = w_.enterprises[id];
        const auto i = static_cast<std::size_t>(heap - lists.heaps.data());
        if (e.admitted_year == w_.year) {
            kept_.push_back({unit.value, i, heap->front()});
            pop(*heap);
            continue;
        }
        pop(*heap);
        if (e.declines) {
            w_.tell(FactKind::declined, id, e.since);
            arrivals_.leave_unserved(id, State::declined, w_.now());
            continue;
        }
        if (i < lists.reserved.size()) ++lists.reserved[i].admitted;
        begin_plan(lists, id);
        return true;
    }
}

void WaitingLists::execute(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    w_.move(id, State::waiting_for_slot);
    e.since = w_.now();
    begin_plan(units_[w_.blueprint.offices[e.office.value].unit.value], id);
}

// What it costs is in what the executed month spent, but for what is still due.
void WaitingLists::begin_plan(UnitLists& lists, EnterpriseId id) {
    ++lists.admitted;
    funding_.owe_for_plan(id);
    advisory_.admit(id);
}

void WaitingLists::empty(Time at) {
    drop_the_impatient();
    for (UnitLists& lists : units_) {
        for (Heap& heap : lists.heaps) {
            for (const Waiting& waiting : heap) {
                w_.tell_past(FactKind::withdrew, waiting.id, at, w_.enterprises[waiting.id].since);
                w_.leave(waiting.id, State::withdrew);
            }
            heap.clear();
        }
    }
}

bool WaitingLists::offer_one(UnitId unit) {
    if (w_.is_executed) return false;
    UnitLists& lists = units_[unit.value];
    for (;;) {
        const int free_slots = advisory_.free_slots(unit);
        Heap* heap = free_slots > 0 ? next_heap(lists, free_slots) : nullptr;
        if (!heap) return false;
        const EnterpriseId id = heap->front().id;
        const Enterprise& e = w_.enterprises[id];
        if (e.declines) {
            pop(*heap);
            w_.tell(FactKind::declined, id, e.since);
            arrivals_.leave_unserved(id, State::declined, w_.now());
            continue;
        }
        if (!funding_.spend_on_plan(id)) return false;
        pop(*heap);
        const auto i = static_cast<std::size_t>(heap - lists.heaps.data());
        if (i < lists.reserved.size()) ++lists.reserved[i].admitted;
        ++lists.admitted;
        advisory_.admit(id);
        return true;
    }
}

WaitingLists::Heap* WaitingLists::first_heap(UnitLists& lists) {
    Heap* best = nullptr;
    for (Heap& heap : lists.heaps) {
        drop_the_impatient(heap);
        if (!heap.empty() && (!best || best->front() < heap.front())) best = &heap;
    }
    return best;
}

WaitingLists::Heap* WaitingLists::next_heap(UnitLists& lists, int free_slots) {
    Heap* best = first_heap(lists);
    if (!best || lists.reserved.empty()) return best;
    for (std::size_t i = 0; i < lists.reserved.size(); ++i) lists.reserved[i].waiting = !lists.heaps[i].empty();
    const auto next = policy::next_list(lists.reserved, lists.admitted, free_slots,
                                        w_.blueprint.scenario.waiting_list.unused_reserve);
    if (!next) return nullptr;
    return *next == policy::anybody ? best : &lists.heaps[*next];
}

void WaitingLists::drop_the_impatient(Heap& heap) {
    while (!heap.empty() && w_.has_lost_patience(heap.front().id)) {
        const EnterpriseId id = heap.front().id;
        pop(heap);
        withdraw(id);
    }
}

// Checks every place in the heap; otherwise only the first is checked, when a slot comes free.
void WaitingLists::drop_all_impatient(Heap& heap) {
    const auto gone =
        std::partition(heap.begin(), heap.end(), [&](const Waiting& w) { return !w_.has_lost_patience(w.id); });
    for (auto w = gone; w != heap.end(); ++w) withdraw(w->id);
    heap.erase(gone, heap.end());
    std::make_heap(heap.begin(), heap.end());
}

void WaitingLists::pop(Heap& heap) {
    std::pop_heap(heap.begin(), heap.end());
    heap.pop_back();
}

void WaitingLists::withdraw(EnterpriseId id) {
    const Enterprise& e = w_.enterprises[id];
    const Office& office = w_.blueprint.offices[e.office.value];
    units_[office.unit.value].losses.lose(w_.months_since(e.deadline),
                                          funding_.was_exhausted(Component::advisory, office.centre, e.deadline));
    w_.tell_past(FactKind::withdrew, id, e.deadline, e.since);
    arrivals_.leave_unserved(id, State::withdrew, e.deadline);
}

void WaitingLists::drop_the_impatient() {
    for (UnitLists& lists : units_) {
        for (Heap& heap : lists.heaps) drop_all_impatient(heap);
    }
}

void WaitingLists::close(UnitId unit) {
    for (Heap& heap : units_[unit.value].heaps) {
        drop_all_impatient(heap);
        for (const Waiting& waiting : heap) {
            w_.tell(FactKind::withdrew, waiting.id, w_.enterprises[waiting.id].since);
            arrivals_.leave_unserved(waiting.id, State::withdrew, w_.now());
        }
        heap.clear();
    }
}

void WaitingLists::settle() {
    for (UnitLists& lists : units_) {
        for (const Heap& heap : lists.heaps) {
            for (const Waiting& waiting : heap) {
                if (w_.has_lost_patience(waiting.id)) {
                    withdraw(waiting.id);
                } else {
                    w_.tell(FactKind::still_waiting, waiting.id, w_.enterprises[waiting.id].since);
                }
            }
        }
    }
}

bool WaitingLists::has_queue(UnitId unit) const {
    for (const Heap& heap : units_[unit.value].heaps) {
        const bool any =
            std::any_of(heap.begin(), heap.end(), [&](const Waiting& w) { return !w_.has_lost_patience(w.id); });
        if (any) return true;
    }
    return false;
}

}  // namespace aforo::model
