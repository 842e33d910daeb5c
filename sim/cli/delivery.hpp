// Delivers the results of an experiment: saves a folder and prints. A failure of one does not prevent the other.
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
    bool is_json = false;                                   // prints nothing else then
    bool open = false;                                      // shows the saved page
    // Called when saving failed: returns what to say about the folder that stays, unfinished, to be resumed; "" if none
    // stays.
    std::function<std::string()> stays = {};
};

// Saves, prints, and says on stderr what failed and what succeeded. Returns `code`, or the code for a system error.
[[nodiscard]] int deliver(store::PendingFolder& folder, const Results& results, int code, core::Lang lang);

// Says on stderr, in one line, that killed processes left unfinished folders in this folder of results.
void tell_unfinished(const std::string& results, core::Lang lang);

}  // namespace aforo::cli
