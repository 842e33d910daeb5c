#include <doctest/doctest.h>

#include <sstream>

#include "aforo/report/terminal.hpp"
#include "aforo/report/utf8.hpp"
#include "report/golden.hpp"
#include "report/sample_run.hpp"

using namespace aforo;
using namespace aforo::report;
using testing::check_golden;
using testing::sample_run;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t widest(const std::string& text) {
    std::size_t width = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        width = std::max(width, display_width(line));
    }
    return width;
}

}  // namespace

TEST_CASE("the summary is as kept, in both languages") {
    check_golden("summary.es.txt", summary(sample_run(), Lang::es));
    check_golden("summary.en.txt", summary(sample_run(), Lang::en));
    check_golden("definitions.es.txt", definitions(sample_run(), Lang::es));
}

TEST_CASE("the summary is at most 110 columns wide") {
    CHECK(widest(summary(sample_run(), Lang::es)) <= 110);
    CHECK(widest(summary(sample_run(), Lang::en)) <= 110);
    CHECK(widest(definitions(sample_run(), Lang::es)) <= 110);
}

TEST_CASE("a run with nothing in it prints dashes and does not fail") {
    auto run = sample_run();
    run.rows.clear();
    run.columns.clear();
    run.limits.clear();
    const std::string text = summary(run, Lang::es);
    CHECK(contains(text, "—"));
    CHECK(!contains(text, " nan"));
    CHECK(!contains(text, "±  "));
    CHECK(!summary({}, Lang::en).empty());
}

TEST_CASE("a single replication has no interval, and the summary says so") {
    auto run = sample_run();
    run.replications = 1;
    for (auto& row : run.rows) {
        row.value.n = 1;
        row.value.sd = row.value.half_width = 0;
    }
    const std::string text = summary(run, Lang::es);
    CHECK(contains(text, "Una sola réplica"));
    CHECK(contains(text, "19.990 (n = 1)"));
    CHECK(!contains(text, "19.990 ± 0"));
}

TEST_CASE("more than four years continue in a table below") {
    auto run = sample_run();
    run.years = {2024, 2025, 2026, 2027, 2028, 2029};
    CHECK(widest(summary(run, Lang::es)) <= 110);
    CHECK(contains(summary(run, Lang::es), "| 2028 | 2029"));
}

TEST_CASE("a measure that no section names shows under other measures") {
    auto run = sample_run();
    CHECK(!contains(summary(run, Lang::es), "Otras medidas"));
    testing::add(run, "rural_share", "ratio", 2024, 0.264);
    CHECK(contains(summary(run, Lang::es), "Otras medidas"));
    CHECK(contains(summary(run, Lang::es), "rural_share"));
}

TEST_CASE("the ledger's difference is shown as it is, and exhaustions by component") {
    auto run = sample_run();
    CHECK(contains(summary(run, Lang::es), "Diferencia: $0"));
    run.worst_ledger_difference = -12;
    CHECK(contains(summary(run, Lang::es), "Diferencia: -$12"));
    run.exhaustions = {{"advisory", 2027, 0.8, "2027-10-15"}, {"admin", 2027, 0, ""}};
    const std::string text = summary(run, Lang::es);
    CHECK(contains(text, "Fondos agotados: Asesoría 2027, en 80,0 % de las réplicas"));
    CHECK(!contains(text, "Fondos agotados: Administración"));
}

TEST_CASE("a scenario's name cannot drive the terminal, nor claim an effective value") {
    auto run = sample_run();
    run.scenario = "\x1B[2Jplan";
    const std::string text = summary(run, Lang::es);
    CHECK(!contains(text, "\x1B"));
    CHECK(!contains(text, "fectivo"));
}
