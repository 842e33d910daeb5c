// The words of a command line, as main() takes them: understood, or what is wrong is told. No command is run.
// An input is words with newlines between them.
#include <algorithm>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/usage.hpp"
#include "fuzz/fuzz.hpp"

using namespace aforo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<std::string> words = {"aforo"};
    if (size > 0) words.emplace_back();
    for (std::size_t i = 0; i < size; ++i) {
        if (data[i] == '\n') {
            words.emplace_back();
        } else if (data[i] != 0) {
            words.back() += static_cast<char>(data[i]);
        }
    }
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    const int argc = static_cast<int>(argv.size());
    argv.push_back(nullptr);

    const core::Lang lang = cli::language_asked(argc, argv.data()) == "en" ? core::Lang::en : core::Lang::es;
    static cli::Commands spanish(core::Lang::es), english(core::Lang::en);  // parse() begins anew
    CLI::App& app = (lang == core::Lang::es ? spanish : english).app();
    try {
        auto given = cli::words_of(argc, argv.data());
        std::reverse(given.begin(), given.end());
        app.parse(std::move(given));
        fuzz::demand(app.get_subcommands().size() == 1, "one command is asked for");
    } catch (const CLI::CallForHelp&) {
        fuzz::demand_printable(app.help());
    } catch (const CLI::CallForVersion& version) {
        fuzz::demand_printable(version.what());
    } catch (const CLI::ParseError& e) {
        fuzz::demand_printable(cli::usage_error(app, e, lang));
    }
    return 0;
}
