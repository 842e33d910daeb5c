// study.sqlite: the items of an experiment, each written as it ends, so that what was finished outlives a kill, a full
// disk and a closed terminal, and the experiment can go on, or be told again, from its folder alone.
//
//   study      name, value (text): what makes the same bits again: command, version, program, seed, replications…
//   inputs     position, file, digest, scenario: the scenarios as they were given, resolved
//   warnings   input, position…: what was told of them, which the resolved text does not say
//   contenders id, digest, keys_id: the scenarios that are simulated, in the order of the experiment
//   key_sets   id, digest, keys: what values are of: a line each, measure, year, month, level and id, tabs between
//   them;
//              the digest is of that text
//   items      contender, replication, data: the values, in the order of the keys, and what the experiment keeps beside
//              them, as little-endian IEEE 754 doubles
//
// One thread writes, in batches of half a second, each whole or not at all (a write-ahead log, study.sqlite-wal, that
// close() takes in). A log cut short loses the last batches and nothing else.
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

// What a value is of.
struct MeasureKey {
    std::string measure;
    int year = 0, month = 0;  // month 0: of the year
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
    std::string file;      // as it was given
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
    // A new one. Throws core::EnvironmentError, also when the file exists.
    StudyFile(const std::filesystem::path& path, const Header& header);
    // One that is there, to be read and gone on with. Throws core::EnvironmentError when it cannot be read or is no
    // study of this version.
    enum class Use { go_on, read };  // to be read alone it need not be writable, and nothing can be put
    explicit StudyFile(const std::filesystem::path& path, Use use = Use::go_on);
    ~StudyFile();  // writes what was put and closes
    StudyFile(const StudyFile&) = delete;
    StudyFile& operator=(const StudyFile&) = delete;

    [[nodiscard]] const Header& header() const { return header_; }
    // Says of the study from now on what differs in an experiment that goes on with it: the replications asked for.
    void set(const std::string& fact, const std::string& value);
    // Items that are in the file for good.
    [[nodiscard]] std::int64_t items() const { return items_; }

    struct Contender {
        std::vector<MeasureKey> keys;
        std::vector<std::vector<double>> values;  // by replication; empty where there is none
    };
    // What there is of a contender; notes it where it is new. Throws core::WrongFile where another scenario, or
    // nonsense, stands in its place.
    [[nodiscard]] Contender open(std::size_t contender, const std::string& digest);
    // Of a contender, before its first item.
    void put_keys(std::size_t contender, std::vector<MeasureKey> keys);
    void put(std::size_t contender, int replication, std::span<const double> values);

    // What another study has of the contenders from `first` until before `end`, none of which are here. It must have
    // been read as one already.
    void take(const std::filesystem::path& other, std::size_t first, std::size_t end);

    // Waits until all that was put is in the file, or it failed.
    void flush();
    // Waits until the disk has all that was put, and leaves one file without a log. Nothing can be put afterwards.
    // Throws core::EnvironmentError when something could not be written.
    void close();
    // Ends it and takes its files away, with what was put and is not written yet: its results are somewhere else.
    void discard();
    // Why nothing is written any more, if that is so.
    [[nodiscard]] std::optional<std::string> failure() const;

private:
    struct Impl;
    struct Item {
        std::size_t contender = 0;
        int replication = 0;
        std::vector<double> values;
        std::optional<std::vector<MeasureKey>> keys = {};  // of the contender, where they are put; no values then
    };

    void read_header();
    void write();
    void write_batch(const std::vector<Item>& items);
    void write_keys(const Item& item);
    void queue(Item item);

    std::filesystem::path path_;
    std::unique_ptr<Impl> impl_;
    Header header_;
    mutable std::mutex mutex_;  // of what follows
    std::condition_variable more_;
    std::vector<Item> queue_;
    std::optional<std::string> failure_;
    bool ends_ = false, hurries_ = false, is_writing_ = false;
    std::mutex database_mutex_;
    std::atomic<std::int64_t> items_ = 0;
    std::jthread writer_;
};

}  // namespace aforo::store
