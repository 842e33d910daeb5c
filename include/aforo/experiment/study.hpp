// A study: replications of scenarios, the only place that runs them. Every experiment is a study and what it makes of
// the values. The work items are pairs of a contender (a scenario of the study) and a replication, handed to all
// threads whatever their shape: four replications of five hundred points keep sixty-four threads busy. Values go to
// their (contender, replication) and are reduced in index order by who reads them, so the bits are the same for any
// number of threads, and whether an item was simulated now or found in an archive.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "aforo/experiment/experiment.hpp"
#include "aforo/measure/replication.hpp"

namespace aforo::experiment {

// What is kept of a replication's measures: all of them, months included (80.000 numbers of the national network); the
// years' (25.000); those of years of the programme and its components (500).
enum class Kept : std::uint8_t { everything, years, headlines };

struct Contender {
    scenario::Scenario scenario;
    Kept kept = Kept::everything;
    // Told after each of its replications, by the thread that ran it; what it returns is kept behind the measures.
    using Beside = std::function<std::vector<double>(int replication, const measure::Replication&)>;
    Beside beside = {};
    measure::Keep leaves = measure::Keep::measures;
    // The others' `beside` needs what this one left of the same replication: it is simulated before them, and once more
    // where it was found but one of theirs was not.
    bool comes_first = false;
    std::function<bool(const measure::Key&)> only = {};  // of what is kept, these; unless given, all
    std::string digest = {};                             // of the scenario, where it is known already
    int first = 0;                                       // index of its first replication: which numbers it takes
};

// The values of replications, each in the order of the keys.
using Values = std::span<const std::vector<double>>;

class Study {
public:
    // The options must outlive it. Progress is told of all items up to options.replications.
    explicit Study(const Options& options);
    ~Study();
    Study(const Study&) = delete;
    Study& operator=(const Study&) = delete;

    // Returns its index. What the archive has of it counts as finished.
    std::size_t add(Contender contender);
    // How many there will be, for the progress of a study that adds some later.
    void expect(std::size_t contenders);

    // Runs what lacks of the first `upto` replications of all contenders, or of some. False when it was stopped.
    bool extend(int upto);
    bool extend(const std::vector<std::size_t>& contenders, int upto);

    [[nodiscard]] std::size_t size() const { return contenders_.size(); }
    [[nodiscard]] const scenario::Scenario& scenario(std::size_t contender) const;
    // Those finished, without a gap: each the kept measures in the order of keys(), then what stands beside.
    [[nodiscard]] Values values(std::size_t contender) const;
    [[nodiscard]] const std::vector<measure::Key>& keys(std::size_t contender) const;
    // Of its first n replications; nothing of what stands beside.
    [[nodiscard]] Outcome outcome(std::size_t contender, int n) const;
    // Gives the memory back that a contender takes, of whom nothing is asked any more.
    void forget(std::size_t contender);
    // The accounts of its first replication, which is simulated for it where it was found in an archive. Of one of whom
    // everything is kept.
    [[nodiscard]] std::vector<results::LedgerMonth> ledger(std::size_t contender) const;

private:
    struct State;
    struct Item;
    struct Worker;
    struct Shared;

    void work(Worker& worker);
    [[nodiscard]] bool next_item(Worker& worker, Item& item);
    [[nodiscard]] bool is_ready(const State& state, int replication) const;
    [[nodiscard]] measure::Replication& programme_of(Worker& worker, std::size_t contender);
    static void find_places(State& state, const std::vector<measure::Key>& all);
    void finish(const Item& item, std::vector<double> values, const measure::Replication& replication);

    const Options& options_;
    std::vector<std::unique_ptr<State>> contenders_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::unique_ptr<Shared> shared_;
};

}  // namespace aforo::experiment
