// The stages of an enterprise's way, in its order, each in a file of its own; what one stage hands on, it hands to the
// next through here.
#pragma once

#include "advisory.hpp"
#include "alliances.hpp"
#include "arrivals.hpp"
#include "attention.hpp"
#include "diagnosis.hpp"
#include "funding.hpp"
#include "graduation.hpp"
#include "waiting_list.hpp"

namespace aforo::model {

struct Journey {
    explicit Journey(World& world)
        : arrivals(world, *this),
          attention(world, *this),
          diagnosis(world, *this),
          waiting_lists(world, *this),
          advisory(world, *this),
          graduation(world, *this),
          alliances(world, *this),
          funding(world) {}

    Arrivals arrivals;
    Attention attention;
    Diagnosis diagnosis;
    WaitingLists waiting_lists;
    Advisory advisory;
    Graduation graduation;
    Alliances alliances;
    Funding funding;
};

}  // namespace aforo::model
