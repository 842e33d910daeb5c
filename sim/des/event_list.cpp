#include "aforo/des/event_list.hpp"

#include <algorithm>

namespace aforo::des {

void Heap::push(const Event& event) {
    std::size_t hole = events_.size();
    events_.push_back(event);
    while (hole > 0) {
        const std::size_t parent = (hole - 1) / 4;
        if (!(event < events_[parent])) break;
        events_[hole] = events_[parent];
        hole = parent;
    }
    events_[hole] = event;
}

Event Heap::pop() {
    const Event first = events_.front();
    const Event last = events_.back();
    events_.pop_back();
    const std::size_t n = events_.size();
    if (n == 0) return first;
    std::size_t hole = 0;
    for (;;) {
        const std::size_t child = 4 * hole + 1;
        if (child >= n) break;
        std::size_t least = child;
        for (std::size_t c = child + 1; c < std::min(child + 4, n); ++c) {
            least = events_[c] < events_[least] ? c : least;
        }
        if (!(events_[least] < last)) break;
        events_[hole] = events_[least];
        hole = least;
    }
    events_[hole] = last;
    return first;
}

void Wheel::clear() {
    for (auto& turn : turns_) turn.clear();
    for (auto& slot : slots_) slot.clear();
    sorted_.clear();
    soon_.clear();
    current_ = size_ = 0;
}

void Wheel::advance() {
    while (sorted_.empty()) {
        ++current_;
        if (const std::size_t turn = current_ >> slot_bits; current_ % slots == 0 && turn < turns_.size()) {
            for (const Event& e : turns_[turn]) slots_[slot_of(e) % slots].push_back(e);
            turns_[turn].clear();
        }
        sorted_.swap(slots_[current_ % slots]);  // the slot that was used up keeps its memory there
    }
    std::sort(sorted_.begin(), sorted_.end(), [](const Event& a, const Event& b) { return b < a; });
}

}  // namespace aforo::des
