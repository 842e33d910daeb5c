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

// Two replications of the base are timed, with all its years and with those of the published figures only.
void announce_worlds(const Asked& asked, const std::optional<experiment::CalibrationProblem>& problem, Beside beside,
                     int threads, core::Lang lang) {
    const auto timed = [&](const scenario::Scenario& s) {
        experiment::Options one{.seed = asked.seed, .replications = 2, .threads = 1};
        one.stop = is_interrupted;
        const auto started = std::chrono::steady_clock::now();
        (void)experiment::run(s, one);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count() / 2;
    };
    const scenario::Scenario& base = asked.scenarios.front();
    const double worlds = asked.worlds;
    const double scenarios =
        static_cast<double>(asked.scenarios.size()) - 1 + (problem ? experiment::whole_of_kept : 1);
    double seconds = (worlds * replications_of_world(asked.worlds) * scenarios + beside.whole) * timed(base);
    if (problem) {
        const double looks =
            worlds / experiment::kept_of_fitted * experiment::replications_to_fit + experiment::replications_of_base;
        seconds += (looks + beside.looks) * timed(experiment::to_look_at(*problem, base));
    }
    const int machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const double expected = seconds / (threads > 0 ? threads : machine);
    print_err(
        "{}\n",
        fmt::format(
            fmt::runtime(core::in(lang, "{} mundos × {} réplicas: unos {}", "{} worlds × {} replications: about {}")),
            asked.worlds, replications_of_world(asked.worlds),
            expected < 100 ? fmt::format("{:.0f} s", expected) : fmt::format("{:.0f} min", std::ceil(expected / 60))));
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
    of_worlds.study.replications = replications_of_world(asked.worlds);
    of_worlds.study.precision.reset();
    of_worlds.extends = fs::absolute(asked.files.front(), ignored).lexically_normal().string();
    return of_worlds;
}

void refuse_few_worlds(const results::Worlds& worlds, core::Lang lang) {
    print_err("aforo: {}\n",
              fmt::format(fmt::runtime(core::in(
                              lang,
                              "de {} sorteos, {} dan las cifras publicadas: no hay con qué decir nada. Amplíe los "
                              "rangos (aforo facts --assumptions) o las tolerancias (calibration).",
                              "of {} draws, {} give the published figures: nothing can be said. Widen the ranges "
                              "(aforo facts --assumptions) or the tolerances (calibration).")),
                          worlds.drawn, worlds.kept.size()));
    throw WrongInput{};
}

int replications_of_world(int worlds) {
    constexpr int many = 512;
    return worlds >= many ? 4 : 10;
}

std::shared_ptr<const results::Worlds> make_worlds(const Asked& asked, const experiment::Options& options,
                                                   const results::Run* base, const How& how, core::Lang lang) {
    const auto problem = problem_of_worlds(asked, lang);
    if (!how.quiet && !(options.stop && options.stop())) announce_worlds(asked, problem, {}, how.threads, lang);
    auto made = experiment::worlds(asked.scenarios, problem, options_of_worlds(asked, options), base);
    if (made.interrupted) {
        print_err("{}\n", core::in(lang, "Interrumpido: los mundos se dan cuando están todos.",
                                   "Interrupted: worlds are given once all are there."));
        return nullptr;
    }
    if (made.worlds.kept.size() < 2) refuse_few_worlds(made.worlds, lang);
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
