// Calibrations of a small programme to the figures that it gives itself.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <map>
#include <string>

#include "aforo/experiment/calibrate.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/experiment/study.hpp"
#include "model/scenarios.hpp"
#include "support/folders.hpp"

using namespace aforo;
using namespace aforo::experiment;

namespace {

const std::string targets_of_all =
    "    attended: {measure: attended_persons, figure: plan.attention.production, tolerance: 40}\n"
    "    qualified: {measure: qualified, figure: 1053, tolerance: 20}\n"
    "    alliances: {measure: alliances, figure: 50, tolerance: 3}\n"
    "    money: {measure: spending, id: alliances, figure: 60000 M$, below: 3, tolerance: 5000}\n"
    "    high: {measure: diagnosed, id: band=high, among: [band=medium, band=high], figure: 0.5, tolerance: 0.02,\n"
    "      definition: half of them}\n"
    "    beneficiaries: {measure: coverage_target, figure: 0.027, tolerance: 1, tied: qualified}\n";
const std::string all_keys =
    "[demand.arrivals, targeting.pass_standard, targeting.high_cut, alliances.linkages, alliances.cost]";

std::string keys_at(double by) {
    return fmt::format(
        "demand: {{arrivals: {{value: {}, range: [1500, 6000]}}}}\n"
        "targeting: {{pass_standard: {{value: {}, range: [40, 70]}}, high_cut: {{value: {}, range: [45, 80]}}}}\n"
        "alliances: {{linkages: {{value: {}, range: [10, 60]}}, cost: {{value: {:.0f} $, range: [10 M$, 400 M$]}}}}\n",
        3000 * by, 52 * by, 61 * by, 28 * by, 150000 * by);
}

class Written {
public:
    scenario::Scenario scenario;
    std::string file;

    explicit Written(const std::string& text) {
        const char* plan = text.find("plan:") == std::string::npos ? "plan: {attention: {production: 2900}}\n" : "";
        file = folder_.write("it.yaml", fmt::format("aforo: 1\nname: it\nextends: {}/tests/model/small.yaml\n{}{}",
                                                    AFORO_SOURCE_DIR, plan, text));
        auto result = scenario::read(file, core::Lang::en);
        for (const auto& d : result.diagnostics) FAIL_CHECK(core::to_string(d));
        REQUIRE(result.scenario);
        scenario = *result.scenario;
    }
    Written(const std::string& keys, const std::string& free, const std::string& targets)
        : Written(keys + "calibration:\n  free: " + free + "\n  targets:\n" + targets) {}

    [[nodiscard]] CalibrationProblem problem() const {
        auto read = calibration_problem(scenario, file, core::Lang::en);
        for (const auto& d : read.diagnostics) FAIL_CHECK(core::to_string(d));
        REQUIRE(read.problem);
        return *read.problem;
    }
    [[nodiscard]] std::string mistakes() const {
        std::string all;
        for (const auto& d : calibration_problem(scenario, file, core::Lang::en).diagnostics)
            all += fmt::format("{}:{}: {}; {}\n", d.place.line, d.path, d.what, d.hint);
        return all;
    }
    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
        return folder_.write(name, text);
    }

private:
    testing::TemporaryFolder folder_;
};

CalibrateOptions quick(int threads = 2) {
    CalibrateOptions o;
    o.study.seed = 5;
    o.study.replications = 40;
    o.study.threads = threads;
    o.extends = "it.yaml";
    return o;
}

const results::FittedKey& key(const results::Calibration& c, const std::string& path) {
    const auto found = std::find_if(c.keys.begin(), c.keys.end(), [&](const auto& k) { return k.path == path; });
    REQUIRE(found != c.keys.end());
    return *found;
}
const results::FittedFigure& figure(const results::Calibration& c, const std::string& name) {
    const auto found = std::find_if(c.figures.begin(), c.figures.end(), [&](const auto& f) { return f.name == name; });
    REQUIRE(found != c.figures.end());
    return *found;
}

