// SQLite, as far as aforo's files need it. System errors, and errors in a file that aforo is creating, become
// EnvironmentError; errors in the contents of existing files become WrongFile. Both carry the path.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace aforo::store {

class Database {
public:
    enum class Use { create, go_on, suspect };
    // `create` opens a new file for writing; `go_on` opens an existing file to read and continue, together with its
    // log; `suspect` reads a file that may be hostile: nothing beside it is read (no journal), and no statement runs
    // for ever. Views and triggers of existing files never run.
    Database(const std::filesystem::path& path, Use use);
    // Opens a database in memory for writing.
    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const char* sql);
    [[noreturn]] void refuse() const;  // throws with SQLite's reason
    // Throws what is wrong with the contents of a file that is read.
    [[noreturn]] void refuse(std::string_view es, std::string_view en) const;
    // Throws unless the file has exactly the tables and views of the schema: no view in place of a table, no trigger,
    // no changed column.
    void demand_tables(const char* schema);
    // Throws if the pages and indices of the file are inconsistent, as SQLite would then read values that nobody wrote,
    // or miss some.
    void demand_whole();
    [[nodiscard]] sqlite3* handle() const { return handle_; }

private:
    void suspect();

    std::string path_;
    Use use_ = Use::create;
    sqlite3* handle_ = nullptr;
    std::chrono::steady_clock::time_point until_{};  // deadline for reading
};

// A prepared statement: put() the values of a row and insert(), or call next() and get values by column.
class Statement {
public:
    Statement(Database& db, const std::string& sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    template <class... Values>
    void insert(const Values&... values) {
        int place = 0;
        (put(++place, values), ...);
        finish();
    }
    // Binds the first parameters of a query, before next().
    template <class... Values>
    void bind(const Values&... values) {
        int place = 0;
        (put(++place, values), ...);
    }
    [[nodiscard]] bool next();

    [[nodiscard]] int type(int column) const { return sqlite3_column_type(statement_, column); }
    [[nodiscard]] std::string name(int column) const { return sqlite3_column_name(statement_, column); }
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double number(int column) const;  // NULL is NaN
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;  // valid until the next row

private:
    void put(int place, int value) { put(place, std::int64_t{value}); }
    void put(int place, std::int64_t value);
    void put(int place, double value);
    void put(int place, const std::string& value);
    void put(int place, std::string_view blob);
    void finish();

    Database& db_;
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace aforo::store
