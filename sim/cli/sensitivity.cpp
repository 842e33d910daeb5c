#include "sensitivity.hpp"

#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <regex>

#include "aforo/core/text.hpp"
#include "aforo/core/version.hpp"
#include "aforo/experiment/sensitivity.hpp"
#include "aforo/measure/counts.hpp"
#include "aforo/render/sensitivity.hpp"
#include "aforo/render/worlds.hpp"
#include "aforo/results/components.hpp"
#include "aforo/told/sensitivity.hpp"
#include "carry_out.hpp"
#include "delivery.hpp"
#include "output.hpp"
#include "work.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

[[noreturn]] void refuse(const char* option, const std::string& es, const std::string& en, core::Lang lang) {
    print_err("aforo: {}: {}\n", option, core::in(lang, es, en));
    throw WrongInput{};
}

// beneficiaries, or spending@advisory: of the programme, of a component or of a region.
results::FigureKey figure_of(const std::string& text, int year, const scenario::Scenario& base, const char* option,
                             core::Lang lang) {
    const auto at = text.find('@');
    results::FigureKey key{text.substr(0, at), year, results::Level::programme,
                           at == std::string::npos ? "" : text.substr(at + 1)};
    const auto& all = measure::catalogue();
    const auto column = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.name == key.measure; });
    if (column == all.end()) {
        std::vector<std::string> names;
        for (const auto& c : all) names.push_back(c.name);
        const std::string near = core::nearest(key.measure, names);
        refuse(option,
               fmt::format("«{}» no es una medida{}", core::escaped(key.measure),
                           near.empty() ? "; vea docs/medidas.md" : "; ¿quiso decir " + near + "?"),
               fmt::format("'{}' is no measure{}", core::escaped(key.measure),
                           near.empty() ? "; see docs/medidas.md" : "; did you mean " + near + "?"),
               lang);
    }
    if (!key.id.empty()) {
        if (results::find_component(key.id) != nullptr) {
            key.level = results::Level::component;
            key.id = std::string(results::component_id(key.id));
        } else if (base.network.regions.contains(key.id)) {
            key.level = results::Level::region;
        } else {
            refuse(option, fmt::format("«{}» no es un componente ni una región", core::escaped(key.id)),
                   fmt::format("'{}' is neither a component nor a region", core::escaped(key.id)), lang);
        }
    }
    if (!column->levels.has(key.level))
        refuse(option, fmt::format("{} no se mide así", core::escaped(text)),
               fmt::format("{} is not measured so", core::escaped(text)), lang);
    if (year < base.horizon.first_year || year > base.horizon.last_year)
        refuse(option, fmt::format("{} no es un año del horizonte", year),
               fmt::format("{} is no year of the horizon", year), lang);
    return key;
}

// «beneficiaries < 30000 in 2027», «coverage_target < 10% en 2027»; without a year, of the last.
experiment::Condition condition_of(const std::string& text, const scenario::Scenario& base, core::Lang lang) {
    static const std::regex form(
        R"(^\s*([\w@-]+)\s*(<|>)\s*([0-9]+(?:\.[0-9]+)?)\s*(%)?\s*(?:(?:in|en)\s+([0-9]{4}))?\s*$)");
    std::smatch found;
    if (text.size() > 200 || !std::regex_match(text, found, form)) {
        refuse("--fails", "se espera una medida, < o >, un número y un año: 'beneficiaries < 30000 in 2027'",
               "a measure, < or >, a number and a year are expected: 'beneficiaries < 30000 in 2027'", lang);
    }
    double threshold = 0;
    const std::string number = found[3];
    std::from_chars(number.data(), number.data() + number.size(), threshold);
    const int year = found[5].matched ? std::stoi(found[5]) : base.horizon.last_year;
    return {text, figure_of(found[1], year, base, "--fails", lang), found[2] == "<",
            found[4].matched ? threshold / 100 : threshold};
}

