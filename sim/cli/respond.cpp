// aforo respond: answers a reviewer's observations with the sheet's own tables, and checks what the answers claim.
#include "aforo/experiment/respond.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/contracts.hpp"
#include "aforo/core/version.hpp"
#include "aforo/measure/replication.hpp"
#include "aforo/render/answers.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/results/components.hpp"
#include "aforo/results/groups.hpp"
#include "aforo/store/input.hpp"
#include "aforo/told/answers.hpp"
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

namespace fs = std::filesystem;

using scenario::Answers, scenario::AnswerScenario, scenario::Observation;

constexpr double usual_memory_of_answers = 4;  // GB: some twenty scenarios are held at once

struct Arguments : SimulationArguments {
    Arguments() { memory = usual_memory_of_answers; }
    std::string file;
    std::optional<std::uint64_t> seed;  // the sheet's scenario's if not given
    std::optional<int> replications;    // the file's if not given
    std::optional<int> worlds;          // the file's if not given; 0: none
    std::string effort;                 // how many of both where they are not given; empty: the file's
    bool is_check = false, with_sheet = false;
};

constexpr std::size_t longest_file = 1 << 20;
constexpr int replications_of_check = 4;

// Where an effort is asked for, it stands in for the file's numbers: quick is luck alone, few times; thorough has
// enough worlds to name an assumption that 64 cannot.
int replications_of(const Arguments& a, const Answers& answers) {
    if (a.is_check) return a.replications.value_or(replications_of_check);
    return a.replications.value_or(a.effort == "quick" ? replications_of(Effort::quick) : answers.replications);
}
int worlds_of(const Arguments& a, const Answers& answers) {
    if (a.is_check) return 0;
    const int of_effort = a.effort == "quick" ? 0 : a.effort == "thorough" ? told::worlds_that_name : answers.worlds;
    return a.worlds.value_or(of_effort);
}
constexpr const char* sheet_option = "--ficha";

// The path as the user would name it, from a path of the answers' file.
std::string path_of(const std::string& answers, const std::string& scenario) {
    return (fs::path(answers).parent_path() / scenario).lexically_normal().generic_string();
}

// Every scenario that the answers name, each once, the sheet's first.
std::vector<const AnswerScenario*> scenarios_of(const Answers& a) {
    std::vector<const AnswerScenario*> all = {&a.base};
    if (a.restated) all.push_back(&a.restated->scenario);
    for (const auto& o : a.observations) {
        if (!o.base.file.empty()) all.push_back(&o.base);
        for (const auto& s : o.alternatives) all.push_back(&s);
        if (o.goal) all.push_back(&o.goal->scenario);
        if (o.rank) {
            for (const auto& s : o.rank->scenarios) all.push_back(&s);
        }
    }
    return all;
}

[[noreturn]] void refuse_all(const core::Diagnostics& diagnostics, core::Lang lang) {
    for (const auto& d : diagnostics) print_err("{}\n", core::to_string(d, lang));
    throw WrongInput{};
}

Answers answers_of(const std::string& text, const std::string& file, core::Lang lang) {
    auto read = scenario::read_answers(text, file, lang);
    if (!read.answers) refuse_all(read.diagnostics, lang);
    return std::move(*read.answers);
}

// What is wrong with a figure, at its place: its measure, of what, or its year.
class Figures {
public:
    Figures(const scenario::Scenario& sheet, core::Lang lang) : sheet_(sheet), lang_(lang) {}

