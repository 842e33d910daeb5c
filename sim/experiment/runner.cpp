#include "runner.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace aforo::experiment {

// What the threads of one extension share.
struct Runner::Shared {
    int upto;
    const After& after;
    std::vector<std::vector<double>>& values;
    std::vector<results::LedgerMonth>& ledger;
    std::atomic<int> next;
    int finished;
    std::atomic<bool> stopped = false;
    std::mutex mutex = {};
    std::exception_ptr error = {};
};

bool Runner::extend(int upto, const After& after) {
    const int done = static_cast<int>(values_.size());
    const auto wanted = options_.threads > 0 ? static_cast<unsigned>(options_.threads)
                                             : std::max(1u, std::thread::hardware_concurrency());
    const std::size_t threads = std::min(wanted, static_cast<unsigned>(std::max(1, upto - done)));
    while (workers_.size() < threads) workers_.push_back(std::make_unique<measure::Replication>(blueprint_, keep_));
    values_.resize(static_cast<std::size_t>(upto));
    Shared shared{upto, after, values_, ledger_, done, done};
    {
        std::vector<std::jthread> others;  // joined also where the machine gives no more of them
        try {
            for (std::size_t w = 1; w < threads; ++w) others.emplace_back([&, w] { work(shared, *workers_[w]); });
        } catch (...) {
            shared.stopped = true;
            throw;
        }
        work(shared, *workers_[0]);
    }
    if (shared.error) std::rethrow_exception(shared.error);
    // Of any worker that has run: the first may have come too late for all of them.
    for (const auto& w : workers_) {
        if (keys_.empty()) keys_ = w->keys();
    }
    const auto gap = std::find_if(values_.begin(), values_.end(), [](const auto& v) { return v.empty(); });
    values_.erase(gap, values_.end());
    return static_cast<int>(values_.size()) == upto;
}

void Runner::work(Shared& shared, measure::Replication& replication) const {
    try {
        for (int r = shared.next++; r < shared.upto && !shared.stopped; r = shared.next++) {
            shared.values[static_cast<std::size_t>(r)] = replication.run(options_.seed, static_cast<std::uint32_t>(r));
            if (r == 0) shared.ledger = replication.ledger();
            if (shared.after) shared.after(r, replication);
            const std::scoped_lock lock(shared.mutex);
            ++shared.finished;
            if (options_.progress) options_.progress(shared.finished, most_);
            if (options_.stop && options_.stop()) shared.stopped = true;
        }
    } catch (...) {
        const std::scoped_lock lock(shared.mutex);
        shared.error = std::current_exception();
        shared.stopped = true;
    }
}

}  // namespace aforo::experiment
