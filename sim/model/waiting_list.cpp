#include "waiting_list.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/policy/priority.hpp"
#include "journey.hpp"

namespace aforo::model {

void WaitingLists::restart() {
    lists_.resize(w_.plan.centres);
    for (auto& list : lists_) list.clear();
}

void WaitingLists::join(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    w_.move(id, State::waiting_for_slot);
    e.since = w_.now();
    e.deadline = Time::max();
    const Draw draw = w_.draw(e.key, purpose::slot_patience.block, e.plans);
    e.declines = draw[purpose::decline] < w_.plan.scenario.waiting_list.decline;
    if (w_.plan.slot_patience) {
        const double patience = (*w_.plan.slot_patience)(draw[purpose::slot_patience]);
        e.deadline = e.since + Duration(std::llround(std::min(patience, 1e13)));
    }
    const OfficeId centre = w_.plan.offices[e.office.value].centre;
    auto& list = lists_[centre.value];
    list.push_back({policy::priority_key(w_.plan.scenario.waiting_list.priority, e.profile), e.since, e.key, id});
    std::push_heap(list.begin(), list.end());
    fill(centre);
}

void WaitingLists::fill(OfficeId centre) {
    while (offer_one(centre)) {
    }
}

void WaitingLists::fill_in_turn() {
    for (bool any = true; any;) {
        any = false;
        for (std::uint32_t c = 0; c < w_.plan.centres; ++c) any = offer_one(OfficeId(c)) || any;
    }
}

bool WaitingLists::offer_one(OfficeId centre) {
    auto& list = lists_[centre.value];
    while (!list.empty() && journey_.advisory.has_free_slot(centre)) {
        const EnterpriseId id = list.front().id;
        const Enterprise& e = w_.enterprises[id];
        const bool is_gone = e.deadline <= w_.now();
        const bool takes_it = !is_gone && !e.declines;
        if (takes_it && !journey_.funding.spend(Component::advisory, w_.plan.scenario.advisory.plan_cost)) return false;
        std::pop_heap(list.begin(), list.end());
        list.pop_back();
        if (is_gone) {
            withdraw(id);
        } else if (e.declines) {
            w_.tell(FactKind::declined, id, e.since);
            w_.leave(id, State::declined);
        } else {
            journey_.advisory.admit(id);
            return true;
        }
    }
    return false;
}

void WaitingLists::withdraw(EnterpriseId id) {
    const Enterprise& e = w_.enterprises[id];
    w_.tell_past(FactKind::withdrew, id, e.deadline, e.since);
    w_.leave(id, State::withdrew);
}

void WaitingLists::settle() {
    for (auto& list : lists_) {
        for (const Candidate& c : list) {
            if (w_.enterprises[c.id].deadline < w_.now()) withdraw(c.id);
        }
    }
}

bool WaitingLists::has_queue(OfficeId centre) const {
    const auto& list = lists_[centre.value];
    return std::any_of(list.begin(), list.end(),
                       [&](const Candidate& c) { return w_.enterprises[c.id].deadline > w_.now(); });
}

}  // namespace aforo::model
