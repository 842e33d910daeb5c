// Data files that a scenario names: what they make of it, and what is refused, with its place.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <functional>

#include "aforo/scenario/staffing.hpp"
#include "reading.hpp"

using namespace aforo;
using scenario::Scenario;
using testing::smallest, testing::TemporaryFolder;

namespace {

const std::string with_network = R"(aforo: 1
name: with data
horizon: {first_year: 2024, last_year: 2026}
calendar: {holidays: chile}
demand: {growth: 1.1}
network:
  rural_share: 0.25
  regions: {sur: {name: Sur}}
  centres: {1: {name: Uno, region: sur, weight: 3}, 2: {name: Dos, region: sur, weight: 1}}
  satellites: {101: {name: Lejos, parent: 1, visiting_days: 2}}
attention: {annual_cost: 0 M$, duration: 1 h}
)";
const std::string without_arrivals = with_network.substr(0, with_network.find("demand:")) +
                                     "demand: {arrivals: 900, growth: 1.1}\n" +
                                     with_network.substr(with_network.find("network:"));

struct File {
    std::string name, bytes;
};

scenario::ReadResult read(const std::string& yaml, const std::vector<File>& files) {
    const TemporaryFolder folder;
    for (const auto& f : files) folder.write(f.name, f.bytes);
    auto result = scenario::read(folder.write("it.yaml", yaml), core::Lang::en);
    for (auto& d : result.diagnostics) d.place.file = std::filesystem::path(d.place.file).filename();
    return result;
}
Scenario read_good(const std::string& yaml, const std::vector<File>& files) {
    auto result = read(yaml, files);
    for (const auto& d : result.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(result.scenario);
    return *result.scenario;
}
std::string mistakes(const std::string& yaml, const std::vector<File>& files) {
    std::string all;
    for (const auto& d : read(yaml, files).diagnostics) all += core::to_string(d) + "\n";
    return all;
}
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::array<int, 12> counts = {80, 40, 101, 95, 110, 88, 90, 97, 60, 115, 99, 71};
std::string by_month(const std::function<std::string(int)>& month) {
    std::string text = "mes;llegadas\n";
    for (int m = 1; m <= 12; ++m)
        text += month(m) + ";" + std::to_string(counts[static_cast<std::size_t>(m - 1)]) + "\n";
    return text;
}
std::string iso_month(int m) { return fmt::format("2024-{:02}", m); }

// What a scenario expects at an office in a month, day by day, from its keys alone.
double expected(const Scenario& s, int year, int month, int office = 0) {
    const auto works = [&](core::Date d) {
        const auto& week = s.calendar.weekdays;
        const auto holidays = s.calendar.holidays.in(core::year_of(d));
        return std::find(week.begin(), week.end(), core::weekday_of(d)) != week.end() &&
               std::find(holidays.begin(), holidays.end(), d) == holidays.end();
    };
    double all = 0, there = 0;
    for (core::Date d = core::new_year(year); d < core::new_year(year + 1); d += core::days(1)) {
        if (!works(d)) continue;
        const double rate = s.demand.month_factors[core::month_of(d) - 1] *
                            s.demand.weekday_factors[static_cast<std::size_t>(core::weekday_of(d))];
        all += rate;
        if (core::month_of(d) == static_cast<unsigned>(month)) there += rate;
    }
    double share = 1;
    if (office > 0) {
        std::map<int, double> of;
        double weights = 0, sum = 0;
        for (const auto& [id, c] : s.network.centres) weights += c.weight;
        for (const auto& [id, c] : s.network.centres) of[id] = c.weight / weights;
        for (const auto& [id, sat] : s.network.satellites) {
            of[id] = of[sat.parent] * s.network.rural_share;
            of[sat.parent] *= 1 - s.network.rural_share;
        }
        for (auto& [id, w] : of) {
            const auto own = s.demand.offices.find(id);
            if (own != s.demand.offices.end()) w *= own->second.month_factors[static_cast<std::size_t>(month - 1)];
            sum += w;
        }
        share = of.at(office) / sum;
    }
    return s.demand.arrivals * s.horizon.level(s.demand.growth, year) * there / all * share;
}

}  // namespace

