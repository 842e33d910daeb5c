#include "pdf.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <vector>

#include "aforo/core/contracts.hpp"
#include "aforo/core/temporary_folder.hpp"
#include "aforo/store/folder.hpp"
#include "process.hpp"

namespace aforo::cli {

namespace {

namespace fs = std::filesystem;

// In an address # ? % and non-ASCII characters have another meaning or none, so they are encoded.
std::string address_of(const fs::path& file) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~";
    std::string address = "file://";
    for (const char c : fs::absolute(file).string()) {
        address += plain.find(c) != std::string_view::npos ? std::string(1, c)
                                                           : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return address;
}

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw core::EnvironmentError(file.string() + ": " + std::generic_category().message(errno));
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

void print_pdf(const fs::path& page, const fs::path& pdf, core::Lang lang) {
    const auto browser = find_program({"chromium", "chromium-browser", "google-chrome"});
    if (!browser) {
        throw core::EnvironmentError(std::string(core::in(
            lang,
            "el PDF lo imprime Chromium y no está: instálelo (en Debian, apt-get install chromium), o "
            "abra el HTML e imprímalo desde su navegador",
            "Chromium prints the PDF and is not here: install it (on Debian, apt-get install chromium), or open "
            "the HTML and print it from your browser")));
    }
    // The browser reads and writes files with plain names, whatever the folder of the run is called.
    const core::TemporaryFolder folder;
    const fs::path copy = folder / "report.html", printed = folder / "report.pdf";
    std::error_code error;
    if (!fs::copy_file(page, copy, error)) throw core::EnvironmentError(page.string() + ": " + error.message());
    std::vector<std::string> command = {browser->string(),
                                        "--headless",
                                        "--disable-gpu",
                                        "--no-pdf-header-footer",
                                        "--virtual-time-budget=20000",
                                        "--print-to-pdf=" + printed.string()};
    if (geteuid() == 0) command.emplace_back("--no-sandbox");  // as root it refuses to run otherwise
    command.push_back(address_of(copy));
    if (!run_quietly(command) || !fs::exists(printed, error)) {
        throw core::EnvironmentError(fmt::format("{}: {}", browser->string(),
                                                 core::in(lang, "no pudo imprimir el PDF", "could not print the PDF")));
    }
    store::replace_file(pdf, content_of(printed));
}

}  // namespace aforo::cli
