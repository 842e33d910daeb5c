// A database that was good, after what the bytes of an input do to it: first as SQL, then to the bytes of the file. So
// an input is small, few bytes reach far, and inputs outlive changes of the schema.
#pragma once

#include <fuzzer/FuzzedDataProvider.h>
#include <sqlite3.h>

#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/fuzz.hpp"

namespace aforo::fuzz {

class Tampered {
public:
    explicit Tampered(std::string good) : good_(std::move(good)) {
        Handle db(good_);
        for (const auto& name : db.texts("SELECT name FROM sqlite_schema WHERE type = 'table'"))
            tables_.emplace_back(name, db.texts("SELECT name FROM pragma_table_info('" + name + "')"));
    }

    // The bytes of the file.
    [[nodiscard]] std::string after(FuzzedDataProvider& input) const {
        if (input.ConsumeIntegralInRange(0, 15) == 15)
            return input.ConsumeRemainingBytesAsString();  // any bytes at all
        Handle db(good_);
        for (int n = input.ConsumeIntegralInRange(0, 6); n > 0; --n) change_by_sql(db, input);
        std::string bytes = db.bytes();
        for (int n = input.ConsumeIntegralInRange(0, 6); n > 0 && !bytes.empty(); --n) change_bytes(bytes, input);
        return bytes;
    }

private:
    class Handle {
    public:
        explicit Handle(const std::string& bytes) {
            sqlite3_open_v2(":memory:", &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nullptr);
            auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
            std::copy(bytes.begin(), bytes.end(), copy);
            const auto size = static_cast<sqlite3_int64>(bytes.size());
            sqlite3_deserialize(db_, "main", copy, size, size,
                                SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
            run("PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON");
        }
        ~Handle() { sqlite3_close(db_); }
        Handle(const Handle&) = delete;
        Handle& operator=(const Handle&) = delete;

        // What SQLite refuses changes nothing.
        void run(const std::string& sql) { sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr); }

        // Of a statement with a value ?1 and a number ?2.
        void run(const std::string& sql, FuzzedDataProvider& input) {
            sqlite3_stmt* statement = nullptr;
            if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) return;
            bind(statement, input);
            sqlite3_bind_int(statement, 2, input.ConsumeIntegralInRange(0, 63));
            sqlite3_step(statement);
            sqlite3_finalize(statement);
        }

        [[nodiscard]] std::vector<std::string> texts(const std::string& sql) {
            std::vector<std::string> all;
            sqlite3_stmt* statement = nullptr;
            demand(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, "the good file is one");
            while (sqlite3_step(statement) == SQLITE_ROW)
                all.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
            sqlite3_finalize(statement);
            return all;
        }

        [[nodiscard]] std::string bytes() {
            sqlite3_int64 size = 0;
            unsigned char* serial = sqlite3_serialize(db_, "main", &size, 0);
            std::string bytes(reinterpret_cast<const char*>(serial), static_cast<std::size_t>(size));
            sqlite3_free(serial);
            return bytes;
        }

    private:
        static void bind(sqlite3_stmt* statement, FuzzedDataProvider& input) {
            constexpr double infinite = std::numeric_limits<double>::infinity();
            switch (input.ConsumeIntegralInRange(0, 6)) {
                case 0:
                    break;  // NULL
                case 1:
                    sqlite3_bind_int64(statement, 1, input.ConsumeIntegral<std::int64_t>());
                    break;
                case 2:
                    sqlite3_bind_int64(
                        statement, 1,
                        input.PickValueInArray<std::int64_t>(
                            {-1, 0, 1, 3, 13, 2024, 2025, 100'000, 1'000'000, 2'147'483'648, INT64_MAX, INT64_MIN}));
                    break;
                case 3:
                    sqlite3_bind_double(
                        statement, 1, input.PickValueInArray({-0.5, 0.5, 1e300, -1e300, 5e-324, infinite, -infinite}));
                    break;
                case 4:
                    sqlite3_bind_double(statement, 1, input.ConsumeFloatingPoint<double>());
                    break;
                case 5: {
                    const std::string text = input.ConsumeRandomLengthString(64);
                    sqlite3_bind_text64(statement, 1, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
                    break;
                }
                default: {
                    const auto size = 8 * input.ConsumeIntegralInRange<std::size_t>(0, 64);
                    std::string blob = input.ConsumeBytesAsString(size);
                    blob.resize(size);
                    sqlite3_bind_blob64(statement, 1, blob.data(), blob.size(), SQLITE_TRANSIENT);
                }
            }
        }

        sqlite3* db_ = nullptr;
    };

