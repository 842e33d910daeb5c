#include "sweep.hpp"

#include <fmt/core.h>

#include <filesystem>

#include "aforo/core/version.hpp"
#include "aforo/experiment/sweep.hpp"
#include "aforo/report/json.hpp"
#include "aforo/report/page.hpp"
#include "aforo/report/sweep.hpp"
#include "aforo/report/workbook.hpp"
#include "aforo/store/folder.hpp"

namespace aforo::cli {

namespace {

constexpr std::size_t most_points = 1000;

// Every mistake of every variation and every point, then the grid or WrongInput.
class GridReader {
public:
    GridReader(const scenario::Scenario& base, core::Lang lang) : base_(base), lang_(lang) {}

    experiment::Grid read(const std::vector<std::string>& vary) {
        experiment::Grid grid;
        std::size_t points = 1;
        for (const auto& text : vary) {
            auto result = scenario::variation(base_, text, lang_);
            complain(result.diagnostics);
            if (!result.variation) continue;
            points *= result.variation->values.size();
            grid.axes.push_back(std::move(*result.variation));
        }
        if (points > most_points) {
            complain(
                {{{"--vary", 0, 0},
                  "",
                  fmt::format(fmt::runtime(core::in(lang_, "son {} combinaciones", "these are {} combinations")),
                              points),
                  fmt::format(fmt::runtime(core::in(lang_, "el máximo es {}", "the maximum is {}")), most_points)}});
        }
        if (found_ == 0) fill(grid, {});
        if (found_ > 0) throw WrongInput{};
        return grid;
    }

private:
    void complain(const core::Diagnostics& diagnostics) {
        for (const auto& d : diagnostics) fmt::print(stderr, "{}\n", core::to_string(d));
        found_ += diagnostics.size();
    }

    // The last axis goes fastest.
    void fill(experiment::Grid& grid, const std::vector<scenario::Setting>& settings) {
        if (settings.size() == grid.axes.size()) {
            std::string origin = "--vary";
            for (const auto& s : settings) origin += " " + s.path + "=" + s.value;
            auto result = scenario::with(base_, settings, origin, lang_);
            complain(result.diagnostics);
            if (result.scenario) grid.scenarios.push_back(std::move(*result.scenario));
            return;
        }
        const auto& axis = grid.axes[settings.size()];
        for (const auto& value : axis.values) {
            auto more = settings;
            more.push_back({axis.path, value});
            fill(grid, more);
        }
    }

    const scenario::Scenario& base_;
    const core::Lang lang_;
    std::size_t found_ = 0;
};

}  // namespace

int sweep(const SweepArguments& a, core::Lang lang) {
    const scenario::Scenario base = read_or_explain(a.file, lang);
    const experiment::Grid grid = GridReader(base, lang).read(a.vary);
    experiment::Options options;
    options.seed = a.seed.value_or(base.experiment.seed);
    options.replications = a.replications.value_or(replications_of(a.effort));
    options.threads = a.threads;
    announce(grid.scenarios.size(), base, options, lang, a.quiet);
    store::PendingFolder folder(std::filesystem::path(a.out) / store::slug(base.name));
    Progress progress(lang, a.quiet);
    options.progress = [&](int done, int of) { progress(done, of); };
    options.stop = is_interrupted;
    catch_interruptions();
    experiment::Swept swept = experiment::sweep(grid, options);
    if (swept.sweep.points.empty()) return nothing_was_finished(lang);
    for (auto& point : swept.sweep.points) point.run.version = core::version;

    const std::string json = report::sweep_json(swept.sweep);
    folder.add("results.json", json);
    folder.add("sweep.csv", report::sweep_csv(swept.sweep));
    folder.add("report.html", report::sweep_page(swept.sweep, lang));
    folder.add("report.xlsx", report::sweep_workbook(swept.sweep, lang));
    const std::string where = folder.commit("sweep").string();
    if (a.json) {
        fmt::print("{}", json);
    } else {
        fmt::print("{}\n{} {}\n", report::sweep_text(swept.sweep, lang), core::in(lang, "Resultados en", "Results in"),
                   where);
    }
    return how_it_ended(swept.interrupted, true, lang);
}

}  // namespace aforo::cli
