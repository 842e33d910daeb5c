#include "aforo/store/run_file.hpp"

#include <algorithm>
#include <bit>

#include "aforo/core/contracts.hpp"
#include "database.hpp"
#include "run_schema.hpp"

namespace aforo::store {

namespace {

using results::Run;
using results::Samples;

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
    for (const auto& c : sheet.components)
        line.insert(place++, c.id, c.name, c.production_unit, c.spending, c.production);
}

void save_texts(Database& db, const Run& run) {
    Statement pair(db, "INSERT INTO run VALUES (?, ?)");
    const auto put = [&](const char* name, const std::string& value) { pair.insert(std::string(name), value); };
    put("version", run.version);
    put("scenario", run.scenario);
    put("digest", run.digest);
    put("seed", std::to_string(run.seed));
    put("replications", std::to_string(run.replications));
    visit_about(run.about, [&](const char* name, const std::string& value) {
        if (!value.empty()) put(name, value);
    });
    put("worst_ledger_difference", std::to_string(run.worst_ledger_difference));
    put("prices", core::text_of(run.prices.told));
    put("price_year", std::to_string(run.prices.index.of));
    if (!run.prices.source.empty()) put("index_source", run.prices.source);
    Statement factor(db, "INSERT INTO price_index VALUES (?, ?)");
    for (const auto& [of, value] : run.prices.index.factors) factor.insert(of, value);
    Statement year(db, "INSERT INTO years VALUES (?)");
    for (const int y : run.years) year.insert(y);
    Statement column(db, "INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    int place = 0;
    const auto word = [](const auto& names, auto value) {
        return std::string(names.at(static_cast<std::size_t>(value)));
    };
    for (const auto& [name, unit, label, shape, years, direction, levels, meaning, beyond] : run.columns) {
        column.insert(place++, name, unit, label.es, label.en, word(results::kind_names, shape.kind), shape.decimals,
                      int{shape.fixed}, word(results::years_names, years), word(results::direction_names, direction),
                      int{levels.bits()}, meaning.es, meaning.en, beyond.es, beyond.en);
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
    Statement assumption(db, "INSERT INTO assumptions VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    place = 0;
    for (const auto& [path, value, range, source, note, meaning] : run.assumptions)
        assumption.insert(place++, path, value, range, source, note, meaning.es, meaning.en);
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

}  // namespace

void save(const std::filesystem::path& path, const Run& run, const Samples& samples) {
    // This line fails to compile when Run gains a member, so that it cannot be forgotten below and lost to every
    // report.
    const auto& [version, scenario, about, digest, seed, replications, prices, columns, rows, series, planned, years, regions,
                 offices, exhaustions, limits, worst_ledger_difference, assumptions, sources, warnings, ledger] = run;
    core::ensure(samples.keys == 0 || samples.keys == rows.size() + series.size(), "samples of another run");
    core::ensure(samples.values.size() == samples.keys * samples.replications, "samples that lack values");
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) throw core::EnvironmentError(path.string() + ": it exists already");

    Database db(path, Database::Use::create);
    // Nobody sees the file before its folder is renamed, so it needs no journal and a single wait for the disk.
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

}  // namespace aforo::store