    void check(const scenario::AnswerMeasure& m, const core::Place& place, const std::string& path) {
        const auto& columns = measure::catalogue();
        const auto column =
            std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == m.measure; });
        if (column == columns.end() && m.measure != results::marginal_cost) {
            std::vector<std::string> names;
            for (const auto& c : columns) names.push_back(c.name);
            const std::string near = core::nearest(m.measure, names);
            return add(place, path, fmt::format("«{}» no es una medida", m.measure),
                       fmt::format("'{}' is no measure", m.measure),
                       near.empty() ? "docs/medidas.md las lista" : fmt::format("¿quiso decir {}?", near),
                       near.empty() ? "docs/medidas.md lists them" : fmt::format("did you mean {}?", near));
        }
        const results::FigureKey key = experiment::key_of(m);
        const bool is_known =
            key.level == results::Level::programme || key.level == results::Level::component ||
            (key.level == results::Level::region && sheet_.network.regions.contains(key.id)) ||
            (key.level == results::Level::group && std::any_of(results::groups.begin(), results::groups.end(),
                                                               [&](const auto& g) { return g.id == key.id; }));
        if (key.level == results::Level::office) {
            add(place, path, "una respuesta no es de una oficina", "an answer is not of an office",
                "dígalo del programa, de una región, un grupo o un componente",
                "say it of the programme, a region, a group or a component");
        } else if (!is_known) {
            add(place, path, fmt::format("«{}» no es un componente, una región ni un grupo", m.id),
                fmt::format("'{}' is no component, region or group", m.id), "por ejemplo advisory, biobio o band=low",
                "for instance advisory, biobio or band=low");
        } else if (column != columns.end() && !column->levels.has(key.level)) {
            add(place, path, fmt::format("{} no se mide por {}", m.measure, m.id.empty() ? "programa" : m.id),
                fmt::format("{} is not measured by {}", m.measure, m.id.empty() ? "programme" : m.id), "", "");
        }
        if (m.year < sheet_.horizon.first_year || m.year > sheet_.horizon.last_year)
            add(place, path, fmt::format("{} no es un año del horizonte", m.year),
                fmt::format("{} is no year of the horizon", m.year),
                fmt::format("de {} a {}", sheet_.horizon.first_year, sheet_.horizon.last_year),
                fmt::format("from {} to {}", sheet_.horizon.first_year, sheet_.horizon.last_year));
    }

    [[nodiscard]] core::Diagnostics take() { return std::move(found_); }

private:
    void add(const core::Place& place, const std::string& path, const std::string& es, const std::string& en,
             const std::string& hint_es, const std::string& hint_en) {
        found_.push_back(
            {place, path, std::string(core::in(lang_, es, en)), std::string(core::in(lang_, hint_es, hint_en))});
    }

    const scenario::Scenario& sheet_;
    core::Lang lang_;
    core::Diagnostics found_;
};

void demand_figures(const Answers& a, const scenario::Scenario& sheet, core::Lang lang) {
    Figures figures(sheet, lang);
    if (a.restated) {
        for (const auto& i : a.restated->indicators) figures.check(i.measure, i.measure.place, "restated.indicators");
    }
    for (const auto& o : a.observations) {
        const std::string of = o.id + ".";
        for (const auto& m : o.measures) figures.check(m, m.place, of + "measures");
        for (const auto& f : o.figures) {
            if (!f.measure.measure.empty()) figures.check(f.measure, f.measure.place, of + "figures." + f.name);
        }
        for (const auto& c : o.claims) {
            if (c.figure.empty())
                figures.check({.measure = c.claim.measure, .id = c.claim.id, .year = c.claim.year}, c.place,
                              of + "claims");
        }
    }
    const auto found = figures.take();
    if (!found.empty()) refuse_all(found, lang);
}

// Says where in the answers an option of a goal or rank stands that cannot be.
template <class Read>
void at(const core::Place& place, const std::string& path, core::Lang lang, Read read) {
    try {
        read();
    } catch (const WrongInput&) {
        print_err(
            "{}\n",
            core::to_string(
                {place, path,
                 std::string(core::in(lang, "la opción de arriba está aquí", "the option above stands here")), ""},
                lang));
        throw;
    }
}

std::vector<experiment::Question> questions_of(const Answers& a, const Asked& asked, core::Lang lang) {
    const auto index = [&](const AnswerScenario& s) {
        const std::string path = path_of(asked.source->file, s.file);
        const auto found = std::find(asked.files.begin(), asked.files.end(), path);
        if (found == asked.files.end())
            throw core::WrongFile(path + ": no está entre los escenarios", path + ": is not among the scenarios");
        return static_cast<std::size_t>(found - asked.files.begin());
    };
    const scenario::Scenario& sheet = asked.scenarios.front();
    std::vector<experiment::Question> all;
    for (const auto& o : a.observations) {
        experiment::Question q{.of = &o, .base = o.base.file.empty() ? 0 : index(o.base)};
        for (const auto& s : o.alternatives) q.alternatives.push_back(index(s));
        if (o.goal) {
            auto& goal = q.goal.emplace();
            goal.scenario = index(o.goal->scenario);
            at(o.goal->place, o.id + ".goal", lang, [&] {
                goal.conditions = {goal_of(o.goal->reach, asked.scenarios[goal.scenario], lang)};
                goal.levers = {lever_of(o.goal->by, asked.scenarios[goal.scenario], lang)};
            });
        }
        if (o.rank) {
            auto& rank = q.rank.emplace();
            for (const auto& s : o.rank->scenarios) rank.scenarios.push_back(index(s));
            at(o.rank->place, o.id + ".rank", lang,
               [&] { rank.by = figure_of(o.rank->by, sheet.horizon.last_year, sheet, "--by", lang); });
        }
        if (!o.fails.empty()) {
            at(o.place, o.id + ".fails", lang, [&] {
                q.fails = condition_of(o.fails, {"<", ">"}, "beneficiaries < 30000 in 2027", sheet, "--fails", lang);
            });
        }
        all.push_back(std::move(q));
    }
    return all;
}

