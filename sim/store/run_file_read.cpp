// Reads run.sqlite. The folder of a run may come from anybody, so every type, count and range is checked before a
// report is made from it; errors are reported with table, row and column.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <map>
#include <set>
#include <string>

#include "aforo/core/time.hpp"
#include "aforo/store/run_file.hpp"
#include "database.hpp"
#include "run_schema.hpp"

namespace aforo::store {

namespace {

using results::Run;
using results::Samples;

constexpr double greatest = 1e21;                           // bound on all numbers: money beyond 64 bits is less
constexpr std::int64_t most_pesos = std::int64_t{1} << 62;  // of all amounts in the ledger together
constexpr std::size_t most_values = std::size_t{1} << 27;   // over all replications: one gigabyte
constexpr std::int64_t most_replications = 1'000'000, most_keys = 10'000'000, most_rows = 1'000'000;
constexpr std::int64_t first_year = 1900, last_year = 2200;

// A row of a table; a value of another type than the schema's makes it refuse the file.
class Row {
public:
    Row(const Database& db, const Statement& statement, const char* table, std::int64_t number)
        : db_(db), statement_(statement), table_(table), number_(number) {}

    [[nodiscard]] std::int64_t integer(int column, std::int64_t low, std::int64_t high) const {
        demand(column, {SQLITE_INTEGER}, "un entero", "a whole number");
        const std::int64_t value = statement_.integer(column);
        if (value < low || value > high) {
            refuse(column, fmt::format("{} está fuera de {} a {}", value, low, high),
                   fmt::format("{} is outside {} to {}", value, low, high));
        }
        return value;
    }
    [[nodiscard]] int whole(int column, std::int64_t low, std::int64_t high) const {
        return static_cast<int>(integer(column, low, high));
    }
    // NULL is read as NaN, meaning undefined.
    [[nodiscard]] double number(int column, double low = -greatest, double high = greatest) const {
        demand(column, {SQLITE_FLOAT, SQLITE_INTEGER, SQLITE_NULL}, "un número", "a number");
        const double value = statement_.number(column);
        if (value < low || value > high) {
            refuse(column, fmt::format("{} está fuera de {} a {}", value, low, high),
                   fmt::format("{} is outside {} to {}", value, low, high));
        }
        return value;
    }
    [[nodiscard]] std::string text(int column) const {
        demand(column, {SQLITE_TEXT}, "un texto", "a text");
        return statement_.text(column);
    }
    [[nodiscard]] std::string_view blob(int column) const {
        demand(column, {SQLITE_BLOB}, "bytes", "bytes");
        return statement_.blob(column);
    }
    [[noreturn]] void refuse(int column, const std::string& es, const std::string& en) const {
        const std::string name = statement_.name(column);
        db_.refuse(fmt::format("tabla {}, fila {}, columna {}: {}", table_, number_, name, es),
                   fmt::format("table {}, row {}, column {}: {}", table_, number_, name, en));
    }

private:
    void demand(int column, std::initializer_list<int> types, const char* es, const char* en) const {
        if (std::find(types.begin(), types.end(), statement_.type(column)) == types.end())
            refuse(column, fmt::format("se esperaba {}", es), fmt::format("{} was expected", en));
    }

