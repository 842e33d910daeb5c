// Graduation, its outcomes, and coming back for another plan.
#pragma once

#include "world.hpp"

namespace aforo::model {

struct Journey;

class Graduation {
public:
    Graduation(World& world, Journey& journey) : w_(world), journey_(journey) {}

    void graduate(EnterpriseId id);
    void on_cooldown_end(EnterpriseId id);

private:
    void tell_outcome(EnterpriseId id, const Draw& draw);

    World& w_;
    Journey& journey_;
};

}  // namespace aforo::model
