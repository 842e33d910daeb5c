// A study runs replications of scenarios; nothing else does. Every experiment is a study plus a reduction of its
// values. Work items are pairs of a contender (a scenario of the study) and a replication, distributed over all threads
// whatever their shape: four replications of five hundred points keep sixty-four threads busy. Values go to their
// (contender, replication), and readers reduce them in index order, so the bits do not depend on the number of threads,
// nor on whether an item was simulated now or found in an archive.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "aforo/experiment/experiment.hpp"
#include "aforo/measure/replication.hpp"

namespace aforo::experiment {

// What is kept of a replication's measures: all, months included (80.000 numbers for the national network); those by
// year (25.000); those by year of the programme and its components (500).
enum class Kept : std::uint8_t { everything, years, headlines };

struct Contender {
    scenario::Scenario scenario;
    Kept kept = Kept::everything;
    // Called after each replication by the thread that ran it; the numbers it returns are kept after the measures.
    using Beside = std::function<std::vector<double>(int replication, const measure::Replication&)>;
    Beside beside = {};
    measure::Keep leaves = measure::Keep::measures;
    // The `beside` functions of the other contenders need what this one left of the same replication. So it is
    // simulated before them, and once more if it was found in the archive but one of theirs was not.
    bool comes_first = false;
    std::function<bool(const measure::Key&)> only = {};  // of what is kept, these; unless given, all
    std::string digest = {};                             // of the scenario, where it is known already
    int first = 0;                                       // index of its first replication: which numbers it takes
};

// The values by replication, each in the order of the keys.
using Values = std::span<const std::vector<double>>;

class Study {
public:
    // The options must outlive it. Progress counts all items up to options.replications.
    explicit Study(const Options& options);
    ~Study();
    Study(const Study&) = delete;
    Study& operator=(const Study&) = delete;

    // Returns the contender's index. What the archive has of it counts as finished.
    std::size_t add(Contender contender);
    // Announces the final number of contenders, for the progress of a study that adds some later.
    void expect(std::size_t contenders);

    // Runs the missing ones of the first `upto` replications of all, or of some, contenders. Returns false when
    // stopped.
    bool extend(int upto);
    bool extend(const std::vector<std::size_t>& contenders, int upto);

    [[nodiscard]] std::size_t size() const { return contenders_.size(); }
    [[nodiscard]] const scenario::Scenario& scenario(std::size_t contender) const;
    // The finished replications up to the first gap: the kept measures in the order of keys(), then the numbers beside.
    [[nodiscard]] Values values(std::size_t contender) const;
    [[nodiscard]] const std::vector<measure::Key>& keys(std::size_t contender) const;
    // The outcome of its first n replications, without the numbers beside.
    [[nodiscard]] Outcome outcome(std::size_t contender, int n) const;
    // Releases the memory of a contender that will not be used again.
    void forget(std::size_t contender);
    // The monthly accounts of its first replication, which is simulated again if it came from an archive. The contender
    // must keep everything.
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
    // What is kept of a replication that ended, and the numbers beside it.
    [[nodiscard]] std::vector<double> kept_of(const Item& item, std::vector<double> values,
                                              const measure::Replication& replication);
    void finish(const Item& item, std::vector<double> kept, const measure::Replication& replication);
    // Puts it in its place, and in the archive. Under the mutex.
    void place(const Item& item, std::vector<double> kept);
    void extend_in_team(const std::vector<std::size_t>& contenders);
    [[nodiscard]] Archive::Found shared_with_team(Archive::Found found);
    [[nodiscard]] bool has_all(const std::vector<std::size_t>& contenders, int upto) const;

    const Options& options_;
    std::vector<std::unique_ptr<State>> contenders_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::unique_ptr<Shared> shared_;
};

}  // namespace aforo::experiment