    const Database& db_;
    const Statement& statement_;
    const char* table_;
    std::int64_t number_;  // from 1
};

// Passes every row of a table to `take`, in the order of its keys; refuses a table of more than `most` rows.
template <class Take>
void each(Database& db, const char* table, const char* columns, const char* order, std::int64_t most, Take take) {
    Statement statement(db, fmt::format("SELECT {} FROM {} ORDER BY {}", columns, table, order));
    for (std::int64_t number = 1; statement.next(); ++number) {
        if (number > most) {
            db.refuse(fmt::format("tabla {}: tiene más de {} filas", table, most),
                      fmt::format("table {}: has more than {} rows", table, most));
        }
        take(Row(db, statement, table, number));
    }
}

[[noreturn]] void refuse_table(const Database& db, const char* table, const std::string& es, const std::string& en) {
    db.refuse(fmt::format("tabla {}: {}", table, es), fmt::format("table {}: {}", table, en));
}

std::int64_t pragma(Database& db, const char* sql) {
    Statement value(db, sql);
    return value.next() ? value.integer(0) : 0;
}

void load_planned(Database& db, results::Sheet& sheet) {
    each(db, "planned", "name, position, value", "name, position", most_rows, [&](const Row& row) {
        const std::string name = row.text(0);
        const int position = row.whole(1, 0, 1000);
        const double value = row.number(2);
        bool is_known = false;
        const auto whole = [&] {
            if (!(value >= 0 && value <= last_year && value == std::floor(value)))
                row.refuse(2, "no es un año", "is not a year");
            return static_cast<int>(value);
        };
        const auto in_place = [&](std::size_t expected) {
            if (static_cast<std::size_t>(position) != expected)
                row.refuse(1, fmt::format("se esperaba {}", expected), fmt::format("{} was expected", expected));
        };
        visit_planned(sheet, [&]<class T>(const char* member_name, T& member) {
            if (name != member_name) return;
            is_known = true;
            if constexpr (std::is_same_v<T, int>) {
                in_place(0);
                member = whole();
            } else if constexpr (std::is_arithmetic_v<T> || requires { member.has_value(); }) {
                in_place(0);
                member = value;
            } else if constexpr (std::is_same_v<T, std::vector<int>>) {
                in_place(member.size());
                member.push_back(whole());
            } else {
                in_place(member.size());
                member.push_back(value);
            }
        });
        if (!is_known) row.refuse(0, "no es un nombre conocido", "is not a known name");
    });
    for (const auto& [name, size] : {std::pair{"target_population", sheet.target_population.size()},
                                     {"beneficiaries", sheet.beneficiaries.size()}}) {
        if (size == sheet.years.size()) continue;
        refuse_table(db, "planned", fmt::format("{} tiene {} valores para {} años", name, size, sheet.years.size()),
                     fmt::format("{} has {} values for {} years", name, size, sheet.years.size()));
    }
    each(db, "planned_components", "*", "position", 100, [&](const Row& r) {
        sheet.components.push_back({r.text(1), r.text(2), r.text(3), r.number(4), r.number(5)});
    });
}

template <class T>
T parsed(const Row& row, const std::string& text, T low, T high) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < low || value > high)
        row.refuse(1, "no es un número que pueda ser", "is not a number that can be");
    return value;
}

// An empty text, or a date such as 2025-10-03.
std::string day_of(const Row& row, int column) {
    const std::string day = row.text(column);
    const bool is_shaped =
        day.size() == 10 && day[4] == '-' && day[7] == '-' &&
        std::all_of(day.begin(), day.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); }) &&
        std::count(day.begin(), day.end(), '-') == 2;
    const auto number = [&](std::size_t at, std::size_t digits) { return std::stoi(day.substr(at, digits)); };
    if (!day.empty() && !(is_shaped && core::is_valid_date(number(0, 4), static_cast<unsigned>(number(5, 2)),
                                                           static_cast<unsigned>(number(8, 2)))))
        row.refuse(column, "no es una fecha", "is not a date");
    return day;
}

// The enumerator for the word in a column.
template <class T, std::size_t N>
T known(const Row& row, int column, const std::array<const char*, N>& words) {
    const std::string word = row.text(column);
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) row.refuse(column, "no es una palabra conocida", "is no known word");
    return static_cast<T>(found - words.begin());
}

