#include "program.hpp"

#include <algorithm>
#include <new>
#include <system_error>

#include "aforo/core/contracts.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "usage.hpp"

namespace aforo::cli {

namespace {

int dispatch(int argc, char** argv, std::string_view commit, core::Lang lang) {
    Commands commands(lang);
    CLI::App& app = commands.app();
    try {
        auto words = words_of(argc, argv);
        std::reverse(words.begin(), words.end());  // the order that CLI11 expects
        app.parse(std::move(words));
    } catch (const CLI::CallForHelp& e) {
        if (app.get_subcommands().empty() && app.remaining_size() > 0) {  // of an unknown command
            write_err(usage_error(app, e, lang));
            return wrong_input;
        }
        write_out(app.help());
        return done;
    } catch (const CLI::CallForVersion& version) {
        print_out("{}{}\n", version.what(), commit.empty() ? "" : fmt::format(" ({})", commit));
        return done;
    } catch (const CLI::ParseError& e) {
        write_err(usage_error(app, e, lang));
        return wrong_input;
    }
    return commands.run();
}

int failed(int code, const std::string& why) {
    print_err("aforo: {}\n", core::escaped(why));
    return code;
}

int run(int argc, char** argv, std::string_view commit, core::Lang lang) {
    try {
        return dispatch(argc, argv, commit, lang);
    } catch (const WrongInput&) {
        return wrong_input;
    } catch (const core::WrongFile& e) {
        return failed(wrong_input, std::string(core::in(lang, e.es, e.en)));
    } catch (const core::EnvironmentError& e) {
        return failed(environment, e.what());
    } catch (const core::BrokenInvariant& e) {
        return failed(broken_invariant, "invariante roto, es un error de aforo · broken invariant, a bug of aforo: " +
                                            std::string(e.what()));
    } catch (const std::system_error& e) {  // a thread could not be started
        return failed(environment, e.what());
    } catch (const std::bad_alloc&) {
        return failed(environment, "no alcanza la memoria · out of memory");
    } catch (const std::exception& e) {
        return failed(broken_invariant, e.what());
    }
}

}  // namespace

int program(int argc, char** argv, std::string_view commit) {
    prepare_streams();
    const core::Lang lang = language(language_asked(argc, argv));
    return ended(run(argc, argv, commit, lang), lang);
}

}  // namespace aforo::cli
