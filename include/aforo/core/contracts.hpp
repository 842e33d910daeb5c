// Broken invariants: what can only be a bug of aforo. Checked in release builds too.
// Not for wrong input (core/diagnostics.hpp) nor for a failing disk (EnvironmentError).
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace aforo::core {

// A bug: an invariant of the model does not hold. The programme ends with exit code 1.
struct BrokenInvariant : std::logic_error {
    using std::logic_error::logic_error;
};

// The machine refused: a file, a folder, a disk. The programme ends with exit code 3.
struct EnvironmentError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A file that is not what it should be: a run's, not a scenario's, whose mistakes are collected (core/diagnostics.hpp).
// Both texts begin with its path. The programme ends with exit code 2.
struct WrongFile : std::runtime_error {
    WrongFile(std::string spanish, std::string english)
        : std::runtime_error(english), es(std::move(spanish)), en(std::move(english)) {}
    std::string es, en;
};

[[noreturn]] void fail_invariant(const std::string& what);

// `what` is only built into a message when the condition fails.
constexpr void ensure(bool holds, const char* what) {
    if (!holds) [[unlikely]] {
        fail_invariant(what);
    }
}

}  // namespace aforo::core
