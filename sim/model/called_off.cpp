// Apart from world.hpp, so that what asks for every session stays short.
#include <algorithm>
#include <functional>

#include "world.hpp"

namespace aforo::model {

bool CalledOff::take_one(const Event& event) {
    if (!is_sorted_) std::sort(events_.begin(), events_.end(), std::greater<>());  // those that come next, last
    is_sorted_ = true;
    const auto found = std::lower_bound(events_.begin(), events_.end(), event, std::greater<>());
    if (found == events_.end() || *found != event) return false;
    events_.erase(found);
    return true;
}

}  // namespace aforo::model