TEST_CASE("observed months are what is expected, in whatever spelling of the month and in any year") {
    const std::array<const char*, 12> es = {"ene", "feb", "mar", "abr", "may", "jun",
                                            "jul", "ago", "sep", "oct", "nov", "dic"};
    const std::vector<std::function<std::string(int)>> spellings = {
        iso_month, [](int m) { return fmt::format("{:02}-2024", m); }, [](int m) { return fmt::format("{}/2024", m); },
        [&](int m) { return std::string(es[static_cast<std::size_t>(m - 1)]) + "-24"; },
        [](int m) { return fmt::format("01-{:02}-2024", m); }};
    for (const auto& spelling : spellings) {
        CAPTURE(spelling(1));
        const auto s = read_good(with_network + "data: {arrivals: a.csv}\n", {{"a.csv", by_month(spelling)}});
        CHECK(s.demand.arrivals == 1046);
        for (int m = 1; m <= 12; ++m)
            CHECK(expected(s, 2024, m) == doctest::Approx(counts[static_cast<std::size_t>(m - 1)]).epsilon(1e-9));
    }
    for (const int year : {2023, 2025}) {
        CAPTURE(year);
        const auto s = read_good(with_network + "data: {arrivals: a.csv}\n",
                                 {{"a.csv", by_month([&](int m) { return fmt::format("{}-{:02}", year, m); })}});
        for (int m = 1; m <= 12; ++m)
            CHECK(expected(s, year, m) == doctest::Approx(counts[static_cast<std::size_t>(m - 1)]).epsilon(1e-9));
    }
}

TEST_CASE("twelve months of two years are what is expected in each") {
    const auto month = [](int m) { return fmt::format("{}-{:02}", m >= 7 ? 2024 : 2025, m); };
    const auto s = read_good(with_network + "data: {arrivals: a.csv}\n", {{"a.csv", by_month(month)}});
    for (int m = 1; m <= 12; ++m)
        CHECK(expected(s, m >= 7 ? 2024 : 2025, m) ==
              doctest::Approx(counts[static_cast<std::size_t>(m - 1)]).epsilon(1e-9));
}

TEST_CASE("observed days give months and weekdays that are both what is expected") {
    Scenario plain = read_good(without_arrivals, {});
    std::string text = "fecha,llegadas\n";
    std::array<double, 12> months{};
    std::array<double, 7> weekdays{};
    std::uint64_t state = 3;
    for (core::Date d = core::new_year(2024); d < core::new_year(2025); d += core::days(1)) {
        const auto holidays = plain.calendar.holidays.in(2024);
        const int weekday = core::weekday_of(d);
        if (weekday > 4 || std::find(holidays.begin(), holidays.end(), d) != holidays.end()) continue;
        state = state * 6364136223846793005u + 1442695040888963407u;
        const int count = static_cast<int>((state >> 33) % 9) + (weekday == 0 ? 5 : 0);
        if (count == 0) continue;
        const std::string iso = core::iso(d);
        text += (count % 2 == 0 ? iso : iso.substr(8) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4)) + "," +
                std::to_string(count) + "\n";
        months[core::month_of(d) - 1] += count;
        weekdays[static_cast<std::size_t>(weekday)] += count;
    }
    const auto s = read_good(with_network + "data: {arrivals: a.csv}\n", {{"a.csv", text}});
    for (int m = 1; m <= 12; ++m)
        CHECK(expected(s, 2024, m) == doctest::Approx(months[static_cast<std::size_t>(m - 1)]).epsilon(1e-9));
    CHECK(s.demand.weekday_factors[5] == 0);
    // The factors of weekdays, over the year, give what was seen of each.
    for (int k = 0; k < 5; ++k) {
        double sum = 0;
        for (int m = 1; m <= 12; ++m) {
            double of_day = 0, of_month = 0;
            for (core::Date d = core::date(2024, static_cast<unsigned>(m), 1);
                 core::month_of(d) == static_cast<unsigned>(m); d += core::days(1)) {
                const auto holidays = s.calendar.holidays.in(2024);
                if (core::weekday_of(d) > 4 || std::find(holidays.begin(), holidays.end(), d) != holidays.end())
                    continue;
                const double f = s.demand.weekday_factors[static_cast<std::size_t>(core::weekday_of(d))];
                of_month += f;
                of_day += core::weekday_of(d) == k ? f : 0;
            }
            sum += months[static_cast<std::size_t>(m - 1)] * of_day / of_month;
        }
        CHECK(sum == doctest::Approx(weekdays[static_cast<std::size_t>(k)]).epsilon(1e-9));
    }
}

