// Keys at the edges of what they may be, a few at a time: every combination is refused with a place and a reason, for
// what it says or for the memory that it would take, or runs to the end and is reported.
// AFORO_EDGES=n tries n combinations instead of 120 and lets each take a minute; AFORO_RANDOM_SEED=s begins at seed s.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <cstdlib>

#include "aforo/experiment/experiment.hpp"
#include "aforo/experiment/needs.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/render/page.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/render/workbook.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/scenario/reader.hpp"
#include "aforo/told/documents.hpp"
#include "support/edges.hpp"
#include "support/folders.hpp"

using namespace aforo;

namespace {

// Sound, small, and with something of every stage.
constexpr const char* base = R"(aforo: 1
name: base
horizon: {first_year: 2024, last_year: 2025, run_in_years: 0}
demand: {arrivals: 300, returns_after: 30 days}
population: {potential: 5000, target: 3000}
enterprises: {informal: 0.2, cooperative: 0.05, sales_median: 800 UF, sales_limit: 25000 UF}
network:
  rural_share: 0.25
  regions:
    norte: {name: Norte, order: 1, population: 1000, legal_entity: 0.2, urban: 0.7, mixed: 0.3}
    sur: {name: Sur, order: 2, population: 2000, legal_entity: 0.1, urban: 0.5, mixed: 0.5}
  centres:
    1: {name: Uno, region: norte, weight: 1}
    2: {name: Dos, region: sur, weight: 2}
  satellites:
    11: {name: Uno rural, parent: 1, visiting_days: 2}
attention: {budget: 1000000000 M$, staff: 2, annual_cost: 17000 M$, direct_hours: 1200 h, duration: 1 h, cost: 1 M$}
diagnosis: {share: 0.8, duration: 1 h}
targeting: {pass_standard: 45, high_cut: 61, criteria: [sector, standard]}
advisory: {budget: 1000000000 M$, advisors: 4, annual_cost: 24000 M$, direct_hours: 1000 h, caseload: 10,
  plan_cost: 45 M$, satellite_cost: 30000 M$}
work_plan: {sessions: 4, session: 90 min, first_session: 10 days, spacing: 28 days, dropout: 0.1, no_show: 0.1}
graduation: {repeat: 0.1, cooldown: 60 days, max_plans: 2}
alliances: {budget: 1000000000 M$, coordinators: 2, linkages: 10, duration: 30 days, success: 0.5, cost: 200 M$}
administration: {budget: 1000000000 M$, share: 0.1}
)";

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool under_a_sanitizer = true;
#else
constexpr bool under_a_sanitizer = false;
#endif

// Bytes of this process, up to now.
double most_taken() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024;
}

void run_and_report(const scenario::Scenario& s, bool in_all_formats) {
    experiment::Options options;
    options.replications = 2;
    options.threads = 1;
    const auto outcome = experiment::run(s, options);
    CHECK(outcome.run.worst_ledger_difference == 0);
    for (const core::Lang lang : {core::Lang::es, core::Lang::en}) {
        const auto told = told::run(outcome.run, outcome.samples, {}, lang);
        CHECK(!render::text(told).empty());
        if (!in_all_formats) continue;
        CHECK(!render::page(told).empty());
        CHECK(!render::workbook(told).empty());
    }
    CHECK(!render::results_json(outcome.run).empty());
}

}  // namespace

TEST_CASE("combinations of keys at their edges are refused with a place, or run to the end and are reported") {
    const bool is_long = std::getenv("AFORO_EDGES") != nullptr;
    const std::uint64_t wanted = from_environment("AFORO_EDGES", 120), first = from_environment("AFORO_RANDOM_SEED", 1);
    const double most_seconds = is_long ? 60 : 0.2;
    const auto language = scenario::language();
    const testing::TemporaryFolder folder;
    (void)folder.write("base.yaml", base);
    double most_said = 0;
    std::uint64_t ran = 0, refused = 0, too_large = 0, too_long = 0;
    for (std::uint64_t seed = first; seed < first + wanted; ++seed) {
        const std::string text = testing::Edges(language, "base.yaml", seed).text();
        CAPTURE(seed);
        CAPTURE(text);
        const std::string file = folder.write("it.yaml", text);
        try {
            const auto read = scenario::read(file, core::Lang::en);
            for (const auto& d : read.diagnostics) {
                CHECK(d.place.line > 0);
                // A data file has lines and columns, not keys; one that is not there is named where it is asked for.
                const bool is_of_data = d.place.file != file || d.what.starts_with("cannot open the file");
                CHECK((!d.path.empty() || is_of_data));
                CHECK(!d.what.empty());
                if (std::getenv("AFORO_RANDOM_VERBOSE")) MESSAGE(core::to_string(d));
            }
            CHECK(read.scenario.has_value() == read.diagnostics.empty());
            if (!read.scenario) {
                ++refused;
                continue;
            }
            const auto needs = experiment::needs_of(*read.scenario, 2);
            if (needs.bytes(1) > 1e9) {
                CHECK(scenario::place_of(file, needs.largest().path).line > 0);
                ++too_large;
            } else if (2 * needs.seconds > most_seconds) {
                ++too_long;  // which is told before it begins
            } else {
                run_and_report(*read.scenario, seed % 8 == 0);
                ++ran;
                most_said = std::max(most_said, needs.bytes(1));
                if (!under_a_sanitizer) CHECK(most_taken() < most_said + 30e6);  // no more than was said
            }
        } catch (const std::exception& e) {
            FAIL_CHECK(std::string(e.what()));
        }
    }
    const double share = static_cast<double>(ran) / static_cast<double>(wanted);
    MESSAGE("seeds " << first << " to " << first + wanted - 1 << ": " << ran << " ran (" << 100 * share << " %), "
                     << refused << " refused, " << too_large << " too large, " << too_long << " too long, "
                     << most_taken() / 1e6 << " MB at most");
    CHECK(share > 0.6);
    CHECK((under_a_sanitizer || most_taken() < 1e9));
}
