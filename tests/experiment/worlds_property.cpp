// Worlds of a small programme: what is drawn, solved, inherited and kept.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

#include "aforo/experiment/screens.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/experiment/study.hpp"
#include "aforo/experiment/worlds.hpp"
#include "goal_futures.hpp"
#include "model/scenarios.hpp"
#include "support/folders.hpp"

using namespace aforo;
using namespace aforo::experiment;

namespace {

const std::string drawn_numbers =
    "demand: {growth: {value: 1.1, range: {low: 1, high: 1.2, shape: uniform}}}\n"
    "waiting_list: {patience: {exponential: {mean: {value: 200 days, range: [90 days, 400 days]}}}}\n"
    "work_plan: {no_show: {value: 0.15, range: [0.05, 0.3]}}\n"
    "advisory: {advisors: {value: 12, range: [9, 16]}}\n";
const std::string fitted_numbers =
    "demand:\n"
    "  growth: {value: 1.1, range: {low: 1, high: 1.2, shape: uniform}}\n"
    "  arrivals: {value: 3000, range: [1500, 6000]}\n"
    "diagnosis: {share: {value: 0.8, range: [0.6, 1]}}\n"
    "targeting: {pass_standard: {value: 52, range: [40, 70]}}\n"
    "plan: {attention: {production: 2900}}\n"
    "calibration:\n"
    "  free: [demand.arrivals, targeting.pass_standard]\n"
    "  targets:\n"
    "    attended: {measure: attended_persons, figure: plan.attention.production, tolerance: 40}\n"
    "    qualified: {measure: qualified, figure: 1053, tolerance: 20}\n";

class Written {
public:
    explicit Written(const std::string& text) { scenario = read("it.yaml", text); }

    scenario::Scenario read(const std::string& name, const std::string& text) {
        const std::string base =
            name == "it.yaml" ? std::string(AFORO_SOURCE_DIR) + "/tests/model/small.yaml" : "it.yaml";
        file_ = folder_.write(name, text.starts_with("aforo:")
                                        ? text
                                        : fmt::format("aforo: 1\nname: {}\nextends: {}\n{}", name, base, text));
        auto result = scenario::read(file_, core::Lang::en);
        for (const auto& d : result.diagnostics) FAIL_CHECK(core::to_string(d));
        REQUIRE(result.scenario);
        return *result.scenario;
    }
    [[nodiscard]] std::optional<CalibrationProblem> problem() const {
        return calibration_problem(scenario, file_, core::Lang::en).problem;
    }

    scenario::Scenario scenario;

private:
    testing::TemporaryFolder folder_;
    std::string file_;
};

WorldsOptions some(int kept, int replications, int threads = 2) {
    WorldsOptions o;
    o.study.seed = 5;
    o.study.replications = replications;
    o.study.threads = threads;
    o.kept = kept;
    o.extends = "it.yaml";
    return o;
}

const results::WorldMeasure& measure_of(const results::Worlds& w, const std::string& name, int year) {
    const auto found = std::find_if(w.measures.begin(), w.measures.end(), [&](const auto& m) {
        return m.measure == name && m.year == year && m.level == results::Level::programme;
    });
    REQUIRE(found != w.measures.end());
    return *found;
}

double mean_of(const results::Worlds& w, std::size_t world, std::size_t scenario, const std::string& headline) {
    const auto found = std::find(w.headlines.begin(), w.headlines.end(), headline);
    REQUIRE(found != w.headlines.end());
    return w.kept[world].means[scenario][static_cast<std::size_t>(found - w.headlines.begin())];
}

class Memory : public Archive {
public:
    struct Kept {
        std::string digest;
        Found found;
    };
    std::map<std::size_t, Kept> all;
    int left = 1 << 30;

