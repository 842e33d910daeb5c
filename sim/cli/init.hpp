// aforo init: scenarios to start from. Writes a small commented one that runs, or the list of figures of a sheet and
// the scenario made from a filled list. Never overwrites a file.
#pragma once

#include <string>

#include "common.hpp"

namespace aforo::cli {

struct InitArguments {
    std::string where;   // a file to write, or an existing folder; "": here, or beside `from`
    bool ficha = false;  // writes the list, with the files it extends beside it
    std::string from;    // a filled list
};
[[nodiscard]] int init(const InitArguments& a, core::Lang lang);

}  // namespace aforo::cli
