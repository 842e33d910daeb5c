// What is told to stop ends within a replication, and what was finished is what it would have been.
#include <doctest/doctest.h>

#include <atomic>

#include "aforo/experiment/experiment.hpp"
#include "aforo/measure/replication.hpp"
#include "aforo/scenario/reader.hpp"

using namespace aforo;

namespace {

scenario::Scenario small() {
    auto read = scenario::read(AFORO_SOURCE_DIR "/tests/model/small.yaml", core::Lang::en);
    REQUIRE(read.scenario.has_value());
    return std::move(*read.scenario);
}

// NaN is NaN.
bool are_equal(const std::vector<double>& a, const std::vector<double>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return x == y || (x != x && y != y); });
}

}  // namespace

TEST_CASE("a replication stops wherever it is told to, and the next one is as if it had not been") {
    const model::Blueprint blueprint(small());
    measure::Replication fresh(blueprint), stopped(blueprint);
    int asked = 0;
    (void)fresh.run(7, 2, [&] { return ++asked, false; });
    const auto expected = fresh.run(7, 3);
    REQUIRE(asked > 10);
    for (const int after : {1, 2, asked / 7, asked / 3, asked / 2, asked - 1, asked}) {
        CAPTURE(after);
        int left = after;
        CHECK_THROWS_AS((void)stopped.run(7, 2, [&] { return --left == 0; }), model::Stopped);
        CHECK(left == 0);
        CHECK(are_equal(stopped.run(7, 3), expected));
    }
}

TEST_CASE("an experiment that is stopped keeps what was finished, with the values that it would have had") {
    experiment::Options options{.seed = 5, .replications = 12, .threads = 1};
    int asked = 0;
    options.stop = [&] { return ++asked, false; };
    const auto whole = experiment::run(small(), options);
    for (const int threads : {1, 3}) {
        for (const int after : {1, asked / 3, 2 * asked / 3}) {
            CAPTURE(threads);
            CAPTURE(after);
            std::atomic<int> left = after;
            options.threads = threads;
            options.stop = [&] { return --left <= 0; };
            const auto part = experiment::run(small(), options);
            CHECK(part.interrupted);
            CHECK(part.run.replications < 12);
            const std::size_t n = part.samples.replications;
            for (std::size_t k = 0; k < part.samples.keys; ++k) {
                const auto some = part.samples.of(k), all = whole.samples.of(k);
                REQUIRE(are_equal({some.begin(), some.end()}, {all.begin(), all.begin() + static_cast<long>(n)}));
            }
        }
    }
}