// Everything that is kept, in memory.
class Memory : public Archive {
public:
    struct Kept {
        std::string digest;
        Found found;
    };
    std::map<std::size_t, Kept> all;
    int left = 1 << 30;  // items until the experiment is stopped

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

}  // namespace

TEST_CASE("a scenario to the end of a year gives that year's bits") {
    const auto s = testing::small();
    Options options;
    options.replications = 3;
    std::vector<std::map<std::string, double>> seen;
    for (const auto& each : {s, to_the_end_of(2024, s)}) {
        Study study(options);
        study.add({.scenario = each, .kept = Kept::years});
        REQUIRE(study.extend(3));
        seen.emplace_back();
        for (std::size_t k = 0; k < study.keys(0).size(); ++k) {
            const auto& at = study.keys(0)[k];
            const auto& name = measure::catalogue()[static_cast<std::size_t>(at.column)].name;
            const bool looks_on = name == "offer_days_median" || name.starts_with("offered_within_");
            if (at.year != 2024 || looks_on) continue;
            for (std::size_t r = 0; r < 3; ++r)
                seen.back()[fmt::format("{} {} {} {}", at.column, static_cast<int>(at.level), at.id, r)] =
                    study.values(0)[r][k];
        }
    }
    REQUIRE(seen[0].size() == seen[1].size());
    CHECK(seen[0].size() > 1000);
    for (const auto& [what, value] : seen[0]) {
        CAPTURE(what);
        CHECK((value == seen[1].at(what) || (std::isnan(value) && std::isnan(seen[1].at(what)))));
    }
}

TEST_CASE("all that is wrong with a calibration is told at once, at its place") {
    const Written w(
        "demand: {arrivals: {value: 3000, range: [3000, 3000]}}\n"
        "advisory: {caseload: {value: 30, range: [20, 40]}}\n"
        "plan: {beneficiaries: {2024: 500, 2025: 600}, attention: {production: 2800}}\n"
        "calibration:\n"
        "  free: [demand.arrivals, advisory.caseload, work_plan.no_show, demand.grwth, alliances.cost, "
        "alliances.cost]\n"
        "  targets:\n"
        "    a: {measure: atended_persons, figure: 1}\n"
        "    b: {measure: beneficiaries, figure: plan.beneficiaries.2025}\n"
        "    c: {measure: beneficiaries, figure: 600, year: 2025}\n"
        "    d: {measure: spending, id: norte, figure: 5 M$}\n"
        "    e: {measure: spending, id: advisory, figure: plan.nothing}\n"
        "    f: {measure: spending, id: advisory, figure: 5 km}\n"
        "    g: {measure: spending, id: advisory, figure: 5 M$, below: 1}\n"
        "    h: {measure: diagnosed, id: band=high, among: [band=medium, sex=male], figure: 0.5}\n"
        "    i: {measure: beneficiaries, figure: 500, tied: z}\n"
        "    j: {measure: offer_days_median, figure: 3}\n");
    const std::string all = w.mistakes();
    CAPTURE(all);
    for (const char* each :
         {"8:calibration.free[0]: demand.arrivals has nothing to move between", "advisory.caseload is a whole number",
          "work_plan.no_show has nothing to move between; give it a range", "demand.grwth is no number",
          "alliances.cost has nothing to move between",
          "10:calibration.targets.a.measure: there is no such measure; "
          "did you mean attended_persons?",
          "11:calibration.targets.b.figure: what is planned for 2025 is no figure", "12:calibration.targets.c.year",
          "13:calibration.targets.d.id", "14:calibration.targets.e.figure: the scenario does not say",
          "15:calibration.targets.f.figure: is no figure", "16:calibration.targets.g.below",
          "17:calibration.targets.h.among", "18:calibration.targets.i.tied: 'z' is no target",
          "19:calibration.targets.j.measure: it looks beyond its year"}) {
        CAPTURE(each);
        CHECK(all.find(each) != std::string::npos);
    }
    CHECK(Written("").mistakes().find("does not say which keys are fitted") != std::string::npos);
}

