// SQLite, as far as a run's file needs it: errors become EnvironmentError with the path.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace aforo::store {

class Database {
public:
    Database(const std::filesystem::path& path, int flags);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const char* sql);
    [[noreturn]] void refuse() const;  // with SQLite's reason
    [[noreturn]] void refuse(const std::string& reason) const;
    [[nodiscard]] sqlite3* handle() const { return handle_; }

private:
    std::string path_;
    sqlite3* handle_ = nullptr;
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
