// aforo goal: the least of a lever that reaches a goal, certified on fresh futures.
#include "aforo/experiment/goal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "aforo/core/text.hpp"
#include "aforo/core/version.hpp"
#include "aforo/render/goal.hpp"
#include "aforo/results/goal.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/scenario/lever.hpp"
#include "aforo/told/documents.hpp"
#include "carry_out.hpp"
#include "commands.hpp"
#include "delivery.hpp"
#include "effort.hpp"
#include "figures.hpp"
#include "goal.hpp"
#include "output.hpp"
#include "work.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

struct Arguments : ExperimentArguments {
    std::string file;
    std::vector<std::string> reach;  // MEASURE[@ID] >= NUMBER in YEAR
    std::vector<std::string> by;     // KEY=from:to[:step]
    double probability = 0.9;
    bool in_worlds = false;
};

using experiment::LeverGrid;
using scenario::Quantity;

constexpr double most_places = 100'000, most_of_first = 15;  // of one lever; of the first of two
constexpr const char* example = "advisory.budget=10640935 M$:20000000 M$:100000 M$";

// The looks that an effort allows; each is on twice the futures of the one before.
int looks_of(const std::string& effort, bool in_worlds) {
    if (in_worlds) return effort == "thorough" ? 2 : 1;
    return effort == "quick" ? 1 : effort == "thorough" ? 6 : 2;
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == at) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

// Reads KEY=from:to[:step] for a key of the scenario or one of its levers.
class LeverReader {
public:
    LeverReader(const scenario::Scenario& base, core::Lang lang) : base_(base), lang_(lang) {}

    LeverGrid read(const std::string& text) {
        const auto equals = text.find('=');
        const auto parts = split(equals == std::string::npos ? "" : text.substr(equals + 1), ':');
        if (equals == std::string::npos || parts.size() < 2 || parts.size() > 3)
            refuse("--by", fmt::format("se espera CLAVE=desde:hasta[:paso]: {}", example),
                   fmt::format("KEY=from:to[:step] is expected: {}", example), lang_);
        const std::string name = text.substr(0, equals);
        LeverGrid grid;
        grid.lever.asked = name;
        const auto lever = base_.levers.find(name);
        if (lever != base_.levers.end()) {
            of_lever(lever->second, grid);
        } else {
            of_key(name, grid);
        }
        const Quantity from = quantity(parts[0]), to = quantity(parts[1]);
        const Quantity step = parts.size() > 2 ? quantity(parts[2]) : whole_step(from, to, grid);
        if (from.kind != kind_ || to.kind != kind_ || step.kind != kind_)
            refuse("--by", fmt::format("{}: desde, hasta y paso van en la unidad de la clave: {}", name, example),
                   fmt::format("{}: from, to and step are in the key's unit: {}", name, example), lang_);
        if (!(to.amount > from.amount) || !(step.amount > 0))
            refuse("--by", fmt::format("{}: hasta debe ser mayor que desde, y el paso mayor que 0", name),
                   fmt::format("{}: to must be above from, and the step above 0", name), lang_);
        const double places = std::floor((to.amount - from.amount) / step.amount + 1e-9) + 1;
        if (places > most_places)
            refuse("--by", fmt::format("{}: son {:.0f} valores; dé un paso mayor", name, places),
                   fmt::format("{}: these are {:.0f} values; give a larger step", name, places), lang_);
        grid.places = static_cast<std::size_t>(places);
        grid.lever.low = from.amount;
        grid.lever.step = step.amount;
        grid.lever.high = from.amount + step.amount * (places - 1);
        set_unit(parts[1], to, grid.lever);
        return grid;
    }

private:
    void of_lever(const scenario::Lever& lever, LeverGrid& grid) {
        grid.lever.is_named = true;
        grid.lever.name = {lever.name, lever.name_en.empty() ? lever.name : lever.name_en};
        grid.lever.base = lever.now;
        if (lever.price != core::Money::pesos(0)) grid.lever.price = lever.price.in_thousands();
        grid.settings = [lever](double at) { return scenario::settings_of(lever, at); };
    }
    void of_key(const std::string& path, LeverGrid& grid) {
        const auto now = scenario::value_at(base_, path);
        const auto value = now ? Quantity::of(*now) : std::nullopt;
        if (!value) {
            std::vector<std::string> known;
            for (const auto& n : scenario::numbers(base_)) known.push_back(n.path);
            for (const auto& [lever, of] : base_.levers) known.push_back(lever);
            const std::string near = core::nearest(path, known);
            const std::string hint_es = near.empty() ? "" : "; ¿quiso decir " + near + "?",
                              hint_en = near.empty() ? "" : "; did you mean " + near + "?";
            refuse(
                "--by",
                fmt::format("«{}» no es un número del escenario ni una de sus palancas{}", core::escaped(path),
                            hint_es),
                fmt::format("'{}' is no number of the scenario and none of its levers{}", core::escaped(path), hint_en),
                lang_);
        }
        kind_ = value->kind;
        grid.lever.name = {scenario::name_of(path, base_, core::Lang::es),
                           scenario::name_of(path, base_, core::Lang::en)};
        grid.lever.base = value->amount;
        grid.settings = [path, kind = kind_](double at) {
            return std::vector<scenario::Setting>{{path, Quantity{kind, at}.text()}};
        };
    }
    Quantity quantity(const std::string& text) const {
        const auto q = Quantity::of(text);
        if (!q)
            refuse("--by", fmt::format("«{}» no es un número con su unidad", core::escaped(text)),
                   fmt::format("'{}' is no number with its unit", core::escaped(text)), lang_);
        return *q;
    }
    // The step is 1 for whole numbers; for others the user must state it.
    Quantity whole_step(const Quantity& from, const Quantity& to, const LeverGrid& grid) const {
        const auto is_whole = [](double v) { return v == std::floor(v); };
        if (kind_ != Quantity::Kind::number || !is_whole(from.amount) || !is_whole(to.amount) ||
            !is_whole(grid.lever.base))
            refuse("--by", fmt::format("diga el paso: {}", example), fmt::format("say the step: {}", example), lang_);
        return {Quantity::Kind::number, 1};
    }
    // Sets the unit and divisor from an end of the range: M$ and 1.000 for 20000000 M$.
    static void set_unit(const std::string& text, const Quantity& q, results::GoalLever& lever) {
        const auto space = text.find(' ');
        double number = 0;
        std::from_chars(text.data(), text.data() + std::min(space, text.size()), number);
        if (space == std::string::npos || number == 0) return;
        lever.unit = text.substr(space + 1);
        lever.scale = q.amount / number;
    }

