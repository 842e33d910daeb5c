#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <future>
#include <iterator>
#include <set>

#include "aforo/core/contracts.hpp"
#include "aforo/store/folder.hpp"

namespace fs = std::filesystem;
using aforo::core::EnvironmentError;
using aforo::store::PendingFolder;
using aforo::store::slug;
using aforo::store::write_run_folder;

namespace {

// A folder of its own for each test, gone at its end.
class Scratch {
public:
    Scratch() {
        std::string name = (fs::temp_directory_path() / "aforo-store-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Scratch() { fs::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }

private:
    fs::path path_;
};

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::set<std::string> entries(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

}  // namespace

TEST_CASE("a run's folder holds exactly its files, to the byte") {
    const Scratch scratch;
    const std::string bytes("a\0\n\xFF", 4);
    const auto path = write_run_folder(scratch / "output" / "ficha", "run", {{"a.bin", bytes}, {"empty", ""}});
    CHECK(path == scratch / "output" / "ficha" / "run-001");
    CHECK(entries(path) == std::set<std::string>{"a.bin", "empty"});
    CHECK(read(path / "a.bin") == bytes);
    CHECK(entries(path.parent_path()) == std::set<std::string>{"run-001"});
}

TEST_CASE("a file written piece by piece is their sum, whatever they are long; so is one that replaces another") {
    const Scratch scratch;
    std::string all;
    const auto write = [&](const aforo::core::Out& out) {
        all.clear();
        for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{300'000}, std::size_t{2}}) {
            for (int i = 0; i < 3; ++i) {
                const std::string piece(size, static_cast<char>('a' + i));
                out(piece);
                all += piece;
            }
        }
    };
    PendingFolder folder(scratch / "output");
    folder.add("it", write);
    const auto path = folder.commit("run");
    CHECK(read(path / "it") == all);
    aforo::store::replace_file(path / "it", "short");
    CHECK(read(path / "it") == "short");
    aforo::store::replace_file(path / "it", write);
    CHECK(read(path / "it") == all);
    CHECK(entries(path) == std::set<std::string>{"it"});
}

TEST_CASE("a file that is made again takes the place of the old one, whole, and leaves nothing beside it") {
    const Scratch scratch;
    const fs::path folder = scratch / "run-001";
    fs::create_directories(folder);
    aforo::store::replace_file(folder / "report.html", "old and long");
    aforo::store::replace_file(folder / "report.html", "new");
    CHECK(read(folder / "report.html") == "new");
    CHECK(entries(folder) == std::set<std::string>{"report.html"});
    CHECK_THROWS_AS(aforo::store::replace_file(scratch / "nowhere" / "report.html", "x"),
                    aforo::core::EnvironmentError);
}

TEST_CASE("an earlier run is never overwritten") {
    const Scratch scratch;
    const auto first = write_run_folder(scratch / "o", "run", {{"a", "1"}});
    const auto second = write_run_folder(scratch / "o", "run", {{"a", "2"}});
    CHECK(second.filename() == "run-002");
    CHECK(read(first / "a") == "1");
    fs::remove_all(first);
    CHECK(write_run_folder(scratch / "o", "run", {}).filename() == "run-003");  // a number is not used again
    fs::create_directory(scratch / "o" / "run-1200");
    CHECK(write_run_folder(scratch / "o", "run", {}).filename() == "run-1201");
    CHECK(write_run_folder(scratch / "o", "goal", {}).filename() == "goal-001");
}

TEST_CASE("an empty folder or a file in the way of the name is left alone") {
    const Scratch scratch;
    fs::create_directories(scratch / "o" / "run-001");
    std::ofstream(scratch / "o" / "run-002") << "mine";
    CHECK(write_run_folder(scratch / "o", "run", {{"a", ""}}).filename() == "run-003");
    CHECK(entries(scratch / "o" / "run-001").empty());
    CHECK(read(scratch / "o" / "run-002") == "mine");
}

TEST_CASE("runs that finish together get folders of their own") {
    const Scratch scratch;
    std::vector<std::future<fs::path>> runs;
    runs.reserve(16);
    for (int i = 0; i < 16; ++i) {
        runs.push_back(std::async(std::launch::async, [&, i] {
            return write_run_folder(scratch / "o", "run", {{"who", std::to_string(i)}});
        }));
    }
    std::set<fs::path> paths;
    for (int i = 0; i < 16; ++i) {
        const auto path = runs[static_cast<std::size_t>(i)].get();
        CHECK(read(path / "who") == std::to_string(i));
        paths.insert(path);
    }
    CHECK(paths.size() == 16);
    CHECK(entries(scratch / "o").size() == 16);
}

TEST_CASE("until it is committed a folder shows under no final name, and without a commit it is removed") {
    const Scratch scratch;
    {
        const PendingFolder folder(scratch / "o");
        folder.add("a", "1");
        const auto names = entries(scratch / "o");
        REQUIRE(names.size() == 1);
        CHECK(names.begin()->starts_with(".unfinished-"));
    }
    CHECK_FALSE(fs::exists(scratch / "o"));  // nor is its parent left, which was made for it
    fs::create_directory(scratch / "mine");
    { const PendingFolder folder(scratch / "mine"); }
    { const PendingFolder folder(scratch / "mine" / "not" / "these"); }
    CHECK(entries(scratch / "mine").empty());
}

TEST_CASE("where the parent is a file the error names the path and the reason, and nothing is left") {
    const Scratch scratch;
    std::ofstream(scratch / "file") << "mine";
    try {
        write_run_folder(scratch / "file" / "ficha", "run", {{"a", "1"}});
        FAIL("it must throw");
    } catch (const EnvironmentError& error) {
        CHECK(std::string(error.what()).find((scratch / "file").string()) != std::string::npos);
        CHECK(std::string(error.what()).find("Not a directory") != std::string::npos);
    }
    CHECK(read(scratch / "file") == "mine");
}

TEST_CASE("not even root can write everywhere: that is an environment error too") {
    CHECK_THROWS_AS(write_run_folder("/proc", "run", {{"a", "1"}}), EnvironmentError);
}

// Root may write here all the same.
TEST_CASE("a parent that cannot be written to is an environment error" * doctest::skip(::geteuid() == 0)) {
    const Scratch scratch;
    fs::create_directory(scratch / "o");
    ::chmod((scratch / "o").c_str(), 0555);
    CHECK_THROWS_AS(write_run_folder(scratch / "o", "run", {{"a", "1"}}), EnvironmentError);
    ::chmod((scratch / "o").c_str(), 0755);
    CHECK(entries(scratch / "o").empty());
}

TEST_CASE("when the disk takes only part of a file, nothing is left and the error says why") {
    const Scratch scratch;
    // A limit on the size of files stands for the full disk: the write stops short, then fails.
    ::rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const ::rlimit small{1000, before.rlim_max};
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    std::string what;
    try {
        write_run_folder(scratch / "o", "run", {{"a", "1"}, {"big", std::string(5000, 'x')}});
    } catch (const EnvironmentError& error) {
        what = error.what();
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(what.ends_with("big: File too large"));
    CHECK_FALSE(fs::exists(scratch / "o"));
}

TEST_CASE("a file's name cannot lead out of the folder") {
    const Scratch scratch;
    const PendingFolder folder(scratch / "o");
    for (const std::string name : {"", ".", "..", "../a", "/etc/a", "b/a"}) {
        CHECK_THROWS_AS(folder.add(name, "1"), aforo::core::BrokenInvariant);
    }
    folder.add("a", "1");
    CHECK_THROWS_AS(folder.add("a", "2"), EnvironmentError);
    CHECK(read(folder.path() / "a") == "1");
}

TEST_CASE("a slug is a safe and readable folder name") {
    CHECK(slug("ficha-2024") == "ficha-2024");
    CHECK(slug("Ficha 2024: el plan, como está escrito") == "ficha-2024-el-plan-como-esta-escrito");
    CHECK(slug("ÑUBLE y O'Higgins (pingüinos)") == "nuble-y-o-higgins-pinguinos");
    CHECK(slug("../../etc/passwd") == "etc-passwd");
    CHECK(slug("/") == "escenario");
    CHECK(slug("..") == "escenario");
    CHECK(slug("") == "escenario");
    CHECK(slug("🚀🚀") == "escenario");
    CHECK(slug("🚀 plan 🚀 b") == "plan-b");
    CHECK(slug("\xFF\xC3") == "escenario");
    CHECK(slug(std::string("a\0b\nc", 5)) == "a-b-c");
    CHECK(slug(std::string(500, 'x')) == std::string(60, 'x'));
    CHECK(slug(std::string(59, 'x') + " yz") == std::string(59, 'x'));
}

TEST_CASE("the number after the greatest is a number, and what no run can have had is none") {
    const Scratch scratch;
    for (const char* name : {"run-2147483647", "run-4294967295", "run-99999999999999999999", "run--7", "run-x"})
        fs::create_directories(scratch / "o" / name);
    CHECK(write_run_folder(scratch / "o", "run", {}).filename() == "run-001");
    fs::create_directory(scratch / "o" / "run-999999999");
    CHECK(write_run_folder(scratch / "o", "run", {}).filename() == "run-1000000000");
    CHECK(write_run_folder(scratch / "o", "run", {}).filename() == "run-1000000001");
}

TEST_CASE("what is being written is in use; what nobody writes any more is left, and only then is it removed") {
    const Scratch scratch;
    fs::create_directories(scratch / "o" / "s" / ".unfinished-12-1" / "deep");
    std::ofstream(scratch / "o" / "s" / ".unfinished-12-1" / "a") << "four";
    fs::create_directories(scratch / "o" / "s" / "run-001");
    std::ofstream(scratch / "o" / "s" / "run-001" / "report.html.unfinished-12-1") << "x";
    // Not ours, whatever they resemble.
    std::ofstream(scratch / "o" / "s" / ".unfinished-12-1-notes") << "mine";
    std::ofstream(scratch / "o" / ".unfinished-12-1") << "a file by that name alone";
    fs::create_directories(scratch / "o" / ".unfinished-mine");
    fs::create_directory_symlink(scratch / "o" / "s" / "run-001", scratch / "o" / "s" / ".unfinished-13-1");
    const PendingFolder pending(scratch / "o" / "t");
    pending.add("a", "1");

    const auto all = aforo::store::unfinished(scratch / "o");
    REQUIRE(all.size() == 3);
    CHECK(all[0].path == scratch / "o" / "s" / ".unfinished-12-1");
    CHECK(all[0].files == 1);
    CHECK(all[0].bytes == 4);
    CHECK_FALSE(all[0].in_use);
    CHECK(all[1].path.filename() == "report.html.unfinished-12-1");
    CHECK_FALSE(all[1].in_use);
    CHECK(all[2].path == pending.path());
    CHECK(all[2].in_use);

    CHECK(aforo::store::remove(all[0]));
    CHECK(aforo::store::remove(all[1]));
    CHECK_FALSE(aforo::store::remove(all[2]));
    CHECK(read(pending.path() / "a") == "1");
    CHECK(entries(scratch / "o" / "s") ==
          std::set<std::string>{"run-001", ".unfinished-12-1-notes", ".unfinished-13-1"});
    CHECK(aforo::store::unfinished(scratch / "nowhere").empty());
}
