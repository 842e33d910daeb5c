// Warnings as a user meets them: on stderr, with --strict as errors, in a run's folder in both languages.
#include <doctest/doctest.h>

#include "cli/asking.hpp"

using namespace testing;

namespace {

const std::string half = "aforo: 1\nname: half\nextends: '" AFORO_SOURCE_DIR
                         "/tests/scenario/warnings/alive.yaml'\nadvisory: {advisors: 12.5}\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("check tells warnings and ends with 0, with --strict with 2") {
    const Folder folder;
    std::ofstream(folder.path / "half.yaml") << half;
    const Ran told = ask(folder, "check half.yaml --lang es");
    CHECK(told.code == 0);
    CHECK(told.err ==
          "half.yaml:4:22: aviso: advisory.advisors: se redondea: son 13 personas enteras; escriba 13\n1 aviso\n");
    CHECK(has(told.out, "half.yaml: correcto"));
    const Ran strict = ask(folder, "check half.yaml --strict --lang en");
    CHECK(strict.code == 2);
    CHECK(has(
        strict.err,
        "half.yaml:4:22: warning: advisory.advisors: is rounded: they are 13 whole persons; write 13\n1 warning\n"));
    CHECK(strict.out.empty());
    CHECK(ask(folder, "check '" AFORO_SOURCE_DIR "/tests/scenario/warnings/alive.yaml' --strict").code == 0);
}

TEST_CASE("a run tells warnings before it simulates and keeps them for every report; with --strict it does not begin") {
    const Folder folder;
    std::ofstream(folder.path / "half.yaml") << half;
    CHECK(ask(folder, "run half.yaml --strict --replications 1").code == 2);
    CHECK_FALSE(fs::exists(folder.path / "output"));
    const Ran ran = ask(folder, "run half.yaml --replications 1 --lang es --quiet");
    CHECK(ran.code == 0);
    CHECK(ran.err.starts_with("half.yaml:4:22: aviso: "));
    CHECK(has(ran.out, "half.yaml:4:22"));
    const fs::path run = folder.path / "output/half/run-001";
    CHECK(has(slurp(run / "report.html"), "son 13 personas enteras"));
    CHECK(ask(folder, "report output/half/run-001 --lang en --format html,xlsx").code == 0);
    CHECK(has(slurp(run / "report.html"), "they are 13 whole persons"));
    CHECK_FALSE(has(slurp(run / "report.html"), "son 13 personas enteras"));
}

TEST_CASE("compare, explain and sweep tell warnings; a sweep those of the values that it tries") {
    const Folder folder;
    std::ofstream(folder.path / "half.yaml") << half;
    std::ofstream(folder.path / "whole.yaml")
        << "aforo: 1\nname: whole\nextends: half.yaml\nadvisory: {advisors: 13}\n";
    const Ran compared = ask(folder, "compare whole.yaml half.yaml --replications 2 --lang en --quiet");
    CHECK(compared.code == 0);
    CHECK(compared.err.starts_with("half.yaml:4:22: warning: "));
    std::ofstream(folder.path / "more.yaml") << "aforo: 1\nname: more\nextends: half.yaml\nattention: {staff: 6}\n";
    const std::string err = ask(folder, "compare half.yaml more.yaml --replications 2 --lang en --quiet").err;
    CHECK(err.find("whole persons") == err.rfind("whole persons"));  // what both inherit is told once
    CHECK(has(err, "1 warning\n"));
    CHECK(has(slurp(folder.path / "output/whole/compare-001/report.html"), "they are 13 whole persons"));
    CHECK(ask(folder, "explain whole.yaml half.yaml --replications 2 --lang en --quiet")
              .err.starts_with("half.yaml:4:22: warning: "));
    const Ran swept =
        ask(folder, "sweep whole.yaml --vary advisory.advisors=13,13.5 --replications 2 --lang en --quiet");
    CHECK(swept.code == 0);
    CHECK(has(swept.err,
              "--vary advisory.advisors=13.5: warning: advisory.advisors: is rounded: they are 14 whole persons"));
    CHECK_FALSE(has(swept.err, "work_plan"));
}
