#include <doctest/doctest.h>

#include <set>
#include <vector>

#include "aforo/des/event_list.hpp"
#include "aforo/random/streams.hpp"

using namespace aforo;
using des::Event;
using des::Phase;

TEST_CASE("events of one instant happen in the order of their phases, and within a phase in that of scheduling") {
    const auto at = std::chrono::hours(5);
    const Event calendar(at, Phase::calendar, 9, 0, 0), completion(at, Phase::completion, 1, 0, 0);
    const Event first(at, Phase::arrival, 2, 7, 99), second(at, Phase::arrival, 3, 0, 0);
    CHECK(calendar < completion);
    CHECK(completion < first);
    CHECK(first < second);
    CHECK(second < Event(at + std::chrono::milliseconds(1), Phase::calendar, 0, 0, 0));
}

TEST_CASE("an event gives back its time, type and entity up to the limits of its fields") {
    const Event e(std::chrono::milliseconds((1LL << 44) - 1), Phase::arrival, (1ULL << 41) - 1, 255, ~0u);
    CHECK(e.since_origin().count() == (1LL << 44) - 1);
    CHECK(e.type() == 255);
    CHECK(e.entity() == ~0u);
}

// Wheels of a second, of minutes and of hours a slot: the schedules lie within one, in a turn and turns ahead.
TEST_CASE_TEMPLATE("every list hands out random schedules, ties included, in exactly the order of a sorted set", List,
                   des::Heap, des::WheelOf<10>, des::Wheel, des::WheelOf<24>) {
    for (std::uint32_t round = 0; round < 20; ++round) {
        CAPTURE(round);
        const random::Streams random(round, 0);
        std::set<Event> reference;
        List list;
        std::uint64_t sequence = 0;
        core::Duration now{};
        const auto schedule = [&](std::uint64_t n) {
            const auto u = random.draw(n, 0);
            // From within the instant to weeks ahead; coarse times make ties.
            const double span = u[0] < 0.2 ? 0 : u[0] < 0.5 ? 3.6e6 : u[0] < 0.8 ? 8.64e7 : 3e9;
            const auto delay = core::Duration(static_cast<std::int64_t>(u[1] * span) / 60'000 * 60'000);
            const Event e(now + delay, static_cast<Phase>(static_cast<int>(u[2] * 5)), sequence++,
                          static_cast<std::uint8_t>(u[3] * 256), static_cast<std::uint32_t>(n));
            reference.insert(e);
            list.push(e);
        };
        for (std::uint64_t n = 0; n < 500; ++n) schedule(n);
        for (std::uint64_t n = 500; !reference.empty(); ++n) {
            REQUIRE(list.size() == reference.size());
            REQUIRE_FALSE(list.empty());
            const Event a = *reference.begin(), b = list.pop([](const Event&) {});
            reference.erase(reference.begin());
            REQUIRE_FALSE((a < b || b < a));
            REQUIRE(a.entity() == b.entity());
            now = a.since_origin();
            const double more = random.draw(n, 1)[0];
            if (n < 5000) {
                if (more < 0.9) schedule(2 * n);
                if (more < 0.1) schedule(2 * n + 1);
            }
        }
        CHECK(list.empty());
    }
}

TEST_CASE_TEMPLATE("a list that was cleared is as a new one", List, des::Heap, des::Wheel) {
    List list;
    for (const int cleared_after : {0, 1, 3}) {
        for (std::uint32_t n = 0; n < 5; ++n) list.push(Event(std::chrono::hours(20 * n), Phase::arrival, n, 0, n));
        for (int k = 0; k < cleared_after; ++k) list.pop([](const Event&) {});
        list.clear();
        CHECK(list.empty());
        list.push(Event(std::chrono::hours(1), Phase::arrival, 9, 0, 9));
        list.push(Event(std::chrono::hours(2), Phase::arrival, 8, 0, 8));
        CHECK(list.size() == 2);
        CHECK(list.pop([](const Event&) {}).entity() == 9);
        CHECK(list.pop([](const Event&) {}).entity() == 8);
        CHECK(list.empty());
    }
}

TEST_CASE("what is scheduled at the end of the simulation or after it never happens") {
    des::Kernel<des::Wheel> kernel;
    const core::Time origin = core::new_year(2024), end = core::new_year(2025);
    kernel.restart(origin, end);
    kernel.schedule(end, Phase::calendar, 1, 0);
    kernel.schedule(end - core::Duration(1), Phase::calendar, 2, 0);
    kernel.schedule(core::Time::max(), Phase::calendar, 3, 0);
    std::vector<int> seen;
    kernel.run([&](std::uint8_t type, std::uint32_t) { seen.push_back(type); }, [](const Event&) {});
    CHECK(seen == std::vector<int>{2});
    CHECK(kernel.now() == end);
}

// The same known answer in the builds for 64 and for 32 bits: nothing depends on how wide a size is.
TEST_CASE_TEMPLATE("a schedule over sixty years is handed out in one order, whatever the target's width", List,
                   des::Heap, des::Wheel) {
    const random::Streams random(20241231, 7);
    List list;
    for (std::uint32_t n = 0; n < 20'000; ++n) {
        const auto u = random.draw(n, 0);
        const auto at = core::Duration(static_cast<std::int64_t>(u[0] * 60 * 365.25 * 86'400'000));
        list.push(
            Event(at, static_cast<Phase>(static_cast<int>(u[1] * 3)), n, static_cast<std::uint8_t>(u[2] * 256), n));
    }
    std::uint64_t digest = 0xcbf29ce484222325;  // FNV-1a of the entities, in their order
    core::Duration last{};
    while (!list.empty()) {
        const Event e = list.pop([](const Event&) {});
        REQUIRE(e.since_origin() >= last);
        last = e.since_origin();
        digest = (digest ^ e.entity()) * 0x100000001b3;
    }
    CHECK(digest == 3837404883482647999);
}
