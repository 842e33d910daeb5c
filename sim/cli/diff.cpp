// aforo diff: how the figures of two runs differ and why, from their folders.
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/contracts.hpp"
#include "aforo/core/language.hpp"
#include "aforo/experiment/run_difference.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/results/run_difference.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/told/documents.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "output.hpp"
#include "stored_folder.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::vector<std::string> runs;  // two folders
    bool json = false;
};

using results::InputChange;
using results::RunDifference;

// The scenario of a run, if its file still exists and is unchanged.
std::optional<scenario::Scenario> scenario_of(const results::Manifest& manifest) {
    auto read = scenario::read(manifest.scenario_file, core::Lang::es);
    if (!read.scenario || scenario::digest(*read.scenario) != manifest.scenario_digest) return std::nullopt;
    return std::move(*read.scenario);
}

void put_places(std::vector<InputChange>& inputs, InputChange::Side InputChange::*side, const std::string& file) {
    std::vector<std::string> paths;
    for (const auto& change : inputs) paths.push_back(change.path);
    const auto places = scenario::places_of(file, paths);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        InputChange::Side& said = inputs[i].*side;
        if (said.value.empty() || places[i].line == 0) continue;
        said.file = places[i].file;
        said.line = places[i].line;
    }
}

// Takes the differences from the files instead of the stored runs: all changes of values from the files, and from the
// runs only the keys whose range or source changed.
void take_from_files(RunDifference& d, const scenario::Scenario& from, const scenario::Scenario& to) {
    std::map<std::string, InputChange> by_path;
    for (auto& change : d.inputs) {
        if (!change.is_of_value()) by_path[change.path] = change;
    }
    const auto source = [](const scenario::Scenario& s, const std::string& path) {
        const auto origin = s.provenance.find(path);
        return origin == s.provenance.end() ? std::string() : origin->second.source;
    };
    for (const auto& c : scenario::changes(from, to)) {
        by_path[c.path] = {c.path, {c.from, "", source(from, c.path), "", 0}, {c.to, "", source(to, c.path), "", 0}};
    }
    d.inputs.clear();
    for (auto& [path, change] : by_path) d.inputs.push_back(std::move(change));
    d.inputs_are_whole = true;
}

// A key that only one scenario has is named as in that one.
void put_names(std::vector<InputChange>& inputs, const std::optional<scenario::Scenario>& from,
               const std::optional<scenario::Scenario>& to) {
    const scenario::Scenario none;
    for (auto& change : inputs) {
        const auto& has_it = change.to.value.empty() ? from : to;
        const scenario::Scenario& says = has_it ? *has_it : none;
        change.name = {scenario::name_of(change.path, says, core::Lang::es),
                       scenario::name_of(change.path, says, core::Lang::en)};
    }
}

RunDifference difference_of(const std::array<StoredFolder, 2>& read, const std::vector<std::string>& folders) {
    const auto& [a, b] = read;
    RunDifference d = experiment::difference_of_runs(a.stored.run, a.stored.samples, b.stored.run, b.stored.samples);
    d.from = {folders[0], a.manifest};
    d.to = {folders[1], b.manifest};
    if (a.manifest.results_digest == b.manifest.results_digest) d.how = RunDifference::How::same_bits;
    if (a.manifest.scenario_digest == b.manifest.scenario_digest) return d;
    const auto from = scenario_of(a.manifest), to = scenario_of(b.manifest);
    if (from && to) take_from_files(d, *from, *to);
    put_names(d.inputs, from, to);
    if (from) put_places(d.inputs, &InputChange::from, a.manifest.scenario_file);
    if (to) put_places(d.inputs, &InputChange::to, b.manifest.scenario_file);
    return d;
}

// Returns 0 whether or not there are differences, because a difference is an answer and not a failure.
int diff(const Arguments& a, core::Lang lang) {
    std::array<StoredFolder, 2> read;
    int code = done;
    for (std::size_t i = 0; i < read.size(); ++i) {  // reads both, so that all errors are told at once
        try {
            read.at(i) = read_run_folder(a.runs.at(i));
        } catch (const core::WrongFile& e) {
            print_err("{}\n", core::escaped(core::in(lang, e.es, e.en)));
            code = std::max<int>(code, wrong_input);
        } catch (const core::EnvironmentError& e) {
            print_err("aforo: {}\n", core::escaped(e.what()));
            code = std::max<int>(code, environment);
        }
    }
    if (code != done) return code;
    const auto& [from, to] = read;
    if (const std::string one = from.stored.run.prices.word(), other = to.stored.run.prices.word(); one != other) {
        print_err(
            "aforo: {}\n",
            fmt::format(fmt::runtime(core::in(lang,
                                              "{} está en pesos {} y {} en pesos {}: no se pueden comparar; hágalas "
                                              "en los mismos, con --prices",
                                              "{} is in pesos {} and {} in pesos {}: they cannot be compared; make "
                                              "them in the same ones, by --prices")),
                        core::escaped(a.runs[0]), one, core::escaped(a.runs[1]), other));
        return wrong_input;
    }
    const RunDifference d = difference_of(read, a.runs);
    print_out("{}", a.json ? render::run_difference_json(d) : render::text(told::run_difference(d, lang)));
    return done;
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("corridas", "runs", a->runs, "Dos carpetas de corridas: la de antes y la de ahora",
               "Two folders of runs: the earlier and the later one")
        ->required()
        ->expected(2);
    o.json(a->json, "En JSON por la salida estándar, y nada más", "As JSON on standard output, and nothing else there");
    return [a, lang = o.lang()] { return diff(*a, lang); };
}

}  // namespace

const Command diff_command{
    "diff",
    "Por qué una cifra no es la de antes: qué entra distinto en dos corridas y qué sale distinto "
    "fuera de su error. "
    "Termina con 0 difieran o no: una diferencia es una respuesta, no una falla",
    "Why a figure is not what it was: what goes into two runs differently and what comes out "
    "differently beyond its "
    "error. Ends with 0 whether they differ or not: a difference is an answer, not a failure",
    options};

}  // namespace aforo::cli
