// Prints a page to PDF with a browser, if there is one.
#pragma once

#include <filesystem>

#include "common.hpp"

namespace aforo::cli {

// Prints `page` as `pdf` on A4. Throws core::EnvironmentError if no Chromium is found, saying how to get one, or if
// printing fails.
void print_pdf(const std::filesystem::path& page, const std::filesystem::path& pdf, core::Lang lang);

}  // namespace aforo::cli
