// Diagnosis: three scores measured with error, their composite, and the eligibility filter that refers or lets pass.
#pragma once

#include "world.hpp"

namespace aforo::model {

struct Journey;

class Diagnosis {
public:
    Diagnosis(World& world, Journey& journey) : w_(world), journey_(journey) {}

    void diagnose(EnterpriseId id);

private:
    void sample_business(Enterprise& e) const;
    void measure(Enterprise& e) const;

    World& w_;
    Journey& journey_;
};

}  // namespace aforo::model