void load_texts(Database& db, Run& run) {
    std::set<std::string> found;
    each(db, "run", "name, value", "name", 100, [&](const Row& r) {
        const std::string name = r.text(0), value = r.text(1);
        found.insert(name);
        if (name == "version") run.version = value;
        if (name == "scenario") run.scenario = value;
        if (name == "digest") run.digest = value;
        if (name == "seed") run.seed = parsed<std::uint64_t>(r, value, 0, ~std::uint64_t{0});
        if (name == "replications")
            run.replications = static_cast<int>(parsed<std::int64_t>(r, value, 0, most_replications));
        visit_about(run.about, [&](const char* of, std::string& said) {
            if (name == of) said = value;
        });
        if (name == "prices") {
            const auto pesos = core::pesos_of(value);
            if (!pesos) r.refuse(1, "no dice en qué pesos", "does not say in which pesos");
            run.prices.told = *pesos;
        }
        if (name == "price_year") run.prices.index.of = static_cast<int>(parsed<std::int64_t>(r, value, 0, last_year));
        if (name == "index_source") run.prices.source = value;
        if (name == "date") (void)day_of(r, 1);
        if (name == "status" && value != "draft" && value != "official")
            r.refuse(1, "no es draft ni official", "is neither draft nor official");
        if (name == "worst_ledger_difference")
            run.worst_ledger_difference = parsed<std::int64_t>(r, value, 0, most_pesos);
    });
    for (const char* name : {"version", "scenario", "digest", "seed", "replications", "worst_ledger_difference", "prices",
                             "price_year"}) {
        if (!found.contains(name))
            refuse_table(db, "run", fmt::format("falta {}", name), fmt::format("it lacks {}", name));
    }
    each(db, "price_index", "year, factor", "year", last_year - first_year + 2, [&](const Row& r) {
        const int year = r.whole(0, 0, last_year);
        const double factor = r.number(1, 0, greatest);
        if (!(factor > 0)) r.refuse(1, "no es un factor", "is no factor");
        run.prices.index.factors[year] = factor;
    });
    each(db, "years", "year", "year", last_year - first_year + 1, [&](const Row& r) {
        const int year = r.whole(0, first_year, last_year);
        if (!run.years.empty() && year != run.years.back() + 1) {
            r.refuse(0, fmt::format("falta el año {}", run.years.back() + 1),
                     fmt::format("the year {} is missing", run.years.back() + 1));
        }
        run.years.push_back(year);
    });
    if (run.years.empty() && run.replications > 0) refuse_table(db, "years", "no tiene filas", "it has no rows");
    std::set<std::string> names;
    each(db, "columns", "*", "id", 10'000, [&](const Row& r) {
        (void)r.integer(0, static_cast<std::int64_t>(run.columns.size()),
                        static_cast<std::int64_t>(run.columns.size()));
        constexpr int most_decimals = 6;
        run.columns.push_back(
            {r.text(1),
             r.text(2),
             {r.text(3), r.text(4)},
             {known<results::Kind>(r, 5, results::kind_names), r.whole(6, 0, most_decimals), r.whole(7, 0, 1) == 1},
             known<results::Years>(r, 8, results::years_names),
             known<results::Direction>(r, 9, results::direction_names),
             results::Levels::of_bits(
                 static_cast<std::uint8_t>(r.integer(10, 0, (1 << results::level_names.size()) - 1))),
             {r.text(11), r.text(12)},
             {r.text(13), r.text(14)}});
        if (!names.insert(run.columns.back().name).second)
            r.refuse(1, "es una medida repetida", "is a measure that is there twice");
    });
}

// A year, which must be one of the run's.
int year_of(const Row& row, int column, const Run& run) {
    const int year = row.whole(column, first_year, last_year);
    if (std::find(run.years.begin(), run.years.end(), year) == run.years.end()) {
        row.refuse(column, fmt::format("{} no es un año de la corrida", year),
                   fmt::format("{} is no year of the run", year));
    }
    return year;
}

