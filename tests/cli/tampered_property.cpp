// A run's folder is input: copied by hand, sent by mail, changed by anybody. `aforo report` tells what is wrong with it
// and where, and makes nothing of it; it never crashes, hangs or believes it.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "aforo/core/sha256.hpp"
#include "cli/asking.hpp"

using namespace testing;

namespace {

// A folder with a run, of which each case takes a copy.
struct Run {
    Folder folder;
    Run() {
        std::ofstream(folder.path / "small.yaml")
            << "aforo: 1\nname: small\nextends: '" AFORO_SOURCE_DIR
               "/tests/model/small.yaml'\n"
               "about: {author: Ana, date: 2026-02-28, status: draft, reason: Una prueba}\n";
        REQUIRE(ask(folder, "run small.yaml --replications 3 --quiet --out out").code == 0);
        fs::rename(folder.path / "out/small/run-001", folder.path / "whole");
    }
    fs::path copy() const {
        const fs::path copied = folder.path / "run";
        fs::remove_all(copied);
        fs::copy(folder.path / "whole", copied, fs::copy_options::recursive);
        return copied;
    }
};

// SQL as anybody may run it on a file: with its checks off.
bool change(const fs::path& database, const std::string& sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(database.c_str(), &handle) == SQLITE_OK);
    const std::string all = "PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON; " + sql;
    const int code = sqlite3_exec(handle, all.c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    return code == SQLITE_OK;
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// The manifest vouches for the file as it is now: what is wrong must be seen in the file itself.
void vouch(const fs::path& folder) {
    std::string manifest = slurp(folder / "manifest.json");
    const std::string key = "\"run_file_digest\": \"";
    manifest.replace(manifest.find(key) + key.size(), 64, aforo::core::sha256_hex(slurp(folder / "run.sqlite")));
    write(folder / "manifest.json", manifest);
}

Ran report(const Folder& folder, const std::string& lang) {
    const std::string command = "timeout 60 '" AFORO_BINARY "' report run --lang " + lang;
    const fs::path out = folder.path / "stdout", err = folder.path / "stderr";
    const int status = std::system(  // NOLINT(cert-env33-c,concurrency-mt-unsafe): a test
        fmt::format("cd '{}' && {} >'{}' 2>'{}'", folder.path.string(), command, out.string(), err.string()).c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), slurp(out), slurp(err)};
}

struct Tampering {
    std::string sql;    // on run.sqlite
    std::string place;  // that the message names
};
const std::vector<Tampering>& of_the_database() {
    static const std::vector<Tampering> all = {
        {"DELETE FROM years", "table years"},
        {"DELETE FROM years WHERE year = 2024", "table"},
        {"UPDATE years SET year = 100000 WHERE year = 2025", "table years, row 2, column year"},
        {"UPDATE ledger SET month = 100000", "table ledger, row 1, column month"},
        {"UPDATE ledger SET month = 'enero'", "table ledger, row 1, column month"},
        {"UPDATE ledger SET year = 1", "table ledger, row 1, column year"},
        {"UPDATE ledger SET received = 9223372036854775807", "table ledger, row 1, column received"},
        {"UPDATE ledger SET given = 4000000000000000000", "table ledger, row"},
        {"UPDATE keys SET month = -1 WHERE id = 3", "table keys, row 4, column month"},
        {"UPDATE keys SET year = 0 WHERE id = 3", "table keys, row 4, column year"},
        {"UPDATE keys SET column_id = 100000 WHERE id = 3", "table keys, row 4, column column_id"},
        {"UPDATE keys SET level = 'planet' WHERE id = 3", "table keys, row 4, column level"},
        {"UPDATE keys SET n = 2000000000 WHERE id = 3", "table keys, row 4, column n"},
        {"UPDATE keys SET mean = 'much' WHERE id = 3", "table keys, row 4, column mean"},
        {"UPDATE keys SET mean = 9e999 WHERE id = 3", "table keys, row 4, column mean"},
        {"UPDATE keys SET mean = NULL WHERE id = 3", "table keys, row 4, column n"},
        {"UPDATE keys SET sd = -1 WHERE id = 3", "table keys, row 4, column sd"},
        {"UPDATE keys SET mean = 7 WHERE column_id = (SELECT id FROM columns WHERE name = 'slot_utilisation') AND n > "
         "1",
         "column mean"},
        {"UPDATE keys SET p10 = 1e9 WHERE id = 3", "table keys, row 4, column p10"},
        {"DELETE FROM keys WHERE id = 3", "table keys, row 4, column id"},
        {"DELETE FROM keys WHERE id = (SELECT max(id) FROM keys)", "table samples"},
        {"UPDATE keys SET ident = 'nowhere' WHERE level = 'office'", "column ident"},
        {"DELETE FROM samples WHERE key_id = 5", "table samples, row 6, column key_id"},
        {"UPDATE samples SET data = x'00' WHERE key_id = 5", "table samples, row 6, column data"},
        {"UPDATE samples SET data = 'text' WHERE key_id = 5", "table samples, row 6, column data"},
        {"UPDATE samples SET data = zeroblob(100000000) WHERE key_id = 5", "run.sqlite"},
        {"UPDATE run SET value = '1000000' WHERE name = 'replications'", "table samples"},
        {"UPDATE run SET value = '-3' WHERE name = 'replications'", "table run"},
        {"UPDATE run SET value = '3x' WHERE name = 'replications'", "table run"},
        {"UPDATE run SET value = '99999999999999999999' WHERE name = 'seed'", "table run"},
        {"DELETE FROM run WHERE name = 'seed'", "table run"},
        {"UPDATE run SET value = '8' WHERE name = 'seed'", "seed 8, and the manifest says 7"},
        {"UPDATE run SET value = 'other' WHERE name = 'scenario'", "scenario other"},
        {"UPDATE run SET value = 'other' WHERE name = 'author'", "author other"},
        {"UPDATE run SET value = 'official' WHERE name = 'status'", "status official"},
        {"UPDATE run SET value = 'final' WHERE name = 'status'", "table run"},
        {"DELETE FROM run WHERE name = 'status'", "status , and the manifest says draft"},
        {"UPDATE run SET value = '2026-02-30' WHERE name = 'date'", "table run"},
        {"UPDATE run SET value = x'00' WHERE name = 'reason'", "table run"},
        {"UPDATE offices SET region = 'nowhere'", "table offices, row 1, column region"},
        {"UPDATE offices SET kind = x'00'", "table offices, row 1, column kind"},
        {"DELETE FROM regions", "table offices, row 1, column region"},
        {"UPDATE exhaustions SET share = 1e300", "table exhaustions, row 1, column share"},
        {"UPDATE exhaustions SET median_first_day = '2024-99'", "table exhaustions, row 1, column median_first_day"},
        {"DELETE FROM planned WHERE name = 'beneficiaries'", "table planned"},
        {"UPDATE planned SET value = 1e300 WHERE name = 'year'", "table planned, row"},
        {"UPDATE planned SET position = 1000 WHERE name = 'years' AND position = 1", "table planned, row"},
        {"UPDATE planned SET name = 'x' WHERE name = 'year'", "table planned, row"},
        {"UPDATE columns SET name = 'arrivals'", "table columns, row 2, column name"},
        {"DELETE FROM columns WHERE id = 2", "table columns, row 3, column id"},
        {"DROP TABLE ledger", "table ledger"},
        {"DROP VIEW metrics; DROP TABLE years; CREATE VIEW years AS WITH RECURSIVE y(year) AS (SELECT 2024 UNION ALL "
         "SELECT year + 1 FROM y) SELECT year FROM y",
         "run.sqlite"},
        {"CREATE TRIGGER t AFTER INSERT ON run BEGIN SELECT 1; END", "trigger t"},
        {"CREATE TABLE more (x)", "table more"},
        {"DROP TABLE limits; CREATE TABLE limits (position, year, id, share)", "table limits"},
        {"UPDATE sqlite_master SET sql = 'CREATE TABLE years (year TEXT)' WHERE name = 'years'", "table years"},
        {"PRAGMA user_version = 3", "version 3"},
        {"PRAGMA application_id = 0", "not a run of aforo"}};
    return all;
}

}  // namespace

