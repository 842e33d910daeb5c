// A page printed by a browser, where there is one.
#pragma once

#include <filesystem>

#include "common.hpp"

namespace aforo::cli {

// Prints `page` as `pdf`, on A4. Throws core::EnvironmentError, with how to get one, when no Chromium is found; and
// when it does not print.
void print_pdf(const std::filesystem::path& page, const std::filesystem::path& pdf, core::Lang lang);

}  // namespace aforo::cli
