#include "report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "aforo/core/contracts.hpp"
#include "aforo/core/sha256.hpp"
#include "aforo/report/formats.hpp"
#include "aforo/report/page.hpp"
#include "aforo/store/folder.hpp"
#include "aforo/store/input.hpp"
#include "aforo/store/run_file.hpp"
#include "carry_out.hpp"
#include "common.hpp"
#include "output.hpp"
#include "pdf.hpp"
#include "stored_folder.hpp"

namespace aforo::cli {

namespace {

namespace fs = std::filesystem;

bool is_asked(const ReportArguments& a, const report::FileFormat& format) {
    return a.formats.empty() ? format.by_default
                             : std::find(a.formats.begin(), a.formats.end(), format.name) != a.formats.end();
}

// Of the page, which was made anew just before.
void print(const fs::path& folder, core::Lang lang) {
    const fs::path pdf = folder / "report.pdf";
    print_pdf(folder / "report.html", pdf, lang);
    print_out("{}\n", pdf.string());
}

// The files of a comparison, a sweep or an explanation, from the items that its folder holds.
std::vector<ResultFile> told_again(const fs::path& folder, core::Lang lang) {
    const fs::path path = folder / store::study_file_name;
    const results::Manifest m = manifest_of(folder / "manifest.json");
    demand_same(path, "huella", "digest", store::digest_of_file(path), m.run_file_digest);
    store::StudyFile file(path, store::StudyFile::Use::read);
    const Asked asked = asked_of(file.header(), path);
    StudyArchive archive(file);
    experiment::Options options;
    options.seed = asked.seed;
    options.replications = asked.replications;
    options.precision = asked.precision;
    options.archive = &archive;
    options.stop = [] { return true; };  // nothing is simulated: what is not there is not told
    const auto made = make(asked, options, {}, lang);
    if (!made) {
        throw core::WrongFile(fmt::format("{}: le faltan réplicas", path.string()),
                              fmt::format("{}: it lacks replications", path.string()));
    }
    demand_same(path, "huella de lo que results.json dice", "digest of what results.json says",
                core::sha256_hex(made->json()), m.results_digest);
    return made->files;
}

// A file that cannot be made keeps no other from being made; the exit code of the worst.
int make(const ReportArguments& a, const fs::path& folder, core::Lang lang) {
    int code = done;
    const auto attempt = [&](const auto& what) {
        try {
            what();
        } catch (const core::EnvironmentError& e) {
            print_err("aforo: {}\n", core::escaped(e.what()));
            code = environment;
        }
    };
    const auto write = [&](const char* name, const auto& made) {
        attempt([&] {
            const fs::path path = folder / name;
            store::replace_file(path, made());
            print_out("{}\n", path.string());
        });
    };
    const bool with_pdf = std::find(a.formats.begin(), a.formats.end(), pdf_format) != a.formats.end();
    if (!fs::exists(fs::symlink_status(folder / "run.sqlite")) &&
        fs::exists(fs::symlink_status(folder / store::study_file_name))) {
        for (const ResultFile& file : told_again(folder, lang)) {
            const bool is_page = file.format == "html";
            const bool is_wanted =
                a.formats.empty() || std::find(a.formats.begin(), a.formats.end(), file.format) != a.formats.end();
            if (is_wanted || (is_page && with_pdf)) write(file.name.c_str(), file.make);
        }
        if (with_pdf) attempt([&] { print(folder, lang); });
        return code;
    }
    const StoredFolder read = read_run_folder(folder);
    for (const auto& format : report::file_formats()) {
        if (!is_asked(a, format)) continue;
        write(std::string(format.file).c_str(),
              [&] { return format.make(read.stored.run, read.stored.samples, read.manifest, lang); });
    }
    if (with_pdf) {
        attempt([&] {
            // The page that is there may be of another run, or of anybody.
            store::replace_file(folder / "report.html",
                                report::run_page(read.stored.run, read.stored.samples, read.manifest, lang));
            print(folder, lang);
        });
    }
    return code;
}

}  // namespace

int report(const ReportArguments& a, core::Lang lang) {
    int code = done;
    for (const auto& run : a.runs) {
        try {
            code = std::max(code, make(a, run, lang));
        } catch (const core::WrongFile& e) {
            print_err("{}\n", core::escaped(core::in(lang, e.es, e.en)));
            code = std::max<int>(code, wrong_input);
        } catch (const core::EnvironmentError& e) {
            print_err("aforo: {}\n", core::escaped(e.what()));
            code = std::max<int>(code, environment);
        }
    }
    return code;
}

}  // namespace aforo::cli
