#include <doctest/doctest.h>

#include <algorithm>

#include "aforo/policy/eligibility.hpp"
#include "aforo/policy/priority.hpp"

using namespace aforo::policy;
using aforo::scenario::Targeting;

namespace {

Targeting targeting() {
    Targeting t;
    t.pass_standard = 50;
    t.high_cut = 60;
    t.criteria = {{Criterion::Kind::sector},
                  {Criterion::Kind::sales, 25000},
                  {Criterion::Kind::formality},
                  {Criterion::Kind::standard},
                  {.kind = Criterion::Kind::bands, .bands = {Band::medium, Band::high}},
                  {Criterion::Kind::need, 80}};
    return t;
}

Profile passing() {
    Profile p;
    p.sales = 800;
    p.composite = 55;
    p.band = Band::medium;
    return p;
}

}  // namespace

TEST_CASE("bands: low below the standard, medium from it, high from the high cut") {
    const Targeting t = targeting();
    CHECK(band_of(t, 49.999) == Band::low);
    CHECK(band_of(t, 50) == Band::medium);
    CHECK(band_of(t, 59.999) == Band::medium);
    CHECK(band_of(t, 60) == Band::high);
}

TEST_CASE("who meets every criterion is eligible") { CHECK(first_failure(targeting(), passing()) == eligible); }

TEST_CASE("each criterion refuses by itself, and is the one that is recorded") {
    const auto failed = [](auto change) {
        Profile p = passing();
        change(p);
        return first_failure(targeting(), p);
    };
    CHECK(failed([](Profile& p) { p.attended_sector = false; }) == 0);
    CHECK(failed([](Profile& p) { p.sales = 25001; }) == 1);
    CHECK(failed([](Profile& p) {
              p.kind = Kind::informal;
              p.committed = false;
          }) == 2);
    CHECK(failed([](Profile& p) {
              p.kind = Kind::informal;
              p.committed = true;
          }) == eligible);
    CHECK(failed([](Profile& p) { p.composite = 49; }) == 3);
    CHECK(failed([](Profile& p) { p.band = Band::low; }) == 4);
    CHECK(failed([](Profile& p) { p.composite = 81; }) == 5);
}

TEST_CASE("the first criterion that fails is the one recorded, in the scenario's order") {
    Profile p = passing();
    p.attended_sector = false;
    p.composite = 10;
    CHECK(first_failure(targeting(), p) == 0);
    Targeting reversed = targeting();
    std::reverse(reversed.criteria.begin(), reversed.criteria.end());
    CHECK(first_failure(reversed, p) == 2);  // the standard, now third
}
