// The stages of an enterprise's way, in order, each in its own file. A stage knows only the neighbours that it hands on
// to; they refer to each other in circles, so all of them are members of one struct.
#pragma once

#include "advisory.hpp"
#include "alliances.hpp"
#include "arrivals.hpp"
#include "attention.hpp"
#include "diagnosis.hpp"
#include "executed.hpp"
#include "funding.hpp"
#include "graduation.hpp"
#include "starting.hpp"
#include "waiting_list.hpp"

namespace aforo::model {

struct Journey {
    explicit Journey(World& world)
        : arrivals(world, attention, alliances),
          attention(world, arrivals, diagnosis, funding),
          diagnosis(world, arrivals, waiting_lists),
          waiting_lists(world, arrivals, advisory, funding),
          advisory(world, waiting_lists, graduation, alliances, funding),
          graduation(world, waiting_lists),
          alliances(world, funding),
          funding(world),
          starting(world, arrivals, attention, diagnosis, waiting_lists, advisory),
          executed(world, arrivals, attention, diagnosis, waiting_lists, alliances) {}

    Arrivals arrivals;
    Attention attention;
    Diagnosis diagnosis;
    WaitingLists waiting_lists;
    Advisory advisory;
    Graduation graduation;
    Alliances alliances;
    Funding funding;
    Starting starting;
    Executed executed;
};

}  // namespace aforo::model
