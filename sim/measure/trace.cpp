#include "aforo/measure/trace.hpp"

#include <algorithm>

#include "aforo/model/programme.hpp"

namespace aforo::measure {

namespace {

class Counter : public model::Observer {
public:
    explicit Counter(std::uint64_t n) : left_(n) {}

    using Observer::on;
    void on(const model::Fact& f) override {
        if (f.kind == model::FactKind::arrived && left_ > 0 && --left_ == 0) found = f.who->key;
    }
    std::optional<std::uint64_t> found;

private:
    std::uint64_t left_;
};

class Follower : public model::Observer {
public:
    explicit Follower(std::uint64_t key) { life.key = key; }

    using Observer::on;
    void on(const model::Fact& f) override {
        if (f.who->key == life.key) life.steps.push_back({f.kind, f.at, *f.who});
    }
    void on(const model::OutcomeFact& f) override {
        if (f.who->key != life.key) return;
        life.outcome = f;
        life.outcome->who = nullptr;
    }
    Trace life;
};

}  // namespace

std::optional<std::uint64_t> key_of_arrival(const model::Blueprint& blueprint, std::uint64_t seed,
                                            std::uint32_t replication, std::uint64_t n) {
    Counter counter(n);
    model::Programme(blueprint, counter).run(seed, replication);
    return counter.found;
}

Trace trace(const model::Blueprint& blueprint, std::uint64_t seed, std::uint32_t replication, std::uint64_t key) {
    Follower follower(key);
    model::Programme(blueprint, follower).run(seed, replication);
    // A withdrawal is told when a turn comes but happened earlier, so steps are sorted by when they happened.
    std::stable_sort(follower.life.steps.begin(), follower.life.steps.end(),
                     [](const TraceStep& a, const TraceStep& b) { return a.at < b.at; });
    return std::move(follower.life);
}

}  // namespace aforo::measure
