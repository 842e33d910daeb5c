#include "asked.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "aforo/core/contracts.hpp"
#include "aforo/core/sha256.hpp"
#include "aforo/core/temporary_folder.hpp"
#include "aforo/core/version.hpp"
#include "aforo/scenario/prices.hpp"
#include "aforo/store/input.hpp"
#include "commands.hpp"
#include "engine.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

namespace fs = std::filesystem;

store::MeasureKey stored(const measure::Key& k) {
    return {measure::catalogue()[static_cast<std::size_t>(k.column)].name, k.year, k.month, k.level, k.id};
}

scenario::Warning warning_of(const store::StudyWarning& w) {
    return {.kind = w.kind,
            .place = {w.file, w.line, w.column},
            .path = w.path,
            .what = {w.what.es, w.what.en},
            .hint = {w.hint.es, w.hint.en},
            .places = w.places};
}

store::StudyWarning stored(const scenario::Warning& w) {
    return {w.kind, w.place.file,           w.place.line,           w.place.column,
            w.path, {w.what.es, w.what.en}, {w.hint.es, w.hint.en}, w.places};
}

constexpr const char *source_file_fact = "source file", *source_text_fact = "source text";

template <class T>
T number_of(const store::StudyFile::Header& header, const char* fact, const fs::path& file) {
    T value{};
    const auto found = header.facts.find(fact);
    const std::string text = found == header.facts.end() ? "" : found->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        throw core::WrongFile(fmt::format("{}: no dice {}", file.string(), fact),
                              fmt::format("{}: does not say {}", file.string(), fact));
    }
    return value;
}

std::string axis_name(std::size_t i) { return fmt::format("axis {:03}", i); }
// The name of the fact for a key that moves in step with that axis.
std::string axis_name(std::size_t i, std::size_t other) { return fmt::format("axis {:03} also {:03}", i, other); }

std::string option_name(std::size_t i) { return fmt::format("option {:03}", i); }

std::string axis_text(const scenario::Variation& axis) {
    return fmt::format("{}\n{}", axis.path, fmt::join(axis.values, "\n"));
}

scenario::Variation axis_of(std::string_view text) {
    scenario::Variation axis;
    for (bool is_path = true; !text.empty(); is_path = false) {
        const std::string line(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (is_path) {
            axis.path = line;
        } else {
            axis.values.push_back(line);
        }
    }
    return axis;
}

}  // namespace

bool OwnOptions::has(std::string_view name) const {
    return std::any_of(given.begin(), given.end(), [&](const Given& g) { return g.name == name; });
}

std::string OwnOptions::text(std::string_view name, std::string_view otherwise) const {
    const auto all = texts(name);
    return all.empty() ? std::string(otherwise) : all.front();
}

std::vector<std::string> OwnOptions::texts(std::string_view name) const {
    std::vector<std::string> all;
    for (const Given& g : given) {
        if (g.name == name) all.push_back(g.value);
    }
    return all;
}

namespace {

template <class T>
T value_of(const OwnOptions& own, std::string_view name, T least, T most, T otherwise) {
    if (!own.has(name)) return otherwise;
    const std::string text = own.text(name, "");
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || !(value >= least && value <= most))
        throw core::WrongFile(fmt::format("{} {}: no puede ser", name, text),
                              fmt::format("{} {}: cannot be", name, text));
    return value;
}

}  // namespace

std::int64_t OwnOptions::number(std::string_view name, std::int64_t least, std::int64_t most,
                                std::int64_t otherwise) const {
    return value_of(*this, name, least, most, otherwise);
}

double OwnOptions::real(std::string_view name, double least, double most, double otherwise) const {
    return value_of(*this, name, least, most, otherwise);
}

const std::string& program_digest() {
    static const std::string digest = engine;
    return digest;
}

core::Pesos prices_of(const Asked& asked) {
    const scenario::Scenario& first = asked.scenarios.front();
    if (!asked.prices) return scenario::own_pesos(first);
    return asked.prices->is_said() ? *asked.prices
                                   : core::Pesos{core::Pesos::Kind::of_year, scenario::price_index(first).of};
}

