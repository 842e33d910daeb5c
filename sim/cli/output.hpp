// Printing, for people and pipes. A stream that cannot be written loses only its own text: no run and no folder is lost
// because nobody reads.
#pragma once

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "aforo/core/language.hpp"
#include "aforo/core/text.hpp"

namespace aforo::cli {

// Must be called first: opens the standard streams that were closed, so that no file of a run takes their place, and
// turns SIGPIPE and SIGXFSZ into write errors.
void prepare_streams();

// Prints on stdout; the first failure is kept for output_error(). print_out escapes, so no text from a file can control
// a terminal; a text from others that must stay on its line is escaped beforehand with core::escaped. write_out does
// not escape: it is for files for machines and for aforo's own texts.
void write_out(std::string_view text);
template <class... Args>
void print_out(fmt::format_string<Args...> format, Args&&... args) {
    write_out(core::escaped_lines(fmt::format(format, std::forward<Args>(args)...)));
}

// The same on stderr, where failures are ignored.
void write_err(std::string_view text);
template <class... Args>
void print_err(fmt::format_string<Args...> format, Args&&... args) {
    write_err(core::escaped_lines(fmt::format(format, std::forward<Args>(args)...)));
}

// The width of the terminal at stdout; 0 if stdout is not a terminal.
[[nodiscard]] std::size_t terminal_width();

// Why some text did not reach stdout; "" if everything did.
[[nodiscard]] std::string output_error();

// Ends a command with `code`: says on stderr that not everything was printed, unless that was said already.
[[nodiscard]] int ended(int code, core::Lang lang);

}  // namespace aforo::cli