    const scenario::Scenario& base_;
    core::Lang lang_;
    Quantity::Kind kind_ = Quantity::Kind::number;
};

}  // namespace

experiment::Condition goal_of(const std::string& text, const scenario::Scenario& base, core::Lang lang) {
    return condition_of(text, {">=", "<="}, "coverage_target >= 10% in 2027", base, "--reach", lang);
}

experiment::LeverGrid lever_of(const std::string& text, const scenario::Scenario& base, core::Lang lang) {
    return LeverReader(base, lang).read(text);
}

namespace {

std::vector<experiment::Condition> goals_of(const Asked& asked, core::Lang lang) {
    std::vector<experiment::Condition> all;
    for (const auto& text : asked.own.texts("--reach")) all.push_back(goal_of(text, asked.scenarios.front(), lang));
    return all;
}

std::vector<LeverGrid> levers_of(const Asked& asked, core::Lang lang) {
    std::vector<LeverGrid> all;
    for (const auto& text : asked.own.texts("--by")) all.push_back(lever_of(text, asked.scenarios.front(), lang));
    if (all.empty() || all.size() > 2)
        refuse("--by", "se busca con una palanca o con dos", "it is sought by one lever or by two", lang);
    if (all.size() == 2 && static_cast<double>(all.front().places) > most_of_first)
        refuse("--by",
               fmt::format("de dos palancas, la primera toma a lo más {} valores: dé un paso mayor", most_of_first),
               fmt::format("of two levers, the first takes at most {} values: give a larger step", most_of_first),
               lang);
    if (all.size() == 2 && all[0].lever.asked == all[1].lever.asked)
        refuse("--by", "las dos palancas son la misma", "both levers are the same", lang);
    return all;
}

std::optional<Made> make_goal(const Asked& asked, const experiment::Options& options, const How& how, core::Lang lang) {
    const bool in_worlds = asked.own.has("--worlds");
    const experiment::GoalOptions of{.study = options,
                                     .conditions = goals_of(asked, lang),
                                     .probability = asked.own.real("--probability", 0.01, 0.999, 0.9),
                                     .looks = looks_of(asked.own.text("--effort", "normal"), in_worlds),
                                     .in_worlds = in_worlds,
                                     .lang = lang};
    const auto problem = in_worlds ? problem_of_worlds(asked, lang) : std::nullopt;
    const auto expected = experiment::replications_of_goal(of);
    if (!(options.stop && options.stop())) announce_time(asked, problem, {expected.whole, expected.looks}, how, lang);
    auto result = experiment::goal(asked.scenarios.front(), levers_of(asked, lang), of, problem);
    if (result.has_too_few_worlds) refuse_few_worlds(result.goal.drawn, result.goal.worlds, lang);
    if (!result.wrong.empty()) {
        for (const auto& d : result.wrong) print_err("{}\n", core::to_string(d, lang));
        throw WrongInput{};
    }
    if (result.interrupted) {
        print_err("{}\n", core::in(lang, "Interrumpido: la meta se da cuando está probada.",
                                   "Interrupted: the goal is given once it was tried."));
        return std::nullopt;
    }
    result.goal.base.version = core::version;
    const auto made = std::make_shared<const results::Goal>(std::move(result.goal));
    Made all;
    all.json = whole([made] { return render::goal_json(*made); });
    all.tell = [made](const results::Manifest& manifest, core::Lang in_lang) {
        return told::goal(*made, in_lang, manifest);
    };
    all.replications = made->base.replications;
    using Answer = results::Goal::Answer;
    const bool is_reached = made->answer != Answer::out_of_reach && made->answer != Answer::undecided;
    if (!is_reached) all.code = not_reached;
    return all;
}

int goal(const Arguments& a, core::Lang lang) {
    Asked asked{.command = "goal", .files = {a.file}, .scenarios = {read_or_explain(a.file, lang)}, .prices = a.prices};
    asked.seed = a.seed.value_or(asked.scenarios.front().experiment.seed);
    asked.replications = a.replications.value_or(replications_of(a.effort));
    for (const auto& text : a.reach) asked.own.add("--reach", text);
    for (const auto& text : a.by) asked.own.add("--by", text);
    asked.own.add("--probability", fmt::format("{}", a.probability));
    for (const auto& [name, effort] : effort_names) {
        if (effort == a.effort) asked.own.add("--effort", name);
    }
    if (a.in_worlds) asked.own.add("--worlds");
    (void)goals_of(asked, lang);
    (void)levers_of(asked, lang);
    const int threads = threads_for(asked, a.work(), lang);
    tell_unfinished(a.out, lang);
    return carry_out(asked, a.how(threads), lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.file(a->file);
    o.option("--reach", a->reach, o.text("META", "GOAL"),
             "La meta: 'coverage_target >= 10% in 2027'; se repite para que se cumplan varias a la vez",
             "The goal: 'coverage_target >= 10% in 2027'; again for several to be met together")
        ->required();
    o.option("--by", a->by, o.text("CLAVE=DESDE:HASTA[:PASO]", "KEY=FROM:TO[:STEP]"),
             "Con qué: una clave o una palanca del escenario (levers); dos veces, con las dos",
             "By what: a key or a lever of the scenario (levers); twice, by both")
        ->required();
    o.option("--probability", a->probability, "P", "En qué parte de los futuros se ha de cumplir; por omisión, 0.9",
             "In which part of futures it is to be met; unless given, 0.9")
        ->check(cli::number(0.01, 0.999, o.lang()));
    o.flag("--worlds", a->in_worlds,
           "Cada futuro en un mundo propio: la certeza es también ante lo que no se sabe de los supuestos",
           "Each future in a world of its own: the certainty is also against what is not known of the assumptions");
    o.experiment(
        *a, "Semilla; por omisión, la del escenario", "Seed; unless given, the scenario's",
        "Réplicas del escenario como está; por omisión, las de --effort, que dice también hasta dónde se certifica",
        "Replications of the scenario as it is; unless given, those of --effort, which also says how far it is "
        "certified");
    o.prices(a->prices);
    return [a, lang = o.lang()] { return goal(*a, lang); };
}

}  // namespace

const Command goal_command{"goal",
                           "Cuánto de una palanca hace falta para llegar a una meta, probado con futuros nuevos",
                           "How much of a lever it takes to reach a goal, tried on fresh futures",
                           options,
                           make_goal,
                           1,
                           1};

}  // namespace aforo::cli
