// What a package says of the command line beside the program: manual pages and the completions of three shells, all of
// them made from the commands themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aforo/core/language.hpp"

namespace CLI {
class App;
}

namespace aforo::cli {

// An option or an argument of a command.
struct Parameter {
    std::string name;                     // --seed; of an argument, scenario
    std::string text;                     // one sentence
    std::string value = {};               // of what kind: N, es|en; "" for a flag
    std::string unless_given = {};        // the value that it has then
    std::vector<std::string> words = {};  // the values that are words
    bool is_required = false, is_repeated = false;
    bool is_scenario = false, is_folder = false;
};

struct Page {
    std::string name, text;  // of the program, the name is empty
    std::vector<Parameter> options, arguments;
};

// The pages of all commands; the first is the program's.
[[nodiscard]] std::vector<Page> pages(core::Lang lang);

// In troff, for man(1). The page is the one of that number; `date` is that of the version.
[[nodiscard]] std::string manual(const std::vector<Page>& all, std::size_t page, core::Lang lang);

// The names of the library's scenarios are completed too.
[[nodiscard]] std::string bash_completion(const std::vector<std::string>& library);
[[nodiscard]] std::string zsh_completion(const std::vector<std::string>& library);
[[nodiscard]] std::string fish_completion(const std::vector<std::string>& library);

}  // namespace aforo::cli
