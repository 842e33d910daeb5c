// What is told of a run, piece by piece, as a terminal shows it.
#include <doctest/doctest.h>

#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/told/documents.hpp"
#include "limits.hpp"
#include "queue_story.hpp"
#include "reading.hpp"
#include "report/sample_comparison.hpp"
#include "report/sample_run.hpp"
#include "told/said.hpp"

using namespace aforo;
using core::Lang;
using testing::sample_run;
using told::testing::contains;
using told::testing::said;
using told::testing::widest;

namespace {

std::string summary(const results::Run& run, Lang lang) { return render::text(told::run(run, {}, {}, lang)); }

std::string definitions(const results::Run& run, Lang lang) { return render::text(told::definitions(run, lang)); }

const document::Section* find(const document::Document& d, std::string_view id) {
    for (const auto& section : d.sections) {
        if (section.id == id) return &section;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("the summary is at most 110 columns wide") {
    CHECK(widest(summary(sample_run(), Lang::es)) <= 110);
    CHECK(widest(summary(sample_run(), Lang::en)) <= 110);
    CHECK(widest(definitions(sample_run(), Lang::es)) <= 110);
    CHECK(widest(summary(testing::constrained_run(), Lang::es)) <= 110);
    CHECK(widest(summary(testing::constrained_run(), Lang::en)) <= 110);
}

TEST_CASE("what the scenario says and does not do is told with its place, in the reader's language, on 110 columns") {
    auto run = sample_run();
    CHECK(!contains(summary(run, Lang::es), "Aviso"));
    run.warnings = {{"whole_people",
                     "mi-escenario.yaml",
                     4,
                     22,
                     "advisory.advisors",
                     {"se redondea: son 8 personas enteras", "is rounded: they are 8 whole persons"},
                     {"escriba 8", "write 8"}}};
    const std::string es = summary(run, Lang::es), en = summary(run, Lang::en);
    CHECK(contains(es, "El escenario dice una cosa que no hace como está escrita:"));
    CHECK(contains(es, "mi-escenario.yaml:4:22"));
    CHECK(contains(es, "escriba 8"));
    CHECK(contains(en, "is rounded: they are 8 whole"));
    run.warnings.resize(
        30,
        {"x", std::string(60, 'f') + ".yaml", 400, 220, std::string(70, 'k'), {std::string(300, 'w'), "w"}, {"", ""}});
    CHECK(contains(summary(run, Lang::es), "dice 30 cosas"));
    CHECK(widest(summary(run, Lang::es)) <= 110);
}

TEST_CASE("a run with nothing in it prints dashes and does not fail") {
    auto run = sample_run();
    run.rows.clear();
    run.columns.clear();
    run.limits.clear();
    const std::string text = summary(run, Lang::es);
    CHECK(contains(text, "—"));
    CHECK(!contains(text, " nan"));
    CHECK(!contains(text, "±  "));
    CHECK(!summary({}, Lang::en).empty());
}

TEST_CASE("a single replication has no interval, and the summary says so") {
    auto run = testing::single_run();
    run.exhaustions = {{"advisory", 2027, 1, "2027-11-10"}};
    const std::string text = summary(run, Lang::es);
    CHECK(contains(text, "Una sola réplica"));
    CHECK(contains(text, "(simulado, una réplica)"));
    CHECK(contains(text, "19.990"));
    CHECK(!contains(text, "±"));
    CHECK(!contains(text, "p10–p90"));
}

TEST_CASE("the sentence on what limits the programme is the first thing read, and the last") {
    const auto run = testing::constrained_run();
    const std::string text = summary(run, Lang::es);
    const std::size_t first = text.find("En 2024 lo que limita"), last = text.rfind("En 2024 lo que limita");
    CHECK(first < text.find("Componentes, 2024"));
    CHECK(last > text.find("Qué limita al programa"));
}

TEST_CASE("what does not vary has neither interval nor range") {
    const std::string text = summary(sample_run(), Lang::es);
    CHECK(!contains(text, "± 0 "));
    CHECK(!contains(text, "± 0,0 "));
    CHECK(contains(text, "|   2.101.068 |"));
}

TEST_CASE("an indicator's plan stands in its own cohort, and nowhere when the sheet has none") {
    auto run = sample_run();
    CHECK(contains(summary(run, Lang::es), "con ventas en el año t+2 / N°"));
    const auto from_indicators = [&] {
        const std::string text = summary(run, Lang::es);
        const std::size_t from = text.find("Indicadores"), to = text.find("El camino");
        return text.substr(from, to - from);
    };
    CHECK(contains(from_indicators(), "99,0 % |"));
    run.planned.sales_threshold = 0.085;
    CHECK(contains(from_indicators(), "en un 8,5%"));
    run.planned.survival_t2.reset();
    run.planned.sales_up_t1.reset();
    CHECK(!contains(from_indicators(), "planificado"));
}

TEST_CASE("more than four years continue in a table below") {
    auto run = sample_run();
    run.years = {2024, 2025, 2026, 2027, 2028, 2029};
    CHECK(widest(summary(run, Lang::es)) <= 110);
    CHECK(contains(summary(run, Lang::es), "| 2028 | 2029"));
}

TEST_CASE("what only some scenarios ask for shows only where it happens") {
    auto run = sample_run();
    const std::string without = summary(run, Lang::es);
    for (const char* measure : {"balked", "turned_away", "interrupted", "returns"}) {
        testing::add(run, measure, "enterprises", 2024, 0);
    }
    CHECK(summary(run, Lang::es) == without);
    testing::add(run, "balked", "enterprises", 2025, 17);
    CHECK(contains(summary(run, Lang::es), "Hallan la oficina llena"));
    CHECK(!contains(summary(run, Lang::es), "Hallan la lista llena"));
}

TEST_CASE("persons advised have a line of their own in the way only where they are not the admissions") {
    auto run = sample_run();
    const auto way = [&] {
        const std::string text = summary(run, Lang::es);
        return text.substr(text.find("El camino"));
    };
    CHECK(!contains(way(), "Personas asesoradas"));
    for (auto& row : run.rows) {
        row.value.mean *= run.columns[static_cast<std::size_t>(row.column)].name == "advised_persons" ? 1.1 : 1;
    }
    CHECK(contains(way(), "Personas asesoradas"));
}

TEST_CASE("a measure that no section names shows under other measures") {
    auto run = sample_run();
    CHECK(!contains(summary(run, Lang::es), "Otras medidas"));
    testing::add(run, "rural_share", "ratio", 2024, 0.264);
    testing::add(run, "paid_by_component", "M$", 2024, 12, results::Level::component, "advisory");
    testing::add(run, "only_by_office", "days", 2024, 3, results::Level::office, "12");
    const std::string text = summary(run, Lang::es);
    CHECK(contains(text, "Otras medidas (simulado)"));
    CHECK(contains(text, "\n rural_share "));
    CHECK(contains(text, "\n paid_by_component, Asesoría "));
    CHECK(contains(text, "en results.csv: only_by_office."));
}

TEST_CASE("the ledger's difference is shown as it is, and exhaustions by component") {
    auto run = sample_run();
    CHECK(contains(summary(run, Lang::es), "Diferencia: $0"));
    run.worst_ledger_difference = -12;
    CHECK(contains(summary(run, Lang::es), "Diferencia: -$12"));
    CHECK(!contains(summary(run, Lang::es), "Fondos que se agotan"));
    run.exhaustions = {{"advisory", 2027, 0.8, "2027-10-15"}, {"administration", 2026, 0, ""}};
    const std::string text = summary(run, Lang::es);
    CHECK(contains(text, " 2027 | Asesoría   | 15-10 |       — | 32 de 40\n"));
    CHECK(!contains(text, " 2026 | Administración "));
}

TEST_CASE("a scenario's name cannot drive the terminal, nor claim an effective value") {
    auto run = sample_run();
    run.scenario = "\x1B[2Jplan";
    const std::string text = summary(run, Lang::es);
    CHECK(!contains(text, "\x1B"));
    CHECK(!contains(text, "fectivo"));
}

TEST_CASE("a draft says so where it is read first, and who answers for it is told") {
    auto run = sample_run();
    CHECK(!contains(summary(run, Lang::es), "Borrador"));
    run.about = {"Ana <b>Núñez</b>", "2026-04-26", "draft", "Para el\x1b[2J presupuesto"};
    CHECK(summary(run, Lang::es).starts_with(" Borrador\n"));
    CHECK(summary(run, Lang::en).starts_with(" Draft\n"));
    CHECK(contains(summary(run, Lang::es),
                   "Autor: Ana <b>Núñez</b> · Fecha: 26-04-2026 · Estado: borrador · Motivo: Para el"));
    CHECK(contains(summary(run, Lang::en),
                   "Author: Ana <b>Núñez</b> · Date: 2026-04-26 · Status: draft · Reason: Para el"));
    CHECK(!contains(summary(run, Lang::es), "\x1b"));
    run.about.status = "official";
    CHECK(!contains(summary(run, Lang::es), "Borrador"));
    CHECK(contains(summary(run, Lang::es), "Estado: oficial"));
}

TEST_CASE("a part with nothing to show has no section: warnings, and risk without samples or with one replication") {
    auto run = sample_run();
    CHECK(find(told::run(run, {}, {}, Lang::es), "avisos") == nullptr);
    CHECK(find(told::run(run, {}, {}, Lang::es), "riesgo") == nullptr);
    CHECK(find(told::run({}, {}, {}, Lang::es), "diferencias") == nullptr);
    results::Samples samples{run.rows.size(), 2, std::vector<double>(2 * run.rows.size(), 20'000.0)};
    const auto told = told::run(run, samples, {}, Lang::es);
    REQUIRE(find(told, "riesgo") != nullptr);
    const auto& figure = std::get<document::Figure>(find(told, "riesgo")->blocks.front());
    CHECK(figure.chart.marks.size() == 50 * run.years.size());
    CHECK(contains(said(figure.finding, Lang::es), "0 de 50 en 2024, 50 de 50 en 2025"));
    run.replications = 1;
    CHECK(find(told::run(run, samples, {}, Lang::es), "riesgo") == nullptr);
}

TEST_CASE("a figure tells which measure it is of") {
    const auto d = told::run(sample_run(), {}, {}, Lang::es);
    REQUIRE(!d.tiles.empty());
    const auto& served = std::get<document::Estimated>(d.tiles.front().value.pieces().front());
    // Of the year that the headline speaks of, and the first one below it.
    CHECK(served.of == document::Of{"beneficiaries", 2027});
    CHECK(contains(said(d.tiles.front().lines.front(), Lang::es), "Plan 2027: 34.560 ("));
    CHECK(contains(said(d.tiles.front().lines.back(), Lang::es), "2024: 19.990"));
    CHECK(contains(said(d.verdicts.front().lead, Lang::es), "En 2027 el programa llega a 34.540 ± 350"));
}

TEST_CASE("the books close on the first screen, and money from elsewhere stands there only where there is some") {
    auto run = sample_run();
    const auto money = [&] { return std::get<document::Tabled>(told::run(run, {}, {}, Lang::es).first.at(1)).table; };
    CHECK(said(money().rows.back().cells.at(1), Lang::es) == "$0");
    const std::size_t rows = money().rows.size();
    CHECK_FALSE(contains(summary(run, Lang::es), "Traspasos netos"));
    for (const int year : run.years) {
        testing::add(run, "overrun", "M$ 2023", year, 321'987, results::Level::component, "advisory");
        testing::add(run, "overrun", "M$ 2023", year, 321'987);
        testing::add(run, "transferred", "M$ 2023", year, 54'321, results::Level::component, "advisory");
    }
    CHECK(money().rows.size() == rows + 1);
    CHECK(contains(summary(run, Lang::es), "Exceso simulado"));
    CHECK(contains(summary(run, Lang::es), "321.987"));
    CHECK(contains(summary(run, Lang::es), "54.321"));
}

TEST_CASE("no medium names a folder of the machine, and all of them give the same command") {
    results::Manifest m;
    m.scenario_file = "/casa/ana/ficha.yaml";
    m.command = "aforo run /casa/ana/ficha.yaml --seed 1";
    const auto d = told::run(sample_run(), {}, m, Lang::es);
    REQUIRE(find(d, "manifiesto") != nullptr);
    int commands = 0;
    for (const auto& block : find(d, "manifiesto")->blocks) {
        const auto* command = std::get_if<document::Command>(&block);
        if (command == nullptr) continue;
        ++commands;
        CHECK(command->media == document::Media::people);
        CHECK(command->text == "aforo run ficha.yaml --seed 1");
    }
    CHECK(commands == 1);
}

TEST_CASE("what a scenario says of its own runs is no assumption: a run may have been asked for another number") {
    auto run = sample_run();
    const auto said_of = [&](const char* id) {
        const auto d = told::run(run, {}, {}, Lang::es);
        document::Document alone{.lang = Lang::es, .replications = 10};
        REQUIRE(find(d, id) != nullptr);
        alone.sections = {*find(d, id)};
        alone.sections.front().media = document::Media::people;
        for (auto& block : alone.sections.front().blocks) {
            if (auto* table = std::get_if<document::Tabled>(&block)) table->media = document::Media::people;
        }
        return render::text(alone, 2000);
    };
    run.assumptions = {{"experiment.replications", "4321", "", "metodo", "", {"Réplicas", "Replications"}},
                       {"demand.arrivals", "8765", "", "supuesto", "", {"Llegadas", "Arrivals"}}};
    for (const char* id : {"supuestos", "hoja-supuestos"}) {
        CHECK(contains(said_of(id), "8.765"));
        CHECK(!contains(said_of(id), "4.321"));
    }
}

TEST_CASE("a table of limits says what the scenario calls a usual wait and delay") {
    results::Run run = sample_run();
    const auto note = [&] { return said(told::how_to_read_limits(run, Lang::es), Lang::es); };
    CHECK(!contains(note(), "según el escenario"));
    run.assumptions = {{.path = "attention.long_wait", .value = "45 days"},
                       {.path = "advisory.long_delay", .value = "2 weeks"}};
    CHECK(contains(note(), "hasta 45 días de espera por atención"));
    CHECK(contains(note(), "hasta 2 semanas de atraso de una sesión"));
}

TEST_CASE("assumptions are called in the reader's language, and sources and remarks are as written") {
    results::Run run = sample_run();
    run.assumptions = {{"demand.arrivals", "8765", "", "supuesto", "redondeado", {"Llegadas", "Arrivals"}},
                       {"waiting_list.priority", "arrival", "", "", "", {"Quién va primero", "Who goes first"}}};
    for (const bool is_spanish : {true, false}) {
        document::Document alone = told::run(run, {}, {}, is_spanish ? Lang::es : Lang::en);
        REQUIRE(find(alone, "supuestos") != nullptr);
        alone.sections = {*find(alone, "supuestos")};
        alone.sections.front().media = document::Media::people;
        const std::string text = render::text(alone, 2000);
        CHECK(contains(text, is_spanish ? "Llegadas" : "Arrivals"));
        CHECK(contains(text, is_spanish ? "Quién va primero" : "Who goes first"));
        CHECK(!contains(text, is_spanish ? "Arrivals" : "Llegadas"));
        CHECK(contains(text, "redondeado"));
    }
}

TEST_CASE("money is said to be in one kind of pesos, with the index that it was converted by and its source") {
    results::Run run = sample_run();
    CHECK(contains(said(told::how_to_read_money(run, Lang::es), Lang::es), "miles de pesos de 2023."));
    CHECK(said(told::money_unit(run, Lang::es), Lang::es) == "M$ de 2023");
    run.prices.told.kind = core::Pesos::Kind::nominal;
    run.prices.index.of = 2023;
    run.prices.index.factors[2024] = 1.045;
    run.prices.index.factors[2025] = 1.03;
    run.prices.source = "INE, IPC de diciembre";
    const std::string nominal = said(told::how_to_read_money(run, Lang::es), Lang::es);
    CAPTURE(nominal);
    CHECK(contains(nominal, "M$ nominales"));
    CHECK(contains(nominal, "2024: 1,045"));
    CHECK(contains(nominal, "2025: 1,0764"));
    CHECK(contains(nominal, "fuente: INE, IPC de diciembre"));
    CHECK(said(told::money_unit(run, Lang::en), Lang::en) == "nominal M$");
    run.prices.told = {core::Pesos::Kind::of_year, 2025};
    const std::string later = said(told::how_to_read_money(run, Lang::en), Lang::en);
    CAPTURE(later);
    CHECK(contains(later, "thousand pesos of 2025"));
    CHECK(contains(later, "those of 2023 of the scenario times 1.0764"));
    CHECK(!contains(later, "2024"));
}

TEST_CASE("a queue that grows says since when and what lacks at how many centres") {
    const std::string story = said(told::queue_story(testing::queueing_run(), Lang::es), Lang::es);
    CAPTURE(story);
    CHECK(contains(story, "la cola por un cupo crece desde marzo de 2025"));
    CHECK(contains(story, "porque se agotan los cupos en 1 de 2 centros"));
    CHECK(contains(said(told::queue_story(sample_run(), Lang::es), Lang::es),
                   "ni la cola por atención ni la cola por un cupo crecen"));
}

TEST_CASE("the range is said to be luck alone, with how many assumptions are not gone over") {
    results::Run run = sample_run();
    CHECK(!contains(summary(run, Lang::en), "not gone over"));
    run.assumptions = {{.path = "a", .value = "1", .range = "[0, 2]"},
                       {.path = "b", .value = "2", .range = "[1, 3]"},
                       {.path = "c", .value = "3"}};
    const auto in_a_line = [&](Lang lang) {
        std::string text = summary(run, lang);
        for (auto at = text.find("\n "); at != std::string::npos; at = text.find("\n ", at)) text.replace(at, 2, " ");
        return text;
    };
    CHECK(contains(in_a_line(Lang::es), "2 supuestos tienen un rango propio"));
    CHECK(contains(in_a_line(Lang::en), "2 assumptions have a range of their own that is not gone over"));
}
