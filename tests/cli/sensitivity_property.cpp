// aforo sensitivity as it is used: what weighs, when the plan fails, what to find out first; stored, told again.
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <cmath>

#include "cli/asking.hpp"
#include "cli/fitted.hpp"

using namespace testing;

namespace {

// Whom the programme serves hangs on missed sessions; the year that is fitted, on none of the drawn numbers.
void write_scenarios(const Folder& folder) {
    write_fitted_scenarios(
        folder, "work_plan: {no_show: {value: 0.15, range: [0.05, 0.3], source: supuesto, note: \"sin dato\"}}\n");
}

const boost::json::object* of_path(const boost::json::array& all, const char* path) {
    for (const auto& one : all) {
        if (one.at("path") == path) return &one.as_object();
    }
    return nullptr;
}

}  // namespace

TEST_CASE("what weighs is named, fails where it says, and moves the figure that way") {
    const Folder folder;
    write_scenarios(folder);
    const std::string asked =
        "sensitivity base.yaml more.yaml --worlds 80 --replications 6 --trajectories 6 --design saltelli --rows 8 "
        "--fails 'beneficiaries < 660 in 2025' --lang es";
    const auto answer = ask(folder, asked);
    CHECK(answer.code == 0);
    CAPTURE(answer.out);
    for (const char* said : {"lo que más pesa es «inasistencia»", "«beneficiaries < 660 in 2025» se cumple en",
                             "Falla sobre todo si «inasistencia» pasa de", "Un supuesto a la vez",
                             "Cuánto se pierde con cada uno", "sin dato", "Morris, 6 trayectorias", "Índices de Sobol"})
        CHECK(unwrapped(answer.out).find(said) != std::string::npos);

    const fs::path results = folder.path / "output/base/sensitivity-001";
    const auto json = boost::json::parse(slurp(results / "results.json"));
    const auto* heavy = of_path(json.at("shares").as_array(), "work_plan.no_show");
    REQUIRE(heavy);
    CHECK(heavy->at("told").as_bool());
    CHECK(heavy->at("share").as_double() > 0.8);
    CHECK(heavy->at("direction").as_double() < -0.8);
    const auto* idle = of_path(json.at("shares").as_array(), "diagnosis.share");
    REQUIRE(idle);
    CHECK(!idle->at("told").as_bool());
    const auto* bar = of_path(json.at("bars").as_array(), "work_plan.no_show");
    REQUIRE(bar);
    for (const char* end : {"raw", "fitted"}) {  // few missed sessions serve more, many serve fewer
        CHECK(bar->at(std::string(end) + "_low").at("mean").as_double() > 20);
        CHECK(bar->at(std::string(end) + "_high").at("mean").as_double() < -20);
    }
    const auto& failure = json.at("failure").as_object();
    CHECK(failure.at("told").as_bool());
    CHECK(failure.at("coverage").as_double() > 0.7);
    CHECK(failure.at("density").as_double() > 0.8);
    REQUIRE(failure.at("limits").as_array().size() >= 1);
    CHECK(of_path(failure.at("limits").as_array(), "work_plan.no_show") != nullptr);
    // By hand: the worlds whose mean is under the threshold.
    int failing = 0;
    std::istringstream lines(slurp(results / "mundos.csv"));
    std::string line;
    std::getline(lines, line);
    std::size_t column = 0;
    while (field(line, column) != "beneficiaries@2025") ++column;
    while (std::getline(lines, line)) failing += std::stod(field(line, column)) < 660 ? 1 : 0;
    CHECK(failure.at("failing").to_number<int>() == failing);

    // World by world, what each scenario loses: none loses in a world where it is the best, and one of them is.
    const auto& regrets = json.at("regrets").as_array();
    REQUIRE(regrets.size() == 2);
    for (std::size_t w = 0; w < 80; ++w) {
        double least = 1e9;
        for (const auto& one : regrets) {
            const auto& there = one.at("by_world").as_array().at(w);
            if (!there.is_null()) least = std::min(least, there.to_number<double>());
        }
        CHECK(least <= 1e-9);
    }
    CHECK(json.at("choices").as_object().size() == 3);
    const std::string drawn = slurp(results / "report.html");
    for (const char* figure : {"grafico-perdidas", "grafico-averiguar", "grafico-tornado"})
        CHECK(drawn.find(figure) != std::string::npos);

    // Told again with the same bytes, in the other language too.
    const std::string page = slurp(results / "report.html");
    CHECK(ask(folder, "report output/base/sensitivity-001 --lang en").code == 0);
    CHECK(slurp(results / "report.html").find("weighs most") != std::string::npos);
    CHECK(ask(folder, "report output/base/sensitivity-001 --lang es").code == 0);
    CHECK(slurp(results / "report.html") == page);
}

TEST_CASE("worlds that a run has made are not made again") {
    const Folder folder;
    write_scenarios(folder);
    CHECK(ask(folder, "run base.yaml --replications 4 --worlds 12 --lang es").code == 0);
    const auto with =
        ask(folder, "sensitivity base.yaml --worlds 12 --replications 4 --trajectories 0 --json --lang es");
    CHECK(with.code == 0);
    CHECK(with.err.find("Se aprovechan los mundos de") != std::string::npos);
    const auto anew =
        ask(folder, "sensitivity base.yaml --worlds 12 --replications 4 --trajectories 0 --json --anew --lang es");
    CHECK(anew.err.find("Se aprovechan los mundos de") == std::string::npos);
    CHECK(anew.out == with.out);
}

TEST_CASE("what cannot be asked is refused with what can") {
    const Folder folder;
    write_scenarios(folder);
    const auto says = [&](const std::string& options, const char* text) {
        const auto answer = ask(folder, "sensitivity base.yaml --worlds 4 " + options + " --lang es");
        CAPTURE(answer.err);
        CHECK(answer.code == 2);
        CHECK(answer.err.find(text) != std::string::npos);
    };
    says("--of beneficiarios", "no es una medida");
    says("--of spending@nadie", "no es un componente, una región ni un grupo");
    says("--year 2031", "no es un año del horizonte");
    says("--fails 'beneficiaries is low'", "se espera una medida");
    says("--fails 'beneficiaries < 3 in 2099'", "no es un año del horizonte");
    says("--rows 16", "--design");
    says("--difference", "hace falta una alternativa");
}
