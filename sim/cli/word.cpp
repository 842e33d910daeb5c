#include "word.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

#include "aforo/core/contracts.hpp"
#include "aforo/core/temporary_folder.hpp"
#include "aforo/render/word.hpp"
#include "process.hpp"
#include "word_template.hpp"

namespace aforo::cli {

namespace fs = std::filesystem;

bool can_write_word() { return find_program({"pandoc"}).has_value(); }

std::string how_to_write_word(core::Lang lang) {
    return std::string(
        core::in(lang,
                 "el documento de Word lo escribe pandoc y no está: instálelo (en Debian, apt-get install "
                 "pandoc, o ./dev setup word) y pida aforo report CARPETA --format docx",
                 "pandoc writes the Word document and is not here: install it (on Debian, apt-get install "
                 "pandoc, or ./dev setup word) and ask for aforo report FOLDER --format docx"));
}

std::string word(const document::Document& document) {
    const auto pandoc = find_program({"pandoc"}), env = find_program({"env"});
    if (!pandoc || !env) throw core::EnvironmentError(how_to_write_word(document.lang));
    const core::TemporaryFolder folder;
    const fs::path page = folder.write("report.html", render::word_html(document)), made = folder / "report.docx";
    fs::create_directories(folder.path() / "docx/word");
    (void)folder.write("docx/word/styles.xml", std::string(word_styles));
    (void)folder.write("docx/word/document.xml", std::string(word_page));
    // The least date that a .docx, which is a zip, can have; a template of the user's own would give other bytes.
    std::vector<std::string> command = {env->string(),
                                        "SOURCE_DATE_EPOCH=315532800",
                                        pandoc->string(),
                                        "--from=html",
                                        "--to=docx",
                                        "--data-dir=" + folder.path().string(),
                                        "--output=" + made.string(),
                                        page.string()};
    std::error_code error;
    if (!run_quietly(command) || !fs::exists(made, error))
        throw core::EnvironmentError(pandoc->string() + ": " +
                                     std::string(core::in(document.lang, "no pudo escribir el documento de Word",
                                                          "could not write the Word document")));
    std::ifstream in(made, std::ios::binary);
    if (!in) throw core::EnvironmentError(made.string() + ": " + std::generic_category().message(errno));
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace aforo::cli