void demand_prices(const Asked& asked, core::Lang lang) {
    const core::Pesos pesos = prices_of(asked);
    const std::string whose = asked.prices ? "--prices " + core::text_of(*asked.prices) : "prices";
    const auto refuse = [&](const std::string& file, const std::string& why, const std::string& hint) {
        print_err("aforo: {}: {}: {}\n  {}\n", core::escaped(whose), core::escaped(file), core::escaped(why),
                  core::escaped(hint));
        throw WrongInput{};
    };
    const auto base = scenario::price_index(asked.scenarios.front());
    for (std::size_t i = 0; i < asked.scenarios.size(); ++i) {
        const auto& s = asked.scenarios[i];
        if (const auto trouble = scenario::trouble_with(pesos, s))
            refuse(asked.files[i], std::string(core::in(lang, trouble->es, trouble->en)),
                   std::string(core::in(lang, trouble->hint_es, trouble->hint_en)));
        // Pesos of a year are the same where both indices say the same of how much one of the base's is worth in it.
        const auto index = scenario::price_index(s);
        const double here = core::compounded(index.factors, base.of, pesos.year),
                     there = core::compounded(base.factors, base.of, pesos.year);
        if (pesos.kind != core::Pesos::Kind::of_year || std::abs(here / there - 1) < 1e-12) continue;
        refuse(asked.files[i],
               fmt::format(fmt::runtime(core::in(lang, "su funding.index no es el de {}: un peso de {} no es el mismo",
                                                 "its funding.index is not that of {}: a peso of {} is not the same")),
                           asked.files.front(), pesos.year),
               fmt::format(fmt::runtime(core::in(lang, "con --prices {} sí se pueden comparar, o con --prices nominal",
                                                 "they can be compared with --prices {}, or with --prices nominal")),
                           base.of));
    }
}

std::string command_line(const Asked& asked, int replications) {
    std::string line = "aforo " + asked.command;
    if (asked.source) line += " " + shell_word(asked.source->file);
    for (const auto& file : asked.source ? std::vector<std::string>{} : asked.files) line += " " + shell_word(file);
    for (const auto& axis : asked.axes) {
        std::string varied = fmt::format("{}={}", axis.path, fmt::join(axis.values, ","));
        for (const auto& other : axis.also) varied += fmt::format(";{}={}", other.path, fmt::join(other.values, ","));
        line += " --vary " + shell_word(varied);
    }
    if (prices_of(asked) != scenario::own_pesos(asked.scenarios.front()))
        line += " --prices " + core::text_of(prices_of(asked));
    if (asked.held_out) line += " --held-out";
    // A file of answers says how many itself, so none is said too.
    if (asked.worlds > 0 || asked.source) line += fmt::format(" --worlds {}", asked.worlds);
    for (const auto& [name, value] : asked.own.given)
        line += " " + name + (value.empty() ? "" : " " + shell_word(value));
    return line + fmt::format(" --seed {} --replications {}", asked.seed, replications);
}

store::StudyFile::Header header_of(const Asked& asked) {
    store::StudyFile::Header header;
    header.facts = {{"command", asked.command},
                    {"version", core::version},
                    {"program", program_digest()},
                    {"seed", std::to_string(asked.seed)},
                    {"replications", std::to_string(asked.replications)}};
    if (asked.precision) header.facts["precision"] = fmt::format("{}", *asked.precision);
    if (asked.prices) header.facts[prices_fact] = core::text_of(*asked.prices);
    if (asked.source) {
        header.facts[source_file_fact] = asked.source->file;
        header.facts[source_text_fact] = asked.source->text;
    }
    if (asked.held_out) header.facts["held out"] = "1";
    if (asked.worlds > 0) header.facts["worlds"] = std::to_string(asked.worlds);
    for (std::size_t i = 0; i < asked.own.given.size(); ++i)
        header.facts[option_name(i)] = asked.own.given[i].name + "\n" + asked.own.given[i].value;
    for (std::size_t i = 0; i < asked.axes.size(); ++i) {
        const auto& axis = asked.axes[i];
        header.facts[axis_name(i)] = axis_text(axis);
        for (std::size_t o = 0; o < axis.also.size(); ++o) header.facts[axis_name(i, o)] = axis_text(axis.also[o]);
    }
    for (std::size_t i = 0; i < asked.scenarios.size(); ++i) {
        const scenario::Scenario& s = asked.scenarios[i];
        auto [text, digest] = scenario::written(s);
        header.inputs.push_back({asked.files[i], std::move(digest), std::move(text)});
        for (const auto& w : s.warnings) header.inputs.back().warnings.push_back(stored(w));
    }
    // What a scenario is fitted to is no part of its digest.
    if (asked.command == "calibrate" || asked.worlds > 0 || asked.own.has("--worlds"))
        header.facts["calibration"] = core::sha256_hex(header.inputs.front().scenario);
    return header;
}