TEST_CASE("a calibration is inherited, resolved and read again, and is no part of the digest") {
    const Written w(keys_at(1), all_keys, targets_of_all), bare(keys_at(1));
    CHECK(scenario::digest(w.scenario) == scenario::digest(bare.scenario));
    CHECK(scenario::changes(bare.scenario, w.scenario).empty());
    const auto again = scenario::read(w.write("again.yaml", scenario::resolved(w.scenario)), core::Lang::en);
    REQUIRE(again.scenario);
    CHECK(scenario::resolved(*again.scenario) == scenario::resolved(w.scenario));
    const auto delta = scenario::read(w.write("delta.yaml",
                                              "aforo: 1\nname: d\nextends: it.yaml\n"
                                              "calibration: {targets: {high: null}}\n"),
                                      core::Lang::en);
    REQUIRE(delta.scenario);
    CHECK(delta.scenario->calibration.targets.size() == w.scenario.calibration.targets.size() - 1);
}

TEST_CASE("tolerances are never less than half of the last digit printed, and tied figures take theirs in proportion") {
    const Written w(keys_at(1), "[demand.arrivals]",
                    "    a: {measure: attended_persons, figure: 2800}\n"
                    "    b: {measure: served_share_of_qualified, figure: 0.9}\n"
                    "    c: {measure: coverage_target, figure: 0.0690}\n"
                    "    d: {measure: attended_persons, figure: 5600, tied: e}\n"
                    "    e: {measure: attended_persons, figure: 2800, tolerance: 28}\n"
                    "    f: {measure: spending, id: alliances, figure: 57000 M$}\n");
    const auto p = w.problem();
    std::map<std::string, double> tolerance;
    for (const auto& f : p.figures) tolerance[f.name] = f.tolerance;
    CHECK(tolerance["a"] == 0.5);
    CHECK(tolerance["b"] == doctest::Approx(0.005));
    CHECK(tolerance["c"] == doctest::Approx(0.00005));
    CHECK(tolerance["d"] == 56);
    CHECK(tolerance["f"] == 0.5);
    CHECK(p.aims == 5);
    CHECK(p.figures.back().name == "d");
}

TEST_CASE("from starts that are 20 % off, a programme is fitted to its own figures, the same fit each time") {
    std::vector<Calibrated> fits;
    for (const double by : {0.8, 1.0, 1.2}) {
        CAPTURE(by);
        fits.push_back(calibrate(Written(keys_at(by), all_keys, targets_of_all).problem(), quick()));
        const auto& c = fits.back().calibration;
        REQUIRE_FALSE(fits.back().interrupted);
        for (const auto& f : c.figures) {
            CAPTURE(f.name);
            CHECK(f.is_met);
        }
        CHECK(c.rank == 5);
        CHECK(c.compensations.empty());
        CHECK(key(c, "demand.arrivals").figure == "attended");
        CHECK(key(c, "targeting.pass_standard").figure == "qualified");
        CHECK(key(c, "targeting.high_cut").figure == "high");
        CHECK(key(c, "alliances.linkages").figure == "alliances");
        CHECK(key(c, "alliances.cost").figure == "money");
        // 2.900 attended are some 3.000 who come and have patience; half of 50 alliances' worth of money is left.
        CHECK(key(c, "demand.arrivals").after_value == doctest::Approx(3100).epsilon(0.05));
    }
    for (std::size_t i = 0; i < fits[0].solution.at.size(); ++i) {
        const auto& k = fits[0].calibration.keys[i];
        CAPTURE(k.path);
        CHECK(std::abs(fits[0].solution.at[i] - fits[1].solution.at[i]) < 2 * k.error + 1e-3 * k.after_value);
        CHECK(std::abs(fits[2].solution.at[i] - fits[1].solution.at[i]) < 2 * k.error + 1e-3 * k.after_value);
    }
}

