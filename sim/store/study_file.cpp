#include "aforo/store/study_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>
#include <utility>

#include "aforo/core/contracts.hpp"
#include "aforo/core/sha256.hpp"
#include "aforo/results/components.hpp"
#include "database.hpp"

namespace aforo::store {

namespace {

constexpr int application_id = 0x61667374;  // "afst"

constexpr const char* schema = R"(
CREATE TABLE study (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE inputs (position INTEGER PRIMARY KEY, file TEXT NOT NULL, digest TEXT NOT NULL, scenario TEXT NOT NULL);
CREATE TABLE warnings (input INTEGER NOT NULL REFERENCES inputs, position INTEGER NOT NULL, kind TEXT NOT NULL,
  file TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL, path TEXT NOT NULL, what_es TEXT NOT NULL,
  what_en TEXT NOT NULL, hint_es TEXT NOT NULL, hint_en TEXT NOT NULL, places INTEGER NOT NULL,
  PRIMARY KEY (input, position)) WITHOUT ROWID;
CREATE TABLE contenders (id INTEGER PRIMARY KEY, digest TEXT NOT NULL, keys_id INTEGER REFERENCES key_sets);
CREATE TABLE key_sets (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, keys TEXT NOT NULL);
CREATE TABLE items (contender INTEGER NOT NULL REFERENCES contenders, replication INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (contender, replication)) WITHOUT ROWID;
)";

std::string as_text(const std::vector<MeasureKey>& keys) {
    std::string text;
    for (const auto& k : keys) {
        fmt::format_to(std::back_inserter(text), "{}\t{}\t{}\t{}\t{}\n", k.measure, k.year, k.month,
                       results::level_names.at(static_cast<std::size_t>(k.level)), k.id);
    }
    return text;
}

// Removes and returns the text up to a mark, and removes the mark; returns nothing if there is none.
std::optional<std::string_view> cut(std::string_view& text, char mark) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    const auto before = text.substr(0, at);
    text.remove_prefix(at + 1);
    return before;
}

std::optional<int> number(std::optional<std::string_view> text) {
    int n = 0;
    if (!text) return std::nullopt;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), n);
    return error == std::errc{} && end == text->data() + text->size() ? std::optional(n) : std::nullopt;
}

std::optional<std::vector<MeasureKey>> keys_of(std::string_view text) {
    std::vector<MeasureKey> keys;
    while (!text.empty()) {
        auto line = cut(text, '\n');
        if (!line) return std::nullopt;
        const auto measure = cut(*line, '\t');
        const auto year = number(cut(*line, '\t')), month = number(cut(*line, '\t'));
        const auto level = cut(*line, '\t');
        if (!measure || !year || !month || !level) return std::nullopt;
        const auto known = std::find(results::level_names.begin(), results::level_names.end(), *level);
        if (known == results::level_names.end()) return std::nullopt;
        const auto of = static_cast<results::Level>(known - results::level_names.begin());
        const std::string_view id = of == results::Level::component ? results::component_id(*line) : *line;
        keys.push_back({std::string(*measure), *year, *month, of, std::string(id)});
    }
    return keys;
}

// The log is merged into the file at this many pages and at the end; rarely, because merging writes everything again.
void begin_log(Database& db) {
    db.run("PRAGMA journal_mode=WAL");
    db.run("PRAGMA synchronous=NORMAL");
    db.run("PRAGMA wal_autocheckpoint=16384");
}

std::string_view bytes_of(std::span<const double> values) {
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

}  // namespace

struct StudyFile::Impl {
    Impl(const std::filesystem::path& path, Database::Use use) : db(path, use) {
        sqlite3_busy_timeout(db.handle(), 5000);
    }
    Database db;
};

