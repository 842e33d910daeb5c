// Checks the section `calibration` against the scenario and the existing measures, and reports all errors at once.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "aforo/experiment/calibrate.hpp"
#include "aforo/measure/counts.hpp"
#include "aforo/results/components.hpp"
#include "aforo/scenario/language.hpp"

namespace aforo::experiment {

namespace {

using Figure = CalibrationProblem::Figure;
using results::Level;
using scenario::Message;
using scenario::Scenario;
using scenario::Target;

// Nothing is simulated after the year of the figures, but these measures need to know when its requests were served.
bool looks_beyond_its_year(std::string_view measure) {
    return measure == "offer_days_median" || measure.starts_with("offered_within_");
}

const results::Column* column_of(const std::string& measure) {
    const auto& all = measure::catalogue();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.name == measure; });
    return found == all.end() ? nullptr : &*found;
}

// The level of an id. No two levels share an id.
std::optional<Level> level_of(const Scenario& s, const std::string& id) {
    if (id.empty()) return Level::programme;
    if (results::find_component(id) != nullptr) return Level::component;
    if (s.network.regions.contains(id)) return Level::region;
    const auto& groups = measure::group_names;
    if (std::find(groups.begin(), groups.end(), id) != groups.end()) return Level::group;
    int number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    const bool is_whole = error == std::errc() && end == id.data() + id.size();
    if (is_whole && (s.network.centres.contains(number) || s.network.satellites.contains(number))) return Level::office;
    return std::nullopt;
}

// Half a unit of the last digit that a figure prints: 0,5 for 60.000, half a point for 30 %. Shares are printed at
// least in whole percents.
double half_a_unit(const std::string& text, bool is_share) {
    const auto point = text.find('.');
    int decimals = 0;
    if (point != std::string::npos) {
        const auto end = text.find_first_not_of("0123456789", point + 1);
        decimals = static_cast<int>((end == std::string::npos ? text.size() : end) - point - 1);
    }
    return 0.5 * std::pow(10, -(is_share ? std::max(decimals, 2) : decimals));
}

class ProblemReader {
public:
    ProblemReader(const Scenario& s, const std::string& file, core::Lang lang) : s_(s), file_(file), lang_(lang) {}

    CalibrationProblemResult read() {
        CalibrationProblem problem{.scenario = s_, .year = s_.horizon.first_year};
        if (s_.calibration.free.empty()) {
            complain("calibration.free", {"no dice qué claves se ajustan", "does not say which keys are fitted"},
                     {"escriba calibration: {free: [demand.arrivals], targets: …} (docs/calibracion.md)",
                      "write calibration: {free: [demand.arrivals], targets: …} (docs/calibracion.md)"});
        }
        read_keys(problem);
        for (const bool is_tied : {false, true}) {
            for (const auto& [name, target] : s_.calibration.targets) {
                if (target.tied.empty() == is_tied) continue;
                if (auto f = read_figure(name, target)) problem.figures.push_back(std::move(*f));
            }
            if (!is_tied) problem.aims = problem.figures.size();
        }
        if (problem.aims == 0 && complaints_.empty()) {
            complain("calibration.targets", {"no dice a qué cifras", "does not say to which figures"},
                     {"escriba al menos una meta que no esté atada a otra", "write a target that is tied to no other"});
        }
        for (std::size_t i = problem.aims; i < problem.figures.size(); ++i) tie(problem, problem.figures[i]);
        CalibrationProblemResult result{std::nullopt, placed_complaints()};
        if (result.diagnostics.empty()) result.problem = std::move(problem);
        return result;
    }

private:
    struct Complaint {
        std::string path;
        Message what, hint;
    };
    void complain(const std::string& path, Message what, Message hint = {}) {
        complaints_.push_back({path, std::move(what), std::move(hint)});
    }
    core::Diagnostics placed_complaints() const {
        std::vector<std::string> paths;
        for (const auto& c : complaints_) paths.push_back(c.path);
        core::Diagnostics all;
        if (paths.empty()) return all;
        const auto places = scenario::places_of(file_, paths);
        const auto in = [&](const Message& m) { return lang_ == core::Lang::es ? m.es : m.en; };
        for (std::size_t i = 0; i < complaints_.size(); ++i) {
            const auto& c = complaints_[i];
            all.push_back({places[i], c.path, in(c.what), in(c.hint)});
        }
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
        return all;
    }

