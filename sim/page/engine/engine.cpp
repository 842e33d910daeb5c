// The engine of the page: aforo without threads, files and argv. JavaScript asks with one JSON text and gets one back
// (ask); scenarios are files that it has written into the module's file system. Who simulates hands each item over as
// it ends (hand_over); who tells a report was given all items before (room).
#include <emscripten.h>
#include <fmt/format.h>

#include <boost/json.hpp>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/sha256.hpp"
#include "aforo/core/version.hpp"
#include "aforo/experiment/compare.hpp"
#include "aforo/experiment/needs.hpp"
#include "aforo/render/csv.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/render/page.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/scenario/warnings.hpp"
#include "aforo/told/documents.hpp"
#include "items.hpp"

// The module's onItem(contender, replication, values, keys): values is a Float64Array of its own, keys a text or null.
EM_JS(void, hand_over, (int contender, int replication, const double* values, int count, const char* keys), {
    Module["onItem"](contender, replication, HEAPF64.slice(values >> 3, (values >> 3) + count),
                     keys ? UTF8ToString(keys) : null);
});

namespace aforo::page {

namespace {

namespace json = boost::json;
using core::Lang;
using scenario::Scenario;

// A wasm module has at most 4 GB; what is not simulated in half of that is for the desktop.
constexpr double most_bytes = 2e9;

Items items;

// What is wrong with the request's scenarios, as the answer.
struct Refused {
    core::Diagnostics diagnostics;
};

Lang lang_of(const json::object& asked) {
    const auto* lang = asked.if_contains("lang");
    return lang && lang->as_string() == "en" ? Lang::en : Lang::es;
}

std::string text_of(const json::object& from, const char* key) { return std::string(from.at(key).as_string()); }

int number_of(const json::object& from, const char* key, int otherwise) {
    const auto* value = from.if_contains(key);
    return value ? value->to_number<int>() : otherwise;
}

json::array told(const core::Diagnostics& diagnostics, Lang lang) {
    json::array all;
    for (const auto& d : diagnostics) {
        all.push_back(json::object{{"file", d.place.file},
                                   {"line", d.place.line},
                                   {"column", d.place.column},
                                   {"path", d.path},
                                   {"what", d.what},
                                   {"hint", d.hint},
                                   {"is_warning", d.severity == core::Severity::warning},
                                   {"text", core::to_string(d, lang)}});
    }
    return all;
}

Scenario read(const std::string& file, Lang lang) {
    auto result = scenario::read(file, lang);
    if (!result.scenario) throw Refused{std::move(result.diagnostics)};
    return std::move(*result.scenario);
}

std::vector<Scenario> read_all(const json::object& asked) {
    std::vector<Scenario> all;
    for (const auto& file : asked.at("files").as_array())
        all.push_back(read(std::string(file.as_string()), lang_of(asked)));
    return all;
}

// Names, warnings, and what simulating it takes.
json::object about(const Scenario& s, Lang lang) {
    const auto needs = experiment::needs_of(s, s.experiment.replications);
    core::Diagnostics warnings;
    for (const auto& w : s.warnings) warnings.push_back(scenario::told(w, lang));
    json::array bases;
    for (const auto& base : s.compare_with) bases.push_back(json::string(base.base));
    return {{"name", s.name},
            {"description", s.description},
            {"digest", scenario::digest(s)},
            {"seed", s.experiment.seed},
            {"replications", s.experiment.replications},
            {"seconds", needs.seconds},
            {"fits", needs.bytes(1) < most_bytes},
            {"compare_with", bases},
            {"warnings", told(warnings, lang)}};
}

std::string check(const json::object& asked) {
    return json::serialize(about(read(text_of(asked, "file"), lang_of(asked)), lang_of(asked)));
}

const char* name_of(scenario::Type::Kind kind) {
    using K = scenario::Type::Kind;
    static const std::map<K, const char*> names = {
        {K::flag, "flag"},         {K::text, "text"},   {K::number, "number"},
        {K::integer, "integer"},   {K::money, "money"}, {K::uf, "uf"},
        {K::duration, "duration"}, {K::word, "word"},   {K::date, "date"}};
    const auto found = names.find(kind);
    return found == names.end() ? "other" : found->second;
}

// What may be written as the value of a key: its kind, bounds and words, those of the alternatives of a type together.
void describe(const scenario::Type& type, json::object& to) {
    if (type.kind == scenario::Type::Kind::either) {
        for (const auto& one : type.of) describe(one, to);
        return;
    }
    if (!to.contains("kind")) to["kind"] = name_of(type.kind);
    if (type.is_number() && !type.low_text.empty()) to["low"] = type.low_text;
    if (type.is_number() && !type.high_text.empty()) to["high"] = type.high_text;
    if (type.is_whole || type.kind == scenario::Type::Kind::integer) to["is_whole"] = true;
    for (const auto& word : type.words) {
        if (!to.contains("words")) to["words"] = json::array{};
        to["words"].as_array().push_back(json::string(word));
    }
}

json::object lever(const Scenario& s, const scenario::Key& language, const std::string& path, const std::string& value,
                   Lang lang) {
    json::object made = {{"path", path}, {"value", value}, {"name", scenario::name_of(path, s, lang)}, {"meaning", ""}};
    if (const auto* key = scenario::find(language, path)) {
        made["meaning"] = std::string(key->meaning.in(lang));
        describe(key->type, made);
    }
    return made;
}

// All keys that can be moved, by section, in the order of the language, which is that of an enterprise's way.
std::string levers(const json::object& asked) {
    const Lang lang = lang_of(asked);
    const Scenario s = read(text_of(asked, "file"), lang);
    const scenario::Key language = scenario::language();
    json::array sections, all;
    for (const auto& key : language.type.keys) {
        sections.push_back(json::object{{"key", key.key},
                                        {"name", std::string(key.name.in(lang))},
                                        {"meaning", std::string(key.meaning.in(lang))}});
    }
    for (const auto& n : scenario::numbers(s)) {
        json::object one = lever(s, language, n.path, n.value, lang);
        const auto source = s.sources.find(n.provenance.source);
        one["source"] = source == s.sources.end() ? n.provenance.source : source->second.title;
        one["note"] = n.provenance.note;
        if (n.provenance.range) one["range"] = json::array{n.provenance.range->low_text, n.provenance.range->high_text};
        all.push_back(std::move(one));
    }
    for (const auto& rule : scenario::rules(s)) all.push_back(lever(s, language, rule.path, rule.to, lang));
    return json::serialize(json::object{{"sections", sections}, {"levers", all}});
}

// The base with some keys set, as a file that extends the base's.
std::string delta(const json::object& asked) {
    const Lang lang = lang_of(asked);
    const Scenario base = read(text_of(asked, "file"), lang);
    std::vector<scenario::Setting> settings;
    for (const auto& s : asked.at("settings").as_array())
        settings.push_back({text_of(s.as_object(), "path"), text_of(s.as_object(), "value")});
    auto set = scenario::with(base, settings, text_of(asked, "origin"), lang);
    if (!set.scenario) throw Refused{std::move(set.diagnostics)};
    Scenario& whole = *set.scenario;
    whole.name = text_of(asked, "name");
    whole.description = text_of(asked, "description");
    std::vector<std::string> paths;
    json::array changes;
    for (const auto& c : scenario::changes(base, whole)) {
        paths.push_back(c.path);
        changes.push_back(json::object{
            {"path", c.path}, {"name", scenario::name_of(c.path, whole, lang)}, {"from", c.from}, {"to", c.to}});
    }
    return json::serialize(
        json::object{{"yaml", scenario::delta_of(whole, text_of(asked, "extends"), paths)}, {"changes", changes}});
}

experiment::Options options_of(const json::object& asked) {
    experiment::Options options;
    options.seed = asked.at("seed").to_number<std::uint64_t>();
    options.replications = number_of(asked, "replications", 1);
    options.threads = 1;
    options.archive = &items;
    return options;
}

bool is_run(const json::object& asked) { return text_of(asked, "command") == "run"; }

// A share of a study: as many replications as asked, from `first`, each `step` after the other. All items are handed
// over as they end, so what comes of the study here is of no use.
std::string simulate(const json::object& asked) {
    const auto scenarios = read_all(asked);
    experiment::Options options = options_of(asked);
    options.first = number_of(asked, "first", 0);
    options.step = number_of(asked, "step", 1);
    options.keeps_everything = true;
    items.forget();
    items.tell([&](std::size_t contender, int replication, const auto* keys, std::span<const double> values) {
        const std::string text = keys ? page::text_of(*keys) : "";
        hand_over(static_cast<int>(contender), options.first + options.step * replication, values.data(),
                  static_cast<int>(values.size()), keys ? text.c_str() : nullptr);
    });
    if (is_run(asked)) {
        (void)experiment::run(scenarios.front(), options);
    } else {
        (void)experiment::compare(scenarios, options);
    }
    items.tell({});
    return "{}";
}

std::string forget(const json::object&) {
    items.forget();
    return "{}";
}

std::string keys(const json::object& asked) {
    items.set_keys(static_cast<std::size_t>(number_of(asked, "contender", 0)), keys_of(text_of(asked, "keys")));
    return "{}";
}

// A study whose items are all here.
struct Told {
    std::optional<experiment::Outcome> run;
    std::optional<results::Comparison> comparison;

