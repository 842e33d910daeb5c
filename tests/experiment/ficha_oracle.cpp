#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "aforo/experiment/experiment.hpp"
#include "model/scenarios.hpp"

using namespace aforo;
using results::Level;

namespace {

results::Run run(const char* file, int replications) {
    const auto s = testing::read_scenario(file);
    experiment::Options options;
    options.seed = s.experiment.seed;
    options.replications = replications;
    return experiment::run(s, options).run;
}

struct Published {
    const char* metric;
    int year;
    Level level;
    const char* id;
    double value;
};

const std::vector<Published> published = {
    {"attended_persons", 2024, Level::programme, "", 60000},
    {"advised_persons", 2024, Level::programme, "", 20000},
    {"alliances", 2024, Level::programme, "", 1000},
    {"spending", 2024, Level::component, "attention", 2101068},
    {"spending", 2024, Level::component, "advisory", 10640935},
    {"spending", 2024, Level::component, "alliances", 1265116},
    {"spending", 2024, Level::component, "administration", 1556346},
    {"spending", 2024, Level::programme, "", 15563465},
    {"unit_cost", 2024, Level::component, "attention", 35},
    {"unit_cost", 2024, Level::component, "advisory", 532},
    {"unit_cost", 2024, Level::component, "alliances", 1265},
    {"admin_share", 2024, Level::programme, "", 0.10},
    {"beneficiaries", 2024, Level::programme, "", 20000},
    {"beneficiaries", 2025, Level::programme, "", 24000},
    {"beneficiaries", 2026, Level::programme, "", 28800},
    {"beneficiaries", 2027, Level::programme, "", 34560},
    {"coverage_target", 2024, Level::programme, "", 0.069},
    {"coverage_target", 2025, Level::programme, "", 0.0829},
    {"coverage_target", 2026, Level::programme, "", 0.0994},
    {"coverage_target", 2027, Level::programme, "", 0.1193},
    {"coverage_potential", 2024, Level::programme, "", 0.009},
    {"coverage_potential", 2025, Level::programme, "", 0.0108},
    {"coverage_potential", 2026, Level::programme, "", 0.013},
    {"coverage_potential", 2027, Level::programme, "", 0.0156},
    {"served_share_of_qualified", 2024, Level::programme, "", 0.90},
    {"survival_t2", 2024, Level::programme, "", 0.99},
    {"sales_up_t1", 2024, Level::programme, "", 0.30},
};

double mean(const results::Run& r, const char* metric, int year, Level level = Level::programme, const char* id = "") {
    const auto* e = r.find(metric, year, level, id);
    REQUIRE(e != nullptr);
    return e->mean;
}

}  // namespace

TEST_CASE("ficha-2024 gives every published figure within 2 %, and no money runs out to make it so") {
    const auto r = run("scenarios/ficha-2024.yaml", 40);
    for (const auto& p : published) {
        CAPTURE(p.metric);
        CAPTURE(p.year);
        CAPTURE(p.id);
        const auto* e = r.find(p.metric, p.year, p.level, p.id);
        REQUIRE(e != nullptr);
        CHECK(std::abs(e->mean / p.value - 1) < 0.02);
        if (std::string(p.metric) != "admin_share") CHECK(e->sd > 0);
    }
    for (const auto& e : r.exhaustions) {
        CAPTURE(e.component);
        CAPTURE(e.year);
        CHECK(e.share <= 0.05);
    }
    CHECK(r.worst_ledger_difference == 0);
}

TEST_CASE("flat budgets saturate: the queue for attention grows, money caps attention and plans, as by hand") {
    const auto r = run("scenarios/presupuesto/plano.yaml", 8);
    const double attentions = (2101068 - 117 * 17000) / 1.80,
                 plans = std::floor((10640935 - 310 * 24000 - 76 * 30000) / 45.0);
    for (const int year : {2026, 2027}) {
        CHECK(mean(r, "attended_persons", year) == doctest::Approx(attentions).epsilon(0.001));
        CHECK(mean(r, "advised_persons", year) == plans);
        CHECK(mean(r, "limit_orientation", year) > 0.5);
    }
    CHECK(mean(r, "beneficiaries", 2027) < 0.65 * 34560);
    double before = 0;
    for (const int year : {2024, 2025, 2026, 2027}) {
        const double queue = mean(r, "attention_waiting_year_end", year);
        CHECK(queue > before * 1.3);
        before = queue;
        CHECK(mean(r, "spending", year) <= 15563465.0);
    }
}

TEST_CASE("a flat advisory component saturates: the queue for slots grows while attention keeps up") {
    const auto r = run("scenarios/presupuesto/plano-asesoria.yaml", 8);
    const double plans = std::floor((10640935 - 310 * 24000 - 76 * 30000) / 45.0);
    double before = 0;
    for (const int year : {2025, 2026, 2027}) {
        CHECK(mean(r, "beneficiaries", year) == doctest::Approx(plans).epsilon(0.001));
        const double queue = mean(r, "waiting_year_end", year);
        CHECK(queue > before * 1.3);
        before = queue;
    }
    CHECK(mean(r, "attention_waiting_year_end", 2027) < 2000);
    CHECK(mean(r, "limit_slots", 2027) > 0.5);
    CHECK(mean(r, "limit_orientation", 2027) < 0.1);
}

TEST_CASE("results are the same bits with 1, 2 and 7 threads") {
    const auto s = testing::small();
    std::vector<results::Run> runs;
    for (const int threads : {1, 2, 7}) {
        experiment::Options options;
        options.replications = 9;
        options.threads = threads;
        runs.push_back(experiment::run(s, options).run);
    }
    for (std::size_t k = 1; k < runs.size(); ++k) {
        REQUIRE(runs[k].rows.size() == runs[0].rows.size());
        for (std::size_t i = 0; i < runs[0].rows.size(); ++i) {
            const auto &a = runs[0].rows[i].value, &b = runs[k].rows[i].value;
            REQUIRE(
                ((a.mean == b.mean && a.sd == b.sd && a.p90 == b.p90) || (std::isnan(a.mean) && std::isnan(b.mean))));
        }
    }
}

TEST_CASE("an experiment stops where its precision is reached, at the same place whatever the threads") {
    const auto s = testing::small();
    int reached_at = 0;
    for (const int threads : {1, 3}) {
        experiment::Options options;
        options.replications = 320;
        options.precision = 0.02;
        options.threads = threads;
        const auto outcome = experiment::run(s, options);
        CHECK(outcome.precision_reached);
        CHECK(outcome.run.replications < 320);
        const auto* e = outcome.run.find("beneficiaries", 2024);
        CHECK(e->half_width <= 0.02 * e->mean);
        if (reached_at != 0) CHECK(outcome.run.replications == reached_at);
        reached_at = outcome.run.replications;
    }
    experiment::Options impossible;
    impossible.replications = 10;
    impossible.precision = 1e-5;
    CHECK_FALSE(experiment::run(s, impossible).precision_reached);
}