void load_lists(Database& db, Run& run) {
    std::set<std::string> regions, offices;
    each(db, "regions", "*", "position", 10'000, [&](const Row& r) {
        run.regions.push_back({r.text(1), r.text(2)});
        if (!regions.insert(run.regions.back().id).second) r.refuse(1, "está dos veces", "is there twice");
    });
    each(db, "offices", "*", "position", 100'000, [&](const Row& r) {
        run.offices.push_back({r.text(1), r.text(2), r.text(3), r.text(4)});
        const auto& office = run.offices.back();
        if (!offices.insert(office.id).second) r.refuse(1, "está dos veces", "is there twice");
        if (!regions.contains(office.region)) r.refuse(3, "no es una región de la corrida", "is no region of the run");
        if (office.kind != "centre" && office.kind != "satellite")
            r.refuse(4, "no es centre ni satellite", "is neither centre nor satellite");
    });
    each(db, "exhaustions", "*", "position", most_rows, [&](const Row& r) {
        run.exhaustions.push_back({r.text(1), year_of(r, 2, run), r.number(3, 0, 1), day_of(r, 4)});
    });
    each(db, "limits", "*", "position", most_rows, [&](const Row& r) {
        run.limits.push_back({year_of(r, 1, run), r.text(2), r.number(3, 0, 1)});
    });
    each(db, "assumptions", "*", "position", most_rows, [&](const Row& r) {
        run.assumptions.push_back({r.text(1), r.text(2), r.text(3), r.text(4), r.text(5), {r.text(6), r.text(7)}});
    });
    each(db, "sources", "*", "position", most_rows, [&](const Row& r) {
        run.sources.push_back({r.text(1), r.text(2), r.text(3)});
    });
    constexpr std::int64_t most_lines = 1'000'000'000;
    each(db, "warnings", "*", "position", most_rows, [&](const Row& r) {
        run.warnings.push_back({r.text(1),
                                r.text(2),
                                r.whole(3, 0, most_lines),
                                r.whole(4, 0, most_lines),
                                r.text(5),
                                {r.text(6), r.text(7)},
                                {r.text(8), r.text(9)}});
    });
}

void load_ledger(Database& db, Run& run) {
    std::int64_t left = most_pesos;
    each(db, "ledger", "*", "position", most_rows, [&](const Row& r) {
        run.ledger.push_back({year_of(r, 1, run), r.whole(2, 1, 12), r.text(3), r.text(4),
                              r.integer(5, -most_pesos, most_pesos), r.integer(6, -most_pesos, most_pesos)});
        for (const int column : {5, 6}) {
            const std::int64_t amount = std::abs(r.integer(column, -most_pesos, most_pesos));
            if (amount > left) r.refuse(column, "los montos suman demasiado", "amounts come to too much");
            left -= amount;
        }
    });
}

// Checks what n replications can determine: nothing for 0, a mean for 1, everything from 2 on.
results::Estimate estimate_of(const Row& r, int first, const Run& run, const results::Column& of) {
    const bool is_share = of.unit == "ratio" && of.beyond.es.empty();
    const bool is_day = of.unit == "day of year";
    const double low = is_share ? 0 : is_day ? 1 : -greatest, high = is_share ? 1 : is_day ? 366 : greatest;
    results::Estimate e;
    e.n = r.whole(first, 0, run.replications);
    e.mean = r.number(first + 1, low, high);
    e.sd = r.number(first + 2, 0);
    e.half_width = r.number(first + 3, 0);
    e.p10 = r.number(first + 4, low, high);
    e.p50 = r.number(first + 5, low, high);
    e.p90 = r.number(first + 6, low, high);
    const double of_one[] = {e.mean, e.p50}, of_two[] = {e.sd, e.half_width, e.p10, e.p90};
    const auto agrees = [](std::span<const double> values, bool is_known) {
        return std::all_of(values.begin(), values.end(), [&](double v) { return std::isnan(v) != is_known; });
    };
    if (!agrees(of_one, e.n > 0) || !agrees(of_two, e.n > 1)) {
        r.refuse(first, fmt::format("{} réplicas no dicen esos valores", e.n),
                 fmt::format("{} replications do not say those values", e.n));
    }
    if (e.p10 > e.p50 || e.p50 > e.p90)
        r.refuse(first + 4, "los cuantiles no van en orden", "quantiles are out of order");
    return e;
}