    [[nodiscard]] std::string results() const {
        return run ? render::results_json(run->run) : render::comparison_json(*comparison);
    }
};

Told told_of(const json::object& asked) {
    const auto scenarios = read_all(asked);
    const experiment::Options options = options_of(asked);
    Told made;
    items.begin_with(static_cast<std::size_t>(number_of(asked, "contender", 0)));
    if (is_run(asked)) {
        made.run = experiment::run(scenarios.front(), options);
        made.run->run.version = core::version;
    } else {
        made.comparison = std::move(experiment::compare(scenarios, options).comparison);
        made.comparison->base.version = core::version;
    }
    items.begin_with(0);
    return made;
}

std::string command_of(const json::object& asked) {
    std::string line = "aforo " + text_of(asked, "command");
    for (const auto& file : asked.at("files").as_array()) line += " " + std::string(file.as_string());
    return line + fmt::format(" --seed {} --replications {}", asked.at("seed").to_number<std::uint64_t>(),
                              number_of(asked, "replications", 1));
}

// The report as a page, and the digest of results.json. The first screen alone while there is more to come.
std::string tell(const json::object& asked) {
    const Told made = told_of(asked);
    const results::Run& run = made.run ? made.run->run : made.comparison->base;
    const std::string digest = core::sha256_hex(made.results());
    results::Manifest manifest;
    manifest.version = core::version;
    manifest.scenario = run.scenario;
    manifest.scenario_file = std::string(asked.at("files").as_array().front().as_string());
    manifest.scenario_digest = run.digest;
    manifest.seed = run.seed;
    manifest.replications = run.replications;
    manifest.results_digest = digest;
    manifest.command = command_of(asked);
    manifest.about = run.about;
    document::Document document = made.run ? told::run(made.run->run, made.run->samples, manifest, lang_of(asked))
                                           : told::comparison(*made.comparison, lang_of(asked), nullptr, manifest);
    if (number_of(asked, "first_screen", 0) != 0) document.sections.clear();
    return json::serialize(
        json::object{{"html", render::page(document)}, {"digest", digest}, {"replications", run.replications}});
}

std::string results(const json::object& asked) { return told_of(asked).results(); }

std::string csv(const json::object& asked) {
    const Told made = told_of(asked);
    return made.run ? render::resultados_csv(made.run->run) : made.results();
}

// A report that says nothing: who makes the page takes from it what every report embeds.
std::string blank(const json::object&) { return render::page({}); }

std::string answer(const std::string& request) {
    static const std::map<std::string, std::string (*)(const json::object&), std::less<>> answers = {
        {"check", check}, {"levers", levers}, {"delta", delta},     {"simulate", simulate}, {"forget", forget},
        {"keys", keys},   {"tell", tell},     {"results", results}, {"csv", csv},           {"blank", blank}};
    const json::object asked = json::parse(request).as_object();
    try {
        return answers.at(text_of(asked, "ask"))(asked);
    } catch (const Refused& refused) {
        return json::serialize(json::object{{"errors", told(refused.diagnostics, lang_of(asked))}});
    } catch (const std::exception& e) {
        return json::serialize(json::object{{"failed", e.what()}});
    }
}

}  // namespace

extern "C" {

// The answer is valid until the next question.
EMSCRIPTEN_KEEPALIVE const char* ask(const char* request) {
    static std::string said;
    said = answer(request);
    return said.c_str();
}

// Where to write the values of an item that another engine has simulated.
EMSCRIPTEN_KEEPALIVE double* room(int contender, int replication, int count) {
    return items.room(static_cast<std::size_t>(contender), replication, static_cast<std::size_t>(count)).data();
}
}

}  // namespace aforo::page