TEST_CASE("observed months of each office are what is expected there") {
    std::string text = "mes;oficina;llegadas\n";
    const auto count = [](int m, int office) {
        return (office == 1 ? 50 : office == 2 ? 20 : 7) + m * (office % 5 + 1);
    };
    for (int m = 1; m <= 12; ++m) {
        for (const int office : {1, 2, 101}) text += fmt::format("2024-{:02};{};{}\n", m, office, count(m, office));
    }
    const auto s = read_good(with_network + "data: {arrivals: a.csv}\n", {{"a.csv", text}});
    double of_two = 0;
    for (int m = 1; m <= 12; ++m) {
        CAPTURE(m);
        for (const int office : {1, 2, 101})
            CHECK(expected(s, 2024, m, office) == doctest::Approx(count(m, office)).epsilon(1e-9));
        of_two += count(m, 2);
    }
    CHECK(s.network.centres.at(2).weight == 1);  // as the file that names the data states
    const auto delta = read_good("aforo: 1\nname: x\nextends: base.yaml\ndata: {arrivals: a.csv}\n",
                                 {{"base.yaml", without_arrivals}, {"a.csv", text}});
    CHECK(delta.network.centres.at(2).weight == of_two);
    for (const int office : {1, 2, 101})
        CHECK(expected(delta, 2024, 5, office) == doctest::Approx(count(5, office)).epsilon(1e-9));
}

TEST_CASE("the resolved scenario is all that a run needs, and says the file and line of each number") {
    const auto s = read_good(with_network +
                                 "data: {arrivals: {value: a.csv, source: registro}}\n"
                                 "sources: {registro: {title: A register}}\n",
                             {{"a.csv", by_month(iso_month)}});
    const std::string text = scenario::resolved(s);
    CHECK(!has(text, "data:"));
    const auto again = testing::read_text(text);
    CHECK(scenario::digest(again) == scenario::digest(s));
    CHECK(scenario::resolved(again) == text);
    CHECK(s.provenance.at("demand.arrivals").source == "registro");
    CHECK(s.provenance.at("demand.arrivals").note == "a.csv:2-13");
    const auto unnamed = read_good(with_network + "data: {arrivals: a.csv}\n", {{"a.csv", by_month(iso_month)}});
    CHECK(unnamed.provenance.at("demand.month_factors").source == "a");
    CHECK(unnamed.sources.at("a").title == "a.csv");
    const auto other =
        read_good(with_network + "data: {arrivals: a.csv}\n", {{"a.csv", by_month(iso_month) + "# one more line\n"}});
    CHECK(scenario::digest(other) == scenario::digest(unnamed));
}

TEST_CASE("a scenario without data says nothing of it, and its digest is as it was") {
    const std::string text = scenario::resolved(testing::read_text(smallest));
    CHECK(!has(text, "data"));
    CHECK(!has(text, "offices"));
}

TEST_CASE("a file that extends one with data says what changes, like any other") {
    const TemporaryFolder folder;
    folder.write("base/a.csv", by_month(iso_month));
    folder.write("base/base.yaml", with_network + "data: {arrivals: a.csv}\n");
    const auto s = testing::read_good(
        folder.write("it.yaml", "aforo: 1\nname: more\nextends: base/base.yaml\ndemand: {arrivals: 2000}\n"));
    CHECK(s.demand.arrivals == 2000);
    CHECK(expected(s, 2024, 1) == doctest::Approx(2000.0 * 80 / 1046));
    CHECK(s.provenance.at("demand.arrivals").source.empty());
}

