// What is printed, for people and for pipes. A stream that cannot be written loses what was meant for it and nothing
// else: no run ends, and no folder is lost, for want of somebody to read.
#pragma once

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "aforo/core/language.hpp"
#include "aforo/core/text.hpp"

namespace aforo::cli {

// First of all: gives the standard streams that came closed a place of their own, which no file of a run then takes,
// and makes of a closed pipe and of a file that may not grow errors of writing.
void prepare_streams();

// On stdout. The first failure is kept for output_error(). What is printed is escaped: nothing that a file says drives
// a terminal, and a text of others that must stay on its line is escaped before, by core::escaped. What is written goes
// as it is: files for machines, and what aforo says alone.
void write_out(std::string_view text);
template <class... Args>
void print_out(fmt::format_string<Args...> format, Args&&... args) {
    write_out(core::escaped_lines(fmt::format(format, std::forward<Args>(args)...)));
}

// On stderr, likewise. A failure has nobody to be told.
void write_err(std::string_view text);
template <class... Args>
void print_err(fmt::format_string<Args...> format, Args&&... args) {
    write_err(core::escaped_lines(fmt::format(format, std::forward<Args>(args)...)));
}

// Columns of the terminal that stdout is; 0 where it is none.
[[nodiscard]] std::size_t terminal_width();

// Why not everything reached stdout, "" when it did.
[[nodiscard]] std::string output_error();

// Ends a command that would end with `code`: says on stderr that not everything was printed, unless it was said.
[[nodiscard]] int ended(int code, core::Lang lang);

}  // namespace aforo::cli