    Found open(std::size_t contender, const std::string& digest) override {
        auto [at, is_new] = all.try_emplace(contender, Kept{digest, {}});
        CHECK(at->second.digest == digest);
        return at->second.found;
    }
    void put(std::size_t contender, int replication, const std::vector<measure::Key>& keys,
             std::span<const double> values) override {
        Found& f = all[contender].found;
        f.keys = keys;
        f.values.resize(std::max(f.values.size(), static_cast<std::size_t>(replication) + 1));
        f.values[static_cast<std::size_t>(replication)].assign(values.begin(), values.end());
        --left;
    }
};

bool same_bits(const results::Worlds& a, const results::Worlds& b) {
    if (a.drawn != b.drawn || a.kept.size() != b.kept.size() || a.deltas != b.deltas) return false;
    for (std::size_t i = 0; i < a.kept.size(); ++i) {
        if (a.kept[i].numbers != b.kept[i].numbers || a.kept[i].residuals != b.kept[i].residuals) return false;
        for (std::size_t s = 0; s < a.kept[i].means.size(); ++s) {
            const auto &x = a.kept[i].means[s], &y = b.kept[i].means[s];
            for (std::size_t k = 0; k < x.size(); ++k) {
                if (x[k] != y[k] && !(std::isnan(x[k]) && std::isnan(y[k]))) return false;
            }
        }
    }
    return true;
}

}  // namespace

TEST_CASE("without ranges and figures a world is the run") {
    const auto s = testing::small();
    Options of_run;
    of_run.seed = 5;
    of_run.replications = 6;
    const auto run = experiment::run(s, of_run).run;
    const auto w = worlds({s}, std::nullopt, some(3, 6), &run).worlds;
    REQUIRE(w.kept.size() == 3);
    for (const auto& row : run.rows) {
        if (row.level == results::Level::office || !std::isfinite(row.value.mean) || row.value.n < 6) continue;
        const auto found = std::find_if(w.measures.begin(), w.measures.end(), [&](const auto& m) {
            return m.measure == run.columns[static_cast<std::size_t>(row.column)].name && m.year == row.year &&
                   m.level == row.level && m.id == row.id;
        });
        REQUIRE(found != w.measures.end());
        CHECK(found->mean == doctest::Approx(row.value.mean));
        CHECK(found->base == row.value.mean);
        CHECK(found->ignorance_sd == 0);
        CHECK(found->ignorance.p10.value == doctest::Approx(found->ignorance.p90.value));
    }
}

TEST_CASE("drawn assumptions stay in their ranges, are not all alike, and move the results") {
    const Written base(drawn_numbers);
    const auto w = worlds({base.scenario}, std::nullopt, some(24, 3), nullptr).worlds;
    REQUIRE(w.kept.size() == 24);
    CHECK(w.drawn >= 24);
    REQUIRE(w.inputs.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        std::set<double> values;
        for (const auto& world : w.kept) {
            CHECK(world.numbers[i] >= w.inputs[i].low_value);
            CHECK(world.numbers[i] <= w.inputs[i].high_value);
            values.insert(world.numbers[i]);
        }
        CHECK(values.size() > 6);
        CHECK_FALSE(w.inputs[i].is_solved);
    }
    const auto& m = measure_of(w, "beneficiaries", 2025);
    CHECK(m.ignorance_sd > m.luck_sd);
    CHECK(m.luck_share < 0.5);
    CHECK(m.ignorance.p10.value < m.ignorance.p50.value);
    CHECK(m.ignorance.p50.value < m.ignorance.p90.value);
    CHECK(std::isnan(m.luck_share_half_width));  // three worlds a block
    CHECK(std::isfinite(measure_of(worlds({base.scenario}, std::nullopt, some(32, 2), nullptr).worlds, "arrivals", 2025)
                            .luck_share_half_width));
}