void load_rows(Database& db, Run& run) {
    std::set<std::string> regions, offices;
    for (const auto& region : run.regions) regions.insert(region.id);
    for (const auto& office : run.offices) offices.insert(office.id);
    std::int64_t next = 0;
    each(db, "keys", "*", "id", most_keys, [&](const Row& r) {
        (void)r.integer(0, next, next);
        ++next;
        const int column = r.whole(1, 0, static_cast<std::int64_t>(run.columns.size()) - 1);
        const int month = r.whole(3, run.series.empty() ? 0 : 1, 12);  // rows by month come after those by year
        const auto level = known<results::Level>(r, 4, results::level_names);
        if (!run.columns[static_cast<std::size_t>(column)].levels.has(level))
            r.refuse(4, "no es un nivel de la medida", "is no level of the measure");
        results::Row row{column,
                         year_of(r, 2, run),
                         level,
                         r.text(5),
                         estimate_of(r, 6, run, run.columns[static_cast<std::size_t>(column)]),
                         month};
        if ((row.level == results::Level::office && !offices.contains(row.id)) ||
            (row.level == results::Level::region && !regions.contains(row.id)))
            r.refuse(5, "no es un lugar de la corrida", "is no place of the run");
        (month > 0 ? run.series : run.rows).push_back(std::move(row));
    });
}

void load_samples(Database& db, const Run& run, Samples& samples) {
    const std::size_t keys = run.rows.size() + run.series.size();
    samples.replications = static_cast<std::size_t>(run.replications);
    const std::size_t whole = samples.replications * sizeof(double);
    if (keys > 0 && samples.replications > most_values / keys) {
        refuse_table(
            db, "samples",
            fmt::format("{} réplicas de {} medidas no caben en la memoria que aforo toma", run.replications, keys),
            fmt::format("{} replications of {} measures do not fit in the memory that aforo takes", run.replications,
                        keys));
    }
    each(db, "samples", "key_id, data", "key_id", most_keys, [&](const Row& r) {
        (void)r.integer(0, static_cast<std::int64_t>(samples.keys), static_cast<std::int64_t>(samples.keys));
        if (samples.keys == keys) r.refuse(0, "es de una medida que no está", "is of a measure that is not there");
        const std::string_view data = r.blob(1);
        const std::size_t at = samples.values.size();
        if (data.size() != whole && data.size() != sizeof(double)) {
            r.refuse(1, fmt::format("tiene {} bytes y no {}", data.size(), whole),
                     fmt::format("has {} bytes and not {}", data.size(), whole));
        }
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
        if (std::any_of(samples.values.begin() + static_cast<std::ptrdiff_t>(at), samples.values.end(),
                        [](double v) { return std::abs(v) > greatest; }))
            r.refuse(1, "tiene un número que no puede ser", "has a number that cannot be");
    });
    if (samples.keys != 0 && samples.keys != keys) {
        refuse_table(db, "samples", fmt::format("tiene {} filas para {} medidas", samples.keys, keys),
                     fmt::format("has {} rows for {} measures", samples.keys, keys));
    }
}

}  // namespace

StoredRun load(const std::filesystem::path& path) {
    Database db(path, Database::Use::suspect);
    if (pragma(db, "PRAGMA application_id") != application_id)
        db.refuse("no es una corrida de aforo", "not a run of aforo");
    if (const auto version = pragma(db, "PRAGMA user_version"); version != run_file_version) {
        db.refuse(
            fmt::format("es de otra versión de aforo (su archivo es de la versión {}, esta lee la {}): la orden de su "
                        "manifest.json la hace de nuevo",
                        version, run_file_version),
            fmt::format("a run of another version of aforo (its file is of version {}, this one reads {}): the "
                        "command in its manifest.json makes it anew",
                        version, run_file_version));
    }
    db.demand_tables(schema);
    db.demand_whole();
    StoredRun stored;
    load_texts(db, stored.run);
    load_planned(db, stored.run.planned);
    load_lists(db, stored.run);
    load_ledger(db, stored.run);
    load_rows(db, stored.run);
    load_samples(db, stored.run, stored.samples);
    return stored;
}

}  // namespace aforo::store
