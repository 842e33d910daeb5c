#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <limits>

#include "aforo/render/csv.hpp"
#include "aforo/render/machine.hpp"

using namespace aforo;
using namespace aforo::render;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

results::Run small_run() {
    results::Run run;
    run.version = "0.1.0";
    run.scenario = "Plan \"A\" \\ ñ\n";
    run.digest = "abc";
    run.seed = 18446744073709551615ULL;
    run.replications = 40;
    run.columns = {{"beneficiaries", "enterprises", {"Población Beneficiaria", "Beneficiary population"}},
                   {"a;b,\"c\"", "ratio", {}}};
    run.prices.index.of = 2023;
    run.rows = {{0, 2024, results::Level::programme, "", {40, 20000, 0.1, 1.0 / 3, 19000, 20000, 1e20}},
                {1,
                 2025,
                 results::Level::office,
                 "=1+1",
                 {0, undefined, 0, 0, undefined, undefined, std::numeric_limits<double>::infinity()}}};
    return run;
}

// Boost.JSON 1.81 reads some decimals one bit off; that what is written is exact is tested in format_unit.cpp.
doctest::Approx approximately(double value) { return doctest::Approx(value).epsilon(1e-14); }

}  // namespace

TEST_CASE("results.json is these bytes") {
    CHECK(
        results_json(small_run()) ==
        "{\n\"aforo\": \"0.1.0\",\n\"scenario\": \"Plan \\\"A\\\" \\\\ ñ\\n\",\n\"digest\": \"abc\",\n"
        "\"seed\": 18446744073709551615,\n\"replications\": 40,\n"
        "\"prices\": {\"pesos\": \"2023\", \"scenario\": 2023, \"factors\": {}, \"source\": \"\"},\n\"metrics\": [\n"
        R"({"metric": "beneficiaries", "unit": "enterprises", "year": 2024, "level": "programme", "id": "", "n": 40, )"
        R"("mean": 20000, "sd": 0.1, "half_width": 0.3333333333333333, "p10": 19000, "p50": 20000, "p90": 1e+20},)"
        "\n"
        R"({"metric": "a;b,\"c\"", "unit": "ratio", "year": 2025, "level": "office", "id": "=1+1", "n": 0, )"
        R"("mean": null, "sd": 0, "half_width": 0, "p10": null, "p50": null, "p90": null})"
        "\n],\n\"series\": [\n]\n}\n");
}

TEST_CASE("results.json reads back as the same numbers") {
    const auto run = small_run();
    const auto json = boost::json::parse(results_json(run)).as_object();
    CHECK(json.size() == 8);
    const auto& metrics = json.at("metrics").as_array();
    REQUIRE(metrics.size() == run.rows.size());
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const auto& metric = metrics[i].as_object();
        const auto& row = run.rows[i];
        CHECK(metric.size() == 12);
        CHECK(metric.at("metric").as_string() == run.columns[static_cast<std::size_t>(row.column)].name);
        CHECK(metric.at("n").as_int64() == row.value.n);
        if (row.value.n == 0) {
            CHECK(metric.at("mean").is_null());
            continue;
        }
        CHECK(metric.at("mean").to_number<double>() == approximately(row.value.mean));
        CHECK(metric.at("half_width").to_number<double>() == approximately(row.value.half_width));
        CHECK(metric.at("p90").to_number<double>() == approximately(row.value.p90));
    }
}

TEST_CASE("a run without metrics, or with a name that is not text, is still valid JSON") {
    results::Run run;
    run.scenario = "a\xFF\x01";
    const auto json = boost::json::parse(results_json(run)).as_object();
    CHECK(json.at("metrics").as_array().empty());
    CHECK(json.at("scenario").as_string() == "a\uFFFD\x01");
}

TEST_CASE("months stand apart in results.json and series.csv, those of single offices only in run.sqlite") {
    auto run = small_run();
    run.series = {{0, 2024, results::Level::programme, "", {40, 1700.5, 3, 1, 1600, 1700, 1800}, 2},
                  {0, 2024, results::Level::office, "17", {40, 12, 3, 1, 10, 12, 15}, 2}};
    const auto json = boost::json::parse(results_json(run)).as_object();
    CHECK(json.at("metrics").as_array().size() == run.rows.size());
    const auto& series = json.at("series").as_array();
    REQUIRE(series.size() == 1);
    const auto& month = series[0].as_object();
    CHECK(month.size() == 13);
    CHECK(month.at("metric").as_string() == "beneficiaries");
    CHECK(month.at("year").as_int64() == 2024);
    CHECK(month.at("month").as_int64() == 2);
    CHECK(month.at("mean").to_number<double>() == approximately(1700.5));
    CHECK(series_csv(run) ==
          "metric,unit,year,month,level,id,name,n,mean,sd,half_width,p10,p50,p90\r\n"
          "beneficiaries,enterprises,2024,2,programme,,,40,1700.5,3,1,1600,1700,1800\r\n");
}

