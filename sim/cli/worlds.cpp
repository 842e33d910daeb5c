#include "worlds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "aforo/experiment/worlds.hpp"
#include "aforo/render/worlds.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace fs = std::filesystem;

namespace {

// One replication of the base is timed for it, with its years and with those of the published figures.
double seconds_of(const Asked& asked, const std::optional<experiment::CalibrationProblem>& problem, Beside all,
                  int threads) {
    const auto timed = [&](const scenario::Scenario& s) {
        experiment::Options one{.seed = asked.seed, .replications = 2, .threads = 1};
        one.stop = is_interrupted;
        const auto started = std::chrono::steady_clock::now();
        (void)experiment::run(s, one);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count() / 2;
    };
    const scenario::Scenario& base = asked.scenarios.front();
    double seconds = all.whole * timed(base);
    if (problem && all.looks > 0) seconds += all.looks * timed(experiment::to_look_at(*problem, base));
    const int machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return seconds / (threads > 0 ? threads : machine);
}

std::string in_words(double seconds) {
    return seconds < 100 ? fmt::format("{:.0f} s", seconds) : fmt::format("{:.0f} min", std::ceil(seconds / 60));
}

}  // namespace

void announce_worlds(const Asked& asked, const std::optional<experiment::CalibrationProblem>& problem, Beside beside,
                     const How& how, core::Lang lang) {
    const double worlds = asked.worlds;
    const double of_base = how.has_worlds ? 0 : problem ? experiment::whole_of_kept : 1;
    const double scenarios = static_cast<double>(asked.scenarios.size()) - 1 + of_base;
    Beside all = beside;
    all.whole += worlds * replications_of_world(asked) * scenarios;
    if (problem && !how.has_worlds)
        all.looks +=
            worlds / experiment::kept_of_fitted * experiment::replications_to_fit + experiment::replications_of_base;
    print_err("{}\n", fmt::format(fmt::runtime(core::in(lang, "{} mundos × {} réplicas: unos {}",
                                                        "{} worlds × {} replications: about {}")),
                                  asked.worlds, replications_of_world(asked),
                                  in_words(seconds_of(asked, problem, all, how.threads))));
}

void announce_time(const Asked& asked, const std::optional<experiment::CalibrationProblem>& problem, Beside all,
                   const How& how, core::Lang lang) {
    constexpr double short_time = 15;
    if (how.quiet || is_interrupted()) return;
    const double seconds = seconds_of(asked, problem, all, how.threads);
    if (seconds < short_time) return;
    print_err("{}\n", fmt::format(fmt::runtime(core::in(lang, "Unos {}.", "About {}.")), in_words(seconds)));
}

std::optional<experiment::CalibrationProblem> problem_of_worlds(const Asked& asked, core::Lang lang) {
    const scenario::Scenario& base = asked.scenarios.front();
    if (base.calibration.free.empty()) return std::nullopt;
    auto read = experiment::calibration_problem(base, asked.files.front(), lang);
    for (const auto& d : read.diagnostics) print_err("{}\n", core::to_string(d, lang));
    if (!read.problem) throw WrongInput{};
    return std::move(read.problem);
}

experiment::WorldsOptions options_of_worlds(const Asked& asked, const experiment::Options& options) {
    std::error_code ignored;
    experiment::WorldsOptions of_worlds{.study = options, .kept = asked.worlds};
    of_worlds.study.replications = replications_of_world(asked);
    of_worlds.study.precision.reset();
    of_worlds.extends = fs::absolute(asked.files.front(), ignored).lexically_normal().string();
    return of_worlds;
}

void refuse_few_worlds(int drawn, int kept, core::Lang lang) {
    print_err("aforo: {}\n",
              fmt::format(fmt::runtime(core::in(
                              lang,
                              "de {} sorteos, {} dan las cifras publicadas: no hay con qué decir nada. Amplíe los "
                              "rangos (aforo facts --assumptions) o las tolerancias (calibration).",
                              "of {} draws, {} give the published figures: nothing can be said. Widen the ranges "
                              "(aforo facts --assumptions) or the tolerances (calibration).")),
                          drawn, kept));
    throw WrongInput{};
}

int replications_of_world(const Asked& asked) {
    constexpr int many = 512;
    return asked.worlds >= many || asked.command == "respond" ? 4 : 10;  // answers have many scenarios in each world
}

std::shared_ptr<const results::Worlds> make_worlds(const Asked& asked, const experiment::Options& options,
                                                   const results::Run* base, const How& how, core::Lang lang) {
    const auto problem = problem_of_worlds(asked, lang);
    if (!how.quiet && !(options.stop && options.stop())) announce_worlds(asked, problem, {}, how, lang);
    auto made = experiment::worlds(asked.scenarios, problem, options_of_worlds(asked, options), base);
    if (made.interrupted) {
        print_err("{}\n", core::in(lang, "Interrumpido: los mundos se dan cuando están todos.",
                                   "Interrupted: worlds are given once all are there."));
        return nullptr;
    }
    if (made.worlds.kept.size() < 2)
        refuse_few_worlds(made.worlds.drawn, static_cast<int>(made.worlds.kept.size()), lang);
    return std::make_shared<const results::Worlds>(std::move(made.worlds));
}

void add_worlds(Made& made, const std::shared_ptr<const results::Worlds>& worlds) {
    if (!worlds) return;
    made.json = whole([json = made.json, worlds] {
        std::string text;
        json([&](std::string_view piece) { text += piece; });
        return render::with_worlds(text, *worlds);
    });
    made.csv.push_back({"mundos.csv", whole([worlds] { return render::worlds_csv(*worlds); })});
    made.worlds = worlds;
    made.save = {};  // the study holds the data that they are made from
}

}  // namespace aforo::cli
