// aforo verify --note as it is used: one document that an auditor can cite, of the folder of a calibration.
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <string>

#include "cli/asking.hpp"
#include "cli/fitted.hpp"

using namespace testing;
namespace json = boost::json;

TEST_CASE("the validation note says what is modelled, met, fitted and left out, with the digests of its calibration") {
    const Folder folder;
    write_fitted_scenarios(folder);
    const auto calibrated = ask(folder, "calibrate base.yaml --held-out --replications 10 --lang es");
    CAPTURE(calibrated.err);
    REQUIRE((calibrated.code == 0 || calibrated.code == 4));
    const fs::path made = folder.path / "output/base/calibrate-001";
    const auto manifest = json::parse(slurp(made / "manifest.json"));

    const auto noted = ask(folder, "verify --replications 10 --note output/base/calibrate-001 --lang es");
    CAPTURE(noted.err);
    REQUIRE(noted.code == 0);
    CHECK(fs::exists(made / "nota.xlsx"));
    const std::string note = slurp(made / "nota.html");
    for (const char* words : {"Nota de validación de «base»", "1. Qué se modela y qué no", "2. La teoría que cumple",
                              "comparaciones con 10 réplicas", "3. Cifras ajustadas, previstas y dejadas fuera",
                              "4. Cuentas", "5. Versiones y huellas", "aforo calibrate base.yaml"})
        CHECK_MESSAGE(note.find(words) != std::string::npos, words);
    for (const char* digest : {"program", "scenario_digest", "results_digest", "run_file_digest"})
        CHECK_MESSAGE(note.find(manifest.at(digest).as_string().c_str()) != std::string::npos, digest);
}

TEST_CASE("a note of what is no calibration is refused before anything is simulated") {
    const Folder folder;
    write_fitted_scenarios(folder);
    REQUIRE(ask(folder, "sweep base.yaml --vary advisory.advisors=12,13 --replications 2").code == 0);
    const auto refused = ask(folder, "verify --note output/base/sweep-001 --lang es");
    CAPTURE(refused.err);
    CHECK(refused.code == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("se espera la carpeta de aforo calibrate") != std::string::npos);
    CHECK(ask(folder, "verify --note nada").code != 0);
}