results::Text text_of(const scenario::Message& m) { return {m.es, m.en}; }

// The commands that give again what an answer says.
std::vector<std::string> commands_of(const Observation& o, const experiment::Question& q, const Asked& asked) {
    std::vector<std::string> all;
    const auto named = [&](std::size_t i) { return " " + shell_word(asked.files[i]); };
    const std::string numbers = fmt::format(" --seed {} --replications {}", asked.seed, asked.replications);
    if (!q.alternatives.empty()) {
        std::string line = "aforo compare" + named(q.base);
        for (const std::size_t i : q.alternatives) line += named(i);
        all.push_back(line + numbers);
    } else if (!o.measures.empty()) {
        all.push_back("aforo run" + named(q.base) + numbers);
    }
    if (q.goal)
        all.push_back(fmt::format("aforo goal{} --reach {} --by {} --probability {}{}", named(q.goal->scenario),
                                  shell_word(o.goal->reach), shell_word(o.goal->by), o.goal->probability, numbers));
    if (q.rank) {
        std::string line = "aforo rank";
        for (const std::size_t i : q.rank->scenarios) line += named(i);
        all.push_back(line + " --by " + shell_word(o.rank->by) + numbers);
    }
    if (q.fails && asked.worlds > 0)
        all.push_back(fmt::format("aforo sensitivity{} --worlds {} --fails {} --seed {}", named(0), asked.worlds,
                                  shell_word(o.fails), asked.seed));
    return all;
}

results::Answers::Restated restated_of(const scenario::RestatedSheet& sheet, results::Comparison comparison) {
    results::Answers::Restated r{
        .comparison = std::move(comparison), .method = sheet.method, .proposed_method = text_of(sheet.proposed_method)};
    for (const auto& c : sheet.criteria) r.criteria.push_back({text_of(c.variable), c.original, text_of(c.proposed)});
    for (const auto& i : sheet.indicators)
        r.indicators.push_back(
            {i.original, i.formula, i.published, experiment::key_of(i.measure), text_of(i.proposed)});
    return r;
}

