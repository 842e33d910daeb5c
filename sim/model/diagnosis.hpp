// Diagnosis: the composite of three scores measured with error, and the eligibility filter that refers or lets pass.
#pragma once

#include "world.hpp"

namespace aforo::model {

struct Journey;

class Diagnosis {
public:
    Diagnosis(World& world, Journey& journey) : w_(world), journey_(journey) {}

    void diagnose(EnterpriseId id);

private:
    // Both of the draw that is made at a diagnosis.
    void sample_business(Enterprise& e, const Draw& draw) const;
    void measure(Enterprise& e, const Draw& draw) const;

    World& w_;
    Journey& journey_;
};

}  // namespace aforo::model
