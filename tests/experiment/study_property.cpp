// The one place that runs replications: the same values whatever the threads, the shape of the work and what an archive
// already holds.
#include <doctest/doctest.h>

#include <atomic>
#include <cmath>
#include <map>
#include <set>

#include "aforo/experiment/compare.hpp"
#include "aforo/experiment/study.hpp"
#include "model/scenarios.hpp"

using namespace aforo;
using experiment::Kept;
using experiment::Study;

namespace {

// Holds items in memory, and may lose some.
struct Memory : experiment::Archive {
    struct Contender {
        std::vector<measure::Key> keys;
        std::map<int, std::vector<double>> items;
    };
    std::map<std::size_t, Contender> held;
    int opened = 0, added = 0;

    Found open(std::size_t contender, const std::string&) override {
        ++opened;
        Found found{held[contender].keys, {}};
        for (const auto& [r, values] : held[contender].items) {
            found.values.resize(static_cast<std::size_t>(r) + 1);
            found.values.back() = values;
        }
        return found;
    }
    void put(std::size_t contender, int replication, const std::vector<measure::Key>& keys,
             std::span<const double> values) override {
        ++added;
        held[contender].keys = keys;
        held[contender].items[replication] = {values.begin(), values.end()};
    }
};

std::vector<scenario::Scenario> three() {
    std::vector<scenario::Scenario> all(3, testing::small());
    all[1].advisory.advisors = 14;
    all[2].work_plan.no_show = 0.3;
    return all;
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

bool same(const std::vector<double>& a, const std::vector<double>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) { return same(x, y); });
}

bool same(experiment::Values a, experiment::Values b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const std::vector<double>& x, const std::vector<double>& y) { return same(x, y); });
}

// The values of a comparison, to the last bit.
std::vector<double> numbers_of(const experiment::Compared& compared) {
    std::vector<double> all;
    for (const auto& a : compared.comparison.alternatives) {
        for (const auto& d : a.differences) all.insert(all.end(), {d.value.mean, d.value.half_width, d.gain});
        for (const auto& f : a.fates) {
            for (const auto& e : f.values) all.insert(all.end(), {e.mean, e.sd});
        }
    }
    return all;
}

}  // namespace

TEST_CASE("a study gives the same values for any number of threads and any shape of the work") {
    experiment::Options options;
    options.replications = 5;
    options.threads = 1;
    Study alone(options);
    for (auto& s : three()) alone.add({.scenario = s});
    REQUIRE(alone.extend(5));
    for (const int threads : {2, 7}) {
        experiment::Options more = options;
        more.threads = threads;
        Study together(more);
        for (auto& s : three()) together.add({.scenario = s});
        REQUIRE(together.extend(2));
        REQUIRE(together.extend(5));
        for (std::size_t c = 0; c < 3; ++c) CHECK(same(alone.values(c), together.values(c)));
    }
    for (std::size_t c = 0; c < 3; ++c) {
        const model::Blueprint blueprint(three()[c]);
        measure::Replication by_hand(blueprint);
        const std::vector<std::vector<double>> fourth = {by_hand.run(options.seed, 4)};
        CHECK(same(alone.values(c).subspan(4), fourth));
    }
}

TEST_CASE("of what is kept less the rest is left out and nothing else differs") {
    experiment::Options options;
    options.replications = 2;
    Study study(options);
    for (const Kept kept : {Kept::everything, Kept::years, Kept::headlines})
        study.add({.scenario = testing::small(), .kept = kept});
    REQUIRE(study.extend(2));
    CHECK(study.keys(1).size() < study.keys(0).size());
    CHECK(study.keys(2).size() < study.keys(1).size());
    const auto name = [](const measure::Key& k) { return std::tuple(k.column, k.year, k.month, k.level, k.id); };
    for (const std::size_t c : {1U, 2U}) {
        std::size_t all = 0;
        for (std::size_t k = 0; k < study.keys(c).size(); ++k, ++all) {
            while (name(study.keys(0)[all]) != name(study.keys(c)[k])) REQUIRE(++all < study.keys(0).size());
            CHECK(same(study.values(c)[1][k], study.values(0)[1][all]));
        }
    }
}

