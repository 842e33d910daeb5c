// Separate from world.hpp, so that the check made at every session stays short and inline.
#include <algorithm>
#include <functional>

#include "world.hpp"

namespace aforo::model {

bool CalledOff::take_one(const Event& event) {
    if (!is_sorted_) std::sort(events_.begin(), events_.end(), std::greater<>());  // the next ones come last
    is_sorted_ = true;
    const auto found = std::lower_bound(events_.begin(), events_.end(), event, std::greater<>());
    if (found == events_.end() || *found != event) return false;
    events_.erase(found);
    return true;
}

}  // namespace aforo::model