    void change_by_sql(Handle& db, FuzzedDataProvider& input) const {
        const auto& [table, columns] = tables_[input.ConsumeIntegralInRange<std::size_t>(0, tables_.size() - 1)];
        const std::string& column = columns[input.ConsumeIntegralInRange<std::size_t>(0, columns.size() - 1)];
        const std::string c = '"' + column + '"', row = "(SELECT " + c + " FROM " + table + " LIMIT 1 OFFSET ?2)";
        switch (input.ConsumeIntegralInRange(0, 9)) {
            case 0:
                db.run("UPDATE " + table + " SET " + c + " = ?1", input);
                break;
            case 1:
            case 2:
            case 3:
                db.run("UPDATE " + table + " SET " + c + " = ?1 WHERE " + c + " IS " + row, input);
                break;
            case 4:
                db.run("DELETE FROM " + table + " WHERE " + c + " IS " + row, input);
                break;
            case 5: {
                std::string list;
                for (const auto& name : columns)
                    list += (list.empty() ? "" : ", ") + (name == column ? "?1" : '"' + name + '"');
                db.run("INSERT OR REPLACE INTO " + table + " SELECT " + list + " FROM " + table + " LIMIT 1 OFFSET ?2",
                       input);
                break;
            }
            case 6:
                db.run("UPDATE sqlite_schema SET sql = ?1 WHERE name = '" + table + "'", input);
                break;
            case 7:
                db.run("UPDATE sqlite_schema SET rootpage = ?2 WHERE name = '" + table + "'", input);
                break;
            case 8:
                db.run(input.PickValueInArray<const char*>({"PRAGMA user_version = 3", "PRAGMA application_id = 1",
                                                            "PRAGMA journal_mode = WAL", "PRAGMA encoding = 'UTF-16'",
                                                            "PRAGMA auto_vacuum = 1; VACUUM", "VACUUM",
                                                            "PRAGMA page_size = 512; VACUUM"}));
                break;
            default:
                db.run("CREATE " +
                       std::string(input.PickValueInArray<const char*>(
                           {"TRIGGER x AFTER INSERT ON ", "VIEW x AS SELECT * FROM ", "INDEX x ON "})) +
                       table + (input.ConsumeBool() ? " BEGIN DELETE FROM " + table + "; END" : "(" + c + ")"));
                if (input.ConsumeBool()) db.run("DROP TABLE " + table + "; ALTER TABLE x RENAME TO " + table);
        }
    }

    static void change_bytes(std::string& bytes, FuzzedDataProvider& input) {
        const auto at = input.ConsumeIntegralInRange<std::size_t>(0, bytes.size() - 1);
        constexpr std::size_t page = 4096;
        switch (input.ConsumeIntegralInRange(0, 4)) {
            case 0:
            case 1:
                bytes[at] = static_cast<char>(input.ConsumeIntegral<std::uint8_t>());
                break;
            case 2: {
                const std::string piece = input.ConsumeRandomLengthString(16);
                bytes.replace(at, std::min(piece.size(), bytes.size() - at), piece);
                break;
            }
            case 3: {  // a page in another's place
                const std::string copy = bytes.substr(at / page * page, page);
                const auto to = input.ConsumeIntegralInRange<std::size_t>(0, (bytes.size() - 1) / page) * page;
                bytes.replace(to, std::min(copy.size(), bytes.size() - to), copy);
                break;
            }
            default:
                bytes.resize(at);
        }
    }

    std::string good_;
    std::vector<std::pair<std::string, std::vector<std::string>>> tables_;  // with their columns
};

// Of a file.
inline std::string bytes_of(const std::filesystem::path& path) {
    std::string bytes(std::filesystem::file_size(path), '\0');
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    demand(fd >= 0 && ::read(fd, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
           "a file can be read");
    ::close(fd);
    return bytes;
}

}  // namespace aforo::fuzz
