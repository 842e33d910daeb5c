#include <doctest/doctest.h>

#include <array>
#include <vector>

#include "aforo/policy/priority.hpp"
#include "aforo/policy/reserve.hpp"

using namespace aforo;
using policy::SubList;
using scenario::UnusedReserve;

TEST_CASE("when everybody always waits, each reserve gets its share within one admission") {
    std::vector<SubList> lists = {{.share = 0.5, .waiting = true}, {.share = 0.2, .waiting = true}};
    int others = 0;
    for (int n = 0; n < 1000; ++n) {
        const auto next = policy::next_list(lists, n, 1, UnusedReserve::release);
        REQUIRE(next.has_value());
        if (*next == policy::anybody) {
            ++others;  // the worst case for the reserves
        } else {
            ++lists[*next].admitted;
        }
        CHECK(lists[0].admitted >= 0.5 * (n + 1) - 1);
        CHECK(lists[1].admitted >= 0.2 * (n + 1) - 1.5);
    }
    CHECK(others == doctest::Approx(300).epsilon(0.02));
}

TEST_CASE("an unused reserve is released to anybody, or held while no more slots are free than it is behind") {
    std::vector<SubList> nobody = {{.share = 0.5, .admitted = 0, .waiting = false}};
    CHECK(policy::next_list(nobody, 9, 1, UnusedReserve::release) == policy::anybody);
    CHECK_FALSE(policy::next_list(nobody, 9, 5, UnusedReserve::hold).has_value());  // 5 behind, 5 free
    CHECK(policy::next_list(nobody, 9, 6, UnusedReserve::hold) == policy::anybody);
}

TEST_CASE("ageing at one rate never changes the order between two who wait") {
    scenario::Priority p{.chain = {scenario::PriorityRule::weighted}, .weights = {.potential = -1, .wait_day = 0.5}};
    policy::Candidate early{.requested_day = 100}, late{.requested_day = 120};
    early.profile.composite = 60;
    late.profile.composite = 51;
    // 60 points against 51: the low one would be 9 ahead, but it asked 20 days later, which is 10 points.
    CHECK(policy::priority_key(p, early) < policy::priority_key(p, late));
    late.profile.composite = 49;
    CHECK(policy::priority_key(p, late) < policy::priority_key(p, early));
}
