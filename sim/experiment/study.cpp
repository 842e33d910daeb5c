#include "aforo/experiment/study.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <numeric>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>

#include "aforo/core/contracts.hpp"
#include "aforo/scenario/prices.hpp"
#include "aforo/scenario/reader.hpp"
#include "reduce.hpp"
#include "study_state.hpp"

namespace aforo::experiment {

struct Study::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::atomic<bool> is_stopped = false;  // also checked within replications
    std::exception_ptr error;
    std::size_t expected = 0;  // number of contenders
    int finished = 0;          // items, including those found in the archive
};

namespace {

bool is_kept(const measure::Key& key, Kept kept) {
    if (kept == Kept::everything) return true;
    if (key.month > 0) return false;
    return kept == Kept::years || key.level == results::Level::programme || key.level == results::Level::component;
}

}  // namespace

Study::Study(const Options& options) : options_(options), shared_(std::make_unique<Shared>()) {}

Study::~Study() = default;

std::size_t Study::add(Contender contender) {
    auto state = std::make_unique<State>();
    state->of = std::move(contender);
    state->prices = {options_.prices, scenario::price_index(state->of.scenario), ""};
    if (options_.keeps_everything) state->of.kept = Kept::everything;
    if (options_.archive || options_.team) {
        Archive::Found found;
        if (options_.archive) {
            if (state->of.digest.empty()) state->of.digest = scenario::digest(state->of.scenario);
            found = options_.archive->open(contenders_.size(), state->of.digest);
        }
        if (options_.team) found = shared_with_team(std::move(found));
        state->keys = std::move(found.keys);
        state->values = std::move(found.values);
        state->values.resize(std::min(state->values.size(), static_cast<std::size_t>(options_.replications)));
        state->find_amounts();
        for (auto& v : state->values) {
            if (v.empty()) continue;
            state->tell_in_pesos(v);
            ++shared_->finished;
        }
    }
    contenders_.push_back(std::move(state));
    return contenders_.size() - 1;
}

void Study::expect(std::size_t contenders) { shared_->expected = contenders; }

const scenario::Scenario& Study::scenario(std::size_t contender) const { return contenders_[contender]->of.scenario; }

const std::vector<measure::Key>& Study::keys(std::size_t contender) const { return contenders_[contender]->keys; }

Values Study::values(std::size_t contender) const {
    const auto& all = contenders_[contender]->values;
    const auto gap = std::find_if(all.begin(), all.end(), [](const auto& v) { return v.empty(); });
    return Values(all).first(static_cast<std::size_t>(gap - all.begin()));
}

Outcome Study::outcome(std::size_t contender, int n) const {
    const State& state = *contenders_[contender];
    const std::string digest = state.of.digest.empty() ? scenario::digest(state.of.scenario) : state.of.digest;
    return outcome_of(state.of.scenario, digest, state.keys, values(contender).first(static_cast<std::size_t>(n)),
                      options_.seed, state.prices);
}

void Study::forget(std::size_t contender) {
    State& state = *contenders_[contender];
    state.of.scenario = {};
    state.keys = {};
    state.places = {};
    state.values = {};
    state.amounts = {};
}

std::vector<results::LedgerMonth> Study::ledger(std::size_t contender) const {
    const State& state = *contenders_[contender];
    if (!state.ledger.empty() || !state.has(0) || options_.first > 0) return state.ledger;
    const model::Blueprint blueprint(state.of.scenario);
    measure::Replication replication(blueprint);
    replication.run(options_.seed, 0);
    return replication.ledger();
}

