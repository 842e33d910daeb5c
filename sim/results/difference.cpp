#include "aforo/results/difference.hpp"

#include <cmath>

namespace aforo::results {

bool is_told(const Difference& d) { return d.value.n > 1 && std::abs(d.value.mean) > d.value.half_width; }

bool is_within_error(const Difference& d) { return d.value.n > 1 && !is_told(d); }

bool is_nothing(const Difference& d) { return d.value.n > 0 && d.value.mean == 0 && !(d.value.sd > 0); }

}  // namespace aforo::results