TEST_CASE("what an archive holds is not simulated again, whatever part of it that is") {
    experiment::Options options;
    options.replications = 6;
    options.threads = 2;
    Memory archive;
    options.archive = &archive;
    Study whole(options);
    for (auto& s : three()) whole.add({.scenario = s});
    REQUIRE(whole.extend(6));
    CHECK(archive.added == 18);
    std::uint32_t lost = 12345;
    for (int round = 0; round < 5; ++round) {
        Memory part = archive;
        part.added = 0;
        int missing = 0;
        for (auto& [c, contender] : part.held) {
            for (int r = 0; r < 6; ++r) {
                lost = lost * 1664525u + 1013904223u;
                if (lost >> 30 == 0) missing += static_cast<int>(contender.items.erase(r));
            }
            if (contender.items.empty()) contender.keys.clear();
        }
        std::atomic<int> simulated = 0;
        experiment::Options again = options;
        again.archive = &part;
        Study resumed(again);
        for (auto& s : three()) {
            resumed.add({.scenario = s, .beside = [&](int, const measure::Replication&) {
                             ++simulated;
                             return std::vector<double>{};
                         }});
        }
        REQUIRE(resumed.extend(6));
        CHECK(simulated == missing);
        CHECK(part.added == missing);
        for (std::size_t c = 0; c < 3; ++c) CHECK(same(whole.values(c), resumed.values(c)));
    }
}

TEST_CASE("a comparison that lost some of its items is the same once they are found anew, fates too") {
    experiment::Options options;
    options.replications = 12;
    options.threads = 2;
    Memory archive;
    options.archive = &archive;
    const auto whole = numbers_of(experiment::compare(three(), options));
    options.archive = nullptr;
    CHECK(same(numbers_of(experiment::compare(three(), options)), whole));
    // Of the base alone, of an alternative alone, and of both.
    for (const auto& [base, alternative] : {std::pair{3, -1}, {-1, 3}, {4, 4}, {11, 0}}) {
        Memory part = archive;
        part.added = 0;
        const int missing = static_cast<int>(part.held[0].items.erase(base) + part.held[2].items.erase(alternative));
        options.archive = &part;
        CHECK(same(numbers_of(experiment::compare(three(), options)), whole));
        CHECK(part.added == missing);
    }
}

TEST_CASE("a study that is stopped keeps what was finished, and goes on from there") {
    experiment::Options options;
    options.replications = 8;
    options.threads = 2;
    Memory archive;
    options.archive = &archive;
    std::atomic<int> finished = 0;
    options.progress = [&](int done, int) { finished = done; };
    options.stop = [&] { return finished >= 7; };  // asked within replications too
    Study stopped(options);
    for (auto& s : three()) stopped.add({.scenario = s});
    CHECK_FALSE(stopped.extend(8));
    CHECK(archive.added >= 7);
    CHECK(archive.added <= 8);  // one may have been in another thread's hands
    options.stop = {};
    std::vector<int> progress;
    options.progress = [&](int done, int of) {
        progress.push_back(done);
        CHECK(of == 24);
    };
    const int before = archive.added;
    Study resumed(options);
    for (auto& s : three()) resumed.add({.scenario = s});
    REQUIRE(resumed.extend(8));
    CHECK(progress.front() == before + 1);
    CHECK(progress.back() == 24);
    options.archive = nullptr;
    options.progress = {};
    Study whole(options);
    for (auto& s : three()) whole.add({.scenario = s});
    REQUIRE(whole.extend(8));
    for (std::size_t c = 0; c < 3; ++c) CHECK(same(whole.values(c), resumed.values(c)));
}

TEST_CASE("what goes wrong in a thread ends the study with its reason") {
    experiment::Options options;
    options.replications = 4;
    options.threads = 3;
    Study study(options);
    study.add({.scenario = testing::small(), .beside = [](int r, const measure::Replication&) -> std::vector<double> {
                   if (r == 2) throw core::BrokenInvariant("as asked");
                   return {};
               }});
    CHECK_THROWS_WITH_AS(study.extend(4), "as asked", core::BrokenInvariant);
}
