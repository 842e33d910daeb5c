// The command line: parses arguments, calls the command, and turns exceptions into exit codes.
#pragma once

#include <string_view>

namespace aforo::cli {

// Returns the exit code. --version tells the commit, if there is one.
[[nodiscard]] int program(int argc, char** argv, std::string_view commit);

}  // namespace aforo::cli