TEST_CASE("arrivals that cannot be are refused with their place") {
    const std::string yaml = with_network + "data: {arrivals: a.csv}\n";
    const auto arrivals = [&](const std::string& text) { return mistakes(yaml, {{"a.csv", text}}); };
    const std::string good = by_month(iso_month);
    CHECK(has(arrivals("mes;llegadas\n2024-01;5\n"), "a.csv:1:1: error: data.arrivals: the months 02, 03"));
    CHECK(has(arrivals(good + "2024-13;5\n"), "a.csv:14:1: error: data.arrivals: '2024-13' is not a month"));
    CHECK(has(arrivals(good + "2024-12;5\n"), "a.csv:14:1: error: data.arrivals: is on line 13 already"));
    CHECK(has(arrivals(good + "2023-12;5\n"), "a.csv:14:1: error: data.arrivals: month 12 is there in two years"));
    CHECK(has(arrivals("mes;llegadas;rut\n2024-01;5;1\n"), "a.csv:1:14: error: data.arrivals: the column 'rut'"));
    CHECK(has(arrivals("mes;fecha;llegadas\n"), "one and only one of the columns"));
    CHECK(has(arrivals("mes;mes;llegadas\n2024-01;1;2\n"),
              "a.csv:1:5: error: data.arrivals: the column 'mes' is there twice"));
    CHECK(has(arrivals("mes\n2024-01\n"), "the column arrivals (llegadas) is missing"));
    CHECK(has(arrivals("mes;llegadas\n"), "has no row"));
    CHECK(has(arrivals("mes;llegadas\n2024-01;-5\n2024-02;x\n2024-03;\n"),
              "a.csv:2:9: error: data.arrivals: is negative"));
    CHECK(has(arrivals("mes;llegadas\n2024-01;-5\n2024-02;x\n2024-03;\n"),
              "a.csv:3:9: error: data.arrivals: 'x' is not"));
    CHECK(has(arrivals("mes;llegadas\n2024-01;-5\n2024-02;x\n2024-03;\n"),
              "a.csv:4:9: error: data.arrivals: the number"));
    CHECK(has(arrivals("mes;oficina;llegadas\n2024-01;7;5\n"), "a.csv:2:9: error: data.arrivals: '7' is no office"));
    CHECK(has(arrivals("mes;oficina;llegadas\n2024-01;1;5\n"), "the months 02, 03"));
    std::string two = "mes;oficina;llegadas\n", days = "fecha;llegadas\n";
    for (int m = 1; m <= 12; ++m) two += fmt::format("2024-{:02};1;5\n2024-{:02};101;0\n", m, m);
    CHECK(has(arrivals(two), "of office 2 (Dos) the months 01"));
    for (int m = 1; m <= 12; ++m) days += fmt::format("2024-{:02}-15;5\n", m);
    CHECK(has(arrivals(days), "offices are closed on 2024-06-15"));  // a Saturday
}

TEST_CASE("the path of a data file is in the folder of the scenario that names it") {
    const TemporaryFolder folder;
    folder.write("out.csv", by_month(iso_month));
    folder.write("in/link/x.csv", "");
    std::filesystem::create_symlink("../out.csv", folder.path / "in/linked.csv");
    const auto what = [&](const std::string& name) {
        std::string all;
        for (auto d : scenario::read(folder.write("in/it.yaml", with_network + "data: {arrivals: '" + name + "'}\n"),
                                     core::Lang::en)
                          .diagnostics) {
            d.place.file = "it";
            all += core::to_string(d) + "\n";
        }
        return all;
    };
    CHECK(has(what("../out.csv"), "it:12:18: error: data.arrivals: ../out.csv is not in the scenario's folder"));
    CHECK(has(what((folder.path / "out.csv").string()), "is not in the scenario's folder"));
    CHECK(has(what("linked.csv"), "is not in the scenario's folder"));
    CHECK(has(what("none.csv"), "it:12:18: error: cannot open the file"));
    CHECK(has(what("link"), "is a folder"));
}

TEST_CASE("what a data file gives, the file that names it does not state too") {
    CHECK(has(mistakes(without_arrivals + "data: {arrivals: a.csv}\n", {{"a.csv", by_month(iso_month)}}),
              "a.csv gives demand.arrivals, which this file states too on its line 5"));
}

TEST_CASE("durations are what was observed, of any key that takes a distribution") {
    const std::string yaml = without_arrivals.substr(0, without_arrivals.find("attention:")) +
                             "attention: {annual_cost: 0 M$}\ndata: {durations: d.csv}\n";
    const auto s = read_good(yaml, {{"d.csv",
                                     "clave;minutos\nattention.duration;12,5\nattention.duration;10\n"
                                     "work_plan.session;60\n"}});
    CHECK(s.attention.duration.kind == scenario::Distribution::Kind::empirical);
    CHECK(s.attention.duration.values == std::vector<double>{600'000, 750'000});
    CHECK(s.work_plan.session.values == std::vector<double>{3'600'000});
    CHECK(s.provenance.at("attention.duration").note == "d.csv:2-3");
    CHECK(
        has(mistakes(yaml, {{"d.csv", "clave;minutos\ndiagnosis.share;5\n"}}), "d.csv:2:1: error: diagnosis.share: "));
    CHECK(has(mistakes(yaml, {{"d.csv", "clave;minutos\nattention.durration;5\n"}}), "did you mean duration?"));
    CHECK(has(mistakes(yaml, {{"d.csv", "clave;minutos;horas\nattention.duration;5;1\n"}}), "one and only one"));
    CHECK(has(mistakes(yaml, {{"d.csv", "clave;minutos\n;5\n"}}),
              "d.csv:2:1: error: data.durations: the key is missing"));
}

