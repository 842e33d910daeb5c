#include "aforo/scenario/answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <set>
#include <string_view>
#include <utility>

#include "aforo/core/text.hpp"
#include "report.hpp"
#include "tree.hpp"

namespace aforo::scenario {

namespace {

using Show = AnswerFigure::Show;
using Status = Observation::Status;

constexpr auto statuses = std::to_array<std::pair<std::string_view, Status>>(
    {{"simulated", Status::simulated}, {"by_definition", Status::by_definition}, {"outside", Status::outside}});
// After the year of a figure; none is the value.
constexpr auto shows = std::to_array<std::pair<std::string_view, Show>>({{"", Show::value},
                                                                         {"diferencia", Show::difference},
                                                                         {"por ciento", Show::percent},
                                                                         {"rango", Show::range},
                                                                         {"tamaño", Show::size}});
constexpr const char* base_name = "base";
constexpr const char* goal_name = "goal";
constexpr std::size_t most_observations = 100, longest = 4000;

std::string_view next_word(std::string_view& text) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

std::optional<int> year_of(std::string_view word) {
    int year = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), year);
    const bool is_year = error == std::errc() && end == word.data() + word.size() && word.size() == 4;
    return is_year && year >= 1900 && year <= 2100 ? std::optional(year) : std::nullopt;
}

// 12, 0.5 or 7%.
std::optional<double> number_of(std::string_view word) {
    const bool is_percent = word.ends_with('%');
    if (is_percent) word.remove_suffix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return is_percent ? value / 100 : value;
}

