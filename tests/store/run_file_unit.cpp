#include <doctest/doctest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

#include "aforo/core/contracts.hpp"
#include "aforo/store/run_file.hpp"

using namespace aforo;
namespace fs = std::filesystem;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

// A folder that goes away.
struct Scratch {
    fs::path path = fs::temp_directory_path() / ("aforo-run-file-" + std::to_string(::getpid()));
    Scratch() { fs::create_directories(path); }
    ~Scratch() { fs::remove_all(path); }
};

std::string bytes_of(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

store::StoredRun sample() {
    store::StoredRun s;
    results::Run& r = s.run;
    r.version = "0.1.0";
    r.scenario = std::string("Ñuble'); DROP TABLE run;--\0 \xFF", 29);
    r.about = {"Ñ'); DROP TABLE run;--", "2024-02-29", "draft", "Motivo\ncon líneas"};
    r.digest = "abc";
    r.seed = 18446744073709551615ULL;
    r.replications = 3;
    r.columns = {{"spending",
                  "M$",
                  {"Gasto (M$)", "Spending (M$)"},
                  results::shapes::money,
                  results::Years::add_up,
                  results::Direction::neither,
                  results::levels::components_and_total,
                  {"Gasto.", "Spending."}},
                 {"waiting",
                  "enterprises",
                  {"Esperan cupo", "Waiting for a slot"},
                  results::shapes::count,
                  results::Years::stand_alone,
                  results::Direction::more_is_worse,
                  results::levels::offices_and_groups,
                  {"Esperan.", "Waiting."}}};
    r.rows = {{0, 2024, results::Level::programme, "", {3, 0.1 + 0.2, 1e-300, 1.0 / 3, -1e20, 2, 3}},
              {1, 2025, results::Level::group, "sex=female", {}}};
    r.series = {{1, 2024, results::Level::office, "17", {2, 5, 1, 2, 3, 4, 5}, 12}};
    r.planned.year = 2024;
    r.planned.price_year = 2023;
    r.planned.components = {{"attention", "Atención", "Personas", 2101068, 60000}};
    r.planned.admin_spending = 1556346;
    r.planned.total_spending = 15563465;
    r.planned.years = {2024, 2025};
    r.planned.potential_population = 2221080;
    r.planned.target_population = {289651, 289651};
    r.planned.beneficiaries = {20000, 24000};
    r.planned.unique_beneficiaries = {1, 2, 3};
    r.planned.sales_up_t1 = 0.3;
    r.planned.sales_threshold = 0.08;
    r.years = {2024, 2025};
    r.regions = {{"norte", "Norte"}, {"sur", "Sur"}};
    r.offices = {{"17", "Uno", "sur", "centre"}, {"3", "Dos", "norte", "satellite"}};
    r.exhaustions = {{"advisory", 2025, 0.4, "2025-10-03"}, {"attention", 2024, 0, ""}};
    r.limits = {{2024, "slots", 0.25}};
    r.worst_ledger_difference = 0;
    r.warnings = {{"whole_people",
                   "it.yaml",
                   4,
                   22,
                   "advisory.advisors",
                   {"se redondea", "is rounded"},
                   {"escriba 8", "write 8"}},
                  {"no_plans", "it.yaml", 5, 1, "work_plan.no_show", {"sin efecto", "no effect"}, {"", ""}}};
    r.assumptions = {{"advisory.caseload", "42", "35–60", "supuesto", "nota", {"Cupos por asesor", "Slots of an advisor"}}};
    r.prices.told = {core::Pesos::Kind::of_year, 2025};
    r.prices.index.of = 2023;
    r.prices.index.factors[2024] = 1.045;
    r.prices.index.factors[2025] = 1.03;
    r.prices.source = "INE";
    r.sources = {{"supuesto", "Sin dato público", "https://example.org"}};
    r.ledger = {{2024, 1, "advisory", "paid", 9'007'199'254'740'993, 0},
                {2024, 12, "administration", "available", 7, -8}};
    s.samples = {3, 3, {1, 2, 4, undefined, undefined, undefined, 7, undefined, -0.5}};
    return s;
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

bool same(const std::vector<results::Row>& a, const std::vector<results::Row>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const results::Row& x, const results::Row& y) {
        const auto &u = x.value, &v = y.value;
        return x.column == y.column && x.year == y.year && x.month == y.month && x.level == y.level && x.id == y.id &&
               u.n == v.n && same(u.mean, v.mean) && same(u.sd, v.sd) && same(u.half_width, v.half_width) &&
               same(u.p10, v.p10) && same(u.p50, v.p50) && same(u.p90, v.p90);
    });
}

}  // namespace

