// aforo_pages FOLDER LIBRARY: writes the manual pages and the completions below the folder, where a system looks for
// them (share/man/…, share/bash-completion/…). LIBRARY is the folder of scenarios. It is for packages and not installed
// itself.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "aforo/scenario/library.hpp"
#include "pages.hpp"

namespace {

namespace fs = std::filesystem;
using namespace aforo;

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file.string());
}

void write_manual(const fs::path& to, core::Lang lang) {
    const auto all = cli::pages(lang);
    for (std::size_t i = 0; i < all.size(); ++i)
        write(to / (all[i].name.empty() ? "aforo.1" : "aforo-" + all[i].name + ".1"), cli::manual(all, i, lang));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: aforo_pages FOLDER LIBRARY\n";
        return 2;
    }
    try {
        const fs::path to = argv[1];
        const auto library = scenario::library_names(argv[2]);
        write_manual(to / "man/man1", core::Lang::en);
        write_manual(to / "man/es/man1", core::Lang::es);
        write(to / "bash-completion/completions/aforo", cli::bash_completion(library));
        write(to / "zsh/vendor-completions/_aforo", cli::zsh_completion(library));
        write(to / "fish/vendor_completions.d/aforo.fish", cli::fish_completion(library));
    } catch (const std::exception& e) {
        std::cerr << "aforo_pages: " << e.what() << "\n";
        return 3;
    }
    return 0;
}
