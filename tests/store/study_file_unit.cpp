#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

#include "aforo/core/contracts.hpp"
#include "aforo/store/study_file.hpp"
#include "support/folders.hpp"

using namespace aforo;
using store::StudyFile;
namespace fs = std::filesystem;

namespace {

const StudyFile::Header header{{{"command", "run"}, {"seed", "7"}}, {{"a b.yaml", "d1", "aforo: 1\nname: ñ\n"}}};
const std::vector<store::MeasureKey> keys = {
    {"spending", 2024, 0, results::Level::component, "advisory"},
    {"waiting", 2025, 12, results::Level::group, "sex=female"},
    {"served", 2025, 0, results::Level::programme, ""},
};

std::vector<double> values_of(std::size_t contender, int replication) {
    const auto x = static_cast<double>(contender) * 1000 + replication;
    return {x / 3, std::numeric_limits<double>::quiet_NaN(), -x, x * 1e300};  // the last stands beside
}

void fill(StudyFile& file, std::size_t contenders, int replications) {
    for (std::size_t c = 0; c < contenders; ++c) {
        CHECK(file.open(c, "digest " + std::to_string(c)).values.empty());
        file.put_keys(c, keys);
        for (int r = 0; r < replications; ++r) file.put(c, r, values_of(c, r));
    }
}

bool is_whole(const std::vector<double>& found, std::size_t contender, int replication) {
    const auto expected = values_of(contender, replication);
    return std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
                      [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

fs::path saved(const testing::TemporaryFolder& folder, std::size_t contenders, int replications) {
    fs::path path = folder.path / store::study_file_name;
    StudyFile file(path, header);
    fill(file, contenders, replications);
    file.close();
    return path;
}

void tamper(const fs::path& path, const char* sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    const int code = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    REQUIRE(code == SQLITE_OK);
}

}  // namespace

TEST_CASE("what was put into a study is found again, to the last bit, with what it is of") {
    const testing::TemporaryFolder folder;
    const fs::path path = folder.path / store::study_file_name;
    {
        StudyFile file(path, header);
        fill(file, 2, 3);
        file.close();
        CHECK_FALSE(file.failure().has_value());
    }
    CHECK_FALSE(fs::exists(path.string() + "-wal"));
    StudyFile file(path);
    CHECK(file.header().facts == header.facts);
    REQUIRE(file.header().inputs.size() == 1);
    CHECK(file.header().inputs[0].scenario == header.inputs[0].scenario);
    CHECK(file.items() == 6);
    for (std::size_t c = 0; c < 2; ++c) {
        const auto found = file.open(c, "digest " + std::to_string(c));
        CHECK(found.keys == keys);
        REQUIRE(found.values.size() == 3);
        for (int r = 0; r < 3; ++r) CHECK(is_whole(found.values[static_cast<std::size_t>(r)], c, r));
    }
    CHECK_THROWS_AS((void)file.open(1, "another"), core::WrongFile);
    CHECK_THROWS_AS(StudyFile(path, header), core::EnvironmentError);  // never over one that is there
    CHECK_THROWS_AS(StudyFile(folder.write("no.sqlite", "not a database at all")), core::WrongFile);
    CHECK_THROWS_AS(StudyFile(folder.path / "missing"), core::WrongFile);
}

TEST_CASE("a component has the name of today in a study that was begun when it had another") {
    const testing::TemporaryFolder folder;
    const fs::path path = folder.path / store::study_file_name;
    {
        StudyFile file(path, header);
        (void)file.open(0, "digest 0");
        file.put_keys(0, {{"spending", 2024, 0, results::Level::component, "admin"},
                          {"arrivals", 2024, 0, results::Level::region, "admin"}});
        file.put(0, 0, std::vector<double>{1, 2});
        file.close();
    }
    const auto found = StudyFile(path).open(0, "digest 0");
    REQUIRE(found.keys.size() == 2);
    CHECK(found.keys[0].id == "administration");
    CHECK(found.keys[1].id == "admin");  // a region may be called anything
}

TEST_CASE("a study whose log is cut short at any place opens, with whole items up to there") {
    const testing::TemporaryFolder folder;
    const fs::path path = folder.path / store::study_file_name, log = path.string() + "-wal";
    const pid_t killed = ::fork();
    if (killed == 0) {  // ends without closing anything
        StudyFile file(path, header);
        for (int r = 0; r < 30; ++r) {
            if (r == 0) {
                (void)file.open(0, "digest 0");
                file.put_keys(0, keys);
            }
            file.put(0, r, values_of(0, r));
            if (r % 10 == 9) file.flush();  // three batches
        }
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(killed, &status, 0) == killed);
    REQUIRE(fs::exists(log));
    const std::string whole = testing::bytes_of(log), base = testing::bytes_of(path);
    std::size_t most = 0;
    std::uint32_t random = 1;
    for (int round = 0; round < 40; ++round) {
        random = random * 1664525u + 1013904223u;
        const std::size_t length = round == 0 ? whole.size() : random % whole.size();
        fs::remove(path.string() + "-shm");
        testing::write_bytes(path, base);
        testing::write_bytes(log, whole.substr(0, length));
        CAPTURE(length);
        try {
            StudyFile file(path);
            const auto found = file.open(0, "digest 0");
            CHECK(found.values.size() % 10 == 0);  // batches, whole ones
            for (std::size_t r = 0; r < found.values.size(); ++r)
                CHECK(is_whole(found.values[r], 0, static_cast<int>(r)));
            most = std::max(most, found.values.size());
        } catch (const core::WrongFile& e) {
            CHECK(e.en.find("not an experiment of aforo") != std::string::npos);  // cut before it had a header
        }
    }
    CHECK(most == 30);
}

TEST_CASE("a study that cannot be written says so at its end and loses nothing that it had") {
    const testing::TemporaryFolder folder;
    const fs::path path = folder.path / store::study_file_name;
    StudyFile file(path, header);
    fill(file, 1, 1);
    file.flush();
    file.put(0, 0, values_of(0, 0));  // twice the same: refused by the database, as a full disk would be
    file.flush();
    CHECK(file.failure().has_value());
    file.put(0, 1, values_of(0, 1));
    CHECK_THROWS_AS(file.close(), core::EnvironmentError);
    StudyFile again(path);
    CHECK(again.open(0, "digest 0").values.size() == 1);
}

TEST_CASE("a study whose pages lead to others than those that were written is refused: it would give other values") {
    const testing::TemporaryFolder folder;
    const fs::path path = folder.path / store::study_file_name;
    {
        StudyFile file(path, header);
        (void)file.open(0, "digest");
        file.put_keys(0, keys);
        file.put(0, 0, std::vector<double>(20'000, 1.5));
        file.close();
    }
    std::fstream bytes(path, std::ios::in | std::ios::out | std::ios::binary);
    constexpr std::size_t page = 4096;
    const std::size_t pages = fs::file_size(path) / page;
    std::size_t changed = 0;
    for (std::size_t at = 1; at < pages && changed == 0;
         ++at) {  // a page of a long value names the next: it names itself
        std::array<unsigned char, 4> next{};
        bytes.seekg(static_cast<std::streamoff>(at * page));
        bytes.read(reinterpret_cast<char*>(next.data()), next.size());
        const auto named =
            std::size_t{next[0]} << 24U | std::size_t{next[1]} << 16U | std::size_t{next[2]} << 8U | next[3];
        if (named != at + 2) continue;
        bytes.seekp(static_cast<std::streamoff>(at * page + 3));
        bytes.put(static_cast<char>(at + 1));
        ++changed;
    }
    bytes.close();
    REQUIRE(changed == 1);
    CHECK_THROWS_AS(StudyFile{path}, core::WrongFile);
}

TEST_CASE("a study whose tables are not as they were made is refused: what is put would not be found") {
    const testing::TemporaryFolder folder;
    const fs::path path = folder.path / store::study_file_name;
    {
        StudyFile file(path, header);
        fill(file, 1, 1);
        file.close();
    }
    std::fstream bytes(path, std::ios::in | std::ios::out | std::ios::binary);
    std::string first(4096, ' ');
    bytes.read(first.data(), 4096);
    const auto at = first.find("data BLOB");
    REQUIRE(at != std::string::npos);
    bytes.seekp(static_cast<std::streamoff>(at));
    bytes.write("data TEXT", 9);
    bytes.close();
    CHECK_THROWS_AS(StudyFile{path}, core::WrongFile);
}

TEST_CASE("a study whose index disagrees with its table is refused: a search and a scan would give other rows") {
    const testing::TemporaryFolder folder;
    const fs::path path = saved(folder, 1, 1);
    tamper(path, "UPDATE key_sets SET digest = 'told twice'");
    CHECK_THROWS_WITH_AS(StudyFile{path}, doctest::Contains("not of what it says"), core::WrongFile);
    const std::string bytes = testing::bytes_of(path), digest = "told twice";
    const auto first = bytes.find(digest), second = bytes.find(digest, first + 1);  // of the table and of its index
    REQUIRE(second != std::string::npos);
    CHECK(bytes.find(digest, second + 1) == std::string::npos);
    for (const std::size_t at : {first, second}) {
        std::string other = bytes;
        other[at] = 'T';
        testing::write_bytes(path, other);
        CHECK_THROWS_WITH_AS(StudyFile{path}, doctest::Contains("the file is damaged"), core::WrongFile);
        CHECK_THROWS_AS(StudyFile(path, StudyFile::Use::read), core::WrongFile);
    }
}

TEST_CASE("a study that is discarded leaves nothing, whatever was not written yet") {
    const testing::TemporaryFolder folder;
    const fs::path path = folder.path / store::study_file_name;
    StudyFile file(path, header);
    fill(file, 1, 3);
    file.discard();
    CHECK(fs::is_empty(folder.path));
    CHECK_NOTHROW(file.close());
}

TEST_CASE("replications of a scenario that a study does not have are refused, and a scenario that it lacks is told") {
    const testing::TemporaryFolder folder;
    const fs::path path = saved(folder, 2, 3);
    tamper(path, "DELETE FROM contenders WHERE id = 1");
    {
        StudyFile file(path);
        CHECK(file.open(0, "digest 0").values.size() == 3);
        CHECK_THROWS_WITH_AS((void)file.open(1, "digest 1"), doctest::Contains("scenario 1, which is not there"),
                             core::WrongFile);
    }
    tamper(path, "DELETE FROM items WHERE contender = 1");
    {
        StudyFile file(path, StudyFile::Use::read);
        CHECK_THROWS_WITH_AS((void)file.open(1, "digest 1"), doctest::Contains("a scenario is missing"),
                             core::WrongFile);
    }
    CHECK(StudyFile(path).open(1, "digest 1").values.empty());  // what goes on may have one more
}
