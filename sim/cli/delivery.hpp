// How the results of an experiment reach who asked for them: a folder, and what is printed. Whatever happens to one of
// them, the other is done.
#pragma once

#include <functional>
#include <string>

#include "aforo/store/folder.hpp"
#include "common.hpp"

namespace aforo::cli {

struct Results {
    const char* prefix;                                     // of the folder's name: run, compare…
    std::function<void(const store::PendingFolder&)> fill;  // writes its files
    std::function<void()> print;                            // on standard output
    bool is_json = false;                                   // then nothing else is
    bool open = false;                                      // shows the page that was saved
    // Asked where it could not be saved: what to say of the folder that stays, unfinished, for who goes on with it; ""
    // when none does.
    std::function<std::string()> stays = {};
};

// Saves, prints, and says on stderr what failed and what was done all the same. The exit code is `code`, or that of a
// machine that refused.
[[nodiscard]] int deliver(store::PendingFolder& folder, const Results& results, int code, core::Lang lang);

// Says on stderr, in one line, that processes which were killed left folders unfinished in this one of results.
void tell_unfinished(const std::string& results, core::Lang lang);

}  // namespace aforo::cli