// Nothing when it was stopped.
std::optional<results::Answers> answered(const Asked& asked, const experiment::Options& options, const How& how,
                                         bool only_claims, core::Lang lang) {
    const Answers a = answers_of(asked.source->text, asked.source->file, lang);
    const auto questions = questions_of(a, asked, lang);
    experiment::RespondOptions of{.study = options, .only_claims = only_claims, .lang = lang};
    of.study.precision.reset();
    if (a.restated && asked.own.has(sheet_option)) {
        const auto found =
            std::find(asked.files.begin(), asked.files.end(), path_of(asked.source->file, a.restated->scenario.file));
        if (found != asked.files.end()) of.combined = static_cast<std::size_t>(found - asked.files.begin());
    }
    if (asked.worlds > 0 && !only_claims) {
        of.problem = problem_of_worlds(asked, lang);
        of.worlds = options_of_worlds(asked, options);
    }
    if (!(options.stop && options.stop()) && !how.quiet) {
        Beside work{.whole = static_cast<double>(asked.scenarios.size()) * asked.replications};
        if (of.worlds) {
            std::vector<std::size_t> inside = {0};
            for (const auto& q : questions) {
                if (q.of->measures.empty()) continue;
                inside.push_back(q.base);
                if (!q.alternatives.empty()) inside.push_back(q.alternatives.front());
            }
            std::sort(inside.begin(), inside.end());
            inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
            const double others = static_cast<double>(inside.size()) - 1;
            const bool is_anew = !how.has_worlds;
            work.whole +=
                asked.worlds * replications_of_world(asked) * (others + (is_anew ? experiment::whole_of_kept : 0));
            if (of.problem && is_anew)
                work.looks = asked.worlds / experiment::kept_of_fitted * experiment::replications_to_fit +
                             experiment::replications_of_base;
        }
        for (const auto& q : questions) {
            if (!q.goal || only_claims) continue;
            work.whole +=
                experiment::replications_of_goal(
                    {.study = options, .conditions = q.goal->conditions, .probability = q.of->goal->probability})
                    .whole;
        }
        announce_time(asked, of.problem, work, how, lang);
    }
    auto result = experiment::respond(asked.scenarios, questions, of);
    if (!result.wrong.empty()) refuse_all(result.wrong, lang);
    if (result.interrupted) return std::nullopt;
    if (result.worlds && result.worlds->kept.size() < 2)
        refuse_few_worlds(result.worlds->drawn, static_cast<int>(result.worlds->kept.size()), lang);
    results::Answers all{.title = text_of(a.title),
                         .file = asked.source->file,
                         .base = std::move(result.base),
                         .all = std::move(result.all),
                         .worlds = std::move(result.worlds)};
    all.base.version = core::version;
    if (result.combined) all.restated = restated_of(*a.restated, std::move(*result.combined));
    for (std::size_t i = 0; i < all.all.size(); ++i) {
        const Observation& o = a.observations[i];
        auto& to = all.all[i];
        to.status = static_cast<results::Answered::Status>(o.status);
        to.id = o.id;
        to.quote = o.quote;
        to.pillar = text_of(o.pillar);
        to.asked = text_of(o.asked);
        to.reason = text_of(o.reason);
        to.line = text_of(o.line);
        to.answer = text_of(o.answer);
        to.commands = commands_of(o, questions[i], asked);
        if (to.goal) to.goal->base.version = core::version;
        if (to.rank) to.rank->base.version = core::version;
    }
    return all;
}

bool all_hold(const results::Answers& answers) {
    return std::all_of(answers.all.begin(), answers.all.end(), [](const auto& a) {
        return std::all_of(a.claims.begin(), a.claims.end(), [](const auto& c) { return c.holds || c.is_open; });
    });
}

std::optional<Made> make_respond(const Asked& asked, const experiment::Options& options, const How& how,
                                 core::Lang lang) {
    if (!asked.source) throw core::WrongFile("no dice de qué respuestas es", "does not say which answers it is of");
    auto all = answered(asked, options, how, false, lang);
    if (!all) {
        print_err("{}\n", core::in(lang, "Interrumpido: las respuestas se dan cuando están todas.",
                                   "Interrupted: the answers are given once all are there."));
        return std::nullopt;
    }
    const auto answers = std::make_shared<const results::Answers>(std::move(*all));
    Made made;
    made.json = whole([answers] { return render::answers_json(*answers); });
    made.tell = [answers](const results::Manifest& manifest, core::Lang in_lang) {
        return told::answers(*answers, in_lang, manifest);
    };
    made.is_for_word = true;
    made.replications = answers->base.replications;
    if (answers->restated) {
        made.further.push_back({"ficha", [answers](const results::Manifest& manifest, core::Lang in_lang) {
                                    return told::restated_sheet(*answers, in_lang, manifest);
                                }});
    }
    if (answers->worlds) made.worlds = std::shared_ptr<const results::Worlds>(answers, &*answers->worlds);
    if (!all_hold(*answers)) made.code = not_reached;
    return made;
}

// Runs what the claims are about, few times, and says which no longer hold.
int check(const Asked& asked, const Arguments& a, int threads, core::Lang lang) {
    catch_interruptions();
    experiment::Options options{.seed = asked.seed, .replications = asked.replications, .threads = threads};
    options.prices = prices_of(asked);
    options.stop = is_interrupted;
    Progress progress(lang, a.quiet);
    options.progress = [&](int done, int of) { progress(done, of); };
    const auto answers = answered(asked, options, a.how(threads), true, lang);
    if (!answers) return nothing_was_finished(lang);
    print_out("{}", render::text(told::claims_checked(*answers, lang)));
    return all_hold(*answers) ? done : not_reached;
}