TEST_CASE("kept worlds give the published figures, on numbers that nothing was fitted on") {
    const Written base(fitted_numbers);
    const auto problem = base.problem();
    REQUIRE(problem);
    const auto w = worlds({base.scenario}, problem, some(8, 10), nullptr).worlds;
    REQUIRE(w.kept.size() == 8);
    CHECK(w.figures == std::vector<std::string>{"attended", "qualified"});
    Options fresh;
    fresh.seed = 77;
    fresh.replications = 40;
    Study study(fresh);
    for (const auto& world : w.kept) {
        std::vector<scenario::Setting> settings;
        for (std::size_t i = 0; i < w.inputs.size(); ++i) settings.push_back({w.inputs[i].path, world.values[i]});
        auto s = scenario::with(base.scenario, settings, "world", core::Lang::en).scenario;
        REQUIRE(s);
        study.add({.scenario = to_the_end_of(2024, *s), .kept = Kept::years});
    }
    REQUIRE(study.extend(40));
    const FigureReader reader(*problem);
    for (std::size_t c = 0; c < study.size(); ++c) {
        const Sample sample = reader.read(study.keys(c), study.values(c));
        for (std::size_t j = 0; j < 2; ++j) {
            std::vector<double> v;
            for (const auto& row : sample) v.push_back(row[j]);
            const auto e = estimate(v);
            // The tolerance, what ten replications leave in doubt twice over, and the error here.
            CHECK(std::abs(e.mean - problem->figures[j].value) <
                  problem->figures[j].tolerance + 2 * e.sd / std::sqrt(10) + 2 * e.half_width);
        }
    }
    // The share that is diagnosed and the standard make up for one another: where fewer are diagnosed, more must pass.
    std::size_t low = 0, high = 0;
    const auto at = [&](const std::string& path) {
        const auto found =
            std::find_if(w.inputs.begin(), w.inputs.end(), [&](const auto& i) { return i.path == path; });
        REQUIRE(found != w.inputs.end());
        return static_cast<std::size_t>(found - w.inputs.begin());
    };
    const std::size_t share = at("diagnosis.share"), standard = at("targeting.pass_standard");
    CHECK(w.inputs[standard].is_solved);
    for (std::size_t i = 0; i < w.kept.size(); ++i) {
        if (w.kept[i].numbers[share] < w.kept[low].numbers[share]) low = i;
        if (w.kept[i].numbers[share] > w.kept[high].numbers[share]) high = i;
    }
    CHECK(w.kept[low].numbers[standard] < w.kept[high].numbers[standard]);
}

TEST_CASE("the same bits whatever the threads, and when it was stopped and taken up again") {
    Written base(fitted_numbers);
    const auto alternative = base.read("more.yaml", "advisory: {advisors: 14, budget: 560000 M$}\n");
    const Written again(fitted_numbers);
    const auto problem = again.problem();
    const std::vector<scenario::Scenario> both = {again.scenario, alternative};
    const auto one = worlds(both, problem, some(4, 3, 1), nullptr).worlds;
    CHECK(same_bits(one, worlds(both, problem, some(4, 3, 2), nullptr).worlds));
    CHECK(same_bits(one, worlds(both, problem, some(4, 3, 7), nullptr).worlds));
    Memory memory;
    int stops = 0;
    for (bool is_whole = false; !is_whole && stops < 50; ++stops) {
        auto options = some(4, 3);
        options.study.archive = &memory;
        memory.left = 70;
        options.study.stop = [&] { return memory.left <= 0; };
        const auto result = worlds(both, problem, options, nullptr);
        is_whole = !result.interrupted;
        if (is_whole) CHECK(same_bits(one, result.worlds));
    }
    CHECK(stops > 2);
    CHECK(stops < 50);
}

TEST_CASE("a world runs alone and gives the figures that stand beside it") {
    Written base(fitted_numbers);
    const auto w = worlds({base.scenario}, base.problem(), some(3, 4), nullptr).worlds;
    Options options;
    options.seed = 5;
    options.replications = 4;
    for (std::size_t i = 0; i < w.kept.size(); ++i) {
        const auto s = base.read(fmt::format("world{}.yaml", i), w.deltas[i]);
        const auto run = experiment::run(s, options).run;
        int compared = 0;
        for (const auto& row : run.rows) {
            const auto& name = run.columns[static_cast<std::size_t>(row.column)].name;
            if (row.level != results::Level::programme || row.value.n < 4) continue;
            CHECK(row.value.mean == doctest::Approx(mean_of(w, i, 0, fmt::format("{}@{}", name, row.year))));
            ++compared;
        }
        CHECK(compared > 100);
    }
}