TEST_CASE("manifest.json says how to get the same bits again") {
    results::Manifest manifest{"0.1.0",
                               "xyz",
                               "Ficha 2024",
                               "scenarios/ficha-2024.yaml",
                               "abc",
                               7,
                               40,
                               0.01,
                               "def",
                               "ghi",
                               "aforo run scenarios/ficha-2024.yaml --seed 7 --replications 40"};
    CHECK(manifest_json(manifest) ==
          "{\n\"aforo\": \"0.1.0\",\n\"program\": \"xyz\",\n\"scenario\": \"Ficha 2024\",\n"
          "\"scenario_file\": \"scenarios/ficha-2024.yaml\",\n\"scenario_digest\": \"abc\",\n\"seed\": 7,\n"
          "\"replications\": 40,\n\"precision\": 0.01,\n\"results_digest\": \"def\",\n"
          "\"run_file_digest\": \"ghi\",\n"
          "\"command\": \"aforo run scenarios/ficha-2024.yaml --seed 7 --replications 40\"\n}\n");
    manifest.precision.reset();
    CHECK(boost::json::parse(manifest_json(manifest)).at("precision").is_null());
}

TEST_CASE("a manifest reads back as it was written, and what is none does not") {
    const std::string digest(64, 'a');
    results::Manifest manifest{"0.1.0", digest, "«Ficha»", "f.yaml", digest, 18'446'744'073'709'551'615U,
                               40,      0.01,   digest,    digest,   "aforo"};
    for (const bool precise : {true, false}) {
        if (!precise) manifest.precision.reset();
        const auto read = read_manifest(manifest_json(manifest)).manifest;
        REQUIRE(read.has_value());
        CHECK(manifest_json(*read) == manifest_json(manifest));
    }
    const std::string good = manifest_json(manifest);
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        return text.replace(text.find(from), from.size(), to);
    };
    for (const auto& [broken, named] : {std::pair<std::string, std::string>{"", "JSON"},
                                        {"[]", "JSON"},
                                        {std::string(100'000, '['), "JSON"},
                                        {"{}", "aforo"},
                                        {with("\"seed\": 18446744073709551615", "\"seed\": -1"), "seed"},
                                        {with("\"seed\": 18446744073709551615", "\"seed\": 1.5"), "seed"},
                                        {with("\"replications\": 40", "\"replications\": 1e99"), "replications"},
                                        {with("\"replications\": 40", "\"replications\": 0"), "replications"},
                                        {with("\"precision\": null", "\"precision\": \"0.01\""), "precision"},
                                        {with("\"precision\": null", "\"precision\": -1"), "precision"},
                                        {with("\"results_digest\": \"a", "\"results_digest\": \"A"), "results_digest"},
                                        {with("\"command\": \"aforo\"", "\"command\": [\"aforo\"]"), "command"}}) {
        CAPTURE(broken.substr(0, 200));
        const auto read = read_manifest(broken);
        CHECK_FALSE(read.manifest.has_value());
        CHECK(read.problem.es.find(named) != std::string::npos);
        CHECK(read.problem.en.find(named) != std::string::npos);
    }
}

TEST_CASE("results.csv is RFC 4180, with dots and the texts as they are") {
    CHECK(results_csv(small_run()) ==
          "metric,unit,year,level,id,name,n,mean,sd,half_width,p10,p50,p90\r\n"
          "beneficiaries,enterprises,2024,programme,,,40,20000,0.1,0.3333333333333333,19000,20000,1e+20\r\n"
          "\"a;b,\"\"c\"\"\",ratio,2025,office,=1+1,,0,,0,0,,,\r\n");
}

TEST_CASE("resultados.csv opens in a Chilean Excel, and no text of it is a formula") {
    CHECK(resultados_csv(small_run()) ==
          "\xEF\xBB\xBFmedida;unidad;año;nivel;id;nombre;n;media;desv_est;semiancho_95;p10;p50;p90\r\n"
          "Población Beneficiaria;empresas;2024;programa;;;40;20000;0,1;0,3333333333333333;19000;20000;1e+20\r\n"
          "\"a;b,\"\"c\"\"\";proporción;2025;centro;'=1+1;;0;;0;0;;;\r\n");
    for (const char start : {'=', '+', '-', '@', '\t'}) {
        auto run = small_run();
        run.rows.resize(1);
        run.rows[0].id = start + std::string("A1");
        CHECK(resultados_csv(run).find(";'" + run.rows[0].id + ";") != std::string::npos);
    }
}

TEST_CASE("the same run gives the same bytes") {
    CHECK(results_json(small_run()) == results_json(small_run()));
    CHECK(resultados_csv(small_run()) == resultados_csv(small_run()));
}