Asked asked_by(const Arguments& a, core::Lang lang) {
    Asked asked{.command = "respond", .prices = a.prices};
    std::string text;
    try {
        text = store::read_file(a.file, longest_file);
    } catch (const core::WrongFile& e) {
        print_err("{}\n", core::escaped(core::in(lang, e.es, e.en)));
        throw WrongInput{};
    }
    const Answers answers = answers_of(text, a.file, lang);
    core::Diagnostics missing;
    for (const AnswerScenario* s : scenarios_of(answers)) {
        const std::string path = path_of(a.file, s->file);
        std::error_code error;
        if (!fs::is_regular_file(path, error))
            missing.push_back(
                {s->place, "",
                 std::string(core::in(lang, "no se puede abrir el archivo ", "cannot open the file ")) + path,
                 std::string(core::in(lang, "la ruta es relativa al archivo que la nombra",
                                      "the path is relative to the file that names it"))});
        if (std::find(asked.files.begin(), asked.files.end(), path) == asked.files.end()) asked.files.push_back(path);
    }
    if (!missing.empty()) refuse_all(missing, lang);
    asked.scenarios = read_all_or_explain(asked.files, lang);
    demand_same_years(asked.scenarios, asked.files, lang);
    asked.source = {a.file, std::move(text)};
    asked.seed = a.seed.value_or(asked.scenarios.front().experiment.seed);
    asked.replications = replications_of(a, answers);
    asked.worlds = worlds_of(a, answers);
    if (a.with_sheet) asked.own.add(sheet_option);
    if (a.with_sheet && !answers.restated)
        refuse(sheet_option, "el archivo no dice la ficha reformulada (restated)",
               "the file does not say the restated sheet (restated)", lang);
    demand_figures(answers, asked.scenarios.front(), lang);
    (void)questions_of(answers, asked, lang);
    return asked;
}

int respond(const Arguments& a, core::Lang lang) {
    Asked asked = asked_by(a, lang);
    demand_prices(asked, lang);
    const int threads = threads_for(asked, a.work(), lang);
    if (a.is_check) return check(asked, a, threads, lang);
    tell_unfinished(a.out, lang);
    return carry_out(asked, a.how(threads), lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("respuestas", "answers", a->file, "Archivo YAML de observaciones y respuestas",
               "YAML file of observations and answers")
        ->required();
    o.flag("--check", a->is_check,
           "Solo comprueba lo que las respuestas afirman, con pocas réplicas: 4 si algo ya no se cumple, y lo dice",
           "Only checks what the answers claim, with few replications: 4 if something no longer holds, and says so");
    o.flag("--ficha", a->with_sheet, "Además, la ficha reformulada junto a la original: ficha.html, .xlsx y .docx",
           "The restated sheet beside the original too: ficha.html, .xlsx and .docx");
    o.number(
        "--worlds", a->worlds, 0, most_worlds,
        "Mundos de que salen los supuestos que pesan y los datos que faltan; 0: ninguno, y el rango es solo azar; "
        "por omisión, los del archivo",
        "Worlds that tell which assumptions weigh and which data lack; 0: none, and the range is luck alone; unless "
        "given, those of the file");
    o.seed(a->seed, "Semilla; por omisión, la del escenario de la ficha",
           "Seed; unless given, that of the sheet's scenario");
    o.number("--replications", a->replications, 2, most_replications,
             "Réplicas de cada escenario; por omisión, las del archivo (con --check, 4)",
             "Replications of each scenario; unless given, those of the file (with --check, 4)");
    o.option("--effort", a->effort, "quick|normal|thorough",
             "Cuánto trabajo: quick (4 réplicas, sin mundos), normal (lo que dice el archivo) o thorough (512 mundos)",
             "How much work: quick (4 replications, no worlds), normal (what the file says) or thorough (512 worlds)")
        ->check(one_of({"quick", "normal", "thorough"}, o.lang()));
    o.simulation(*a);
    o.json(a->json);
    o.prices(a->prices);
    return [a, lang = o.lang()] { return respond(*a, lang); };
}

}  // namespace

const Command respond_command{
    "respond",
    "Contesta las observaciones de una evaluación con la ficha, sus rangos y de qué dependen, y comprueba lo que "
    "afirma",
    "Answers a reviewer's observations with the sheet, ranges and what they hang on, and checks what it claims",
    options,
    make_respond,
    1,
    any_number};

}  // namespace aforo::cli
