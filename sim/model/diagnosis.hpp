// Diagnosis: the composite of three scores measured with error, and the eligibility filter that refers or lets pass.
#pragma once

#include "world.hpp"

namespace aforo::model {

class Arrivals;
class WaitingLists;

class Diagnosis {
public:
    Diagnosis(World& world, Arrivals& arrivals, WaitingLists& waiting_lists)
        : w_(world), arrivals_(arrivals), waiting_lists_(waiting_lists) {}

    void diagnose(EnterpriseId id);

private:
    // Both of the draw that is made at a diagnosis.
    void sample_business(Enterprise& e, const Draw& draw) const;
    void measure(Enterprise& e, const Draw& draw) const;

    World& w_;
    Arrivals& arrivals_;
    WaitingLists& waiting_lists_;
};

}  // namespace aforo::model
