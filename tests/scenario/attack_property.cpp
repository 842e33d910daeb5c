// Files that are damaged, random or made to be slow: each is read or refused with a place and a reason, soon. What is
// read resolves to a text that reads back to itself.
// AFORO_ATTACKS=n damages n scenarios instead of 4000, AFORO_RANDOM_SEED=s begins at seed s.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>

#include "broken.hpp"
#include "reading.hpp"

using namespace aforo;
using testing::smallest, testing::TemporaryFolder;

namespace {

// Of the processor: others may use the machine.
double seconds_since(std::clock_t began) { return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC; }

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

// True when the text is a scenario.
bool survives(const TemporaryFolder& folder, const std::string& text) {
    const std::string path = folder.write("it.yaml", text);
    const auto result = scenario::read(path, core::Lang::en);
    CHECK(result.scenario.has_value() == result.diagnostics.empty());
    for (const auto& d : result.diagnostics) {
        CHECK(!d.what.empty());
        CHECK(d.place.file.starts_with(folder.path.string()));
        CHECK(d.place.line >= 0);
    }
    if (!result.scenario) return false;
    const std::string resolved = scenario::resolved(*result.scenario);
    const auto again = scenario::read(folder.write("again.yaml", resolved), core::Lang::en);
    if (!again.scenario)
        FAIL_CHECK(core::to_string(again.diagnostics.at(0)));
    else
        CHECK((scenario::resolved(*again.scenario) == resolved));
    return true;
}

// Scenarios to damage. The files that some of them extend are copied along.
std::vector<std::string> seeds(const TemporaryFolder& folder) {
    std::vector<std::string> texts;
    for (const auto& file : testing::broken_scenarios())
        texts.push_back(testing::bytes_of(testing::broken_folder / file));
    std::filesystem::copy(testing::broken_folder / "base", folder.path / "base");
    texts.push_back(smallest);
    texts.push_back(testing::bytes_of(testing::broken_folder / "base/base.yaml"));
    texts.push_back(testing::bytes_of(AFORO_SOURCE_DIR "/tests/model/small.yaml"));
    return texts;
}

// Pieces that mean something to YAML or to the language.
const std::string pieces[] = {"{",
                              "}",
                              "[",
                              "]",
                              ": ",
                              "- ",
                              ",",
                              "\n",
                              "  ",
                              "#",
                              "&a ",
                              "*a",
                              "!t ",
                              "|",
                              ">",
                              "\"",
                              "'",
                              "? ",
                              "---\n",
                              "...\n",
                              "%",
                              "\t",
                              "\0",
                              "\x80",
                              "é",
                              "~",
                              "null",
                              "true",
                              "-1",
                              "0",
                              "1e308",
                              "nan",
                              "1,5",
                              "62.900",
                              "90 min",
                              "5 M$",
                              "value: ",
                              "range: [0, 1]",
                              "source: ficha",
                              "none",
                              "extends: it.yaml\n",
                              "2024: 1",
                              "1: null\n"};

std::string damaged(std::string text, std::mt19937_64& bits) {
    const auto at = [&] { return static_cast<std::size_t>(bits() % (text.size() + 1)); };
    for (auto n = bits() % 3 + 1; n > 0; --n) {
        const std::size_t i = at();
        const std::size_t length = std::min<std::size_t>(bits() % 40, text.size() - i);
        switch (bits() % 6) {
            case 0:
                text.erase(i, length);
                break;
            case 1:
                text.insert(i, pieces[bits() % std::size(pieces)]);
                break;
            case 2:
                text.replace(i, length, pieces[bits() % std::size(pieces)]);
                break;
            case 3:
                text.insert(at(), text.substr(i, length));
                break;
            case 4:
                if (i < text.size()) text[i] = static_cast<char>(bits());
                break;
            default:
                text.resize(bits() % 8 == 0 ? i : text.size());
                break;
        }
    }
    return text;
}

}  // namespace