bool Study::extend(int upto) {
    std::vector<std::size_t> all(contenders_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return extend(all, upto);
}

bool Study::extend(const std::vector<std::size_t>& contenders, int upto) {
    const auto most = static_cast<std::size_t>(upto);
    std::size_t items = 0;
    for (auto& c : contenders_) {
        c->lacking.clear();
        c->handed_out = 0;
        c->has_left.assign(most, false);
    }
    std::vector<bool> is_needed(most);  // replications of contenders that come first, needed by later ones
    for (auto c = contenders.rbegin(); c != contenders.rend(); ++c) {
        State& s = *contenders_[*c];
        s.values.resize(std::max(s.values.size(), most));
        for (int r = 0; r < upto; ++r) {
            const auto i = static_cast<std::size_t>(r);
            if (s.has(r) && !(s.of.comes_first && is_needed[i])) continue;
            s.lacking.push_back(r);
            is_needed[i] = true;
        }
        items += s.lacking.size();
    }
    shared_->is_stopped = false;
    if (options_.team) {
        extend_in_team(contenders);
        for (auto& c : contenders_) c->blueprint.reset();
        return has_all(contenders, upto);
    }
    const auto wanted = options_.threads > 0 ? static_cast<std::size_t>(options_.threads)
                                             : std::max<std::size_t>(1, std::thread::hardware_concurrency());
    const std::size_t threads = std::min(wanted, std::max<std::size_t>(1, items));
    while (workers_.size() < threads) workers_.push_back(std::make_unique<Worker>());
    {
        std::vector<std::jthread> others;  // joined even if the system refuses to start more
        try {
            for (std::size_t w = 1; w < threads; ++w) others.emplace_back([this, w] { work(*workers_[w]); });
        } catch (...) {
            const std::scoped_lock lock(shared_->mutex);
            shared_->is_stopped = true;
            shared_->changed.notify_all();
            throw;
        }
        work(*workers_[0]);
    }
    if (contenders_.size() > 1) workers_.clear();  // the next extension starts with another contender
    for (auto& c : contenders_) c->blueprint.reset();
    if (shared_->error) std::rethrow_exception(std::exchange(shared_->error, nullptr));
    return has_all(contenders, upto);
}

bool Study::has_all(const std::vector<std::size_t>& contenders, int upto) const {
    return std::all_of(contenders.begin(), contenders.end(), [&](std::size_t c) {
        const auto& values = contenders_[c]->values;
        return std::none_of(values.begin(), values.begin() + upto, [](const auto& v) { return v.empty(); });
    });
}

void Study::work(Worker& worker) {
    // Also stops after an error in another thread, which makes further replications useless.
    const model::Stop stop = [this] { return shared_->is_stopped || (options_.stop && options_.stop()); };
    try {
        for (Item item; next_item(worker, item);) {
            measure::Replication& replication = programme_of(worker, item.contender);
            const int index = contenders_[item.contender]->of.first + options_.first + item.replication * options_.step;
            finish(item,
                   kept_of(item, replication.run(options_.seed, static_cast<std::uint32_t>(index), stop), replication),
                   replication);
        }
    } catch (const model::Stopped&) {  // the replication is lost
        const std::scoped_lock lock(shared_->mutex);
        shared_->is_stopped = true;
        shared_->changed.notify_all();
    } catch (...) {
        const std::scoped_lock lock(shared_->mutex);
        shared_->error = std::current_exception();
        shared_->is_stopped = true;
        shared_->changed.notify_all();
    }
}

// Whether the contenders that come first have left what the others need of this replication.
bool Study::is_ready(const State& state, int replication) const {
    return state.of.comes_first || std::all_of(contenders_.begin(), contenders_.end(), [&](const auto& c) {
               return !c->of.comes_first || c->has_left[static_cast<std::size_t>(replication)];
           });
}

// The next item of the worker's own contender, or else of the contender with the fewest threads. Waits while the rest
// depends on items of other threads; returns false when nothing is left.
bool Study::next_item(Worker& worker, Item& item) {
    std::unique_lock lock(shared_->mutex);
    for (;;) {
        if (shared_->is_stopped) return false;
        bool is_any_left = false;
        std::size_t chosen = contenders_.size();
        for (std::size_t c = 0; c < contenders_.size(); ++c) {
            const State& s = *contenders_[c];
            if (s.handed_out == s.lacking.size()) continue;
            is_any_left = true;
            if (!is_ready(s, s.lacking[s.handed_out])) continue;
            if (c == worker.contender && worker.replication) {
                chosen = c;
                break;
            }
            if (chosen == contenders_.size() || s.at_work < contenders_[chosen]->at_work) chosen = c;
        }
        if (chosen < contenders_.size()) {
            State& s = *contenders_[chosen];
            item = {chosen, s.lacking[s.handed_out++]};
            ++s.at_work;
            return true;
        }
        if (!is_any_left) return false;
        shared_->changed.wait(lock);
    }
}

measure::Replication& Study::programme_of(Worker& worker, std::size_t contender) {
    if (worker.replication && worker.contender == contender) return *worker.replication;
    State& s = *contenders_[contender];
    worker.replication.reset();
    {
        const std::scoped_lock lock(s.compiling);
        if (!s.blueprint) s.blueprint = std::make_shared<const model::Blueprint>(s.of.scenario);
        worker.blueprint = s.blueprint;
    }
    worker.contender = contender;
    worker.replication = std::make_unique<measure::Replication>(*worker.blueprint, s.of.leaves);
    return *worker.replication;
}

// Determines what is kept: what the archive has, in its order, or else what the contender asks for.
void Study::find_places(State& s, const std::vector<measure::Key>& all) {
    if (s.keys.empty()) {
        for (std::size_t k = 0; k < all.size(); ++k) {
            if (!is_kept(all[k], s.of.kept) || (s.of.only && !s.of.only(all[k]))) continue;
            s.places.push_back(k);
            s.keys.push_back(all[k]);
        }
    } else {
        using Name = std::tuple<int, int, int, results::Level, std::string_view>;
        std::map<Name, std::size_t> known;
        const auto name = [](const measure::Key& k) { return Name(k.column, k.year, k.month, k.level, k.id); };
        for (std::size_t k = 0; k < all.size(); ++k) known.emplace(name(all[k]), k);
        for (const auto& key : s.keys) {
            const auto place = known.find(name(key));
            core::ensure(place != known.end(), "an archive holds a measure that there is not");
            s.places.push_back(place->second);
        }
    }
    s.is_as_put = s.places.size() == all.size();
    for (std::size_t i = 0; i < s.places.size() && s.is_as_put; ++i) s.is_as_put = s.places[i] == i;
}

std::vector<double> Study::kept_of(const Item& item, std::vector<double> values,
                                   const measure::Replication& replication) {
    State& s = *contenders_[item.contender];
    const std::vector<double> beside = s.of.beside ? s.of.beside(item.replication, replication) : std::vector<double>{};
    {
        const std::scoped_lock lock(shared_->mutex);
        if (s.places.empty()) {
            find_places(s, replication.keys());
            s.find_amounts();
        }
    }
    if (!s.is_as_put) {
        std::vector<double> kept(s.places.size());
        for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = values[s.places[i]];
        values = std::move(kept);
    }
    values.insert(values.end(), beside.begin(), beside.end());
    return values;
}

void Study::finish(const Item& item, std::vector<double> kept, const measure::Replication& replication) {
    State& s = *contenders_[item.contender];
    const std::scoped_lock lock(shared_->mutex);
    if (item.replication == 0 && s.of.kept == Kept::everything) s.ledger = replication.ledger();
    s.has_left[static_cast<std::size_t>(item.replication)] = true;
    if (--s.at_work == 0 && s.handed_out == s.lacking.size()) {
        const std::scoped_lock compiling(s.compiling);
        s.blueprint.reset();  // its threads hold it until they move on
    }
    place(item, std::move(kept));
    if (options_.stop && options_.stop()) shared_->is_stopped = true;
    shared_->changed.notify_all();
}

void Study::place(const Item& item, std::vector<double> kept) {
    State& s = *contenders_[item.contender];
    auto& place = s.values[static_cast<std::size_t>(item.replication)];
    if (!place.empty()) return;
    if (options_.archive) options_.archive->put(item.contender, item.replication, s.keys, kept);
    place = std::move(kept);
    s.tell_in_pesos(place);
    ++shared_->finished;
    if (options_.progress) {
        const std::size_t all = std::max(shared_->expected, contenders_.size());
        options_.progress(shared_->finished, static_cast<int>(all) * options_.replications);
    }
}

}  // namespace aforo::experiment