TEST_CASE("a run comes back from its file as it was") {
    const Scratch scratch;
    const auto before = sample();
    store::save(scratch.path / "run.sqlite", before.run, before.samples);
    const auto after = store::load(scratch.path / "run.sqlite");
    const results::Run &a = before.run, &b = after.run;
    CHECK(a.version == b.version);
    CHECK(a.scenario == b.scenario);
    CHECK(a.about == b.about);
    CHECK(a.digest == b.digest);
    CHECK(a.seed == b.seed);
    CHECK(a.replications == b.replications);
    CHECK(a.years == b.years);
    CHECK(a.worst_ledger_difference == b.worst_ledger_difference);
    CHECK(same(a.rows, b.rows));
    CHECK(same(a.series, b.series));
    REQUIRE(b.columns.size() == 2);
    CHECK(b.columns[1].name == "waiting");
    CHECK(b.columns[1].unit == "enterprises");
    CHECK(b.columns[1].meaning.es == "Esperan.");
    CHECK(b.columns[1].meaning.en == "Waiting.");
    CHECK(b.columns[0].label.es == "Gasto (M$)");
    CHECK(b.columns[1].label.en == "Waiting for a slot");
    CHECK(b.columns[0].shape == results::shapes::money);
    CHECK(b.columns[0].years == results::Years::add_up);
    CHECK(b.columns[1].direction == results::Direction::more_is_worse);
    CHECK(b.columns[0].levels == results::levels::components_and_total);
    CHECK(b.columns[1].levels == results::levels::offices_and_groups);
    REQUIRE(b.offices.size() == 2);
    CHECK(b.offices[0].id == "17");
    CHECK(b.offices[1].kind == "satellite");
    CHECK(b.offices[1].region == "norte");
    REQUIRE(b.regions.size() == 2);
    CHECK(b.regions[1].name == "Sur");
    REQUIRE(b.exhaustions.size() == 2);
    CHECK(b.exhaustions[0].share == 0.4);
    CHECK(b.exhaustions[0].median_first_day == "2025-10-03");
    REQUIRE(b.limits.size() == 1);
    CHECK(b.limits[0].id == "slots");
    CHECK(b.limits[0].share == 0.25);
    REQUIRE(b.warnings.size() == 2);
    CHECK(b.warnings[0].kind == "whole_people");
    CHECK(b.warnings[0].file == "it.yaml");
    CHECK(b.warnings[0].line == 4);
    CHECK(b.warnings[0].column == 22);
    CHECK(b.warnings[0].path == "advisory.advisors");
    CHECK(b.warnings[0].what.es == "se redondea");
    CHECK(b.warnings[0].what.en == "is rounded");
    CHECK(b.warnings[0].hint.es == "escriba 8");
    CHECK(b.warnings[0].hint.en == "write 8");
    CHECK(b.warnings[1].path == "work_plan.no_show");
    REQUIRE(b.assumptions.size() == 1);
    CHECK(b.assumptions[0].range == "35–60");
    CHECK(b.assumptions[0].note == "nota");
    CHECK(b.assumptions[0].meaning.es == "Cupos por asesor");
    CHECK(b.assumptions[0].meaning.en == "Slots of an advisor");
    CHECK(b.prices == a.prices);
    CHECK(b.prices.source == "INE");
    REQUIRE(b.sources.size() == 1);
    CHECK(b.sources[0].title == "Sin dato público");
    CHECK(b.sources[0].url == "https://example.org");
    REQUIRE(b.ledger.size() == 2);
    CHECK(b.ledger[0].received == 9'007'199'254'740'993);
    CHECK(b.ledger[1].month == 12);
    CHECK(b.ledger[1].component == "administration");
    CHECK(b.ledger[1].account == "available");
    CHECK(b.ledger[1].given == -8);
    CHECK(after.samples.keys == 3);
    CHECK(after.samples.replications == 3);
    REQUIRE(after.samples.values.size() == 9);
    for (std::size_t i = 0; i < 9; ++i) CHECK(same(before.samples.values[i], after.samples.values[i]));
}

TEST_CASE("the planned sheet comes back as it was") {
    const Scratch scratch;
    const auto before = sample();
    store::save(scratch.path / "run.sqlite", before.run, before.samples);
    const auto after = store::load(scratch.path / "run.sqlite");
    const results::Sheet &a = before.run.planned, &b = after.run.planned;
    CHECK(a.year == b.year);
    CHECK(a.price_year == b.price_year);
    REQUIRE(b.components.size() == 1);
    CHECK(b.components[0].name == "Atención");
    CHECK(b.components[0].production_unit == "Personas");
    CHECK(b.components[0].spending == 2101068);
    CHECK(b.components[0].production == 60000);
    CHECK(a.admin_spending == b.admin_spending);
    CHECK(a.total_spending == b.total_spending);
    CHECK(a.years == b.years);
    CHECK(a.potential_population == b.potential_population);
    CHECK(a.target_population == b.target_population);
    CHECK(a.beneficiaries == b.beneficiaries);
    CHECK(b.spending_per_beneficiary.empty());
    CHECK(a.unique_beneficiaries == b.unique_beneficiaries);
    CHECK(a.survival_t2 == b.survival_t2);
    CHECK(a.sales_up_t1 == b.sales_up_t1);
    CHECK(a.sales_threshold == b.sales_threshold);
}

TEST_CASE("the same run gives the same bytes, also when it was loaded in between") {
    const Scratch scratch;
    const auto run = sample();
    store::save(scratch.path / "one.sqlite", run.run, run.samples);
    store::save(scratch.path / "two.sqlite", run.run, run.samples);
    const auto loaded = store::load(scratch.path / "one.sqlite");
    store::save(scratch.path / "three.sqlite", loaded.run, loaded.samples);
    const std::string one = bytes_of(scratch.path / "one.sqlite");
    CHECK(one.size() > 4096);
    CHECK(one == bytes_of(scratch.path / "two.sqlite"));
    CHECK(one == bytes_of(scratch.path / "three.sqlite"));
    CHECK(std::distance(fs::directory_iterator(scratch.path), {}) == 3);  // no journal left behind
}

TEST_CASE("what is not said about a scenario takes no room: the file is as it was before anybody could say it") {
    const Scratch scratch;
    auto run = sample();
    run.run.about = {"", "", "official", ""};
    store::save(scratch.path / "some.sqlite", run.run, run.samples);
    CHECK(store::load(scratch.path / "some.sqlite").run.about == run.run.about);
    run.run.about = {};
    store::save(scratch.path / "none.sqlite", run.run, run.samples);
    CHECK(store::load(scratch.path / "none.sqlite").run.about == results::About{});
    CHECK(bytes_of(scratch.path / "none.sqlite").find("official") == std::string::npos);
}

TEST_CASE("a run of nothing is stored too, as far as the file goes") {
    const Scratch scratch;
    store::save(scratch.path / "run.sqlite", {}, {});
    const auto after = store::load(scratch.path / "run.sqlite");
    CHECK(after.run.rows.empty());
    CHECK(after.samples.values.empty());
}

TEST_CASE("what is not a run of this version, or stands in the way, is refused with its path") {
    const Scratch scratch;
    const fs::path path = scratch.path / "run.sqlite";
    CHECK_THROWS_AS(static_cast<void>(store::load(path)), core::WrongFile);
    CHECK_FALSE(fs::exists(path));
    CHECK_THROWS_AS(store::save(scratch.path / "nowhere" / "run.sqlite", {}, {}), core::EnvironmentError);
    std::ofstream(path) << "not a database, and longer than the header of one, which takes a hundred bytes at least…";
    CHECK_THROWS_WITH_AS(store::save(path, {}, {}), doctest::Contains(path.c_str()), core::EnvironmentError);
    CHECK_THROWS_WITH_AS(static_cast<void>(store::load(path)), doctest::Contains(path.c_str()), core::WrongFile);
}
