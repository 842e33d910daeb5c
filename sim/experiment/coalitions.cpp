#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <optional>

#include "aforo/experiment/explain.hpp"
#include "changed.hpp"

namespace aforo::experiment {

namespace {

constexpr std::size_t most_players = 8;  // 2^8 scenarios

using results::Player;

// demand.growth → demand; network.centres.7.weight → network.
std::string section_of(const std::string& path) { return path.substr(0, path.find('.')); }

std::vector<Player> players_of(const std::vector<results::ParameterChange>& changes) {
    const bool by_section = changes.size() > most_players;
    std::vector<Player> players;
    for (const auto& c : changes) {
        const std::string name = by_section ? section_of(c.path) : c.path;
        auto player = std::find_if(players.begin(), players.end(), [&](const Player& p) { return p.name == name; });
        if (player == players.end()) player = players.insert(players.end(), {name, {}});
        player->changes.push_back(c);
    }
    return players;
}

// Makes the scenarios of all combinations, and finds the first one, fewest changes first, that is not valid.
class Builder {
public:
    Builder(const scenario::Scenario& base, const scenario::Scenario& other, std::vector<Player> players)
        : base_(base), other_(other), players_(std::move(players)) {}

    Coalitions build() {
        while (const auto invalid = first_invalid()) merge(*invalid);
        Coalitions all{players_, {}};
        for (std::size_t set = 0; set <= full(); ++set) all.scenarios.push_back(*made(set));
        return all;
    }

private:
    using Set = std::size_t;

    [[nodiscard]] Set full() const { return (Set{1} << players_.size()) - 1; }

    // The scenario of a set; nothing when it is not valid.
    const std::optional<scenario::Scenario>& made(Set set) {
        const auto [at, is_new] = made_.try_emplace(set);
        if (!is_new) return at->second;
        if (set == 0 || set == full()) return at->second = set == 0 ? base_ : other_;
        std::vector<scenario::Setting> settings;
        for (std::size_t i = 0; i < players_.size(); ++i) {
            if ((set >> i & 1) == 0) continue;
            for (const auto& c : players_[i].changes) settings.push_back({c.path, c.to});
        }
        return at->second = scenario::with(base_, settings, players_.front().name, core::Lang::es).scenario;
    }

    // All sets, those with the fewest changes first.
    [[nodiscard]] std::vector<Set> sets() const {
        std::vector<Set> all(full() + 1);
        std::iota(all.begin(), all.end(), Set{0});
        std::stable_sort(all.begin(), all.end(), [](Set a, Set b) { return std::popcount(a) < std::popcount(b); });
        return all;
    }

    std::optional<Set> first_invalid() {
        const auto all = sets();
        const auto invalid = std::find_if(all.begin(), all.end(), [&](Set s) { return !made(s).has_value(); });
        return invalid == all.end() ? std::nullopt : std::optional(*invalid);
    }

    // Merges the players of the smallest valid set that contains these changes.
    void merge(Set set) {
        const auto all = sets();
        const Set together =
            *std::find_if(all.begin(), all.end(), [&](Set s) { return (s & set) == set && made(s).has_value(); });
        Player merged;
        std::vector<Player> others;
        for (std::size_t i = 0; i < players_.size(); ++i) {
            Player& p = players_[i];
            if ((together >> i & 1) == 0) {
                others.push_back(std::move(p));
                continue;
            }
            merged.name += (merged.name.empty() ? "" : " + ") + p.name;
            merged.changes.insert(merged.changes.end(), p.changes.begin(), p.changes.end());
        }
        others.push_back(std::move(merged));
        players_ = std::move(others);
        made_.clear();
    }

    const scenario::Scenario& base_;
    const scenario::Scenario& other_;
    std::vector<Player> players_;
    std::map<Set, std::optional<scenario::Scenario>> made_;
};

}  // namespace

Coalitions coalitions(const scenario::Scenario& base, const scenario::Scenario& other) {
    auto players = players_of(named_changes(base, other));
    if (players.empty()) return {};
    // If there are more sections than players allowed, the last ones are merged to bound the work.
    while (players.size() > most_players) {
        Player last = std::move(players.back());
        players.pop_back();
        players.back().name += " + " + last.name;
        players.back().changes.insert(players.back().changes.end(), last.changes.begin(), last.changes.end());
    }
    return Builder(base, other, std::move(players)).build();
}

}  // namespace aforo::experiment
