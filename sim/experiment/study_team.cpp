// A study's work in a team of processes.
#include <algorithm>
#include <cstring>
#include <map>
#include <string_view>
#include <utility>

#include "aforo/core/bytes.hpp"
#include "aforo/experiment/team.hpp"
#include "study_state.hpp"

namespace aforo::experiment {

namespace {

void put_keys(core::BytesWriter& to, const std::vector<measure::Key>& keys) {
    to.put(keys.size());
    for (const auto& k : keys) {
        to.put(k.column);
        to.put(k.year);
        to.put(k.level);
        to.put(k.id);
        to.put(k.month);
    }
}

std::vector<measure::Key> keys_of(core::BytesReader& from) {
    std::vector<measure::Key> keys(from.get<std::size_t>());
    for (auto& k : keys) {
        k.column = from.get<int>();
        k.year = from.get<int>();
        k.level = from.get<results::Level>();
        k.id = from.text();
        k.month = from.get<int>();
    }
    return keys;
}

void put_values(core::BytesWriter& to, const std::vector<double>& values) {
    to.put(std::string_view(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(double)));
}

std::vector<double> values_of(core::BytesReader& from) {
    const std::string_view raw = from.text();
    std::vector<double> values(raw.size() / sizeof(double));
    std::memcpy(values.data(), raw.data(), values.size() * sizeof(double));
    return values;
}

}  // namespace

// What the leader found in its archive; the others get it.
Archive::Found Study::shared_with_team(Archive::Found found) {
    core::BytesWriter told;
    put_keys(told, found.keys);
    told.put(found.values.size());
    for (const auto& v : found.values) put_values(told, v);
    std::string bytes = told.take();
    options_.team->share(bytes);
    if (options_.team->leads()) return found;
    core::BytesReader from(bytes);
    found.keys = keys_of(from);
    found.values.resize(from.get<std::size_t>());
    for (auto& v : found.values) v = values_of(from);
    return found;
}

// A piece is an item; where some contenders come first, it is a replication of all, as what they leave of it stays in
// the process. In the end all learn all values, so that all know what is to be done next.
void Study::extend_in_team(const std::vector<std::size_t>& contenders) {
    Team& team = *options_.team;
    std::vector<std::vector<Item>> pieces;
    const bool is_by_replication = std::any_of(contenders.begin(), contenders.end(),
                                               [&](std::size_t c) { return contenders_[c]->of.comes_first; });
    std::map<int, std::size_t> of_replication;
    for (const bool first : {true, false}) {
        for (const std::size_t c : contenders) {
            if (contenders_[c]->of.comes_first != first) continue;
            for (const int r : contenders_[c]->lacking) {
                const auto [at, is_new] = is_by_replication ? of_replication.try_emplace(r, pieces.size())
                                                            : std::pair(of_replication.end(), true);
                if (is_new) pieces.emplace_back();
                pieces[is_by_replication ? at->second : pieces.size() - 1].push_back({c, r});
            }
        }
    }
    std::vector<Worker> workers(is_by_replication ? contenders_.size() : 1);
    const auto make = [&](std::size_t piece) {
        core::BytesWriter made;
        made.put(piece);
        for (const Item& item : pieces[piece]) {
            State& s = *contenders_[item.contender];
            measure::Replication& replication =
                programme_of(workers[is_by_replication ? item.contender : 0], item.contender);
            const int index = s.of.first + options_.first + item.replication * options_.step;
            const auto kept = kept_of(
                item, replication.run(options_.seed, static_cast<std::uint32_t>(index), options_.stop), replication);
            put_keys(made, s.has_told_keys ? std::vector<measure::Key>{} : s.keys);
            s.has_told_keys = true;
            put_values(made, kept);
        }
        return made.take();
    };
    const auto take = [&](std::string_view made) {
        core::BytesReader from(made);
        for (const Item& item : pieces[from.get<std::size_t>()]) {
            State& s = *contenders_[item.contender];
            auto keys = keys_of(from);
            if (s.keys.empty() && !keys.empty()) {
                s.keys = std::move(keys);
                s.find_amounts();
            }
            place(item, values_of(from));
        }
    };
    std::vector<std::vector<bool>> had(contenders_.size());
    for (const std::size_t c : contenders) {
        for (const auto& v : contenders_[c]->values) had[c].push_back(!v.empty());
    }
    team.deal(pieces.size(), {make, take, options_.stop});

    core::BytesWriter news;
    if (team.leads()) {
        for (const std::size_t c : contenders) {
            const State& s = *contenders_[c];
            put_keys(news, s.keys);
            for (std::size_t r = 0; r < s.values.size(); ++r) {
                if (!had[c][r]) put_values(news, s.values[r]);
            }
        }
    }
    std::string bytes = news.take();
    team.share(bytes);
    if (team.leads()) return;
    core::BytesReader from(bytes);
    for (const std::size_t c : contenders) {
        State& s = *contenders_[c];
        auto keys = keys_of(from);
        if (s.keys.empty()) {
            s.keys = std::move(keys);
            s.find_amounts();
        }
        for (std::size_t r = 0; r < s.values.size(); ++r) {
            if (!had[c][r]) s.values[r] = values_of(from);
        }
    }
}

}  // namespace aforo::experiment