bool is_name(std::string_view word) {
    return !word.empty() && word.size() <= 24 && word.front() >= 'a' && word.front() <= 'z' &&
           std::all_of(word.begin(), word.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
}

// «beneficiaries band=low 2027» and what follows it.
std::optional<AnswerMeasure> measure_of(std::string_view& text) {
    AnswerMeasure m;
    m.measure = next_word(text);
    const std::string_view of = next_word(text);
    auto year = year_of(of);
    std::string_view rest = text;
    if (const auto second = year_of(next_word(rest)); second || !year) {  // an office's id may look like a year
        m.id = of;
        year = second;
        text = rest;
    }
    if (!year || m.measure.empty()) return std::nullopt;
    m.year = *year;
    return m;
}

// Reads one map: takes the keys that it knows, and reports those that are left and those that are missing.
class Group {
public:
    Group(const Node& node, std::string path, Report& report) : node_(node), path_(std::move(path)), report_(report) {
        if (node.kind != Node::Kind::map && !node.refused)
            report.error(node.place, path_, {"se esperaban claves", "keys were expected"});
    }
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;
    ~Group() {
        for (const auto& e : node_.entries) {
            if (std::find(known_.begin(), known_.end(), e.key) != known_.end()) continue;
            const std::string near = core::nearest(e.key, known_);
            std::string all;
            for (const auto& k : known_) all += (all.empty() ? "" : ", ") + k;
            report_.error(e.place, at(e.key), {"clave desconocida", "unknown key"},
                          near.empty()
                              ? Message{"aquí se admiten: " + all, "allowed here: " + all}
                              : Message{fmt::format("¿quiso decir {}?", near), fmt::format("did you mean {}?", near)});
        }
    }

    [[nodiscard]] std::string at(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }
    [[nodiscard]] const core::Place& place() const { return node_.place; }

    [[nodiscard]] const Node* may(const std::string& key) {
        known_.push_back(key);
        const Entry* e = node_.find(key);
        return e == nullptr ? nullptr : &e->value;
    }
    [[nodiscard]] const Node* must(const std::string& key, const Message& what_for) {
        const Node* n = may(key);
        if (n == nullptr && node_.kind == Node::Kind::map)
            report_.error(node_.place, at(key), {"falta esta clave", "this key is missing"}, what_for);
        return n;
    }

private:
    const Node& node_;
    std::string path_;
    Report& report_;
    std::vector<std::string> known_;
};

class AnswersReader {
public:
    AnswersReader(std::string file, Report& report) : file_(std::move(file)), report_(report) {}

    Answers read(const Node& root) {
        Answers a;
        Group g(root, "", report_);
        const Node* version = g.may("aforo");
        if (version == nullptr) {
            report_.error({file_, 1, 1}, "aforo", {"falta la versión del esquema", "the schema's version is missing"},
                          {"empiece el archivo con aforo: 1", "begin the file with aforo: 1"});
        } else if (version->text != "1") {
            report_.error(version->place, "aforo", {"versión de esquema desconocida", "unknown schema version"},
                          {"esta versión lee aforo: 1", "this version reads aforo: 1"});
        }
        both(g.must("title", {"el título del documento, {es: …, en: …}", "the document's title, {es: …, en: …}"}),
             "title", a.title);
        scenario(g.must("base", {"el escenario de la ficha", "the scenario of the sheet"}), "base", a.base);
        if (const Node* n = g.may("restated")) restated(*n, a.restated.emplace());
        if (const Node* n = g.may("experiment")) {
            Group of(*n, "experiment", report_);
            whole(of.may("replications"), "experiment.replications", 2, 1'000'000, a.replications);
            whole(of.may("worlds"), "experiment.worlds", 0, 4096, a.worlds);
        }
        const Node* all = g.must("observations", {"una lista de observaciones", "a list of observations"});
        if (all != nullptr) observations(*all, a);
        return a;
    }

private:
    void restated(const Node& n, RestatedSheet& sheet) {
        Group g(n, "restated", report_);
        scenario(g.must("scenario", {"el escenario con las mejoras", "the scenario with the improvements"}),
                 g.at("scenario"), sheet.scenario);
        if (const Node* m = g.must(
                "method", {"cómo se estima la población potencial", "how the potential population is estimated"})) {
            Group of(*m, g.at("method"), report_);
            text(of.must("original", {"a la letra", "to the letter"}), of.at("original"), sheet.method);
            both(of.must("proposed", {"lo que se propone", "what is proposed"}), of.at("proposed"),
                 sheet.proposed_method);
        }
        const Node* criteria = g.must("criteria", {"los criterios de focalización", "the targeting criteria"});
        if (criteria != nullptr && expect_list(*criteria, g.at("criteria"))) {
            for (const auto& item : criteria->items) {
                auto& c = sheet.criteria.emplace_back();
                Group of(item, g.at("criteria"), report_);
                both(of.must("variable", {"la variable", "the variable"}), of.at("variable"), c.variable);
                text(of.may("original"), of.at("original"), c.original);
                both(of.must("proposed", {"lo que se propone", "what is proposed"}), of.at("proposed"), c.proposed);
            }
        }
        const Node* indicators = g.must("indicators", {"los indicadores de propósito", "the purpose indicators"});
        if (indicators == nullptr || !expect_list(*indicators, g.at("indicators"))) return;
        for (const auto& item : indicators->items) indicator(item, g.at("indicators"), sheet.indicators.emplace_back());
    }

    void indicator(const Node& n, const std::string& path, RestatedSheet::Indicator& i) {
        constexpr std::size_t years = 3;
        Group g(n, path, report_);
        text(g.must("original", {"su nombre, a la letra", "its name, to the letter"}), g.at("original"), i.original);
        text(g.must("formula", {"su fórmula, a la letra", "its formula, to the letter"}), g.at("formula"), i.formula);
        both(g.must("proposed", {"lo que se propone", "what is proposed"}), g.at("proposed"), i.proposed);
        const Node* published =
            g.must("published", {"sus tres valores: [99%, 99%, 99%]", "its three values: [99%, 99%, 99%]"});
        if (published != nullptr && expect_list(*published, g.at("published"))) {
            for (const auto& item : published->items) text(&item, g.at("published"), i.published.emplace_back());
            if (published->items.size() != years)
                report_.error(published->place, g.at("published"), {"son tres valores", "these are three values"},
                              {"los de 2022, 2023 y 2024", "those of 2022, 2023 and 2024"});
        }
        Observation figure;
        const Node* measured =
            g.must("measure", {"la medida y el año: survival_t2 2024", "the measure and year: survival_t2 2024"});
        if (measured != nullptr) measure(*measured, g.at("measure"), figure);
        if (!figure.measures.empty()) i.measure = figure.measures.front();
    }

    void observations(const Node& all, Answers& a) {
        if (!expect_list(all, "observations")) return;
        if (all.items.empty() || all.items.size() > most_observations)
            report_.error(all.place, "observations",
                          {"tiene que haber de 1 a 100 observaciones", "there must be 1 to 100 observations"});
        std::set<std::string> ids;
        for (std::size_t i = 0; i < std::min(all.items.size(), most_observations); ++i) {
            a.observations.push_back(observation(all.items[i], fmt::format("observations[{}]", i)));
            const Observation& o = a.observations.back();
            if (!o.id.empty() && !ids.insert(o.id).second)
                report_.error(o.place, fmt::format("observations[{}].id", i),
                              {fmt::format("«{}» ya es otra observación", o.id),
                               fmt::format("'{}' is another observation already", o.id)},
                              {"dé a cada una un id propio", "give each an id of its own"});
        }
    }

    Observation observation(const Node& n, const std::string& path) {
        Observation o;
        o.place = n.place;
        Group g(n, path, report_);
        if (const Node* id = g.must("id", {"un nombre corto: a, b, f", "a short name: a, b, f"});
            text(id, g.at("id"), o.id) && !is_name(o.id))
            report_.error(
                id->place, g.at("id"), {"no es un nombre", "is no name"},
                {"minúsculas, dígitos y guiones, a lo más 24", "lower-case letters, digits and hyphens, at most 24"});
        both(g.must("pillar", {"el pilar que se evalúa", "the pillar that is reviewed"}), g.at("pillar"), o.pillar);
        text(g.must("quote", {"la observación, a la letra", "the observation, to the letter"}), g.at("quote"), o.quote);
        both(g.must("asked", {"qué pide la observación", "what the observation asks for"}), g.at("asked"), o.asked);
        status(g.must("status", {"simulated, by_definition u outside", "simulated, by_definition or outside"}),
               g.at("status"), o.status);
        const bool has_reason = o.status != Status::simulated;
        const Node* reason =
            has_reason ? g.must("reason", {"por qué no se simula", "why it is not simulated"}) : g.may("reason");
        both(reason, g.at("reason"), o.reason);
        scenario(g.may("base"), g.at("base"), o.base);
        if (const Node* all = g.may("alternatives")) alternatives(*all, g.at("alternatives"), o);
        if (const Node* goal = g.may("goal")) read_goal(*goal, g.at("goal"), o.goal.emplace());
        if (const Node* rank = g.may("rank")) read_rank(*rank, g.at("rank"), o.rank.emplace());
        text(g.may("fails"), g.at("fails"), o.fails);
        const Node* measures = g.may("measures");
        if (measures != nullptr && expect_list(*measures, g.at("measures"))) {
            for (const auto& item : measures->items) measure(item, g.at("measures"), o);
        }
        if (const Node* all = g.may("figures")) figures(*all, g.at("figures"), o);
        const Node* line = g.must("line", {"la respuesta en una línea", "the answer in one line"});
        const Node* answer =
            g.must("answer", {"la respuesta en dos o tres frases", "the answer in two or three sentences"});
        both(line, g.at("line"), o.line);
        both(answer, g.at("answer"), o.answer);
        if (const Node* all = g.may("claims"); all != nullptr && expect_list(*all, g.at("claims"))) {
            for (const auto& item : all->items) claim(item, g.at("claims"), o);
        }
        check(o, g, line, answer, measures);
        return o;
    }

    // What keys say together.
    void check(const Observation& o, const Group& g, const Node* line, const Node* answer, const Node* measures) {
        const bool asks = !o.alternatives.empty() || o.goal || o.rank || !o.measures.empty();
        if (o.status == Status::simulated && !asks)
            report_.error(o.place, g.at("alternatives"),
                          {"dice simulated, y no hay con qué", "says simulated, and there is nothing to do it with"},
                          {"nombre alternativas, una meta, un orden o medidas; o cambie status",
                           "name alternatives, a goal, a rank or measures; or change status"});
        if (!o.alternatives.empty() && o.measures.empty() && (measures == nullptr || measures->items.empty()))
            report_.error(o.place, g.at("measures"), {"falta esta clave", "this key is missing"},
                          {"la primera es la cifra de que trata la respuesta",
                           "the first is the figure that the answer is about"});
        for (const auto& f : o.figures) {
            if (f.show != Show::size || is_claimed(f, o)) continue;
            const std::string of = fmt::format("{} {} {}{}{}", f.of, f.measure.measure, f.measure.id,
                                               f.measure.id.empty() ? "" : " ", f.measure.year);
            report_.error(f.measure.place, g.at("figures." + f.name),
                          {"un tamaño no dice si sube o baja", "a size does not say whether it rises or falls"},
                          {"afírmelo en claims (" + of + " sube, o baja), o escriba diferencia",
                           "claim it in claims (" + of + " sube, or baja), or write diferencia"});
        }
        std::set<std::string> said;
        for (const Node* n : {line, answer}) {
            if (n == nullptr) continue;
            for (const auto& e : n->entries) placeholders(e, g.at(n == line ? "line" : "answer"), o, said);
        }
        for (const auto& c : o.claims) said.insert(c.figure);
        for (const auto& f : o.figures) {
            if (!said.contains(f.name))
                report_.error(f.measure.place, g.at("figures." + f.name),
                              {"ninguna frase la dice", "no sentence says it"},
                              {fmt::format("escriba {{{}}} en line o en answer, o quítela", f.name),
                               fmt::format("write {{{}}} in line or answer, or remove it", f.name)});
        }
    }

    void placeholders(const Entry& e, const std::string& path, const Observation& o, std::set<std::string>& said) {
        const std::string here = path + "." + e.key;
        const auto parts = parts_of(e.value.text);
        if (std::count(e.value.text.begin(), e.value.text.end(), '{') !=
            std::count(e.value.text.begin(), e.value.text.end(), '}'))
            report_.error(e.value.place, here, {"una llave queda abierta", "a brace is left open"},
                          {"cada cifra va como {nombre}", "each figure goes as {name}"});
        for (std::size_t i = 1; i < parts.size(); i += 2) {
            std::vector<std::string> known;
            for (const auto& f : o.figures) known.push_back(f.name);
            said.insert(parts[i]);
            if (std::find(known.begin(), known.end(), parts[i]) != known.end()) continue;
            const std::string near = core::nearest(parts[i], known);
            report_.error(e.value.place, here,
                          {fmt::format("{{{}}} no es una de sus figures", parts[i]),
                           fmt::format("{{{}}} is none of its figures", parts[i])},
                          near.empty() ? Message{"defínala en figures", "define it in figures"}
                                       : Message{fmt::format("¿quiso decir {{{}}}?", near),
                                                 fmt::format("did you mean {{{}}}?", near)});
        }
    }

    void alternatives(const Node& n, const std::string& path, Observation& o) {
        if (n.kind != Node::Kind::map) {
            report_.error(n.place, path, {"se esperaban nombres con su archivo", "names with their file were expected"},
                          {"escriba {nombre: archivo.yaml}", "write {name: file.yaml}"});
            return;
        }
        for (const auto& e : n.entries) {
            AnswerScenario s;
            if (!is_name(e.key) || e.key == base_name || e.key == goal_name) {
                report_.error(e.place, path + "." + e.key, {"no sirve de nombre", "cannot be a name"},
                              {"minúsculas, dígitos y guiones; no base ni goal",
                               "lower-case letters, digits and hyphens; not base nor goal"});
                continue;
            }
            scenario(&e.value, path + "." + e.key, s);
            s.name = e.key;
            o.alternatives.push_back(std::move(s));
        }
    }

    void read_goal(const Node& n, const std::string& path, AnswerGoal& goal) {
        Group g(n, path, report_);
        goal.place = n.place;
        scenario(g.must("scenario", {"el escenario de la palanca", "the scenario of the lever"}), g.at("scenario"),
                 goal.scenario);
        text(g.must("reach", {"la meta: coverage_target >= 10% in 2027", "the goal: coverage_target >= 10% in 2027"}),
             g.at("reach"), goal.reach);
        text(g.must("by", {"con qué: asesores=310:520", "by what: asesores=310:520"}), g.at("by"), goal.by);
        if (const Node* p = g.may("probability")) {
            const auto value = number_of(p->text);
            if (!value || *value < 0.01 || *value > 0.999) {
                report_.error(p->place, g.at("probability"), {"no puede ser", "cannot be"},
                              {"de 0.01 a 0.999", "from 0.01 to 0.999"});
            } else {
                goal.probability = *value;
            }
        }
    }

    void read_rank(const Node& n, const std::string& path, AnswerRank& rank) {
        Group g(n, path, report_);
        rank.place = n.place;
        const Node* all = g.must("scenarios", {"una lista de archivos", "a list of files"});
        if (all != nullptr && expect_list(*all, g.at("scenarios"))) {
            for (const auto& item : all->items) scenario(&item, g.at("scenarios"), rank.scenarios.emplace_back());
            if (all->items.size() < 2)
                report_.error(all->place, g.at("scenarios"), {"hay menos de dos", "there are fewer than two"});
        }
        text(g.must("by", {"por qué cifra: admissions@mujeres", "by which figure: admissions@women"}), g.at("by"),
             rank.by);
    }

    void measure(const Node& n, const std::string& path, Observation& o) {
        std::string said;
        if (!text(&n, path, said)) return;
        std::string_view left = said;
        auto m = measure_of(left);
        if (!m || !left.empty()) {
            report_.error(n.place, path, {"no es una medida y un año", "is no measure and year"},
                          {"escriba beneficiaries 2027, o spending advisory 2027",
                           "write beneficiaries 2027, or spending advisory 2027"});
            return;
        }
        m->place = n.place;
        o.measures.push_back(std::move(*m));
    }

    // «name: [ALTERNATIVE] MEASURE [ID] YEAR [SHOW]», «name: goal valor» or «name: goal dinero».
    void figures(const Node& n, const std::string& path, Observation& o) {
        if (n.kind != Node::Kind::map) {
            report_.error(n.place, path, {"se esperaban nombres con su cifra", "names with their figure were expected"},
                          {"escriba {nombre: base beneficiaries 2027}", "write {name: base beneficiaries 2027}"});
            return;
        }
        for (const auto& e : n.entries) {
            const std::string here = path + "." + e.key;
            AnswerFigure f{.name = e.key};
            f.measure.place = e.value.place;
            std::string said;
            if (!text(&e.value, here, said)) continue;
            if (!is_name(e.key)) {
                report_.error(e.place, here, {"no es un nombre", "is no name"},
                              {"minúsculas, dígitos y guiones, a lo más 24",
                               "lower-case letters, digits and hyphens, at most 24"});
                continue;
            }
            (void)is_figure(said, e.value, here, o, f);
            o.figures.push_back(std::move(f));  // a wrong one too, so that those who name it are not told as well
        }
    }

    bool is_figure(const std::string& said, const Node& n, const std::string& path, const Observation& o,
                   AnswerFigure& f) {
        std::string_view left = said;
        const std::string of(next_word(left));
        const auto place = f.measure.place;
        if (of == goal_name && (left == "valor" || left == "dinero")) {
            f.show = left == "valor" ? Show::lever : Show::cost;
            if (o.goal) return true;
            report_.error(n.place, path, {"la observación no tiene goal", "the observation has no goal"});
            return false;
        }
        if (!is_scenario(of, n, path, o)) return false;
        if (of != base_name) f.of = of;
        auto m = measure_of(left);
        const auto* const show =
            std::find_if(shows.begin(), shows.end(), [&](const auto& s) { return s.first == left; });
        const bool compares = show != shows.end() && (show->second == Show::difference ||
                                                      show->second == Show::percent || show->second == Show::size);
        if (!m || show == shows.end()) {
            report_.error(n.place, path, {"no es una cifra", "is no figure"},
                          {"escriba base beneficiaries 2027, o alternativa beneficiaries 2027 diferencia (o tamaño, "
                           "por ciento o rango), o goal valor, o goal dinero",
                           "write base beneficiaries 2027, or alternative beneficiaries 2027 diferencia (or "
                           "tamaño, por ciento or rango), or goal valor, or goal dinero"});
            return false;
        }
        if (compares && f.of.empty()) {
            report_.error(n.place, path, {"la base no difiere de sí misma", "the base does not differ from itself"},
                          {"nombre una alternativa", "name an alternative"});
            return false;
        }
        f.measure = std::move(*m);
        f.measure.place = place;
        f.show = show->second;
        return true;
    }

    // Whether a claim says which way the difference goes.
    static bool is_claimed(const AnswerFigure& f, const Observation& o) {
        return std::any_of(o.claims.begin(), o.claims.end(), [&](const auto& c) {
            return c.figure.empty() && c.of == f.of && c.claim.measure == f.measure.measure &&
                   c.claim.id == f.measure.id && c.claim.year == f.measure.year &&
                   (c.claim.what == Claim::What::rises || c.claim.what == Claim::What::falls);
        });
    }

    bool is_scenario(const std::string& name, const Node& n, const std::string& path, const Observation& o) {
        std::vector<std::string> known = {base_name};
        for (const auto& a : o.alternatives) known.push_back(a.name);
        if (std::find(known.begin(), known.end(), name) != known.end()) return true;
        std::string all;
        for (const auto& k : known) all += (all.empty() ? "" : ", ") + k;
        report_.error(n.place, path,
                      {fmt::format("«{}» no es base ni una alternativa", name),
                       fmt::format("'{}' is neither base nor an alternative", name)},
                      {"empiece con una de: " + all, "begin with one of: " + all});
        return false;
    }

    // «ALTERNATIVE MEASURE [ID] YEAR sube», or «FIGURE entre A y B».
    void claim(const Node& n, const std::string& path, Observation& o) {
        AnswerClaim c{.place = n.place};
        if (!text(&n, path, c.text)) return;
        std::string_view left = c.text;
        const std::string first(next_word(left));
        if (left.starts_with("entre ")) {
            (void)next_word(left);
            const auto low = number_of(next_word(left));
            const bool is_and = next_word(left) == "y";
            const auto high = number_of(left);
            const bool is_figure =
                std::any_of(o.figures.begin(), o.figures.end(), [&](const auto& f) { return f.name == first; });
            if (!low || !is_and || !high || *low > *high) {
                report_.error(n.place, path, {"no es un rango", "is no range"},
                              {"escriba cifra entre 100 y 200, o cifra entre 5% y 7%",
                               "write figure entre 100 y 200, or figure entre 5% y 7%"});
            } else if (!is_figure) {
                report_.error(n.place, path,
                              {fmt::format("«{}» no es una de sus figures", first),
                               fmt::format("'{}' is none of its figures", first)});
            } else {
                c.figure = first;
                c.low = *low;
                c.high = *high;
                o.claims.push_back(std::move(c));
            }
            return;
        }
        if (!is_scenario(first, n, path, o)) return;
        const auto claim = claim_of(left);
        if (!claim || first == base_name) {
            report_.error(n.place, path, {"no es una afirmación", "is no claim"},
                          {"escriba alternativa beneficiaries 2027 sube (o baja, no cambia, no se distingue, abierto), "
                           "o cifra entre 100 y 200",
                           "write alternative beneficiaries 2027 sube (or baja, no cambia, no se distingue, abierto), "
                           "or figure entre 100 y 200"});
            return;
        }
        c.of = first;
        c.claim = *claim;
        o.claims.push_back(std::move(c));
    }

    void status(const Node* n, const std::string& path, Status& out) {
        std::string word;
        if (!text(n, path, word)) return;
        const auto* const found =
            std::find_if(statuses.begin(), statuses.end(), [&](const auto& s) { return s.first == word; });
        if (found == statuses.end()) {
            report_.error(
                n->place, path,
                {fmt::format("«{}» no es un valor admitido", word), fmt::format("'{}' is not an allowed value", word)},
                {"se admiten: simulated, by_definition, outside", "allowed: simulated, by_definition, outside"});
            return;
        }
        out = found->second;
    }

    void whole(const Node* n, const std::string& path, int least, int most, int& out) {
        if (n == nullptr) return;
        int value = 0;
        const auto [end, error] = std::from_chars(n->text.data(), n->text.data() + n->text.size(), value);
        if (error != std::errc() || end != n->text.data() + n->text.size() || value < least || value > most) {
            report_.error(n->place, path, {"no puede ser", "cannot be"},
                          {fmt::format("un número entero de {} a {}", least, most),
                           fmt::format("a whole number from {} to {}", least, most)});
            return;
        }
        out = value;
    }

    void scenario(const Node* n, const std::string& path, AnswerScenario& out) {
        if (n == nullptr) return;
        out.place = n->place;
        (void)text(n, path, out.file);
    }

    void both(const Node* n, const std::string& path, Message& out) {
        if (n == nullptr) return;
        Group g(*n, path, report_);
        const Message what_for{"el texto va en los dos idiomas: {es: …, en: …}",
                               "the text is in both languages: {es: …, en: …}"};
        (void)text(g.must("es", what_for), g.at("es"), out.es);
        (void)text(g.must("en", what_for), g.at("en"), out.en);
    }

    bool text(const Node* n, const std::string& path, std::string& out) {
        if (n == nullptr) return false;
        if (n->kind != Node::Kind::scalar || n->text.empty()) {
            if (!n->refused) report_.error(n->place, path, {"se esperaba un texto", "a text was expected"});
            return false;
        }
        if (n->text.size() > longest) {
            report_.error(
                n->place, path, {"texto demasiado largo", "text too long"},
                {fmt::format("el máximo es {} bytes", longest), fmt::format("the maximum is {} bytes", longest)});
            return false;
        }
        for (std::string_view left = n->text; !left.empty();) {
            const core::CodePoint c = core::decode(left);
            left.remove_prefix(c.length);
            if (c.value != '\n' && core::is_hidden(c.value)) {
                report_.error(n->place, path, {"lleva caracteres de control", "has control characters"},
                              {"quítelos", "remove them"});
                return false;
            }
        }
        out = n->text;
        while (!out.empty() && out.back() == '\n') out.pop_back();
        return true;
    }

    bool expect_list(const Node& n, const std::string& path) {
        if (n.kind == Node::Kind::list) return true;
        if (!n.refused) report_.error(n.place, path, {"se esperaba una lista", "a list was expected"});
        return false;
    }

    std::string file_;
    Report& report_;
};

}  // namespace

std::vector<std::string> parts_of(const std::string& pattern) {
    std::vector<std::string> parts(1);
    for (const char c : pattern) {
        const bool is_inside = parts.size() % 2 == 0;
        if (c == (is_inside ? '}' : '{')) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

bool are_answers(const std::string& file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("observations:")) return true;
    }
    return false;
}

AnswersResult read_answers(const std::string& text, const std::string& file, core::Lang lang) {
    Report report(lang);
    AnswersResult result;
    const auto root = parse(text, file, report);
    Answers answers;
    if (root) answers = AnswersReader(file, report).read(*root);
    result.diagnostics = report.take(file);
    if (result.diagnostics.empty()) result.answers = std::move(answers);
    return result;
}

}  // namespace aforo::scenario
