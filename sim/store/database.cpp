#include "database.hpp"

#include <fmt/format.h>

#include <cctype>
#include <limits>
#include <map>
#include <new>
#include <utility>

#include "aforo/core/contracts.hpp"
#include "aforo/store/input.hpp"

namespace aforo::store {

namespace {

// A URI that makes SQLite read just this file, as one that nobody else writes, whatever characters its name has.
std::string immutable(const std::filesystem::path& path) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        uri += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '/'
                   ? std::string(1, c)
                   : fmt::format("%{:02x}", static_cast<unsigned char>(c));
    }
    return uri + "?immutable=1";
}

// Limits for a file that may be hostile.
constexpr int longest_value = 1 << 24;               // bytes
constexpr std::uint64_t bytes_a_second = 1'000'000;  // the least that a slow disk and processor read

}  // namespace

Database::Database(const std::filesystem::path& path, Use use) : path_(path.string()), use_(use) {
    const bool is_read = use == Use::suspect;
    // Each database is used by one thread at a time, so SQLite need not lock at each call.
    const int flags = SQLITE_OPEN_NOMUTEX | (is_read              ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
                                             : use == Use::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                                  : SQLITE_OPEN_READWRITE);
    const std::uint64_t size = use == Use::create ? 0 : demand_regular(path);
    until_ = std::chrono::steady_clock::now() + std::chrono::seconds(60 + size / bytes_a_second);
    // SQLite may take a name that begins with "file:" for a URI, so a relative path gets a prefix.
    const std::string name = is_read ? immutable(path) : path.is_absolute() ? path_ : "./" + path_;
    if (sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
        const std::string reason = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
        sqlite3_close(handle_);
        throw core::EnvironmentError(fmt::format("{}: {}", path_, reason));
    }
    if (use != Use::create) suspect();
}

Database::Database() : path_(":memory:") {
    if (sqlite3_open_v2(":memory:", &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nullptr) != SQLITE_OK) {
        sqlite3_close(handle_);
        throw std::bad_alloc();
    }
}

Database::~Database() { sqlite3_close(handle_); }

void Database::suspect() {
    for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                        {SQLITE_DBCONFIG_ENABLE_VIEW, 0}})
        sqlite3_db_config(handle_, option, value, nullptr);
    for (const auto& [limit, value] : {std::pair{SQLITE_LIMIT_LENGTH, longest_value},
                                       {SQLITE_LIMIT_SQL_LENGTH, 100'000},
                                       {SQLITE_LIMIT_COLUMN, 100},
                                       {SQLITE_LIMIT_EXPR_DEPTH, 20},
                                       {SQLITE_LIMIT_ATTACHED, 0},
                                       {SQLITE_LIMIT_WORKER_THREADS, 0}})
        sqlite3_limit(handle_, limit, value);
    if (use_ != Use::suspect) return;
    constexpr int steps = 100'000;
    const auto is_late = [](void* until) -> int {
        return std::chrono::steady_clock::now() > *static_cast<std::chrono::steady_clock::time_point*>(until);
    };
    sqlite3_progress_handler(handle_, steps, is_late, &until_);
}

void Database::run(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) refuse();
}

void Database::refuse() const {
    const std::string reason = sqlite3_errmsg(handle_);
    const int code = sqlite3_errcode(handle_);
    if (use_ == Use::create || code == SQLITE_FULL || code == SQLITE_READONLY || code == SQLITE_BUSY ||
        code == SQLITE_CONSTRAINT || code == SQLITE_IOERR || code == SQLITE_NOMEM || code == SQLITE_PERM)
        throw core::EnvironmentError(fmt::format("{}: {}", path_, reason));
    refuse("no se puede leer como base de datos: " + reason, "cannot be read as a database: " + reason);
}

void Database::refuse(std::string_view es, std::string_view en) const {
    throw core::WrongFile(fmt::format("{}: {}", path_, es), fmt::format("{}: {}", path_, en));
}

namespace {

// The schema of the file: the SQL text of each object, by name.
std::map<std::string, std::string> parts_of(Database& db) {
    std::map<std::string, std::string> parts;
    Statement row(db, "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master");
    while (row.next()) parts[row.text(0)] = row.text(1);
    return parts;
}

}  // namespace

void Database::demand_tables(const char* schema) {
    Database own;
    own.run(schema);
    const auto expected = parts_of(own), found = parts_of(*this);
    for (const auto& [name, sql] : expected) {
        const auto part = found.find(name);
        if (part == found.end()) refuse(fmt::format("falta {}", name), fmt::format("it lacks {}", name));
        if (part->second != sql) {
            refuse(fmt::format("{} no es como aforo la hace", name), fmt::format("{} is not as aforo makes it", name));
        }
    }
    for (const auto& [name, sql] : found) {
        if (!expected.contains(name))
            refuse(fmt::format("sobra {}, que aforo no hace", name), fmt::format("{} is not of aforo", name));
    }
}

void Database::demand_whole() {
    Statement check(*this, "PRAGMA integrity_check(1)");
    const std::string found = check.next() ? check.text(0) : "";
    if (found != "ok") refuse("el archivo está dañado: " + found, "the file is damaged: " + found);
}

Statement::Statement(Database& db, const std::string& sql) : db_(db) {
    if (sqlite3_prepare_v2(db.handle(), sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK) db.refuse();
}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::put(int place, std::int64_t value) {
    if (sqlite3_bind_int64(statement_, place, value) != SQLITE_OK) db_.refuse();
}
void Statement::put(int place, double value) {
    if (sqlite3_bind_double(statement_, place, value) != SQLITE_OK) db_.refuse();
}
void Statement::put(int place, const std::string& value) {
    if (sqlite3_bind_text64(statement_, place, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK)
        db_.refuse();
}
void Statement::put(int place, std::string_view blob) {
    if (sqlite3_bind_blob64(statement_, place, blob.data(), blob.size(), SQLITE_STATIC) != SQLITE_OK) db_.refuse();
}

void Statement::finish() {
    if (sqlite3_step(statement_) != SQLITE_DONE || sqlite3_reset(statement_) != SQLITE_OK) db_.refuse();
}

bool Statement::next() {
    const int status = sqlite3_step(statement_);
    if (status != SQLITE_ROW && status != SQLITE_DONE) db_.refuse();
    return status == SQLITE_ROW;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

double Statement::number(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL ? std::numeric_limits<double>::quiet_NaN()
                                                                  : sqlite3_column_double(statement_, column);
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : "";
}

std::string_view Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string_view();
}

}  // namespace aforo::store
