// A sheet of which nothing is known but what it publishes is fitted. AFORO_FRESH=400 for as many fresh replications as
// the command takes by itself.
#include <cstdlib>

#include "cli/sheet.hpp"

using namespace testing;

TEST_CASE("the made-up sheet of another year and half the size is fitted to all of its figures, on fresh seeds") {
    const Folder folder;
    write_figures(folder, half_of_2024);
    REQUIRE(ask(folder, "init --from cifras.yaml").code == 0);
    const char* fresh = std::getenv("AFORO_FRESH");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    const Ran ran = ask(folder, std::string("calibrate escenario.yaml --quiet --lang en --replications ") +
                                    (fresh != nullptr ? fresh : "60"));
    CAPTURE(ran.out);
    CAPTURE(ran.err);
    CHECK(ran.code == 0);  // 4 where some figure is outside its tolerance
    CHECK(unwrapped(ran.out).find("19 of 19 figures are within their tolerance") != std::string::npos);
}
