// --open: the page that was made reaches what shows pages here, and nothing is lost where there is nothing to show it.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "cli/asking.hpp"

using namespace testing;

namespace {

// A folder `bin` whose xdg-open writes down what it is given, and ends with that code.
void put_opener(const Folder& folder, int code) {
    fs::create_directories(folder.path / "bin");
    const fs::path opener = folder.path / "bin/xdg-open";
    std::ofstream(opener) << "#!/bin/sh\nprintf '%s\\n' \"$@\" >>'" << (folder.path / "shown").string() << "'\nexit "
                          << code << "\n";
    fs::permissions(opener, fs::perms::owner_all);
}

Ran ask_here(const Folder& folder, const std::string& arguments) {
    const std::string binary = AFORO_BINARY;
    std::ofstream(folder.path / "asks.sh")
        << "PATH='" << (folder.path / "bin").string() << "' exec '" << binary << "' " << arguments << "\n";
    const std::string command = "cd '" + folder.path.string() + "' && sh asks.sh >stdout 2>stderr";
    const int status = std::system(command.c_str());  // NOLINT(cert-env33-c,concurrency-mt-unsafe): a test
    return {WEXITSTATUS(status), slurp(folder.path / "stdout"), slurp(folder.path / "stderr")};
}

constexpr const char* small = "'" AFORO_SOURCE_DIR "/tests/model/small.yaml' --replications 2 --quiet --lang es";

}  // namespace

TEST_CASE("--open shows the page of a run and of a report, with its whole path") {
    const Folder folder;
    put_opener(folder, 0);
    REQUIRE(ask_here(folder, std::string("run ") + small + " --open").code == 0);
    const fs::path page = fs::canonical(folder.path) / "output/small/run-001/report.html";
    CHECK(slurp(folder.path / "shown") == page.string() + "\n");
    fs::remove(page);
    // A page is what is shown, so it is made though another form was asked for.
    REQUIRE(ask_here(folder, "report output/small/run-001 --format csv --open").code == 0);
    CHECK(slurp(folder.path / "shown") == page.string() + "\n" + page.string() + "\n");
    CHECK(fs::exists(page));
}

TEST_CASE("where nothing shows pages, --open says where the page is, and the results stand") {
    const Folder folder;
    fs::create_directories(folder.path / "bin");
    const Ran without = ask_here(folder, std::string("run ") + small + " --open");
    CHECK(without.code == 0);
    CHECK(without.err.find("ábralo usted: output/small/run-001/report.html") != std::string::npos);
    put_opener(folder, 3);
    const Ran failed = ask_here(folder, std::string("run ") + small + " --open");
    CHECK(failed.code == 0);
    CHECK(failed.err.find("ábralo usted: output/small/run-002/report.html") != std::string::npos);
}
