// The diagnosis: the composite of three scores measured with error, and the filter that refers or qualifies.
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
    // Samples what a diagnosis finds of an enterprise that is there at the start; whether the filter lets it through.
    [[nodiscard]] bool qualifies(Enterprise& e) const;

private:
    // Both take the draw made at the diagnosis.
    void sample_business(Enterprise& e, const Draw& draw) const;
    void measure(Enterprise& e, const Draw& draw) const;

    World& w_;
    Arrivals& arrivals_;
    WaitingLists& waiting_lists_;
};

}  // namespace aforo::model
