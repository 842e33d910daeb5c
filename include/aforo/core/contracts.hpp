// Broken invariants: what can only be a bug of aforo. Checked in release builds too.
// Not for wrong input (core/diagnostics.hpp) nor for a failing disk (EnvironmentError).
#pragma once

#include <stdexcept>
#include <string>

namespace aforo::core {

// A bug: an invariant of the model does not hold. The programme ends with exit code 1.
struct BrokenInvariant : std::logic_error {
    using std::logic_error::logic_error;
};

// The machine refused: a file, a folder, a disk. The programme ends with exit code 3.
struct EnvironmentError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

[[noreturn]] void fail_invariant(const std::string& what);

// `what` is only built into a message when the condition fails.
constexpr void ensure(bool holds, const char* what) {
    if (!holds) [[unlikely]] {
        fail_invariant(what);
    }
}

}  // namespace aforo::core
