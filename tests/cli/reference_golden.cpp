// scenarios/README.md is what `aforo schema --markdown` prints.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

TEST_CASE("scenarios/README.md is up to date: if not, AFORO_UPDATE_GOLDEN=1 ./dev test -R cli.golden writes it") {
    std::FILE* printed = popen("'" AFORO_BINARY "' schema --markdown --lang es", "r");  // NOLINT(cert-env33-c): a test
    REQUIRE(printed != nullptr);
    std::string actual;
    std::array<char, 4096> buffer{};
    while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), printed)) actual.append(buffer.data(), n);
    REQUIRE(pclose(printed) == 0);
    const std::string path = AFORO_SOURCE_DIR "/scenarios/README.md";
    if (std::getenv("AFORO_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
    std::ifstream file(path, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    CHECK_MESSAGE(actual == expected,
                  "scenarios/README.md is out of date; write it with: aforo schema --markdown --lang es > "
                  "scenarios/README.md (or AFORO_UPDATE_GOLDEN=1)");
}
