#include "aforo/core/contracts.hpp"

namespace aforo::core {

void fail_invariant(const std::string& what) { throw BrokenInvariant(what); }

}  // namespace aforo::core
