// SQLite, as far as a run's file needs it. Where the machine refuses, and in files that aforo writes, errors become
// EnvironmentError; in files that it reads, WrongFile. Both with the path.
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
    // A new file to write; one that is there to read and write on, with the log beside it; or one to read whose bytes
    // nobody vouches for: nothing but itself is read (no journal beside it), and no statement takes for ever. No view
    // or trigger of a file that is there runs.
    Database(const std::filesystem::path& path, Use use);
    // In memory, to write.
    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const char* sql);
    [[noreturn]] void refuse() const;  // with SQLite's reason
    // What the file has wrong; of one that is read.
    [[noreturn]] void refuse(std::string_view es, std::string_view en) const;
    // Refuses what has not exactly the tables and views that the schema makes: no view in a table's place, nothing that
    // runs by itself, no column that takes other values.
    void demand_tables(const char* schema);
    // Refuses a file whose pages and indices do not hold together: SQLite reads values that nobody wrote, or loses
    // some.
    void demand_whole();
    [[nodiscard]] sqlite3* handle() const { return handle_; }

private:
    void suspect();

    std::string path_;
    Use use_ = Use::create;
    sqlite3* handle_ = nullptr;
    std::chrono::steady_clock::time_point until_{};  // of reading
};

// A prepared statement: put() the values of a row and insert(), or next() and get them by column.
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
    // The first parameters of a question, before next().
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
    [[nodiscard]] std::string_view blob(int column) const;  // until the next row

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
