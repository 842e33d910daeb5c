// study.sqlite: the items of an experiment, each written as it ends, so that finished items survive a kill, a full disk
// and a closed terminal, and the experiment can be resumed, or reported again, from its folder alone.
//
//   study      name, value (text): what reproduces the bits: command, version, program, seed, replications…
//   inputs     position, file, digest, scenario: the given scenarios, resolved
//   warnings   input, position…: the warnings about them, which cannot be found again from the resolved text
//   contenders id, digest, keys_id: the simulated scenarios, in the order of the experiment
//   key_sets   id, digest, keys: the keys of the values, one per line: measure, year, month, level and id, with tabs
//              between them; the digest is of that text
//   items      contender, replication, data: the values in the order of the keys, then what the experiment keeps beside
//              them, as little-endian IEEE 754 doubles
//
// One thread writes batches of half a second, each completely or not at all (through a write-ahead log,
// study.sqlite-wal, which close() merges). If the log is cut short, only the last batches are lost.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::store {

inline constexpr const char* study_file_name = "study.sqlite";
inline constexpr int study_file_version = 2;

// Identifies a value.
struct MeasureKey {
    std::string measure;
    int year = 0, month = 0;  // month 0: the whole year
    results::Level level = results::Level::programme;
    std::string id;
    friend bool operator==(const MeasureKey&, const MeasureKey&) = default;
};

struct StudyWarning {
    std::string kind, file;
    int line = 0, column = 0;
    std::string path;
    results::Text what, hint;
    int places = 1;
};
struct StudyInput {
    std::string file;      // as the user gave it
    std::string digest;    // SHA-256 of the resolved text, hex
    std::string scenario;  // the resolved text
    std::vector<StudyWarning> warnings = {};
};

class StudyFile {
public:
    struct Header {
        std::map<std::string, std::string> facts;
        std::vector<StudyInput> inputs;
    };
    // Creates a new file. Throws core::EnvironmentError, also when the file exists.
    StudyFile(const std::filesystem::path& path, const Header& header);
    // Opens an existing study. Throws core::WrongFile when it is not a study of this version or is damaged,
    // core::EnvironmentError when it cannot be read.
    enum class Use { go_on, read };  // `read` works on a file that is not writable, and allows no put()
    explicit StudyFile(const std::filesystem::path& path, Use use = Use::go_on);
    ~StudyFile();  // writes what was put, and closes
    StudyFile(const StudyFile&) = delete;
    StudyFile& operator=(const StudyFile&) = delete;

    [[nodiscard]] const Header& header() const { return header_; }
    // Changes a fact of the study when an experiment is resumed with another value: the replications requested.
    void set(const std::string& fact, const std::string& value);
    // The items that are safely in the file.
    [[nodiscard]] std::int64_t items() const { return items_; }

    struct Contender {
        std::vector<MeasureKey> keys;
        std::vector<std::vector<double>> values;  // by replication; empty if missing
    };
    // Returns what the file has of a contender, and registers a new one. Throws core::WrongFile if another scenario, or
    // invalid data, is stored in its place.
    [[nodiscard]] Contender open(std::size_t contender, const std::string& digest);
    // Sets the keys of a contender; called before its first item is put.
    void put_keys(std::size_t contender, std::vector<MeasureKey> keys);
    void put(std::size_t contender, int replication, std::span<const double> values);

    // Copies from another study the contenders in [first, end), none of which may be here. That file must have been
    // read as a study before.
    void take(const std::filesystem::path& other, std::size_t first, std::size_t end);

    // Waits until everything that was put is in the file, or writing has failed.
    void flush();
    // Waits until everything that was put is on disk, and leaves a single file without a log. Nothing can be put
    // afterwards. Throws core::EnvironmentError if something could not be written.
    void close();
    // Closes and deletes its files, including what is not written yet: the results are stored elsewhere.
    void discard();
    // Why writing has stopped, if it has.
    [[nodiscard]] std::optional<std::string> failure() const;

private:
    struct Impl;
    struct Item {
        std::size_t contender = 0;
        int replication = 0;
        std::vector<double> values;
        std::optional<std::vector<MeasureKey>> keys = {};  // to put for the contender; the item has no values then
    };

    void read_header();
    void write();
    void write_batch(const std::vector<Item>& items);
    void write_keys(const Item& item);
    void queue(Item item);

    std::filesystem::path path_;
    std::unique_ptr<Impl> impl_;
    Header header_;
    mutable std::mutex mutex_;  // guards the members below
    std::condition_variable more_;
    std::vector<Item> queue_;
    std::optional<std::string> failure_;
    bool ends_ = false, hurries_ = false, is_writing_ = false;
    std::mutex database_mutex_;
    std::atomic<std::int64_t> items_ = 0;
    std::jthread writer_;
};

}  // namespace aforo::store
