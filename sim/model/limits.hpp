// Which limits bind at each centre, as docs/decisions/009 defines them: demand, orientation staff, slots, hours of
// advisors, funds.
#pragma once

#include "world.hpp"

namespace aforo::model {

struct Journey;

// Tells the observer of every working centre before the day begins; tells nothing in the run-in.
void tell_limits(const World& world, const Journey& journey, Date day);

}  // namespace aforo::model