// Bars, raw and fitted anew, and the points of the designs.
Beside beside_worlds(const Asked& asked, const std::optional<experiment::CalibrationProblem>& problem) {
    const double inputs = static_cast<double>(scenario::assumed(asked.scenarios.front()).size()) -
                          (problem ? static_cast<double>(problem->keys.size()) : 0);
    const double each = asked.weighing.is_difference ? 2 : 1;
    const double bars = (problem ? 2 : 1) * (2 * inputs + 1) * asked.replications;
    const double points = asked.weighing.trajectories * (inputs + 1) + asked.weighing.rows * (inputs + 2);
    return {each * (bars + points), problem ? 2 * inputs * experiment::replications_to_fit : 0};
}

struct Question {
    results::FigureKey of;
    std::optional<experiment::Condition> fails;
};
Question question_of(const Asked& asked, core::Lang lang) {
    const scenario::Scenario& base = asked.scenarios.front();
    const Weighing& w = asked.weighing;
    Question q{figure_of(w.of, w.year > 0 ? w.year : base.horizon.last_year, base, "--of", lang), std::nullopt};
    if (!w.fails.empty()) q.fails = condition_of(w.fails, base, lang);
    if (w.is_difference && asked.scenarios.size() < 2)
        refuse("--difference", "hace falta una alternativa: nómbrela tras el escenario",
               "an alternative is needed: name it after the scenario", lang);
    return q;
}

}  // namespace

std::optional<Made> make_sensitivity(const Asked& asked, const experiment::Options& options, const How& how,
                                     core::Lang lang) {
    const Question question = question_of(asked, lang);
    const auto problem = problem_of_worlds(asked, lang);
    auto base = experiment::run(asked.scenarios.front(), options);
    const auto interrupted = [&] {
        print_err("{}\n", core::in(lang, "Interrumpido: qué pesa se dice cuando todo está.",
                                   "Interrupted: what weighs is told once all is there."));
        return std::nullopt;
    };
    if (base.interrupted) return interrupted();
    base.run.version = core::version;
    if (!how.quiet) announce_worlds(asked, problem, beside_worlds(asked, problem), how.threads, lang);
    const experiment::SensitivityOptions of{.worlds = options_of_worlds(asked, options),
                                            .of = question.of,
                                            .is_difference = asked.weighing.is_difference,
                                            .fails = question.fails,
                                            .replications = asked.replications,
                                            .trajectories = asked.weighing.trajectories,
                                            .rows = asked.weighing.rows};
    auto made = std::make_shared<experiment::SensitivityResult>(
        experiment::sensitivity(asked.scenarios, problem, of, base.run));
    if (made->interrupted) return interrupted();
    if (made->sensitivity.worlds.kept.size() < 2) refuse_few_worlds(made->sensitivity.worlds, lang);
    Made all;
    all.json = whole([made] { return render::sensitivity_json(made->sensitivity); });
    all.csv = {{"mundos.csv", whole([made] { return render::worlds_csv(made->sensitivity.worlds); })}};
    all.tell = [made, lang](const results::Manifest& manifest) {
        return told::sensitivity(made->sensitivity, lang, manifest);
    };
    all.worlds = std::shared_ptr<const results::Worlds>(made, &made->sensitivity.worlds);
    all.replications = made->sensitivity.base.replications;
    return all;
}

int sensitivity(const SensitivityArguments& a, core::Lang lang) {
    Asked asked{.command = "sensitivity", .files = a.files, .scenarios = read_all_or_explain(a.files, lang)};
    demand_same_years(asked.scenarios, asked.files, lang);
    asked.seed = a.seed.value_or(asked.scenarios.front().experiment.seed);
    asked.replications = a.replications;
    asked.worlds = a.worlds;
    asked.weighing = a.weighing;
    if (a.design.empty()) asked.weighing.rows = 0;
    (void)question_of(asked, lang);
    const int threads = threads_for(asked, a.work(), lang);
    tell_unfinished(a.out, lang);
    return carry_out(asked, a.how(threads), lang);
}

}  // namespace aforo::cli