    void read_keys(CalibrationProblem& problem) {
        const auto numbers = scenario::numbers(s_);
        const scenario::Key language = scenario::language();
        std::set<std::string> seen;
        for (std::size_t i = 0; i < s_.calibration.free.size(); ++i) {
            const std::string& path = s_.calibration.free[i];
            const std::string at = fmt::format("calibration.free[{}]", i);
            const auto number =
                std::find_if(numbers.begin(), numbers.end(), [&](const auto& n) { return n.path == path; });
            const auto now = number == numbers.end() ? std::nullopt : scenario::Quantity::of(number->value);
            const auto* key = scenario::find(language, path);
            if (!now) {
                complain(at,
                         {fmt::format("{} no es un número del escenario", path),
                          fmt::format("{} is no number of the scenario", path)},
                         {"vea las claves con aforo facts", "see its keys with aforo facts"});
            } else if (!seen.insert(path).second) {
                complain(at, {fmt::format("{} está dos veces", path), fmt::format("{} is there twice", path)},
                         {"quite una", "remove one"});
            } else if (key && key->type.kind == scenario::Type::Kind::integer) {
                complain(at,
                         {fmt::format("{} es un número entero: no se puede ajustar", path),
                          fmt::format("{} is a whole number: it cannot be fitted", path)},
                         {"elija una clave que tome cualquier valor", "choose a key that takes any value"});
            } else if (!number->provenance.range || number->provenance.range->low >= number->provenance.range->high) {
                complain(at,
                         {fmt::format("{} no tiene entre qué moverse", path),
                          fmt::format("{} has nothing to move between", path)},
                         {fmt::format("dele un rango, que son sus límites: {{value: {}, range: [mínimo, máximo]}}",
                                      number->value),
                          fmt::format("give it a range, which bounds it: {{value: {}, range: [least, greatest]}}",
                                      number->value)});
            } else {
                problem.keys.push_back({path, *now, *number->provenance.range});
            }
        }
    }

    std::optional<Figure> read_figure(const std::string& name, const Target& t) {
        const std::string at = "calibration.targets." + name;
        Figure f{.name = name,
                 .measure = t.measure,
                 .id = t.id,
                 .definition = t.definition,
                 .tied = t.tied,
                 .among = t.among,
                 .below = t.below};
        const std::size_t before = complaints_.size();
        read_measure(at, t, f);
        read_year(at, t);
        read_value(at, t, f);
        if (t.below != 0 && t.below < 2) {
            complain(at + ".below",
                     {"a menos de dos desviaciones estándar se pasa la cifra demasiado a menudo",
                      "at less than two standard deviations the figure is passed too often"},
                     {"escriba 3", "write 3"});
        }
        if (complaints_.size() != before) return std::nullopt;
        return f;
    }

    void read_measure(const std::string& at, const Target& t, Figure& f) {
        const results::Column* column = column_of(t.measure);
        if (!column) {
            std::vector<std::string> all;
            for (const auto& c : measure::catalogue()) all.push_back(c.name);
            const std::string near = core::nearest(t.measure, all);
            complain(at + ".measure", {"no hay tal medida", "there is no such measure"},
                     near.empty()
                         ? Message{"vea docs/medidas.md", "see docs/medidas.md"}
                         : Message{fmt::format("¿quiso decir {}?", near), fmt::format("did you mean {}?", near)});
            return;
        }
        if (looks_beyond_its_year(t.measure)) {
            complain(at + ".measure", {"mira más allá de su año", "it looks beyond its year"},
                     {"elija una medida que el año deje resuelta", "choose a measure that its year settles"});
            return;
        }
        const auto level = level_of(s_, t.id);
        if (!level || !column->levels.has(*level)) {
            complain(at + ".id", {"esa medida no es de eso", "that measure is not of that"},
                     {"docs/medidas.md dice de qué es cada una", "docs/medidas.md says what each is of"});
            return;
        }
        f.level = *level;
        const bool is_in = std::find(t.among.begin(), t.among.end(), t.id) != t.among.end();
        const bool is_good =
            std::all_of(t.among.begin(), t.among.end(), [&](const auto& id) { return level_of(s_, id) == *level; });
        if (!t.among.empty() && (!is_in || !is_good)) {
            complain(at + ".among", {"no son partes de un todo con id", "these are no parts of a whole with id"},
                     {"nombre id y las demás partes: {id: band=high, among: [band=medium, band=high]}",
                      "name id and the other parts: {id: band=high, among: [band=medium, band=high]}"});
        }
    }

