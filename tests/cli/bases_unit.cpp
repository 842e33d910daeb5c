// aforo compare with the bases that scenarios name in compare_with.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "cli/asking.hpp"

using namespace testing;

namespace {

void write_scenario(const Folder& folder, const std::string& name, const std::string& more) {
    std::ofstream(folder.path / (name + ".yaml"))
        << "aforo: 1\nname: " << name << "\nextends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n"
        << more;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an alternative alone is compared with the first base that it names, and another base is warned of") {
    const Folder folder;
    write_scenario(folder, "first", "");
    write_scenario(folder, "second", "demand: {growth: 1.1}\n");
    write_scenario(folder, "it", "demand: {growth: 1.2}\ncompare_with: [{base: first.yaml}, {base: second.yaml}]\n");
    const Ran alone = ask(folder, "compare it.yaml --replications 2 --quiet --out out --lang es");
    CHECK(alone.code == 0);
    CHECK(has(alone.err, "Se compara con first.yaml, como el escenario dice."));
    CHECK(has(alone.err, "También nombra como base: second.yaml."));
    CHECK(has(alone.out, "«it» frente a «first»"));
    const Ran named = ask(folder, "compare second.yaml it.yaml --replications 2 --quiet --out out --lang es");
    CHECK(named.code == 0);
    CHECK(!has(named.err, "dice compararse"));
    write_scenario(folder, "third", "demand: {growth: 1.3}\n");
    const Ran other = ask(folder, "compare third.yaml it.yaml --replications 2 --quiet --out out --lang en");
    CHECK(other.code == 0);
    CHECK(has(other.err, "warning: it.yaml says that it is compared with first.yaml; against third.yaml"));
    const Ran nothing = ask(folder, "compare first.yaml --replications 2 --quiet --out out --lang en");
    CHECK(nothing.code == 2);
    CHECK(has(nothing.err, "there is no alternative to compare"));
}
