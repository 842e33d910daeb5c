// aforo diff: two runs' folders, what went in differently and what came out differently.
#include <doctest/doctest.h>

#include <boost/json/parse.hpp>
#include <fstream>
#include <string>

#include "cli/asking.hpp"

using namespace testing;

namespace {

void write_scenario(const Folder& folder, const std::string& name, const std::string& more) {
    std::ofstream(folder.path / (name + ".yaml"))
        << "aforo: 1\nname: small\nextends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n"
        << more;
}

// Runs it into a folder of that name.
void run_into(const Folder& folder, const std::string& scenario, const std::string& options, const std::string& name) {
    REQUIRE(ask(folder, "run " + scenario + ".yaml --quiet --out out " + options).code == 0);
    fs::rename(folder.path / "out/small/run-001", folder.path / name);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

boost::json::object json_of(const Folder& folder, const std::string& runs) {
    const Ran ran = ask(folder, "diff --json " + runs);
    REQUIRE(ran.code == 0);
    return boost::json::parse(ran.out).as_object();
}

}  // namespace

TEST_CASE("the same run twice: the same bits, and nothing differs") {
    const Folder folder;
    write_scenario(folder, "small", "");
    run_into(folder, "small", "--replications 3", "one");
    run_into(folder, "small", "--replications 3 --threads 1", "two");
    const Ran es = ask(folder, "diff one two --lang es"), en = ask(folder, "diff one two --lang en");
    CHECK(es.code == 0);
    CHECK(has(es.out, "los resultados son los mismos bits"));
    CHECK(has(es.out, "los dos escenarios dicen lo mismo"));
    CHECK(has(en.out, "the results are the same bits"));
    CHECK(has(en.out, "the same version, seed and replications"));
    const auto json = json_of(folder, "one two");
    CHECK(json.at("compared_as") == "same_bits");
    CHECK(json.at("inputs").as_array().empty());
    CHECK(json.at("differences").as_array().empty());
}

TEST_CASE("another seed: nothing can be told apart, as two samples; another number of replications too") {
    const Folder folder;
    write_scenario(folder, "small", "");
    run_into(folder, "small", "--replications 6 --seed 1", "one");
    run_into(folder, "small", "--replications 6 --seed 2", "two");
    run_into(folder, "small", "--replications 9 --seed 1", "three");
    const Ran es = ask(folder, "diff one two --lang es");
    CHECK(es.code == 0);
    CHECK(has(es.out, "Ninguna diferencia pasa de su error."));
    CHECK(has(es.out, "Welch"));
    CHECK(has(es.out, "Semilla"));
    for (const char* runs : {"one two", "one three"}) {
        const auto json = json_of(folder, runs);
        CHECK(json.at("compared_as") == "welch");
        CHECK(json.at("differences").as_array().empty());
        CHECK(json.at("within_error").as_int64() > 50);
    }
}

TEST_CASE("a key changed: it is named with its place, and what comes of it, replication by replication") {
    const Folder folder;
    write_scenario(folder, "small", "");
    write_scenario(folder, "more", "about: {status: draft}\ndemand:\n  arrivals: 2400\n");
    run_into(folder, "small", "--replications 4", "one");
    run_into(folder, "more", "--replications 4", "two");
    const Ran es = ask(folder, "diff one two --lang es"), en = ask(folder, "diff one two --lang en");
    CHECK(es.code == 0);
    CHECK(has(es.out, "demand.arrivals"));
    CHECK(has(es.out, "empresas que llegan"));
    CHECK(has(es.out, "2.400"));
    CHECK(has(es.out, "more.yaml:6"));
    CHECK(has(es.out, "Estado: borrador"));
    CHECK(has(es.out, "Se restan réplica"));
    CHECK(has(en.out, "They are subtracted"));
    const auto json = json_of(folder, "one two");
    CHECK(json.at("compared_as") == "paired");
    CHECK(json.at("inputs_from") == "files");
    REQUIRE(json.at("inputs").as_array().size() == 1);
    const auto& input = json.at("inputs").as_array()[0].as_object();
    CHECK(input.at("path") == "demand.arrivals");
    CHECK(input.at("to").as_object().at("value") == "2400");
    CHECK(input.at("to").as_object().at("line") == 6);
    bool is_told = false;
    for (const auto& d : json.at("differences").as_array())
        is_told = is_told || d.as_object().at("metric") == "arrivals";
    CHECK(is_told);

    // Without the file, or with another in its place, what the runs store tells the key, and no line is made up.
    std::ofstream(folder.path / "more.yaml", std::ios::app) << "  day_cv: 0.1\n";
    const auto stored = json_of(folder, "one two");
    CHECK(stored.at("inputs_from") == "stored");
    REQUIRE(stored.at("inputs").as_array().size() == 1);
    CHECK(stored.at("inputs").as_array()[0].as_object().at("path") == "demand.arrivals");
    CHECK(stored.at("inputs").as_array()[0].as_object().at("to").as_object().at("file").is_null());
    CHECK(has(ask(folder, "diff one two --lang es").out, "ya no están como fueron"));
    CHECK(json_of(folder, "two one").at("inputs").as_array()[0].as_object().at("from").as_object().at("value") ==
          "2400");
}

TEST_CASE("what is no folder of a run ends with 2, both told at once; so does what is no pair") {
    const Folder folder;
    write_scenario(folder, "small", "");
    run_into(folder, "small", "--replications 2", "one");
    const Ran wrong = ask(folder, "diff nowhere neither --lang en");
    CHECK(wrong.code == 2);
    CHECK(wrong.out.empty());
    CHECK(has(wrong.err, "nowhere: not the folder of a run"));
    CHECK(has(wrong.err, "neither: not the folder of a run"));
    CHECK(ask(folder, "diff one --lang en").code == 2);
    CHECK(ask(folder, "diff one one one --lang en").code == 2);
    fs::copy(folder.path / "one", folder.path / "two", fs::copy_options::recursive);
    std::ofstream(folder.path / "two/results.json", std::ios::app) << " ";
    CHECK(ask(folder, "diff one two").code == 2);
}

TEST_CASE("what is said about a scenario is in every file of its run, and is told again in either language") {
    const Folder folder;
    write_scenario(folder, "small", "about: {author: Ana Soto, date: 2026-04-26, status: draft, reason: Una prueba}\n");
    const Ran ran = ask(folder, "run small.yaml --replications 2 --quiet --out out --lang es");
    REQUIRE(ran.code == 0);
    CHECK(ran.out.starts_with(" Borrador\n"));
    CHECK(has(ran.out, "Autor: Ana Soto · Fecha: 26-04-2026 · Estado: borrador · Motivo: Una prueba"));
    const fs::path run = folder.path / "out/small/run-001";
    CHECK(has(slurp(run / "manifest.json"), R"("author": "Ana Soto", "date": "2026-04-26", "status": "draft")"));
    CHECK(has(slurp(run / "report.html"), "<p class=\"draft\">Borrador</p>"));
    REQUIRE(ask(folder, "report out/small/run-001 --lang en").code == 0);
    CHECK(has(slurp(run / "report.html"), "<p class=\"draft\">Draft</p>"));
    CHECK(has(slurp(run / "report.html"), "<dt>Author</dt><dd>Ana Soto</dd>"));
    const std::string texts = "python3 -c \"import zipfile; print(zipfile.ZipFile('" + (run / "report.xlsx").string() +
                              "').read('xl/sharedStrings.xml').decode())\" > '" + (folder.path / "texts").string() +
                              "'";
    REQUIRE(std::system(texts.c_str()) == 0);  // NOLINT(cert-env33-c,concurrency-mt-unsafe): a test
    const std::string cells = slurp(folder.path / "texts");
    CHECK(has(cells, "Author: Ana Soto · Date: 2026-04-26 · Status: draft · Reason: Una prueba"));  // the read-me
    CHECK(has(cells, ">Ana Soto<"));                                                                // the manifest

    // Who wrote it changes no bit of the results.
    write_scenario(folder, "small", "about: {author: Bea Ruiz, status: official}\n");
    REQUIRE(ask(folder, "run small.yaml --replications 2 --quiet --out out").code == 0);
    CHECK(slurp(run / "results.json") == slurp(folder.path / "out/small/run-002/results.json"));
    CHECK(has(ask(folder, "diff out/small/run-001 out/small/run-002 --lang es").out, "los mismos bits"));
}
