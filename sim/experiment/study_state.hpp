// What a study knows of its contenders and of one thread's work on them. Private to the module: study.cpp hands work out
// among threads, study_team.cpp among processes.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "aforo/experiment/study.hpp"

namespace aforo::experiment {

struct Study::Item {
    std::size_t contender = 0;
    int replication = 0;
};

// A contender with its state. Threads share it under the study's mutex.
struct Study::State {
    Contender of;
    std::vector<measure::Key> keys;           // of the kept values
    std::vector<std::size_t> places;          // of what is kept among all that a replication puts; empty: not known yet
    bool is_as_put = false;                   // everything is kept, in the original order
    bool has_told_keys = false;               // to the leader of a team
    std::vector<std::vector<double>> values;  // by replication; empty: not finished
    std::vector<results::LedgerMonth> ledger;

    // State of the current extension.
    std::vector<int> lacking;    // replications to simulate, in order
    std::size_t handed_out = 0;  // how many of those are handed out
    std::vector<bool> has_left;  // by replication, if it comes first: simulated in this extension
    int at_work = 0;             // threads working on it
    std::mutex compiling;
    std::shared_ptr<const model::Blueprint> blueprint;  // exists while there are items to simulate

    // What is money among them, and what it is multiplied by.
    struct Amount {
        std::size_t place;
        double factor;
    };
    results::Prices prices;
    std::vector<Amount> amounts;

    void find_amounts() {
        amounts.clear();
        for (std::size_t k = 0; prices.are_converted() && k < keys.size(); ++k) {
            if (measure::catalogue()[static_cast<std::size_t>(keys[k].column)].is_money())
                amounts.push_back({k, prices.factor(keys[k].year)});
        }
    }
    void tell_in_pesos(std::vector<double>& replication) const {
        for (const auto& [place, factor] : amounts) replication[place] *= factor;
    }
    [[nodiscard]] bool has(int replication) const {
        const auto r = static_cast<std::size_t>(replication);
        return r < values.size() && !values[r].empty();
    }
};

// One thread's state. It stays with a contender while that has items, because its programme is costly to make.
struct Study::Worker {
    std::size_t contender = 0;
    std::shared_ptr<const model::Blueprint> blueprint;  // `replication` refers to it
    std::unique_ptr<measure::Replication> replication;
};

}  // namespace aforo::experiment