StudyFile::StudyFile(const std::filesystem::path& path, const Header& header) : path_(path), header_(header) {
    if (std::filesystem::exists(path)) throw core::EnvironmentError(path.string() + ": exists");
    impl_ = std::make_unique<Impl>(path, Database::Use::create);
    Database& db = impl_->db;
    begin_log(db);
    db.run("BEGIN");
    db.run(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", application_id, study_file_version).c_str());
    db.run(schema);
    {
        Statement fact(db, "INSERT INTO study VALUES (?, ?)");
        for (const auto& [name, value] : header.facts) fact.insert(name, value);
        Statement input(db, "INSERT INTO inputs VALUES (?, ?, ?, ?)");
        int place = 0;
        Statement told(db, "INSERT INTO warnings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (const auto& [file, digest, scenario, warnings] : header.inputs) {
            input.insert(place, file, digest, scenario);
            int position = 0;
            for (const auto& w : warnings) {
                told.insert(place, position++, w.kind, w.file, w.line, w.column, w.path, w.what.es, w.what.en,
                            w.hint.es, w.hint.en, w.places);
            }
            ++place;
        }
    }
    db.run("COMMIT");
    writer_ = std::jthread([this] { write(); });
}

StudyFile::StudyFile(const std::filesystem::path& path, Use use)
    : path_(path),
      impl_(std::make_unique<Impl>(path, use == Use::read ? Database::Use::suspect : Database::Use::go_on)) {
    read_header();
    if (use == Use::read) {
        ends_ = true;
        return;
    }
    begin_log(impl_->db);
    writer_ = std::jthread([this] { write(); });
}

StudyFile::~StudyFile() {
    try {
        close();
    } catch (const std::exception&) {  // callers who need to know call close()
    }
}

void StudyFile::read_header() {
    Database& db = impl_->db;
    const auto pragma = [&](const char* sql) {
        Statement s(db, sql);
        return s.next() ? s.integer(0) : 0;
    };
    if (pragma("PRAGMA application_id") != application_id)
        db.refuse("no es un experimento de aforo", "not an experiment of aforo");
    if (pragma("PRAGMA user_version") != study_file_version)
        db.refuse("es de otra versión de aforo", "is of another version of aforo");
    db.demand_tables(schema);
    db.demand_whole();
    if (Statement count(db, "SELECT count(*) FROM items"); count.next()) items_ = count.integer(0);
    Statement set(db, "SELECT digest, keys FROM key_sets");
    while (set.next()) {
        if (set.text(0) != core::sha256_hex(set.text(1)))
            db.refuse("lo que se guardó no es de lo que dice", "what was stored is not of what it says");
    }
    Statement fact(db, "SELECT name, value FROM study");
    while (fact.next()) header_.facts[fact.text(0)] = fact.text(1);
    Statement input(db, "SELECT file, digest, scenario FROM inputs ORDER BY position");
    while (input.next()) header_.inputs.push_back({input.text(0), input.text(1), input.text(2)});
    Statement told(db, "SELECT * FROM warnings ORDER BY input, position");
    while (told.next()) {
        const auto place = static_cast<std::size_t>(told.integer(0));
        if (place >= header_.inputs.size()) db.refuse("avisa de lo que no está", "it warns of what is not there");
        header_.inputs[place].warnings.push_back({told.text(2),
                                                  told.text(3),
                                                  static_cast<int>(told.integer(4)),
                                                  static_cast<int>(told.integer(5)),
                                                  told.text(6),
                                                  {told.text(7), told.text(8)},
                                                  {told.text(9), told.text(10)},
                                                  static_cast<int>(told.integer(11))});
    }
}

void StudyFile::set(const std::string& fact, const std::string& value) {
    const std::scoped_lock lock(database_mutex_);
    Statement(impl_->db, "INSERT OR REPLACE INTO study VALUES (?, ?)").insert(fact, value);
    header_.facts[fact] = value;
}

void StudyFile::take(const std::filesystem::path& other, std::size_t first, std::size_t end) {
    const std::scoped_lock lock(database_mutex_);
    Database& db = impl_->db;
    Statement(db, "ATTACH ? AS donor").insert(other.string());
    const std::string range = fmt::format("id >= {} AND c.id < {}", first, end);
    db.run(fmt::format("BEGIN;"
                       "INSERT OR IGNORE INTO key_sets (digest, keys) SELECT digest, keys FROM donor.key_sets;"
                       "INSERT INTO contenders SELECT c.id, c.digest, k.id FROM donor.contenders c "
                       "JOIN donor.key_sets d ON d.id = c.keys_id JOIN key_sets k ON k.digest = d.digest WHERE c.{0};"
                       "INSERT INTO items SELECT i.contender, i.replication, i.data FROM donor.items i "
                       "JOIN contenders c ON c.id = i.contender WHERE c.{0};"
                       "COMMIT; DETACH donor",
                       range)
               .c_str());
    if (Statement count(db, "SELECT count(*) FROM items"); count.next()) items_ = count.integer(0);
}

StudyFile::Contender StudyFile::open(std::size_t contender, const std::string& digest) {
    const std::scoped_lock lock(database_mutex_);
    Database& db = impl_->db;
    const auto id = static_cast<std::int64_t>(contender);
    Contender found;
    {
        Statement known(db,
                        "SELECT c.digest, k.keys FROM contenders c LEFT JOIN key_sets k ON k.id = c.keys_id "
                        "WHERE c.id = ?");
        known.bind(id);
        if (!known.next()) {
            Statement of_nobody(db, "SELECT 1 FROM items WHERE contender = ?");
            of_nobody.bind(id);
            if (of_nobody.next()) {
                db.refuse(fmt::format("tiene réplicas del escenario {}, que no está", contender),
                          fmt::format("has replications of scenario {}, which is not there", contender));
            }
            if (!writer_.joinable()) db.refuse("falta un escenario", "a scenario is missing");
            Statement(db, "INSERT INTO contenders VALUES (?, ?, NULL)").insert(id, digest);
            return found;
        }
        if (known.text(0) != digest) {
            db.refuse(fmt::format("el escenario {} no es el que se empezó", contender),
                      fmt::format("scenario {} is not the one that was begun", contender));
        }
        auto keys = keys_of(known.text(1));
        if (!keys) db.refuse("no se entiende de qué son sus valores", "what its values are of cannot be read");
        found.keys = std::move(*keys);
    }
    constexpr std::int64_t most_replications = 1'000'000;
    Statement item(db, "SELECT replication, data FROM items WHERE contender = ? ORDER BY replication");
    item.bind(id);
    std::size_t size = 0;
    while (item.next()) {
        const std::int64_t replication = item.integer(0);
        const std::string_view data = item.blob(1);
        const bool fits = replication >= 0 && replication < most_replications && !data.empty() &&
                          data.size() % sizeof(double) == 0 && data.size() / sizeof(double) >= found.keys.size() &&
                          !found.keys.empty() && (size == 0 || size == data.size());
        if (!fits) {
            db.refuse(fmt::format("la réplica {} del escenario {} no se puede leer", replication, contender),
                      fmt::format("replication {} of scenario {} cannot be read", replication, contender));
        }
        size = data.size();
        found.values.resize(static_cast<std::size_t>(replication) + 1);
        found.values.back().resize(size / sizeof(double));
        std::memcpy(found.values.back().data(), data.data(), size);
    }
    return found;
}

void StudyFile::put_keys(std::size_t contender, std::vector<MeasureKey> keys) {
    queue({.contender = contender, .keys = std::move(keys)});
}

void StudyFile::put(std::size_t contender, int replication, std::span<const double> values) {
    queue({.contender = contender, .replication = replication, .values = {values.begin(), values.end()}});
}

void StudyFile::queue(Item item) {
    const std::scoped_lock lock(mutex_);
    core::ensure(!ends_, "an item was put into a study that was closed");
    if (failure_) return;
    queue_.push_back(std::move(item));
    more_.notify_all();
}

void StudyFile::write() {
    using namespace std::chrono_literals;
    std::unique_lock lock(mutex_);
    for (;;) {
        more_.wait(lock, [this] { return ends_ || !queue_.empty(); });
        more_.wait_for(lock, 500ms, [this] { return ends_ || hurries_; });  // lets more items join the batch
        const std::vector<Item> batch = std::exchange(queue_, {});
        const bool is_last = ends_;
        is_writing_ = true;
        lock.unlock();
        std::optional<std::string> failed;
        try {
            if (!batch.empty()) write_batch(batch);
        } catch (const core::EnvironmentError& e) {
            failed = e.what();
        }
        lock.lock();
        if (failed && !failure_) failure_ = std::move(failed);
        is_writing_ = hurries_ = false;
        more_.notify_all();
        if (is_last || failure_) return;
    }
}

void StudyFile::write_batch(const std::vector<Item>& items) {
    const std::scoped_lock lock(database_mutex_);
    Database& db = impl_->db;
    db.run("BEGIN");
    try {
        Statement row(db, "INSERT INTO items VALUES (?, ?, ?)");
        std::int64_t written = 0;
        for (const Item& item : items) {
            if (item.keys) {
                write_keys(item);
                continue;
            }
            row.insert(static_cast<std::int64_t>(item.contender), item.replication, bytes_of(item.values));
            ++written;
        }
        db.run("COMMIT");
        items_ += written;
    } catch (...) {
        sqlite3_exec(db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

// Written in the same batch as the first items, so that no item exists without its keys.
void StudyFile::write_keys(const Item& item) {
    Database& db = impl_->db;
    const std::string text = as_text(*item.keys), digest = core::sha256_hex(text);
    Statement(db, "INSERT OR IGNORE INTO key_sets (digest, keys) VALUES (?, ?)").insert(digest, text);
    Statement(db, "UPDATE contenders SET keys_id = (SELECT id FROM key_sets WHERE digest = ?) WHERE id = ?")
        .insert(digest, static_cast<std::int64_t>(item.contender));
}

void StudyFile::flush() {
    std::unique_lock lock(mutex_);
    if (queue_.empty() && !is_writing_) return;
    hurries_ = true;
    more_.notify_all();
    more_.wait(lock, [this] { return failure_ || (queue_.empty() && !is_writing_); });
}

void StudyFile::close() {
    {
        const std::scoped_lock lock(mutex_);
        ends_ = true;
        more_.notify_all();
    }
    if (!writer_.joinable()) return;
    writer_.join();
    if (!failure()) impl_->db.run("PRAGMA journal_mode=DELETE");
    impl_.reset();
    if (failure_) throw core::EnvironmentError(*failure_);
}

void StudyFile::discard() {
    {
        const std::scoped_lock lock(mutex_);
        ends_ = true;
        queue_.clear();
        more_.notify_all();
    }
    if (writer_.joinable()) writer_.join();
    if (!impl_) return;
    sqlite3_db_config(impl_->db.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    impl_.reset();
    for (const char* end : {"", "-wal", "-shm"}) {
        std::error_code ignored;  // a folder where this fails cannot be committed either
        std::filesystem::remove(path_.string() + end, ignored);
    }
}

std::optional<std::string> StudyFile::failure() const {
    const std::scoped_lock lock(mutex_);
    return failure_;
}

}  // namespace aforo::store