TEST_CASE("thousands of damaged scenarios are read or refused, none brings the reader down") {
    const TemporaryFolder folder;
    const auto texts = seeds(folder);
    const std::uint64_t first = from_environment("AFORO_RANDOM_SEED", 1),
                        attacks = from_environment("AFORO_ATTACKS", 4'000);
    std::uint64_t good = 0;
    for (std::uint64_t i = first; i < first + attacks; ++i) {
        CAPTURE(i);
        std::mt19937_64 bits(i);
        // Half of them start from something sound, which comes last.
        const std::size_t which = i % 2 == 0 ? texts.size() - 1 - bits() % 3 : bits() % texts.size();
        good += survives(folder, damaged(texts[which], bits));
    }
    CHECK(good > attacks / 50);
}

TEST_CASE("random bytes are refused") {
    const TemporaryFolder folder;
    std::mt19937_64 bits(20240102);
    for (int i = 0; i < 2'000; ++i) {
        CAPTURE(i);
        std::string text = i % 2 == 0 ? "" : "aforo: 1\n";
        for (auto n = bits() % 300; n > 0; --n) {
            text += i % 3 == 0 ? std::string(1, static_cast<char>(bits())) : pieces[bits() % std::size(pieces)];
        }
        CHECK(!survives(folder, text));
    }
}

TEST_CASE("the end of a file anywhere in it is survived") {
    const TemporaryFolder folder;
    for (std::size_t n = 0; n < smallest.size(); ++n) {
        CAPTURE(n);
        (void)survives(folder, smallest.substr(0, n));
    }
}

TEST_CASE("files made to be slow take no longer than their size") {
    const auto repeat = [](const std::string& piece) {
        std::string text;
        while (text.size() < (1u << 20)) text += piece;
        return text;
    };
    std::string keys;
    for (int i = 0; keys.size() < (1u << 20); ++i) keys += fmt::format("k{}:\n", i);
    std::string centres = "network:\n  centres:\n", sources = "graduation:\n  repeat: 0.1\nsources:\n";
    for (int i = 2; i < 20'000; ++i) {
        centres += fmt::format("    {}: {{name: x, region: s{}, weight: 1, source: t{}}}\n", i, i, i);
        sources += fmt::format("  s{}: {{title: x}}\n", i);
    }
    const std::string without_network =
        smallest.substr(0, smallest.find("network:")) + smallest.substr(smallest.find("attention:"));
    const std::string texts[] = {smallest + keys,
                                 smallest + "plan: " + repeat("["),
                                 smallest + repeat("- "),
                                 smallest + repeat("? "),
                                 smallest + repeat("{a: "),
                                 smallest + "plan:\n  " + repeat("a: "),
                                 smallest + "x: \"" + repeat("\\n"),
                                 smallest + "x: " + repeat("a "),
                                 smallest + "x: |\n" + repeat(" \n"),
                                 smallest + "plan: {beneficiaries: {" + repeat("2024: 1, ") + "}}\n",
                                 smallest + "targeting: {criteria: [" + repeat("sector, ") + "]}\n",
                                 without_network + centres + sources.substr(0, sources.find("sources:"))};
    for (const auto& text : texts) {
        const TemporaryFolder folder;
        const std::string path = folder.write("it.yaml", text);
        CAPTURE(text.substr(smallest.size(), 30));
        const auto began = std::clock();
        const auto found = scenario::read(path, core::Lang::en).diagnostics;
        CHECK(seconds_since(began) < 20);  // quadratic would be minutes; a sanitizer is not
        CHECK(!found.empty());
        CHECK(found.size() <= 1001);
    }
}

TEST_CASE("a pipe in place of a file is refused, not waited for") {
    const TemporaryFolder folder;
    const auto pipe = folder.path / "a.yaml";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    const auto result = scenario::read(pipe.string(), core::Lang::en);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(core::to_string(result.diagnostics.front()).find("cannot open") != std::string::npos);
}
