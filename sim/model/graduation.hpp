// Graduation, its outcomes, and the return for another plan.
#pragma once

#include "world.hpp"

namespace aforo::model {

class WaitingLists;

class Graduation {
public:
    Graduation(World& world, WaitingLists& waiting_lists) : w_(world), waiting_lists_(waiting_lists) {}

    void graduate(EnterpriseId id);
    void on_cooldown_end(EnterpriseId id);

private:
    void tell_outcome(EnterpriseId id, const Draw& draw);

    World& w_;
    WaitingLists& waiting_lists_;
};

}  // namespace aforo::model
