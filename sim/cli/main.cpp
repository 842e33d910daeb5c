// The command line: parses arguments, calls the command, and turns exceptions into exit codes.
#include <algorithm>
#include <new>
#include <system_error>

#include "aforo/core/contracts.hpp"
#include "commands.hpp"
#include "commit.hpp"
#include "output.hpp"
#include "usage.hpp"

namespace {

using namespace aforo;

int dispatch(int argc, char** argv, core::Lang lang) {
    cli::Commands commands(lang);
    CLI::App& app = commands.app();
    try {
        auto words = cli::words_of(argc, argv);
        std::reverse(words.begin(), words.end());  // the order that CLI11 expects
        app.parse(std::move(words));
    } catch (const CLI::CallForHelp& e) {
        if (app.get_subcommands().empty() && app.remaining_size() > 0) {  // of an unknown command
            cli::write_err(cli::usage_error(app, e, lang));
            return cli::wrong_input;
        }
        cli::write_out(app.help());
        return cli::done;
    } catch (const CLI::CallForVersion& version) {
        const std::string_view commit = cli::commit;
        cli::print_out("{}{}\n", version.what(), commit.empty() ? "" : fmt::format(" ({})", commit));
        return cli::done;
    } catch (const CLI::ParseError& e) {
        cli::write_err(cli::usage_error(app, e, lang));
        return cli::wrong_input;
    }
    return commands.run();
}

int failed(int code, const std::string& why) {
    cli::print_err("aforo: {}\n", core::escaped(why));
    return code;
}

int run(int argc, char** argv, core::Lang lang) {
    try {
        return dispatch(argc, argv, lang);
    } catch (const cli::WrongInput&) {
        return cli::wrong_input;
    } catch (const core::WrongFile& e) {
        return failed(cli::wrong_input, std::string(core::in(lang, e.es, e.en)));
    } catch (const core::EnvironmentError& e) {
        return failed(cli::environment, e.what());
    } catch (const core::BrokenInvariant& e) {
        return failed(
            cli::broken_invariant,
            "invariante roto, es un error de aforo · broken invariant, a bug of aforo: " + std::string(e.what()));
    } catch (const std::system_error& e) {  // a thread could not be started
        return failed(cli::environment, e.what());
    } catch (const std::bad_alloc&) {
        return failed(cli::environment, "no alcanza la memoria · out of memory");
    } catch (const std::exception& e) {
        return failed(cli::broken_invariant, e.what());
    }
}

}  // namespace

int main(int argc, char** argv) {
    cli::prepare_streams();
    const core::Lang lang = cli::language(cli::language_asked(argc, argv));
    return cli::ended(run(argc, argv, lang), lang);
}