    // Figures planned for later years are only compared with the simulation, never fitted.
    void read_year(const std::string& at, const Target& t) {
        const int first = s_.horizon.first_year;
        int planned = t.year == 0 ? first : t.year;
        std::string path = at + ".year";
        const auto dot = t.figure.rfind('.');
        if (t.figure.starts_with("plan.") && dot != std::string::npos) {
            int year = 0;
            const char* end = t.figure.data() + t.figure.size();
            const auto read = std::from_chars(t.figure.data() + dot + 1, end, year);
            if (read.ec == std::errc() && read.ptr == end && year != first) planned = year, path = at + ".figure";
        }
        if (planned == first) return;
        complain(path,
                 {fmt::format("lo planificado para {} no es una cifra que se haya dado", planned),
                  fmt::format("what is planned for {} is no figure that has come about", planned)},
                 {fmt::format("se ajusta al primer año, {}; con los demás se compara", first),
                  fmt::format("it is fitted to the first year, {}; the others are compared with", first)});
    }

    void read_value(const std::string& at, const Target& t, Figure& f) {
        std::string text = t.figure;
        if (t.figure.starts_with("plan.")) {
            const auto value = scenario::value_at(s_, t.figure);
            f.source = t.figure;
            text = value.value_or("");
            if (!value) {
                complain(
                    at + ".figure", {"el escenario no dice esa cifra", "the scenario does not say that figure"},
                    {"véalas con aforo check --resolved, en plan", "see them with aforo check --resolved, in plan"});
                return;
            }
        }
        const auto quantity = scenario::Quantity::of(text);
        const bool is_money = quantity && quantity->kind == scenario::Quantity::Kind::money;
        if (!quantity || (quantity->kind != scenario::Quantity::Kind::number && !is_money)) {
            complain(at + ".figure", {"no es una cifra ni la clave de una", "is no figure, nor the key of one"},
                     {"escriba plan.attention.production, 60000, 0.30 o 2101068 M$",
                      "write plan.attention.production, 60000, 0.30 or 2101068 M$"});
            return;
        }
        const results::Column* column = column_of(t.measure);
        const bool is_share = column && (column->shape.is_percent() || !t.among.empty());
        f.value = is_money ? quantity->amount / 1000 : quantity->amount;
        f.tolerance = std::max(t.tolerance, half_a_unit(text, is_share));
    }

    // A tied figure has the tolerance of the figure that it follows from, in proportion.
    void tie(const CalibrationProblem& problem, Figure& f) {
        const auto end = problem.figures.begin() + static_cast<std::ptrdiff_t>(problem.aims);
        const auto root = std::find_if(problem.figures.begin(), end, [&](const Figure& a) { return a.name == f.tied; });
        if (root == end) {
            complain(fmt::format("calibration.targets.{}.tied", f.name),
                     {fmt::format("«{}» no es una meta por sí misma", f.tied),
                      fmt::format("'{}' is no target by itself", f.tied)},
                     {"nombre una de targets que no esté atada", "name one of targets that is not tied"});
        } else if (root->value != 0) {
            f.tolerance = std::max(f.tolerance, std::abs(f.value / root->value) * root->tolerance);
        }
    }

    const Scenario& s_;
    const std::string& file_;
    core::Lang lang_;
    std::vector<Complaint> complaints_;
};

}  // namespace

CalibrationProblemResult calibration_problem(const Scenario& scenario, const std::string& file, core::Lang lang) {
    return ProblemReader(scenario, file, lang).read();
}

std::vector<Unknown> CalibrationProblem::unknowns() const {
    std::vector<Unknown> all;
    for (const Key& k : keys) all.push_back({k.now.amount, k.range.low, k.range.high});
    return all;
}

std::vector<Aim> CalibrationProblem::goals() const {
    std::vector<Aim> all;
    for (std::size_t i = 0; i < aims; ++i)
        all.push_back({figures[i].value, figures[i].tolerance, figures[i].below, {}});
    return all;
}

}  // namespace aforo::experiment