TEST_CASE("an alternative inherits each world: its rules, ratios of amounts, odds of shares, and what is as before") {
    Written base(drawn_numbers);
    const auto s = base.scenario;
    const auto more = base.read("more.yaml",
                                "advisory: {advisors: 15, budget: 560000 M$}\n"
                                "work_plan: {no_show: 0.10}\n"
                                "demand: {growth: 1.05}\n");
    const auto all = scenario::assumed(s);
    std::map<std::string, scenario::CarriedNumber> carried;
    for (const auto& n : scenario::carried(s, all, more)) carried[n.path] = n;
    REQUIRE(carried.size() == 3);
    CHECK(carried.at("advisory.advisors").how == scenario::Carried::ratio);
    CHECK(carried.at("work_plan.no_show").how == scenario::Carried::odds);
    CHECK(carried.at("demand.growth").how == scenario::Carried::stands);
    CHECK(scenario::value_of(carried.at("advisory.advisors"), 16) == 20);
    CHECK(scenario::value_of(carried.at("demand.growth"), 1.17) == 1.05);
    // Odds 1/9 against 3/17: the ratio 17/27 of odds of 0,25.
    CHECK(scenario::value_of(carried.at("work_plan.no_show"), 0.2) ==
          doctest::Approx(0.25 * 17 / 27 / (1 + 0.25 * 17 / 27)));
    CHECK(scenario::value_of(carried.at("work_plan.no_show"), 0.15) == doctest::Approx(0.10));

    const auto stands = base.read("stands.yaml", "advisory: {advisors: {value: 15, in_worlds: stands}}\n");
    REQUIRE(scenario::carried(s, all, stands).size() == 1);
    CHECK(scenario::carried(s, all, stands).front().how == scenario::Carried::stands);

    const auto w = worlds({s, more}, std::nullopt, some(12, 4), nullptr).worlds;
    REQUIRE(w.alternatives.size() == 1);
    const auto& a = w.alternatives.front();
    CHECK(a.carried.size() == 3);
    const auto d = std::find_if(a.differences.begin(), a.differences.end(), [](const auto& x) {
        return x.measure == "beneficiaries" && x.year == 2024 && x.level == results::Level::programme;
    });
    REQUIRE(d != a.differences.end());
    CHECK(d->higher + d->lower + d->same == d->worlds);
    CHECK(d->higher > d->worlds / 2);  // a quarter more advisors, and the money for them
    REQUIRE(w.regrets.scenarios.size() == 2);
    CHECK(w.regrets.scenarios[0].greatest > 0);
    CHECK(w.regrets.scenarios[0].best_in + w.regrets.scenarios[1].best_in >= 1);
}

TEST_CASE("futures in worlds are the same again, each gives the published figure, and levers keep their ratio there") {
    const Written w(fitted_numbers + "advisory: {advisors: {value: 12, range: [9, 16]}}\n");
    const auto problem = w.problem();
    REQUIRE(problem);
    Options study;
    study.seed = 11;
    study.threads = 2;
    const auto only = [](const measure::Key& key) { return key.level == results::Level::programme && key.month == 0; };
    const auto futures = futures_in_worlds({study, 1, only, [] {}}, w.scenario, &*problem);
    const auto again = futures_in_worlds({study, 1, only, [] {}}, w.scenario, &*problem);
    const auto more =
        scenario::with(w.scenario, {{"advisory.advisors", "10"}}, "test", core::Lang::en).scenario.value();
    const auto base = [&]() -> const scenario::Scenario& { return w.scenario; };
    const auto there = [&]() -> const scenario::Scenario& { return more; };
    const auto few = futures->values({}, base, 3);
    const std::vector<std::vector<double>> first(few.begin(), few.end());
    const auto many = futures->values({}, base, 6);
    REQUIRE(many.size() == 6);
    for (std::size_t i = 0; i < first.size(); ++i) CHECK(many[i] == first[i]);
    const auto same = again->values({}, base, 6);
    for (std::size_t i = 0; i < 6; ++i) CHECK(same[i] == many[i]);
    CHECK(many[0] != many[1]);
    // A single year varies about the figure by luck: 2.900 persons, one in twenty more or less.
    std::size_t attended = 0;
    const auto& keys = futures->keys({});
    while (measure::catalogue()[static_cast<std::size_t>(keys[attended].column)].name != "attended_persons" ||
           keys[attended].year != w.scenario.horizon.first_year)
        ++attended;
    for (const auto& row : many) CHECK(row[attended] == doctest::Approx(2900).epsilon(0.08));
    const auto levered = futures->values({1}, there, 6);
    CHECK(levered.size() == 6);
    const auto now = futures->numbers(w.scenario, "advisory.advisors", 6),
               then = futures->numbers(more, "advisory.advisors", 6);
    REQUIRE(then.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) CHECK(then[i] == doctest::Approx(10.0 / 12 * now[i]).epsilon(1e-9));
    CHECK(futures->worlds() >= 6);
    CHECK(futures->drawn() >= futures->worlds());
}