TEST_CASE("what is changed in run.sqlite is told with its table, row and column, though the manifest vouches for it") {
    const Run run;
    run.copy();
    REQUIRE(report(run.folder, "en").code == 0);
    for (const auto& tampering : of_the_database()) {
        CAPTURE(tampering.sql);
        const fs::path folder = run.copy();
        REQUIRE(change(folder / "run.sqlite", tampering.sql));
        vouch(folder);
        const Ran ran = report(run.folder, "en");
        CAPTURE(ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.find("run/run.sqlite: ") == 0);
        CHECK(ran.err.find(tampering.place) != std::string::npos);
    }
    const fs::path folder = run.copy();
    REQUIRE(change(folder / "run.sqlite", "UPDATE ledger SET month = 100000"));
    CHECK(report(run.folder, "es").err.find("tabla ledger, fila 1, columna month: 100000 está fuera de 1 a 12") !=
          std::string::npos);
}

TEST_CASE("what is changed in the folder, or is no file, is told with its path") {
    const Run run;
    struct Case {
        const char* what;
        std::function<void(const fs::path&)> tamper;
        const char* told;
    };
    const auto replace = [](const char* from, const char* to) {
        return [=](const fs::path& folder) {
            std::string text = slurp(folder / "manifest.json");
            text.replace(text.find(from), std::string(from).size(), to);
            write(folder / "manifest.json", text);
        };
    };
    const auto instead = [](const char* name, auto make) {
        return [=](const fs::path& folder) {
            fs::remove(folder / name);
            make(folder / name);
        };
    };
    const auto fifo = [](const fs::path& p) { REQUIRE(::mkfifo(p.c_str(), 0600) == 0); };
    const auto link = [&](const fs::path& p) { fs::create_symlink("../whole" / p.filename(), p); };
    const auto nothing = [](const fs::path&) {};
    const auto folder_there = [](const fs::path& p) { fs::create_directory(p); };
    const auto huge = [](const fs::path& p) {
        write(p, "{");
        fs::resize_file(p, 10'000'000'000);  // of nothing: it takes no room on the disk
    };
    const std::vector<Case> cases = {
        {"no manifest", instead("manifest.json", nothing), "manifest.json: is not there"},
        {"a pipe as manifest", instead("manifest.json", fifo), "manifest.json: is not a regular file"},
        {"a link as manifest", instead("manifest.json", link), "manifest.json: is a symbolic link"},
        {"a folder as manifest", instead("manifest.json", folder_there), "manifest.json: is not a regular file"},
        {"10 GB as manifest", instead("manifest.json", huge), "manifest.json: has 10000000000 bytes"},
        {"brackets as manifest",
         instead("manifest.json", [](const fs::path& p) { write(p, std::string(500'000, '[')); }),
         "manifest.json: not the manifest of a run"},
        {"no seed", replace("\"seed\": 7", "\"seed\": null"), "manifest.json: not the manifest of a run: seed"},
        {"another seed", replace("\"seed\": 7", "\"seed\": 8"), "seed 7, and the manifest says 8"},
        {"other replications", replace("\"replications\": 3", "\"replications\": 4"), "replications 3"},
        {"another digest of the results", replace("\"results_digest\": \"", "\"results_digest\": \"0\", \"x\": \""),
         "results_digest"},
        {"no database", instead("run.sqlite", nothing), "it has no run.sqlite"},
        {"a pipe as database", instead("run.sqlite", fifo), "run.sqlite: is not a regular file"},
        {"a link as database", instead("run.sqlite", link), "run.sqlite: is a symbolic link"},
        {"a link to nothing", instead("run.sqlite", [](const fs::path& p) { fs::create_symlink("nowhere", p); }),
         "run.sqlite: is a symbolic link"},
        {"half a database",
         [](const fs::path& f) { fs::resize_file(f / "run.sqlite", fs::file_size(f / "run.sqlite") / 2); },
         "run.sqlite: "},
        {"an empty database", [](const fs::path& f) { fs::resize_file(f / "run.sqlite", 0); }, "run.sqlite: "},
        {"text as database", instead("run.sqlite", [](const fs::path& p) { write(p, std::string(5000, 'x')); }),
         "run.sqlite: cannot be read as a database"},
        {"other results", [](const fs::path& f) { write(f / "results.json", "{}"); },
         "results.json: the results are not those that the manifest tells of"},
        {"a pipe as results", instead("results.json", fifo), "results.json: is not a regular file"},
        {"a name that moved", [](const fs::path& f) { change(f / "run.sqlite", "UPDATE offices SET name = 'Otro'"); },
         "the results are not those that the manifest tells of: digest"},
        {"a mean that moved, vouched for",
         [](const fs::path& f) {
             change(f / "run.sqlite", "UPDATE keys SET mean = mean + 1 WHERE id = 3");
             vouch(f);
         },
         "digest of what results.json says"}};
    for (const auto& c : cases) {
        CAPTURE(c.what);
        c.tamper(run.copy());
        const Ran ran = report(run.folder, "en");
        CAPTURE(ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.find(c.told) != std::string::npos);
    }
    write(run.copy() / "results.json", "{}");
    CHECK(report(run.folder, "es").err.find("los resultados no son los que el manifiesto dice") != std::string::npos);
}

TEST_CASE("a journal beside the database is not read") {
    const Run run;
    const fs::path folder = run.copy();
    for (const char* name : {"run.sqlite-journal", "run.sqlite-wal", "run.sqlite-shm"})
        write(folder / name, std::string(40'000, '\x7F'));
    CHECK(report(run.folder, "es").code == 0);
    CHECK(fs::file_size(folder / "run.sqlite-wal") == 40'000);
}

TEST_CASE("a report's place taken by a link is not written through") {
    const Run run;
    const fs::path folder = run.copy(), other = run.folder.path / "other";
    write(other, "mine");
    fs::remove(folder / "report.html");
    fs::create_symlink(other, folder / "report.html");
    CHECK(report(run.folder, "es").code == 0);
    CHECK(slurp(other) == "mine");
    CHECK(fs::is_regular_file(fs::symlink_status(folder / "report.html")));
}

TEST_CASE("random bytes and random values, seeded, end in a report or in a message, never otherwise") {
    const Run run;
    std::mt19937 bits(20261126);  // NOLINT(cert-msc51-cpp): the same in every run
    const auto below = [&](std::size_t n) { return bits() % n; };
    for (int i = 0; i < 40; ++i) {
        const fs::path folder = run.copy();
        const bool of_database = i % 4 != 0;
        const fs::path file = folder / (of_database ? "run.sqlite" : "manifest.json");
        std::string bytes = slurp(file);
        // The first pages hold the tables' own description.
        const std::size_t reach = i % 2 == 0 ? bytes.size() : std::min<std::size_t>(bytes.size(), 12'288);
        for (std::size_t k = 0; k <= below(8); ++k) bytes[below(reach)] ^= static_cast<char>(1 + below(255));
        write(file, bytes);
        const bool vouched = of_database && i % 3 != 0;
        if (vouched) vouch(folder);
        const Ran ran = report(run.folder, "en");
        CAPTURE(i);
        CAPTURE(ran.code);
        CAPTURE(ran.err);
        CHECK((ran.code == 2 || (ran.code == 0 && (vouched || !of_database))));
        CHECK((ran.code == 0 || ran.err.find("run/") == 0));
    }
    const std::array tables = {"run",
                               "years",
                               "columns",
                               "keys",
                               "samples",
                               "regions",
                               "offices",
                               "exhaustions",
                               "limits",
                               "assumptions",
                               "sources",
                               "ledger",
                               "planned_components",
                               "planned"};
    const std::array values = {"NULL",
                               "-1",
                               "0",
                               "13",
                               "2026",
                               "9223372036854775807",
                               "-9223372036854775808",
                               "1e308",
                               "-1e308",
                               "9e999",
                               "''",
                               "'x'",
                               "x'FF'",
                               "'\x1b[2J'",
                               "zeroblob(1000000)",
                               "cast(x'FFFE00' as text)",
                               "replace(hex(zeroblob(50000)), '0', 'ñ')"};
    for (int i = 0; i < 80; ++i) {
        const fs::path folder = run.copy();
        const std::string table = tables[below(tables.size())];
        sqlite3* handle = nullptr;
        REQUIRE(sqlite3_open((folder / "run.sqlite").c_str(), &handle) == SQLITE_OK);
        sqlite3_stmt* columns = nullptr;
        sqlite3_prepare_v2(handle, ("SELECT * FROM " + table).c_str(), -1, &columns, nullptr);
        const std::string column = sqlite3_column_name(
            columns, static_cast<int>(below(static_cast<std::size_t>(sqlite3_column_count(columns)))));
        sqlite3_finalize(columns);
        sqlite3_close(handle);
        const std::string where = i % 2 == 0
                                      ? ""
                                      : fmt::format(" WHERE \"{0}\" IN (SELECT \"{0}\" FROM {1} LIMIT 1 OFFSET {2})",
                                                    column, table, below(4));
        const std::string sql = i % 7 == 0 ? "DELETE FROM " + table + where
                                           : fmt::format("UPDATE OR IGNORE {} SET \"{}\" = {}{}", table, column,
                                                         values[below(values.size())], where);
        (void)change(folder / "run.sqlite", sql);  // what the schema itself refuses is no tampering
        vouch(folder);
        const Ran ran = report(run.folder, "en");
        CAPTURE(sql);
        CAPTURE(ran.code);
        CAPTURE(ran.err);
        CHECK((ran.code == 0 || ran.code == 2));
        CHECK((ran.code == 0 || ran.err.find("run/") == 0));
        CHECK(ran.err.find('\x1b') == std::string::npos);
    }
}
