// scenarios/README.md is the page of keys that `aforo schema --markdown` prints.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "aforo/reference/reference.hpp"

TEST_CASE("scenarios/README.md is up to date: if not, AFORO_UPDATE_GOLDEN=1 ./dev test -R reference.golden writes it") {
    const std::string actual = aforo::reference::page(aforo::core::Lang::es);
    const std::string path = AFORO_SOURCE_DIR "/scenarios/README.md";
    if (std::getenv("AFORO_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
    std::ifstream file(path, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    CHECK_MESSAGE(actual == expected,
                  "scenarios/README.md is out of date; write it with: aforo schema --markdown --lang es > "
                  "scenarios/README.md (or AFORO_UPDATE_GOLDEN=1)");
}
