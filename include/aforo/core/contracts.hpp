// A broken invariant can only be a bug of aforo; it is checked in release builds too.
// This is not for wrong input (core/diagnostics.hpp) nor for a failing disk (EnvironmentError).
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace aforo::core {

// An invariant of the model does not hold, which is a bug. The command ends with exit code 1.
struct BrokenInvariant : std::logic_error {
    using std::logic_error::logic_error;
};

// The operating system refused something: a file, a folder, a disk. The command ends with exit code 3.
struct EnvironmentError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A stored file of a run is not as aforo left it. (Mistakes in a scenario are collected instead: core/diagnostics.hpp.)
// Both texts begin with the file's path. The command ends with exit code 2.
struct WrongFile : std::runtime_error {
    WrongFile(std::string spanish, std::string english)
        : std::runtime_error(english), es(std::move(spanish)), en(std::move(english)) {}
    std::string es, en;
};

[[noreturn]] void fail_invariant(const std::string& what);

// The message is only built when the condition fails, so `what` is a literal.
constexpr void ensure(bool holds, const char* what) {
    if (!holds) [[unlikely]] {
        fail_invariant(what);
    }
}

}  // namespace aforo::core