Asked asked_of(const store::StudyFile::Header& header, const fs::path& file) {
    const auto wrong = [&](const std::string& es, const std::string& en) {
        throw core::WrongFile(fmt::format("{}: {}", file.string(), es), fmt::format("{}: {}", file.string(), en));
    };
    Asked asked;
    const auto command = header.facts.find("command");
    asked.command = command == header.facts.end() ? "" : command->second;
    asked.seed = number_of<std::uint64_t>(header, "seed", file);
    asked.replications = number_of<int>(header, "replications", file);
    if (asked.replications < 1 || asked.replications > 1'000'000)
        wrong("réplicas que no pueden ser", "no such number of replications");
    if (header.facts.contains("precision")) asked.precision = number_of<double>(header, "precision", file);
    if (const auto fact = header.facts.find(prices_fact); fact != header.facts.end()) {
        asked.prices = core::pesos_of(fact->second);
        if (!asked.prices) wrong("pesos que no pueden ser", "no such pesos");
    }
    if (header.facts.contains(source_file_fact) && header.facts.contains(source_text_fact))
        asked.source = {header.facts.at(source_file_fact), header.facts.at(source_text_fact)};
    asked.held_out = header.facts.contains("held out");
    if (header.facts.contains("worlds")) asked.worlds = number_of<int>(header, "worlds", file);
    if (asked.worlds < 0 || asked.worlds > 4096) wrong("mundos que no pueden ser", "no such number of worlds");
    for (std::size_t i = 0; header.facts.contains(option_name(i)); ++i) {
        const std::string& fact = header.facts.at(option_name(i));
        const auto end = std::min(fact.find('\n'), fact.size());
        std::string name = fact.substr(0, end);
        const bool is_plain = name.starts_with("--") && std::all_of(name.begin(), name.end(), [](char c) {
                                  return c == '-' || (c >= 'a' && c <= 'z');
                              });
        if (!is_plain) wrong("una opción que no puede ser", "no such option");
        asked.own.add(std::move(name), fact.substr(std::min(end + 1, fact.size())));
    }
    for (std::size_t i = 0; header.facts.contains(axis_name(i)); ++i) {
        scenario::Variation axis = axis_of(header.facts.at(axis_name(i)));
        if (axis.values.empty()) wrong("un eje sin valores", "an axis without values");
        for (std::size_t o = 0; header.facts.contains(axis_name(i, o)); ++o) {
            axis.also.push_back(axis_of(header.facts.at(axis_name(i, o))));
            if (axis.also.back().values.size() != axis.values.size())
                wrong("claves en el mismo paso con distinto número de valores",
                      "keys in step with different numbers of values");
        }
        asked.axes.push_back(std::move(axis));
    }
    std::size_t points = 1;
    for (const auto& axis : asked.axes) {
        if (axis.values.size() > most_points / points) wrong("demasiadas combinaciones", "too many combinations");
        points *= axis.values.size();
    }
    const core::TemporaryFolder folder;
    for (const auto& input : header.inputs) {
        const fs::path path = folder.write("scenario.yaml", input.scenario);
        auto read = scenario::read(path.string(), core::Lang::en);
        if (!read.scenario || scenario::digest(*read.scenario) != input.digest) {
            wrong(fmt::format("el escenario de {} no es el que dice su huella", input.file),
                  fmt::format("the scenario of {} is not what its digest says", input.file));
        }
        read.scenario->warnings.clear();
        for (const auto& w : input.warnings) read.scenario->warnings.push_back(warning_of(w));
        asked.files.push_back(input.file);
        asked.scenarios.push_back(std::move(*read.scenario));
    }
    const Command* experiment = experiment_of(asked.command);
    const std::size_t n = asked.scenarios.size();
    const bool fits = experiment != nullptr && n >= experiment->least && n <= experiment->most &&
                      (asked.command == "sweep") == !asked.axes.empty();
    if (!fits) wrong("no es un experimento de aforo", "is no experiment of aforo");
    for (const auto& s : asked.scenarios) {
        if (scenario::trouble_with(prices_of(asked), s))
            wrong("pesos que su índice no dice", "pesos that its index does not say");
    }
    return asked;
}

experiment::Archive::Found StudyArchive::open(std::size_t contender, const std::string& digest) {
    auto there = file_.open(contender, digest);
    has_keys_[contender] = !there.keys.empty();
    Found found;
    static const auto columns = [] {
        std::map<std::string, int, std::less<>> all;
        for (std::size_t c = 0; c < measure::catalogue().size(); ++c)
            all.emplace(measure::catalogue()[c].name, static_cast<int>(c));
        return all;
    }();
    for (const auto& k : there.keys) {
        const auto column = columns.find(k.measure);
        if (column == columns.end())
            throw core::WrongFile(fmt::format("{}: esta versión de aforo no tiene esa medida", k.measure),
                                  fmt::format("{}: this version of aforo has no such measure", k.measure));
        found.keys.push_back({column->second, k.year, k.level, k.id, k.month});
    }
    found.values = std::move(there.values);
    for (const auto& v : found.values) found_ += v.empty() ? 0 : 1;
    return found;
}

void StudyArchive::put(std::size_t contender, int replication, const std::vector<measure::Key>& keys,
                       std::span<const double> values) {
    if (!has_keys_[contender]) {
        std::vector<store::MeasureKey> all;
        all.reserve(keys.size());
        for (const auto& k : keys) all.push_back(stored(k));
        file_.put_keys(contender, std::move(all));
        has_keys_[contender] = true;
    }
    file_.put(contender, replication, values);
}

}  // namespace aforo::cli