TEST_CASE("marginals have their quantiles, wide ranges are drawn by their logarithm, whole numbers are whole") {
    scenario::Assumed a{.path = "x", .value = 3, .range = {0, 10, scenario::Marginal::uniform, "", ""}};
    CHECK(drawn_value(a, 0.25) == 2.5);
    a.range.shape = scenario::Marginal::triangular;
    CHECK(drawn_value(a, 0.3) == doctest::Approx(3));  // the mode has (mode − low) / width below it
    CHECK(drawn_value(a, 0.075) == doctest::Approx(1.5));
    a.range = {1, 10000, scenario::Marginal::uniform, "", ""};
    CHECK(drawn_value(a, 0.5) == doctest::Approx(100));
    a.range = {1, 4, scenario::Marginal::uniform, "", ""};
    a.is_whole = true;
    CHECK(drawn_value(a, 0.4) == 2);
}

TEST_CASE("a value by year or by band is one draw, and keeps its proportions") {
    const Written base(
        "demand: {growth: {value: {2024: 1.2, 2025: 1.1}, range: [1, 1.3]}}\n"
        "work_plan: {dropout: {value: {low: 0.3, medium: 0.2, high: 0.1}, range: [0.1, 0.3]}}\n");
    const auto all = scenario::assumed(base.scenario);
    REQUIRE(all.size() == 2);
    CHECK(all[0].path == "demand.growth");
    CHECK(all[0].value == doctest::Approx(1.15));
    CHECK(all[0].parts.size() == 2);
    CHECK(all[1].parts.size() == 3);
    auto dialled = base.scenario;
    scenario::Dials dials(dialled, all);
    dials.set(0, 1.15 * 1.02);
    dials.set(1, 0.25);
    std::vector<scenario::Setting> settings = all[0].at(1.15 * 1.02);
    for (auto& each : all[1].at(0.25)) settings.push_back(std::move(each));
    const auto with = scenario::with(base.scenario, settings, "x", core::Lang::en).scenario;
    REQUIRE(with);
    CHECK(with->demand.growth.on(2024) == doctest::Approx(1.2 * 1.02));
    CHECK(with->work_plan.dropout.high == doctest::Approx(0.125));
    CHECK(dialled.demand.growth.on(2025) == doctest::Approx(with->demand.growth.on(2025)));
    CHECK(dialled.work_plan.dropout.low == doctest::Approx(with->work_plan.dropout.low));
}

namespace {

// Of two columns of numbers, how their ranks go together [Spearman 1904].
double rank_correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto ranks = [](const std::vector<double>& v) {
        std::vector<double> all;
        for (const double x : v)
            all.push_back(static_cast<double>(std::count_if(v.begin(), v.end(), [&](double y) { return y < x; })));
        return all;
    };
    const auto x = ranks(a), y = ranks(b);
    const double middle = static_cast<double>(a.size() - 1) / 2;
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - middle) * (y[i] - middle);
        xx += (x[i] - middle) * (x[i] - middle);
        yy += (y[i] - middle) * (y[i] - middle);
    }
    return xy / std::sqrt(xx * yy);
}

std::vector<double> numbers_of(const results::Worlds& w, const std::string& path) {
    std::vector<double> all;
    for (std::size_t i = 0; i < w.inputs.size(); ++i) {
        if (w.inputs[i].path != path) continue;
        for (const auto& world : w.kept) all.push_back(world.numbers[i]);
    }
    REQUIRE(all.size() == w.kept.size());
    return all;
}

}  // namespace

