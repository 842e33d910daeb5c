// aforo init: scenarios to start from. A small commented one that runs, or the list of figures of a sheet and the
// scenario that a filled list comes to. Never overwrites.
#pragma once

#include <string>

#include "common.hpp"

namespace aforo::cli {

struct InitArguments {
    std::string where;   // a file to write, or a folder that exists; "": here, or beside `from`
    bool ficha = false;  // the list, and beside it what it extends
    std::string from;    // a list that was filled in
};
[[nodiscard]] int init(const InitArguments& a, core::Lang lang);

}  // namespace aforo::cli