TEST_CASE("weights of centres come from their file, each row with its own name") {
    const std::string yaml = without_arrivals + "data: {centres: c.csv}\n";
    const auto s = read_good("aforo: 1\nname: x\nextends: base.yaml\ndata: {centres: c.csv}\n",
                             {{"base.yaml", without_arrivals}, {"c.csv", "oficina;nombre;peso\n1;Uno;2,5\n2;dos;7\n"}});
    CHECK(s.network.centres.at(1).weight == 2.5);
    CHECK(s.network.centres.at(2).weight == 7);
    CHECK(s.provenance.at("network.centres.2.weight").note == "c.csv:3");
    const std::string staffed =
        without_arrivals +
        "advisory: {advisors: 8, annual_cost: 24000 M$, direct_hours: 1200 h, caseload: 10, budget: 1000000 M$}\n";
    const auto by_centre = read_good("aforo: 1\nname: x\nextends: base.yaml\ndata: {centres: c.csv}\n",
                                     {{"base.yaml", staffed}, {"c.csv", "oficina;asesores\n1;3\n2;5,5\n101;1\n"}});
    CHECK(scenario::centre_advisors(by_centre, core::new_year(2024)) == std::vector<double>{3, 5.5});
    CHECK(by_centre.network.satellites.at(101).advisors == 1);
    CHECK(has(mistakes("aforo: 1\nname: x\nextends: base.yaml\ndata: {centres: c.csv}\n",
                       {{"base.yaml", staffed}, {"c.csv", "oficina;asesores\n101;3,5\n"}}),
              "c.csv:2:5: error: network.satellites.101.advisors: must be a whole number"));
    CHECK(has(mistakes(yaml, {{"c.csv", "oficina;nombre;peso\n1;Dos;2,5\n"}}),
              "c.csv:2:3: error: data.centres: office 1 is called Uno in the network"));
    CHECK(has(mistakes(yaml, {{"c.csv", "oficina;peso\n101;2\n"}}), "is a satellite, and the weight is its centre's"));
    CHECK(has(mistakes(yaml, {{"c.csv", "oficina;peso\n9;2\n"}}), "'9' is no office"));
    CHECK(has(mistakes(yaml, {{"c.csv", "oficina;peso\n1;2\n1;3\n"}}), "is on line 2 already"));
}

