#include "report.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "aforo/core/contracts.hpp"
#include "aforo/report/formats.hpp"
#include "aforo/report/json.hpp"
#include "aforo/report/page.hpp"
#include "aforo/store/folder.hpp"
#include "aforo/store/run_file.hpp"
#include "common.hpp"
#include "output.hpp"
#include "pdf.hpp"

namespace aforo::cli {

namespace {

namespace fs = std::filesystem;

results::Manifest manifest_of(const fs::path& folder) {
    const fs::path path = folder / "manifest.json";
    std::ifstream file(path, std::ios::binary);
    if (!file) throw core::EnvironmentError(path.string() + ": cannot be read");
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    const auto manifest = report::read_manifest(json);
    if (!manifest) throw core::EnvironmentError(path.string() + ": not the manifest of a run");
    return *manifest;
}

bool is_asked(const ReportArguments& a, const report::FileFormat& format) {
    return a.formats.empty() ? format.by_default
                             : std::find(a.formats.begin(), a.formats.end(), format.name) != a.formats.end();
}

// Of the page, which is made for it when it is not there.
void print(const fs::path& folder, const store::StoredRun& stored, const results::Manifest& manifest, core::Lang lang) {
    const fs::path page = folder / "report.html", pdf = folder / "report.pdf";
    std::error_code error;
    if (!fs::exists(page, error))
        store::replace_file(page, report::run_page(stored.run, stored.samples, manifest, lang));
    print_pdf(page, pdf, lang);
    print_out("{}\n", pdf.string());
}

}  // namespace

int report(const ReportArguments& a, core::Lang lang) {
    for (const auto& run : a.runs) {
        if (!fs::is_regular_file(fs::path(run) / "run.sqlite")) {
            print_err("{}: {}\n", run,
                      core::in(lang, "no es la carpeta de una corrida: no tiene run.sqlite",
                               "not the folder of a run: it has no run.sqlite"));
            return wrong_input;
        }
    }
    int code = done;
    // A file that cannot be made keeps no other from being made.
    const auto attempt = [&](const auto& make) {
        try {
            make();
        } catch (const core::EnvironmentError& e) {
            print_err("aforo: {}\n", e.what());
            code = environment;
        }
    };
    for (const auto& run : a.runs) {
        attempt([&] {
            const auto manifest = manifest_of(run);
            const auto stored = store::load(fs::path(run) / "run.sqlite");
            for (const auto& format : report::file_formats()) {
                if (!is_asked(a, format)) continue;
                attempt([&] {
                    const fs::path path = fs::path(run) / format.file;
                    store::replace_file(path, format.make(stored.run, stored.samples, manifest, lang));
                    print_out("{}\n", path.string());
                });
            }
            if (std::find(a.formats.begin(), a.formats.end(), pdf_format) != a.formats.end())
                print(run, stored, manifest, lang);
        });
    }
    return code;
}

}  // namespace aforo::cli
