// The state at the start: who is put there waits, has a plan, and is counted apart; without it nothing changes.
#include <doctest/doctest.h>

#include <cmath>

#include "aforo/experiment/experiment.hpp"
#include "aforo/results/index.hpp"
#include "scenario/reading.hpp"

using namespace aforo;

namespace {

// The small programme without a run-in.
results::Run ran(const std::string& more, int replications = 8) {
    const auto s = testing::read_text("aforo: 1\nname: initial\nextends: '" AFORO_SOURCE_DIR
                                      "/tests/model/small.yaml'\nhorizon: {run_in_years: 0}\n" +
                                      more);
    experiment::Options options;
    options.replications = replications;
    options.seed = 5;
    auto run = experiment::run(s, options).run;
    CHECK(run.worst_ledger_difference == 0);
    return run;
}
double mean_of(const results::Run& run, const char* measure, int year, const std::string& id = "") {
    const auto* found = run.find(measure, year, id.empty() ? results::Level::programme : results::Level::office, id);
    REQUIRE(found != nullptr);
    return found->mean;
}

}  // namespace

TEST_CASE("a backlog is there at the start, apart from those who come, and vanishes in time") {
    const auto before = ran(""),
               after = ran("initial: {on_list: 600, list_waited: {uniform: {low: 0 days, high: 100 days}}}\n");
    CHECK(before.find("initial_on_list", 2024) == nullptr);
    CHECK(mean_of(after, "initial_on_list", 2024) == 600);
    CHECK(mean_of(after, "initial_in_plan", 2024) == 0);
    CHECK(mean_of(after, "arrivals", 2024) == mean_of(before, "arrivals", 2024));
    CHECK(mean_of(after, "qualified", 2024) == doctest::Approx(mean_of(before, "qualified", 2024)).epsilon(0.05));
    // Slots are taken sooner, and some leave.
    CHECK(mean_of(after, "admissions", 2024) > mean_of(before, "admissions", 2024));
    CHECK(mean_of(after, "withdrawn", 2024) > mean_of(before, "withdrawn", 2024));
    CHECK(mean_of(after, "backlog", 2024) < 100);
    CHECK(mean_of(after, "backlog", 2025) == 0);
    const double months = mean_of(after, "backlog_months", 2024);
    CHECK(months > 2);
    CHECK(months < 20);
    // What is on the list at the year's end is what was there and came, less who left it.
    const auto left = [&](const results::Run& run) {
        return mean_of(run, "qualified", 2024) + mean_of(run, "re_entries", 2024) * 0 -
               mean_of(run, "admissions", 2024) - mean_of(run, "withdrawn", 2024) - mean_of(run, "declined", 2024) -
               mean_of(run, "turned_away", 2024);
    };
    CHECK(mean_of(after, "waiting_year_end", 2024) == doctest::Approx(left(after) + 600));
    CHECK(mean_of(before, "waiting_year_end", 2024) == doctest::Approx(left(before)));
}

TEST_CASE("who has waited nearly as long as it can leaves soon; without a memory what was waited does not count") {
    const std::string none = "advisory: {advisors: 0, advisors_at_least: 0}\n";  // nobody is served
    const auto near = ran(none +
                          "waiting_list: {patience: {constant: {mean: 100 days}}}\n"
                          "initial: {on_list: {2: 50}, list_waited: {constant: {mean: 99 days}}}\n");
    CHECK(mean_of(near, "initial_on_list", 2024, "2") == 50);
    CHECK(mean_of(near, "initial_on_list", 2024, "1") == 0);
    CHECK(mean_of(near, "backlog", 2024) == 0);
    const auto* early = near.find("backlog", 2024);
    REQUIRE(early != nullptr);
    const std::string exponential = none + "waiting_list: {patience: {exponential: {mean: 300 days}}}\n";
    const auto fresh = ran(exponential + "initial: {on_list: 400}\n"),
               waited = ran(exponential + "initial: {on_list: 400, list_waited: {constant: {mean: 500 days}}}\n");
    const double stay = 400 * std::exp(-366.0 / 300);
    CHECK(mean_of(fresh, "backlog", 2024) == doctest::Approx(stay).epsilon(0.12));
    CHECK(mean_of(waited, "backlog", 2024) == doctest::Approx(stay).epsilon(0.12));
}

TEST_CASE("plans in course take slots and end, with the sessions that are left; desks begin with a queue") {
    const auto before = ran(""), after =
                                     ran("initial: {in_plan: 200, sessions_left: 1, for_attention: {1: 40}, "
                                         "attention_waited: {constant: {mean: 5 days}}}\n");
    CHECK(mean_of(after, "initial_in_plan", 2024) == 200);
    CHECK(mean_of(after, "initial_for_attention", 2024, "1") == 40);
    CHECK(mean_of(after, "graduates", 2024) > mean_of(before, "graduates", 2024) + 120);
    CHECK(mean_of(after, "attention_wait_days_mean", 2024, "1") >
          mean_of(before, "attention_wait_days_mean", 2024, "1"));
    const auto spread = ran("initial: {in_plan: 200}\n");
    CHECK(mean_of(spread, "graduates", 2024) < mean_of(after, "graduates", 2024));
    CHECK(mean_of(spread, "slot_utilisation", 2024) > mean_of(before, "slot_utilisation", 2024));
    // What was agreed and not yet paid is due this year.
    const auto halves = ran("funding: {plan_payment: halves}\n"),
               owed = ran("funding: {plan_payment: halves}\ninitial: {in_plan: 200}\n");
    CHECK(owed.find("spending", 2024, results::Level::component, "advisory")->mean >
          halves.find("spending", 2024, results::Level::component, "advisory")->mean);
}

TEST_CASE("without advisory nobody is asked to wait for it") {
    const auto run = ran("advisory: {advisors: 0, advisors_at_least: 0}\n");
    CHECK(mean_of(run, "qualified", 2025) > 0);
    CHECK(mean_of(run, "turned_away", 2025) == mean_of(run, "qualified", 2025));
    CHECK(mean_of(run, "waiting_year_end", 2025) == 0);
    CHECK(mean_of(run, "withdrawn", 2025) == 0);
}
