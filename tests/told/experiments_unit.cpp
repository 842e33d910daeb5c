// What experiments say, as data: verdicts by their clauses, shares that sum, saturation.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "aforo/render/terminal.hpp"
#include "aforo/results/calibration.hpp"
#include "aforo/results/difference.hpp"
#include "aforo/results/index.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/run_difference.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/told/documents.hpp"
#include "report/sample_comparison.hpp"
#include "shares.hpp"

using namespace aforo;
using core::Lang;
using document::Cell;
using document::Document;
using document::Media;
using document::Sentence;
using document::Verdict;
namespace sample = aforo::testing;

namespace {

// The words of a sentence, without its figures.
std::string words_of(const Sentence& sentence) {
    std::string text;
    for (const Cell& piece : sentence.pieces()) {
        if (const auto* words = std::get_if<document::Words>(&piece)) text += words->text;
        if (const auto* name = std::get_if<document::Name>(&piece)) text += name->text;
    }
    return text;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Verdict verdict_on(const results::Comparison& c, Lang lang = Lang::es) {
    return told::comparison(c, lang).verdicts.front();
}

bool speaks_of(const Verdict& verdict, const std::string& measure) {
    return std::any_of(verdict.clauses.begin(), verdict.clauses.end(),
                       [&](const document::Clause& c) { return c.of.measure == measure; });
}

std::vector<std::string> sheets_of(const Document& document) {
    std::vector<std::string> names;
    for (const auto& section : document.sections) {
        if (shows(section.media, Media::workbook))
            names.push_back(section.sheet.empty() ? section.title : section.sheet);
    }
    return names;
}

}  // namespace

TEST_CASE("the verdict of a null change says that every difference is exactly nothing") {
    auto c = sample::sample_comparison();
    for (auto& d : c.alternatives[0].differences) {
        d.alternative = d.base;
        d.value = {40, 0, 0, 0, 0, 0, 0};
    }
    CHECK(contains(words_of(verdict_on(c).lead), "cada diferencia es exactamente 0"));
    CHECK(contains(words_of(verdict_on(c, Lang::en).lead), "every difference is exactly 0"));
    CHECK(verdict_on(c).clauses.empty());
    CHECK(verdict_on(c).after.size() == 1);
}

TEST_CASE("a difference inside its error is not told, whatever its size") {
    auto c = sample::sample_comparison();
    for (auto& d : c.alternatives[0].differences) d.value.half_width = 1e12;
    const Verdict verdict = verdict_on(c);
    CHECK(contains(words_of(verdict.lead), "no se distinguen"));
    CHECK(!speaks_of(verdict, "coverage_target"));
    CHECK(!speaks_of(verdict, "graduates"));
    for (const auto& clause : verdict.clauses) CHECK((clause.of.measure.empty() || !clause.is_told));
    CHECK(!verdict.lead.empty());
}

TEST_CASE("a verdict names the groups that the changed rule is about, and no others") {
    results::Comparison c = sample::sample_comparison();
    auto& a = c.alternatives.front();
    for (const char* group : {"sex=female", "sex=male", "territory=rural"}) {
        for (auto of_group : {sample::difference("served_share_of_qualified", "ratio", 2027, 0.57, 0.25, 0.01),
                              sample::difference("admissions", "plans", 2027, 5700, 2500, 100),
                              sample::difference("qualified", "enterprises", 2027, 10000, 0, 0)}) {
            of_group.level = results::Level::group;
            of_group.id = group;
            a.differences.push_back(of_group);
        }
    }
    const auto names = [&](const char* group) {
        const Verdict verdict = verdict_on(c);
        return std::any_of(verdict.clauses.begin(), verdict.clauses.end(), [&](const document::Clause& clause) {
            const auto& pieces = clause.text.pieces();
            return std::any_of(pieces.begin(), pieces.end(), [&](const document::Cell& cell) {
                const auto* figure = std::get_if<document::Estimated>(&cell);
                return figure != nullptr && figure->of.measure == "admissions" && figure->of.id == group;
            });
        });
    };
    CHECK(!names("sex=female"));
    a.changes = {{"waiting_list.priority", "arrival", "[women_first, arrival]"}};
    CHECK(names("sex=female"));
    CHECK(names("sex=male"));
    CHECK(!names("territory=rural"));
    a.changes = {{"waiting_list.reserves", "", "[{group: rural, share: 0.3}]"}};
    CHECK(names("territory=rural"));
    CHECK(!names("sex=female"));
    a.changes = {{"advisory.notes_on_women", "", "women"}};  // not about whom
    CHECK(!names("sex=female"));
}

TEST_CASE("no verdict compares mean waits, however far apart they are") {
    results::Comparison c = sample::sample_comparison();
    for (const char* measure : {"wait_days_mean", "attention_wait_days_mean"})
        c.alternatives.front().differences.insert(c.alternatives.front().differences.begin(),
                                                  sample::difference(measure, "days", 2027, 300, -250, 1));
    for (const Lang lang : {Lang::es, Lang::en}) {
        for (const auto& clause : verdict_on(c, lang).clauses)
            CHECK(clause.of.measure.find("wait_days") == std::string::npos);
    }
}

TEST_CASE("a verdict begins with the whole horizon; a year that moves most and the other way has its clause") {
    results::Comparison c = sample::sample_comparison();
    CHECK(contains(words_of(verdict_on(c).lead),
                   "Con «Presupuesto plano <b>» hay  beneficiarios menos que con «Ficha 2024» "
                   "sumando los años 2024–2027"));
    const auto speaks_of_year = [&](int year) {
        const Verdict verdict = verdict_on(c);
        return std::any_of(verdict.clauses.begin(), verdict.clauses.end(), [&](const document::Clause& clause) {
            return clause.of.measure == "beneficiaries" && clause.of.year == year;
        });
    };
    CHECK(!speaks_of_year(2026));
    for (auto& d : c.alternatives.front().differences) {
        if (d.measure == "beneficiaries" && d.year == 2026)
            d = sample::difference(d.measure, d.unit, 2026, 20'000, 9000, 90);
    }
    CHECK(speaks_of_year(2026));
}

TEST_CASE("each clause of a verdict is of a difference of the comparison, and says whether it is told") {
    const auto c = sample::sample_comparison();
    const results::Index index(c.alternatives[0].differences);
    const Verdict verdict = verdict_on(c);
    CHECK(speaks_of(verdict, "coverage_target"));
    CHECK(speaks_of(verdict, results::marginal_cost));
    for (const auto& clause : verdict.clauses) {
        if (clause.of.measure.empty()) continue;
        const auto* d = index.difference({clause.of.measure, clause.of.year, clause.of.level, clause.of.id});
        REQUIRE(d != nullptr);
        CHECK(clause.is_told == results::is_told(*d));
        const auto& pieces = clause.text.pieces();
        CHECK(std::any_of(pieces.begin(), pieces.end(), [&](const Cell& piece) {
            const auto* e = std::get_if<document::Estimated>(&piece);
            return (e != nullptr && e->of == clause.of) || results::is_nothing(*d);
        }));
    }
}

TEST_CASE("one replication says so first, and tells no difference") {
    auto c = sample::sample_comparison();
    c.base.replications = 1;
    CHECK(contains(words_of(verdict_on(c).lead), "una sola réplica no dice"));
    CHECK(!speaks_of(verdict_on(c), "graduates"));
    CHECK(!told::comparison(c, Lang::es).opening.empty());
}

TEST_CASE("a sweep saturates at the value from which no step brings more") {
    auto s = sample::sample_sweep();
    CHECK(told::saturation(s, 0, 0) == 1);
    s.steps[1].differences[0].value.mean = 500;
    CHECK(told::saturation(s, 0, 0) == 3);  // not within the values
    for (auto& step : s.steps) step.differences[0].value.mean = 0;
    CHECK(told::saturation(s, 0, 0) == 0);
}

TEST_CASE("rounded shares sum to the rounded total") {
    for (const auto& values :
         {std::vector{0.5, 0.5, 0.5, -1.5}, std::vector{1.4, 1.4, 1.4}, std::vector{-2.6, 2.7, 0.3}}) {
        const double total = std::accumulate(values.begin(), values.end(), 0.0);
        const auto rounded = told::rounded_to_sum(values, total, 0);
        CHECK(std::accumulate(rounded.begin(), rounded.end(), 0.0) == std::round(total));
        for (std::size_t i = 0; i < values.size(); ++i) CHECK(std::abs(rounded[i] - values[i]) < 1);
    }
}

TEST_CASE("every experiment has the sheets of its workbook, by names that a workbook can have") {
    const auto check = [](const Document& document, const std::vector<std::string>& names) {
        CHECK(sheets_of(document) == names);
        for (const auto& name : names) CHECK(name.find_first_of("[]:*?/\\") == std::string::npos);
    };
    check(told::comparison(sample::sample_comparison(), Lang::es),
          {"Léame", "Resumen", "Todos los escenarios", "Cambios", "Diferencias", "A quiénes afecta",
           "Ficha lado a lado", "Manifiesto"});
    check(told::sweep(sample::sample_sweep(), Lang::es), {"Léame", "Respuesta", "Puntos", "Pasos", "Manifiesto"});
    check(told::explanation(sample::sample_explanation(), Lang::es),
          {"Léame", "Cambios", "Partes", "Límites por mes", "Manifiesto"});
    check(told::marginals(sample::sample_marginals(), Lang::es),
          {"Léame", "Centros", "Componentes", "Límites por mes", "Manifiesto"});
}

TEST_CASE("every experiment ends with the command that repeats it, without a folder of the machine") {
    results::Manifest m;
    m.command =
        "aforo compare /casa/ana/a.yaml '/casa/de ana/b c.yaml' $'/casa/it\\'s/d.yaml' sub/e.yaml "
        "--vary 'a=1,2;b=/x' --seed 1";
    const std::string shown = "aforo compare a.yaml 'b c.yaml' $'d.yaml' sub/e.yaml --vary 'a=1,2;b=/x' --seed 1";
    results::Calibration c;
    c.scenario = "s";
    c.delta = "aforo: 1\nname: s\nextends: \"/casa/ana/a.yaml\"\nkey: 1\n";
    const Document calibration = told::calibration(c, Lang::es, m);
    for (const Document& d : {told::comparison(sample::sample_comparison(), Lang::es, nullptr, m),
                              told::sweep(sample::sample_sweep(), Lang::es, nullptr, m),
                              told::explanation(sample::sample_explanation(), Lang::es, m),
                              told::marginals(sample::sample_marginals(), Lang::es, m), calibration}) {
        CAPTURE(words_of(d.title));
        const auto section =
            std::find_if(d.sections.begin(), d.sections.end(), [](const auto& s) { return s.id == "manifiesto"; });
        REQUIRE(section != d.sections.end());
        CHECK(shows(section->media, Media::page));
        CHECK(shows(section->media, Media::workbook));
        int commands = 0;
        for (const auto& block : section->blocks) {
            const auto* command = std::get_if<document::Command>(&block);
            if (command == nullptr) continue;
            ++commands;
            CHECK(command->text == shown);
        }
        CHECK(commands == 1);
    }
    const auto delta = std::find_if(calibration.sections.begin(), calibration.sections.end(),
                                    [](const auto& s) { return s.id == "cambio"; });
    REQUIRE(delta != calibration.sections.end());
    CHECK(std::get<document::Command>(delta->blocks.back()).text == "aforo: 1\nname: s\nextends: \"a.yaml\"\nkey: 1\n");
}

TEST_CASE("a calibration says figures and keys in words; what compensates and what limits too") {
    results::Calibration c;
    c.scenario = "s";
    results::FittedKey arrivals{.path = "demand.arrivals", .name = {"empresas que llegan", "enterprises that come"}};
    arrivals.before = "64300";
    arrivals.figure = "attended";
    results::FittedKey cost{.path = "attention.cost", .name = {"costo de una atención", "cost of an attention"}};
    cost.after = "1.5 M$";
    c.keys = {arrivals, cost};
    results::FittedFigure attended{.name = "attended", .measure = "attended_persons"};
    attended.label = {"Personas atendidas", "Persons attended"};
    attended.limits = {"demand.arrivals"};
    results::FittedFigure spending{.name = "gasto_1", .measure = "spending", .id = "attention"};
    spending.label = {"Gasto (M$)", "Spending (M$)"};
    spending.tied = "attended";
    spending.is_met = true;
    c.figures = {attended, spending};
    c.compensations = {{{{"demand.arrivals", 0.8}, {"attention.cost", -0.6}}}};
    const std::string es = render::text(told::calibration(c, Lang::es), 1000),
                      en = render::text(told::calibration(c, Lang::en), 1000);
    for (const char* id : {"gasto_1", "attended_persons", "sale de attended"}) CHECK(!contains(es, id));
    CHECK(contains(es, "No se alcanza Personas atendidas"));
    CHECK(contains(es, "por el límite de empresas que llegan"));
    CHECK(contains(es, "más empresas que llegan, menos costo de una atención"));
    CHECK(contains(es, "Atención: Gasto (M$)"));
    CHECK(contains(es, "64.300"));
    CHECK(contains(en, "more enterprises that come, less cost of an attention"));
}

TEST_CASE("two runs with the same bits have nothing that differs, and all of it is said") {
    results::RunDifference d;
    d.how = results::RunDifference::How::same_bits;
    d.from.folder = "a";
    d.to.folder = "b";
    d.from.manifest.scenario_digest = d.to.manifest.scenario_digest = "0123456789";
    const Document document = told::run_difference(d, Lang::es);
    REQUIRE(document.sections.size() == 3);
    const auto said = [&](std::size_t i) {
        return words_of(std::get<document::Paragraph>(document.sections[i].blocks.back()).text);
    };
    CHECK(contains(said(0), "Nada: los dos escenarios dicen lo mismo (huella 01234567)."));
    CHECK(contains(said(1), "Igual: misma versión, semilla y réplicas."));
    CHECK(contains(said(2), "Nada: los resultados son los mismos bits."));
}