TEST_CASE("budgets by year come out as given, in M$") {
    const std::string yaml = without_arrivals + "data: {budget: b.csv}\n";
    const auto s = read_good(yaml, {{"b.csv",
                                     "componente;año;miles_de_pesos\nAsesoría;2024;8.640.000,5\n"
                                     "Asesoría;2025;9.123.457\nAsesoría;2026;7777777\natención;2024;100\n"}});
    // Levels of growth have nine decimals.
    const auto is_near = [&](int year, std::size_t component, double pesos) {
        return std::abs(static_cast<double>(scenario::appropriations(s, year)[component].in_pesos()) - pesos) <= 5;
    };
    CHECK(is_near(2024, 1, 8'640'000'500));
    CHECK(is_near(2025, 1, 9'123'457'000));
    CHECK(is_near(2026, 1, 7'777'777'000));
    CHECK(is_near(2024, 0, 100'000));
    CHECK(is_near(2025, 0, 100'000));
    CHECK(has(mistakes(yaml, {{"b.csv", "componente;año;pesos\nasesores;2024;5\n"}}),
              "b.csv:2:1: error: data.budget: 'asesores'"));
    CHECK(has(mistakes(yaml, {{"b.csv", "componente;año;pesos\nadvisory;2023;5\n"}}),
              "b.csv:2:10: error: data.budget: '2023'"));
    CHECK(has(mistakes(yaml, {{"b.csv", "componente;año;pesos\nadvisory;2025;5\n"}}),
              "the budget of 2024, the first year, is missing"));
    CHECK(has(mistakes(yaml, {{"b.csv", "componente;año;pesos\nadvisory;2024;5\nadvisory;2026;6\n"}}),
              "the budget of 2025 is missing"));
}

TEST_CASE("published figures are printed beside, by the keys of plan") {
    const std::string yaml = without_arrivals + "data: {published: p.csv}\n";
    const auto s = read_good(yaml, {{"p.csv",
                                     "clave;valor;unidad\nattention.production;60.000,0;\n"
                                     "advisory.spending;8640000;M$\nbeneficiaries.2024;20000;\n"
                                     "beneficiaries.2025;24000;\nbeneficiaries.2026;28000;\n"}});
    CHECK(s.plan.attention.production == 60'000);
    CHECK(s.plan.advisory.spending.in_thousands() == 8'640'000);
    CHECK(s.plan.beneficiaries == std::map<int, double>{{2024, 20'000}, {2025, 24'000}, {2026, 28'000}});
    CHECK(has(mistakes(yaml, {{"p.csv", "clave;valor\nadvisory.spending;5\n"}}),
              "p.csv:2:19: error: plan.advisory.spending: '5' has no unit"));
    CHECK(has(mistakes(yaml, {{"p.csv", "clave;valor\nadvisory.production;5\nadvisori.production;5\n"}}),
              "did you mean advisory?"));
}

namespace {

const std::string to_execute = without_arrivals +
                               "advisory: {budget: 400000 M$, advisors: 4, caseload: 20, annual_cost: 1000 M$}\n"
                               "alliances: {budget: 9000 M$}\nadministration: {budget: 50000 M$}\n"
                               "data: {executed: e.csv}\n";
const std::string with_budget = [] {
    std::string text = to_execute;
    const std::string attention = "attention: {annual_cost";
    text.replace(text.find(attention), attention.size(), "attention: {budget: 90000 M$, staff: 3, annual_cost");
    return text;
}();
const std::string executed_header =
    "mes;atendidas;beneficiarios;alianzas;gasto_atención;gasto_asesoría;gasto_alianzas;gasto_administración";

}  // namespace

TEST_CASE("executed months are taken as given, with their staff, each number with its line") {
    const auto s = read_good(
        with_budget, {{"e.csv", "\xEF\xBB\xBF# hecho a mano\r\n" + executed_header + ";asesores;orientadores\r\n" +
                                    "2024-01;250;40;3;8.000,5;30000;700;4.000,125;4;2,5\r\n"
                                    "feb-24;200;31;0;7000;28000,001;0;3500;4;3\r\n"
                                    "03-2024;0;0;1;0;0;1;0;5;3\r\n"}});
    REQUIRE(s.executed.size() == 3);
    const auto& january = s.executed.at("2024-01");
    CHECK(january.attended == 250);
    CHECK(january.beneficiaries == 40);
    CHECK(january.alliances == 3);
    CHECK(january.spending.attention.in_pesos() == 8'000'500);
    CHECK(january.spending.administration.in_pesos() == 4'000'125);
    CHECK(s.executed.at("2024-02").spending.advisory.in_pesos() == 28'000'001);
    CHECK(s.executed.at("2024-03").alliances == 1);
    CHECK(s.provenance.at("executed.2024-02.attended").note == "e.csv:4");
    CHECK(scenario::end_of_executed(s) == core::date(2024, 4, 1));
    // The staff of a month, and from the last one on.
    CHECK(scenario::national_advisors(s, core::date(2024, 2, 15)) == 4);
    CHECK(scenario::national_advisors(s, core::date(2024, 3, 1)) == 5);
    CHECK(scenario::national_advisors(s, core::date(2025, 9, 1)) == 5);
    CHECK(scenario::attention_staff(s, core::date(2024, 1, 31)) == 2.5);
    CHECK(scenario::attention_staff(s, core::date(2024, 12, 1)) == 3);
    // What was is no assumption, whatever is assumed of the staff of other years.
    int stated = 0;
    for (const auto& [path, origin] : s.provenance) {
        if (!path.starts_with("exceptions.") || !path.ends_with(".value")) continue;
        ++stated;
        CHECK(origin.in_worlds == scenario::InWorlds::stands);
    }
    CHECK(stated == 4);
    // What it resolves to says the same without the file.
    const TemporaryFolder folder;
    const auto again = scenario::read(folder.write("again.yaml", scenario::resolved(s)), core::Lang::en);
    REQUIRE(again.scenario);
    CHECK(scenario::digest(*again.scenario) == scenario::digest(s));
}

TEST_CASE("executed months that cannot be are refused with their place") {
    const auto told = [](const std::string& rows, const std::string& more = "") {
        return mistakes(with_budget, {{"e.csv", executed_header + more + "\n" + rows}});
    };
    CHECK(has(told("2024-02;1;1;1;1;1;1;1\n"), "e.csv:2:"));
    CHECK(has(told("2024-02;1;1;1;1;1;1;1\n"), "executed.2024-02: is the first month, and no January"));
    CHECK(has(told("2024-01;1;1;1;1;1;1;1\n2024-03;1;1;1;1;1;1;1\n"),
              "e.csv:3:1: error: executed.2024-03: 2024-02, the month before, is missing"));
    CHECK(has(told("2024-02;1;1;1;1;1;1;1\n2024-01;1;1;1;1;1;1;1\n"),
              "e.csv:3:1: error: data.executed: is before the row above"));
    CHECK(has(told("2024-01;1;1;1;1;1;1;1\n2024-01;1;1;1;1;1;1;1\n"), "is on line 2 already"));
    CHECK(has(told("2023-01;1;1;1;1;1;1;1\n"), "is not in the measured years, 2024 to 2026"));
    CHECK(has(told("2024-01;1,5;1;1;1;1;1;1\n"), "e.csv:2:9: error: data.executed: is no whole number"));
    CHECK(has(told("2024-01;1;1;1;1;;1;1\n"), "e.csv:2:17: error: data.executed: the number is missing"));
    CHECK(has(told("2024-01;1;1;1;-1;1;1;1\n"), "is negative"));
    CHECK(has(told("2024-01;1;1;1;1.234;1;1;1\n"), "is ambiguous"));
    // Of the component and the month in which it is passed, and only there.
    const std::string over = told("2024-01;1;1;1;1;300000;1;1\n2024-02;1;1;1;1;100001;1;1\n");
    CHECK(has(over,
              "e.csv:3:17: error: executed.2024-02.spending.advisory: with this month, what was executed in 2024 "
              "(400001 M$) exceeds the appropriation (400000 M$)"));
    CHECK(!has(over, "2024-01"));
    CHECK(has(told("2024-01;1;1;1;1;1;1;1;9\n", ";visitas"), "the column 'visitas' is not one of this file"));
    CHECK(has(mistakes(with_budget, {{"e.csv", "mes;atendidas\n2024-01;5\n"}}),
              "the column beneficiaries (beneficiarios) is missing"));
    CHECK(has(told("2024-01;1;1;1;1;1;1;12.345.678-5\n"), "e.csv:2:21"));
    CHECK(!has(told("2024-01;1;1;1;1;1;1;12.345.678-5\n"), "12.345.678"));
    std::string whole;
    for (int year = 2024; year <= 2026; ++year) {
        for (int m = 1; m <= 12; ++m) whole += fmt::format("{}-{:02};1;0;0;1;1;1;1\n", year, m);
    }
    CHECK(has(told(whole), "is the last month of the horizon: nothing is left to project"));
}

TEST_CASE("a transfer may pay for what was executed beyond the appropriation") {
    const std::string rows = executed_header + "\n2024-01;1;1;1;1;400001;1;1\n";
    CHECK(has(mistakes(with_budget, {{"e.csv", rows}}), "exceeds the appropriation"));
    CHECK(mistakes(
              with_budget + "funding: {transfers: {a: {from: attention, to: advisory, at_most: 0.1, date: 01-01}}}\n",
              {{"e.csv", rows}}) == "");
}

TEST_CASE("a workbook given as data is refused with what to do") {
    const std::string what =
        mistakes(with_network + "data: {arrivals: a.xlsx}\n", {{"a.xlsx", std::string("PK\x03\x04") + "rest"}});
    CHECK(has(what, "a.xlsx:1:1: error: is an Excel workbook, and data is read from a CSV"));
    CHECK(has(what, "CSV UTF-8"));
}