TEST_CASE("numbers that are drawn together have the correlation that is written, and those that are not have none") {
    for (const double wanted : {-0.8, 0.5}) {
        CAPTURE(wanted);
        const Written base(
            fmt::format("work_plan: {{no_show: {{value: 0.15, range: [0.05, 0.3]}}, dropout: {{value: 0.2, range: "
                        "{{low: 0.1, high: "
                        "0.4, with: work_plan.no_show, correlation: {}}}}}}}\n"
                        "diagnosis: {{share: {{value: 0.8, range: [0.6, 1]}}}}\n",
                        wanted));
        const auto w = worlds({base.scenario}, std::nullopt, some(400, 2), nullptr).worlds;
        const auto no_show = numbers_of(w, "work_plan.no_show"), dropout = numbers_of(w, "work_plan.dropout"),
                   share = numbers_of(w, "diagnosis.share");
        // 400 draws that fill their space evenly: the error of a rank correlation is less than 1/√400.
        CHECK(rank_correlation(no_show, dropout) == doctest::Approx(wanted).epsilon(0.1));
        CHECK(std::abs(rank_correlation(no_show, share)) < 0.15);
    }
    CHECK(together(0.3, 0.7, 0) == doctest::Approx(0.7));
    CHECK(together(0.3, 0.7, 1) == doctest::Approx(0.3));
    CHECK(together(0.3, 0.7, -1) == doctest::Approx(0.7));
}

TEST_CASE("what is not known of the years to come does not change the years before") {
    const auto text = [](const char* growth, const char* run_in) {
        return fmt::format("demand: {{growth: {}}}\nhorizon: {{run_in_years: 1{}}}\n", growth, run_in);
    };
    const auto first_year = [](const scenario::Scenario& s) {
        const auto run = experiment::run(s, {.seed = 3, .replications = 3, .threads = 1}).run;
        const auto* attended = run.find("attended_persons", s.horizon.first_year);
        REQUIRE(attended);
        return attended->mean;
    };
    const Written slow(text("1", ", run_in_growth: 1.2")), fast(text("1.25", ", run_in_growth: 1.2"));
    CHECK(first_year(slow.scenario) == first_year(fast.scenario));
    const Written slow_before(text("1", "")), fast_before(text("1.25", ""));
    CHECK(first_year(slow_before.scenario) != first_year(fast_before.scenario));
}

TEST_CASE("screens let the sheet through, and each refuses what cannot be") {
    const std::string file = std::string(AFORO_SOURCE_DIR) + "/scenarios/ficha-2024.yaml";
    const auto read = scenario::read(file, core::Lang::en);
    REQUIRE(read.scenario);
    const auto problem = calibration_problem(*read.scenario, file, core::Lang::en).problem;
    REQUIRE(problem);
    const Production p = production_of(*problem);
    CHECK(p.attended == 60000);
    CHECK(p.advised == 20000);
    CHECK(p.alliances == 1000);
    const std::map<std::string, std::pair<std::string, std::string>> breaks = {
        {"attention_money", {"attention.annual_cost", "19000 M$"}},
        {"advisory_money", {"advisory.advisors", "400"}},
        {"alliance_money", {"alliances.annual_cost", "21000 M$"}},
        {"orientation_hours", {"diagnosis.duration.mean", "3 h"}},
        {"slots", {"work_plan.spacing.mean", "70 days"}},
        {"advisor_hours", {"work_plan.session.mean", "3 h"}},
        {"coordinator_hours", {"alliances.hours", "40 h"}},
    };
    REQUIRE(breaks.size() == screens().size());
    const auto numbers = scenario::assumed(*read.scenario);
    for (const auto& screen : screens()) {
        CAPTURE(screen.id);
        CHECK(screen.load(*read.scenario, p) < 1);
        CHECK(screen.load(*read.scenario, p) > 0.5);
        const auto& [path, value] = breaks.at(screen.id);
        auto broken = *read.scenario;
        scenario::Dials dials(broken, numbers);
        const auto at =
            std::find_if(numbers.begin(), numbers.end(), [&, &path = path](const auto& n) { return n.path == path; });
        REQUIRE(at != numbers.end());
        dials.set(static_cast<std::size_t>(at - numbers.begin()), scenario::Quantity::of(value)->amount);
        CHECK(screen.load(broken, p) > 1);
    }
}
