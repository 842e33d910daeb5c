#include "database.hpp"

#include <fmt/format.h>

#include <limits>

#include "aforo/core/contracts.hpp"

namespace aforo::store {

Database::Database(const std::filesystem::path& path, int flags) : path_(path.string()) {
    // SQLite may take what begins with file: for a URI; a path of the machine never begins so.
    const std::string plain = path.is_absolute() ? path_ : "./" + path_;
    if (sqlite3_open_v2(plain.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
        const std::string reason = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
        sqlite3_close(handle_);
        refuse(reason);
    }
}

Database::~Database() { sqlite3_close(handle_); }

void Database::run(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) refuse();
}

void Database::refuse() const { refuse(sqlite3_errmsg(handle_)); }

void Database::refuse(const std::string& reason) const {
    throw core::EnvironmentError(fmt::format("{}: {}", path_, reason));
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