TEST_CASE("the delta of a fit reproduces it, says where its numbers come from, and is not moved when fitted again") {
    const Written w(keys_at(1.15), all_keys, targets_of_all);
    const auto fit = calibrate(w.problem(), quick());
    const auto file = w.write("delta.yaml", fit.calibration.delta);
    const auto read = scenario::read(file, core::Lang::en);
    for (const auto& d : read.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(read.scenario);
    CHECK(scenario::changes(*read.scenario, *fit.fitted).empty());
    for (const auto& k : fit.calibration.keys) {
        const auto& origin = read.scenario->provenance.at(k.path);
        CHECK(origin.source == "calibrado");
        CHECK(origin.note.starts_with("ajustado"));
        CHECK(origin.range);
    }
    const auto problem = calibration_problem(*read.scenario, file, core::Lang::en);
    REQUIRE(problem.problem);
    const auto again = calibrate(*problem.problem, quick());
    CHECK(again.calibration.is_met);
    for (std::size_t i = 0; i < fit.calibration.keys.size(); ++i) {
        const auto& k = again.calibration.keys[i];
        CAPTURE(k.path);
        CHECK(std::abs(k.after_value - k.before_value) <= fit.calibration.keys[i].error);
    }
}

TEST_CASE("keys that make up for one another are told, and so is one that no figure notices") {
    const Written w(
        "alliances: {linkages: {value: 30, range: [10, 60]}, success: {value: 0.6, range: [0.4, 0.8]}}\n"
        "diagnosis: {measurement_error: {value: 10, range: [5, 15]}}\n",
        "[alliances.linkages, alliances.success, diagnosis.measurement_error]",
        "    alliances: {measure: alliances, figure: 50, tolerance: 3}\n");
    const auto fit = calibrate(w.problem(), quick());
    const auto& c = fit.calibration;
    CHECK(figure(c, "alliances").is_met);
    CHECK(c.rank == 1);
    REQUIRE(c.compensations.size() == 2);
    CHECK(key(c, "diagnosis.measurement_error").after_value == 10);
    CHECK_FALSE(key(c, "diagnosis.measurement_error").is_identified);
    bool is_told = false;
    for (const auto& each : c.compensations) {
        if (each.parts.size() < 2) continue;
        is_told = each.parts[0].weight * each.parts[1].weight < 0;
        CHECK(each.parts[0].path.starts_with("alliances."));
        CHECK(each.parts[1].path.starts_with("alliances."));
    }
    CHECK(is_told);
}

TEST_CASE("a figure out of reach is told with the nearest and with the bound that keeps it off; the others are met") {
    const Written w(
        "demand: {arrivals: {value: 2500, range: [1500, 2600]}}\n"
        "targeting: {pass_standard: {value: 52, range: [40, 70]}}\n",
        "[demand.arrivals, targeting.pass_standard]",
        "    attended: {measure: attended_persons, figure: 2900, tolerance: 40}\n"
        "    qualified: {measure: qualified, figure: 1053, tolerance: 20}\n");
    const auto c = calibrate(w.problem(), quick()).calibration;
    CHECK_FALSE(c.is_met);
    const auto& out = figure(c, "attended");
    CHECK_FALSE(out.is_met);
    CHECK(out.limits == std::vector<std::string>{"demand.arrivals"});
    CHECK(out.after.mean == doctest::Approx(2500).epsilon(0.05));
    CHECK(key(c, "demand.arrivals").at == results::Bound::high);
    CHECK(figure(c, "qualified").is_met);
}

TEST_CASE("a start that cannot pay for what it is to do is fitted all the same, and no funds run out then") {
    const Written w(
        "attention: {cost: {value: 9 M$, range: [0 M$, 20 M$]}}\n"
        "demand: {arrivals: {value: 2500, range: [1500, 6000]}}\n",
        "[attention.cost, demand.arrivals]",
        "    attended: {measure: attended_persons, figure: 2900, tolerance: 40}\n"
        "    money: {measure: spending, id: attention, figure: 110000 M$, below: 3, tolerance: 2000}\n");
    const auto c = calibrate(w.problem(), quick()).calibration;
    CHECK(figure(c, "attended").before.mean < 2000);
    CHECK(c.is_met);
    for (const auto& e : c.exhaustions) CHECK(e.share <= 0.05);
}

TEST_CASE("the bits do not depend on threads, nor on being stopped and gone on with") {
    const Written w(keys_at(0.9), all_keys, targets_of_all);
    const auto problem = w.problem();
    auto options = quick(1);
    options.held_out = true;
    options.draws = 3;
    const auto one = calibrate(problem, options);
    options.study.threads = 3;
    Memory memory;
    options.study.archive = &memory;
    int stopped = 0;
    for (memory.left = 60; true; memory.left = 200) {
        options.study.stop = [&] { return memory.left <= 0; };
        const auto other = calibrate(problem, options);
        if (other.interrupted) {
            ++stopped;
            continue;
        }
        CHECK(other.solution.at == one.solution.at);
        CHECK(other.calibration.delta == one.calibration.delta);
        REQUIRE(other.calibration.held_out.size() == one.calibration.held_out.size());
        for (std::size_t h = 0; h < one.calibration.held_out.size(); ++h)
            CHECK(other.calibration.held_out[h].values == one.calibration.held_out[h].values);
        for (std::size_t f = 0; f < one.calibration.figures.size(); ++f)
            CHECK(other.calibration.figures[f].after.mean == one.calibration.figures[f].after.mean);
        break;
    }
    CHECK(stopped >= 2);
}

TEST_CASE("a figure held out is given over the range of its key, the others being met") {
    const Written w(keys_at(1), all_keys, targets_of_all);
    auto options = quick();
    options.held_out = true;
    options.draws = 8;
    const auto c = calibrate(w.problem(), options).calibration;
    REQUIRE(c.held_out.size() == 3);  // neither the definition nor the money
    for (const auto& h : c.held_out) {
        CAPTURE(h.figure);
        CHECK(h.draws == 8);
        CHECK(h.p10 <= h.p50);
        CHECK(h.p50 <= h.p90);
        if (h.figure != "attended") continue;
        CHECK(h.key == "demand.arrivals");
        CHECK(h.kept >= 4);
        CHECK(h.greatest > 1.2 * h.least);  // whom the desks can serve bounds it above
        CHECK(h.least < 2500);
    }
}

TEST_CASE("the quantiles of a range are those of its shape") {
    scenario::Range r{2, 10, scenario::Marginal::triangular, "", ""};
    CHECK(quantile(r, 4, 0.25) == doctest::Approx(4));  // a quarter lies under the mode
    CHECK(quantile(r, 4, 0) == 2);
    CHECK(quantile(r, 4, 1) == 10);
    r.shape = scenario::Marginal::uniform;
    CHECK(quantile(r, 4, 0.75) == 8);
    r.shape = scenario::Marginal::pert;
    double mean = 0;
    for (int i = 0; i < 2000; ++i) mean += quantile(r, 4, (i + 0.5) / 2000) / 2000;
    CHECK(mean == doctest::Approx((2 + 4 * 4 + 10) / 6.0).epsilon(1e-4));
    r.shape = scenario::Marginal::triangular;
    mean = 0;
    for (int i = 0; i < 2000; ++i) mean += quantile(r, 10, (i + 0.5) / 2000) / 2000;
    CHECK(mean == doctest::Approx((2 + 10 + 10) / 3.0).epsilon(1e-3));
}
