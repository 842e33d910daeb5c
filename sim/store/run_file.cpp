#include "aforo/store/run_file.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "aforo/core/contracts.hpp"
#include "database.hpp"

namespace aforo::store {

namespace {

using results::Run;
using results::Samples;

static_assert(std::endian::native == std::endian::little, "samples are stored as little-endian doubles");

constexpr int application_id = 0x61666f72;  // "afor"

// Columns of keys that have the same names in the struct come in the same order here, in save() and in load().
constexpr const char* schema = R"(
CREATE TABLE run (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE years (year INTEGER PRIMARY KEY);
CREATE TABLE columns (id INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT NOT NULL,
  meaning_es TEXT NOT NULL, meaning_en TEXT NOT NULL, beyond_es TEXT NOT NULL, beyond_en TEXT NOT NULL);
CREATE TABLE keys (id INTEGER PRIMARY KEY, column_id INTEGER NOT NULL REFERENCES columns, year INTEGER NOT NULL,
  month INTEGER NOT NULL, level TEXT NOT NULL, ident TEXT NOT NULL, n INTEGER NOT NULL,
  mean REAL, sd REAL, half_width REAL, p10 REAL, p50 REAL, p90 REAL);
CREATE TABLE samples (key_id INTEGER PRIMARY KEY REFERENCES keys, data BLOB NOT NULL);
CREATE TABLE regions (position INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE offices (position INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, region TEXT NOT NULL,
  kind TEXT NOT NULL);
CREATE TABLE exhaustions (position INTEGER PRIMARY KEY, component TEXT NOT NULL, year INTEGER NOT NULL, share REAL,
  median_first_day TEXT NOT NULL);
CREATE TABLE limits (position INTEGER PRIMARY KEY, year INTEGER NOT NULL, id TEXT NOT NULL, share REAL);
CREATE TABLE assumptions (position INTEGER PRIMARY KEY, path TEXT NOT NULL, value TEXT NOT NULL,
  "range" TEXT NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL, meaning TEXT NOT NULL);
CREATE TABLE sources (position INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE warnings (position INTEGER PRIMARY KEY, kind TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL,
  "column" INTEGER NOT NULL, path TEXT NOT NULL, what_es TEXT NOT NULL, what_en TEXT NOT NULL, hint_es TEXT NOT NULL,
  hint_en TEXT NOT NULL);
CREATE TABLE ledger (position INTEGER PRIMARY KEY, year INTEGER NOT NULL, month INTEGER NOT NULL, component TEXT NOT NULL,
  account TEXT NOT NULL, received INTEGER NOT NULL, given INTEGER NOT NULL);
CREATE TABLE planned_components (position INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,
  production_unit TEXT NOT NULL, spending REAL, production REAL);
CREATE TABLE planned (name TEXT NOT NULL, position INTEGER NOT NULL, value REAL, PRIMARY KEY (name, position))
  WITHOUT ROWID;
CREATE VIEW metrics AS SELECT k.id, c.name AS metric, c.unit, k.year, k.month, k.level, k.ident, k.n, k.mean, k.sd,
  k.half_width, k.p10, k.p50, k.p90 FROM keys k JOIN columns c ON c.id = k.column_id;
)";

// The numbers of the planned sheet, one name each, for both directions. A member that Sheet gains and this lacks does
// not compile; the same in save_*() below.
template <class Sheet, class Visit>
void visit_planned(Sheet& sheet, Visit visit) {
    auto& [year, price_year, components, admin_spending, total_spending, years, potential, target, beneficiaries,
           spending_per_beneficiary, unique_beneficiaries, survival_t2, sales_up_t1, sales_threshold] = sheet;
    static_cast<void>(components);  // planned_components
    visit("year", year);
    visit("price_year", price_year);
    visit("admin_spending", admin_spending);
    visit("total_spending", total_spending);
    visit("years", years);
    visit("potential_population", potential);
    visit("target_population", target);
    visit("beneficiaries", beneficiaries);
    visit("spending_per_beneficiary", spending_per_beneficiary);
    visit("unique_beneficiaries", unique_beneficiaries);
    visit("survival_t2", survival_t2);
    visit("sales_up_t1", sales_up_t1);
    visit("sales_threshold", sales_threshold);
}

void save_planned(Database& db, const results::Sheet& sheet) {
    Statement row(db, "INSERT INTO planned VALUES (?, ?, ?)");
    const auto put = [&](const char* name, int place, auto value) {
        row.insert(std::string(name), place, static_cast<double>(value));
    };
    visit_planned(sheet, [&]<class T>(const char* name, const T& member) {
        if constexpr (std::is_arithmetic_v<T>) {
            put(name, 0, member);
        } else if constexpr (requires { member.has_value(); }) {
            if (member) put(name, 0, *member);
        } else {
            for (std::size_t i = 0; i < member.size(); ++i) put(name, static_cast<int>(i), member[i]);
        }
    });
    Statement line(db, "INSERT INTO planned_components VALUES (?, ?, ?, ?, ?, ?)");
    int place = 0;
    for (const auto& [id, name, unit, spending, production] : sheet.components)
        line.insert(place++, id, name, unit, spending, production);
}

void save_texts(Database& db, const Run& run) {
    Statement pair(db, "INSERT INTO run VALUES (?, ?)");
    const auto put = [&](const char* name, const std::string& value) { pair.insert(std::string(name), value); };
    put("version", run.version);
    put("scenario", run.scenario);
    put("digest", run.digest);
    put("seed", std::to_string(run.seed));
    put("replications", std::to_string(run.replications));
    put("worst_ledger_difference", std::to_string(run.worst_ledger_difference));
    Statement year(db, "INSERT INTO years VALUES (?)");
    for (const int y : run.years) year.insert(y);
    Statement column(db, "INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?, ?)");
    int place = 0;
    for (const auto& [name, unit, meaning, beyond] : run.columns) {
        column.insert(place++, name, unit, meaning.es, meaning.en, beyond.es, beyond.en);
    }
}

void save_lists(Database& db, const Run& run) {
    Statement region(db, "INSERT INTO regions VALUES (?, ?, ?)");
    int place = 0;
    for (const auto& [id, name] : run.regions) region.insert(place++, id, name);
    Statement office(db, "INSERT INTO offices VALUES (?, ?, ?, ?, ?)");
    place = 0;
    for (const auto& [id, name, where, kind] : run.offices) office.insert(place++, id, name, where, kind);
    Statement exhaustion(db, "INSERT INTO exhaustions VALUES (?, ?, ?, ?, ?)");
    place = 0;
    for (const auto& [component, year, share, day] : run.exhaustions)
        exhaustion.insert(place++, component, year, share, day);
    Statement limit(db, "INSERT INTO limits VALUES (?, ?, ?, ?)");
    place = 0;
    for (const auto& [year, id, share] : run.limits) limit.insert(place++, year, id, share);
    Statement assumption(db, "INSERT INTO assumptions VALUES (?, ?, ?, ?, ?, ?, ?)");
    place = 0;
    for (const auto& [path, value, range, source, note, meaning] : run.assumptions)
        assumption.insert(place++, path, value, range, source, note, meaning);
    Statement origin(db, "INSERT INTO sources VALUES (?, ?, ?, ?)");
    place = 0;
    for (const auto& [id, title, url] : run.sources) origin.insert(place++, id, title, url);
    Statement warning(db, "INSERT INTO warnings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    place = 0;
    for (const auto& [kind, file, line, column, path, what, hint] : run.warnings)
        warning.insert(place++, kind, file, line, column, path, what.es, what.en, hint.es, hint.en);
}

void save_ledger(Database& db, const Run& run) {
    Statement line(db, "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?)");
    int place = 0;
    for (const auto& [year, month, component, account, received, given] : run.ledger)
        line.insert(place++, year, month, component, account, received, given);
}

void save_rows(Database& db, const Run& run) {
    Statement key(db, "INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    int id = 0;
    for (const auto* rows : {&run.rows, &run.series}) {
        for (const auto& [column, year, level, ident, value, month] : *rows) {
            const auto& [n, mean, sd, half_width, p10, p50, p90] = value;
            key.insert(id++, column, year, month, std::string(results::level_names[static_cast<std::size_t>(level)]),
                       ident, n, mean, sd, half_width, p10, p50, p90);
        }
    }
}

void save_samples(Database& db, const Samples& samples) {
    Statement sample(db, "INSERT INTO samples VALUES (?, ?)");
    for (std::size_t k = 0; k < samples.keys; ++k) {
        const auto values = samples.of(k);
        const bool constant = std::all_of(values.begin(), values.end(), [&](double v) {
            return std::bit_cast<std::uint64_t>(v) == std::bit_cast<std::uint64_t>(values.front());
        });
        const std::size_t stored = constant ? std::min<std::size_t>(values.size(), 1) : values.size();
        sample.insert(static_cast<std::int64_t>(k),
                      std::string_view(reinterpret_cast<const char*>(values.data()), stored * sizeof(double)));
    }
}

// Every row of a table, in order, given to `take`.
template <class Take>
void each(Database& db, const char* sql, Take take) {
    Statement row(db, sql);
    while (row.next()) take(row);
}

void load_planned(Database& db, results::Sheet& sheet) {
    each(db, "SELECT name, value FROM planned ORDER BY name, position", [&](const Statement& row) {
        const std::string name = row.text(0);
        const double value = row.number(1);
        visit_planned(sheet, [&]<class T>(const char* member_name, T& member) {
            if (name != member_name) return;
            if constexpr (std::is_arithmetic_v<T>) {
                member = static_cast<T>(value);
            } else if constexpr (requires { member.has_value(); }) {
                member = value;
            } else {
                member.push_back(static_cast<typename T::value_type>(value));
            }
        });
    });
    each(db, "SELECT * FROM planned_components ORDER BY position", [&](const Statement& r) {
        sheet.components.push_back({r.text(1), r.text(2), r.text(3), r.number(4), r.number(5)});
    });
}

void load_texts(Database& db, Run& run) {
    each(db, "SELECT name, value FROM run", [&](const Statement& r) {
        const std::string name = r.text(0), value = r.text(1);
        if (name == "version") run.version = value;
        if (name == "scenario") run.scenario = value;
        if (name == "digest") run.digest = value;
        if (name == "seed") run.seed = std::stoull(value);
        if (name == "replications") run.replications = std::stoi(value);
        if (name == "worst_ledger_difference") run.worst_ledger_difference = std::stoll(value);
    });
    each(db, "SELECT year FROM years ORDER BY year",
         [&](const Statement& r) { run.years.push_back(static_cast<int>(r.integer(0))); });
    each(db, "SELECT * FROM columns ORDER BY id", [&](const Statement& r) {
        run.columns.push_back({r.text(1), r.text(2), {r.text(3), r.text(4)}, {r.text(5), r.text(6)}});
    });
}

void load_lists(Database& db, Run& run) {
    each(db, "SELECT * FROM regions ORDER BY position", [&](const Statement& r) {
        run.regions.push_back({r.text(1), r.text(2)});
    });
    each(db, "SELECT * FROM offices ORDER BY position", [&](const Statement& r) {
        run.offices.push_back({r.text(1), r.text(2), r.text(3), r.text(4)});
    });
    each(db, "SELECT * FROM exhaustions ORDER BY position", [&](const Statement& r) {
        run.exhaustions.push_back({r.text(1), static_cast<int>(r.integer(2)), r.number(3), r.text(4)});
    });
    each(db, "SELECT * FROM limits ORDER BY position", [&](const Statement& r) {
        run.limits.push_back({static_cast<int>(r.integer(1)), r.text(2), r.number(3)});
    });
    each(db, "SELECT * FROM assumptions ORDER BY position", [&](const Statement& r) {
        run.assumptions.push_back({r.text(1), r.text(2), r.text(3), r.text(4), r.text(5), r.text(6)});
    });
    each(db, "SELECT * FROM sources ORDER BY position", [&](const Statement& r) {
        run.sources.push_back({r.text(1), r.text(2), r.text(3)});
    });
    each(db, "SELECT * FROM warnings ORDER BY position", [&](const Statement& r) {
        run.warnings.push_back({r.text(1),
                                r.text(2),
                                static_cast<int>(r.integer(3)),
                                static_cast<int>(r.integer(4)),
                                r.text(5),
                                {r.text(6), r.text(7)},
                                {r.text(8), r.text(9)}});
    });
}

void load_ledger(Database& db, Run& run) {
    each(db, "SELECT * FROM ledger ORDER BY position", [&](const Statement& r) {
        run.ledger.push_back({static_cast<int>(r.integer(1)), static_cast<int>(r.integer(2)), r.text(3), r.text(4),
                              r.integer(5), r.integer(6)});
    });
}

void load_rows(Database& db, Run& run) {
    each(db, "SELECT * FROM keys ORDER BY id", [&](const Statement& r) {
        const std::string level = r.text(4);
        const auto found = std::find(results::level_names.begin(), results::level_names.end(), level);
        const auto column = r.integer(1);
        if (found == results::level_names.end() || column < 0 ||
            column >= static_cast<std::int64_t>(run.columns.size())) {
            db.refuse("not a run of aforo: a key of no known level or column");
        }
        const auto month = static_cast<int>(r.integer(3));
        auto& rows = month > 0 ? run.series : run.rows;
        rows.push_back({static_cast<int>(column),
                        static_cast<int>(r.integer(2)),
                        static_cast<results::Level>(found - results::level_names.begin()),
                        r.text(5),
                        {static_cast<int>(r.integer(6)), r.number(7), r.number(8), r.number(9), r.number(10),
                         r.number(11), r.number(12)},
                        month});
    });
}

void load_samples(Database& db, const Run& run, Samples& samples) {
    samples.replications = static_cast<std::size_t>(run.replications);
    const std::size_t whole = samples.replications * sizeof(double);
    each(db, "SELECT data FROM samples ORDER BY key_id", [&](const Statement& r) {
        const std::string_view data = r.blob(0);
        const std::size_t at = samples.values.size();
        if (data.size() != whole && data.size() != sizeof(double)) db.refuse("not a run of aforo: samples cut short");
        ++samples.keys;
        samples.values.resize(at + samples.replications);
        if (data.empty()) return;
        if (data.size() == whole) {
            std::memcpy(samples.values.data() + at, data.data(), whole);
        } else {
            double value = 0;
            std::memcpy(&value, data.data(), sizeof value);
            std::fill(samples.values.begin() + static_cast<std::ptrdiff_t>(at), samples.values.end(), value);
        }
    });
}

int pragma(Database& db, const char* sql) {
    Statement value(db, sql);
    return value.next() ? static_cast<int>(value.integer(0)) : 0;
}

}  // namespace

void save(const std::filesystem::path& path, const Run& run, const Samples& samples) {
    // A member that Run gains and no line below stores would be lost to every report: this line counts them.
    const auto& [version, scenario, digest, seed, replications, columns, rows, series, planned, years, regions, offices,
                 exhaustions, limits, worst_ledger_difference, assumptions, sources, warnings, ledger] = run;
    core::ensure(samples.keys == 0 || samples.keys == rows.size() + series.size(), "samples of another run");
    core::ensure(samples.values.size() == samples.keys * samples.replications, "samples that lack values");
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) throw core::EnvironmentError(path.string() + ": it exists already");

    Database db(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    // Nobody sees the file before its folder has a name: no journal, one wait for the disk.
    db.run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL;");
    db.run("PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536; BEGIN;");
    db.run(("PRAGMA application_id = " + std::to_string(application_id) +
            "; PRAGMA user_version = " + std::to_string(run_file_version) + ";")
               .c_str());
    db.run(schema);
    save_texts(db, run);
    save_planned(db, run.planned);
    save_lists(db, run);
    save_ledger(db, run);
    save_rows(db, run);
    save_samples(db, samples);
    db.run("COMMIT;");
}

StoredRun load(const std::filesystem::path& path) {
    Database db(path, SQLITE_OPEN_READONLY);
    if (pragma(db, "PRAGMA application_id") != application_id) db.refuse("not a run of aforo");
    if (const int version = pragma(db, "PRAGMA user_version"); version != run_file_version) {
        db.refuse("a run of another version of aforo (its file is of version " + std::to_string(version) +
                  ", this one reads " + std::to_string(run_file_version) +
                  "): the command in its manifest.json makes it anew");
    }
    StoredRun stored;
    try {
        load_texts(db, stored.run);
    } catch (const std::logic_error&) {
        db.refuse("not a run of aforo: a number that is none");
    }
    load_planned(db, stored.run.planned);
    load_lists(db, stored.run);
    load_ledger(db, stored.run);
    load_rows(db, stored.run);
    load_samples(db, stored.run, stored.samples);
    return stored;
}

}  // namespace aforo::store
