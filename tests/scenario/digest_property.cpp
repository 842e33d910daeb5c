// The resolved scenario: it reads back to itself, and its digest is of what is said, not of how.
#include <doctest/doctest.h>

#include <filesystem>

#include "aforo/scenario/answers.hpp"
#include "reading.hpp"

using namespace aforo;
using testing::smallest, testing::TemporaryFolder, testing::read_good, testing::read_text;

namespace {

// The scenarios that the project comes with; a file without `horizon:` is a part of others.
std::vector<std::string> scenarios() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(AFORO_SOURCE_DIR "/scenarios")) {
        if (entry.path().extension() != ".yaml" || scenario::are_answers(entry.path().string())) continue;
        const auto result = scenario::read(entry.path().string(), core::Lang::en);
        const bool is_part = testing::bytes_of(entry.path()).find("\nextends:") == std::string::npos &&
                             testing::bytes_of(entry.path()).find("\nhorizon:") == std::string::npos;
        CAPTURE(entry.path().string());
        CHECK(result.scenario.has_value() == !is_part);
        if (result.scenario) files.push_back(entry.path().string());
    }
    REQUIRE(files.size() >= 50);
    return files;
}

std::string digest_of(const std::string& text) { return scenario::digest(read_text(text)); }

}  // namespace

TEST_CASE("every scenario that the project comes with, resolved, reads back to the same text and digest") {
    for (const auto& file : scenarios()) {
        CAPTURE(file);
        const auto s = read_good(file);
        const std::string text = scenario::resolved(s);
        CHECK(text.find("extends") == std::string::npos);
        const auto again = read_text(text);
        CHECK((scenario::resolved(again) == text));  // the texts are too long to print
        CHECK(scenario::digest(again) == scenario::digest(s));
        CHECK(scenario::digest(s).size() == 64);
        const auto before = scenario::numbers(s), after = scenario::numbers(again);
        REQUIRE(before.size() == after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            CAPTURE(before[i].path);
            CHECK(before[i].path == after[i].path);
            CHECK(before[i].value == after[i].value);
            CHECK(before[i].provenance.source == after[i].provenance.source);
            CHECK(before[i].provenance.range == after[i].provenance.range);
        }
    }
}

TEST_CASE("scenarios that say different things have different digests") {
    std::map<std::string, std::string> seen;
    for (const auto& file : scenarios()) {
        const auto [first, is_new] = seen.emplace(scenario::digest(read_good(file)), file);
        CAPTURE(file);
        CHECK(is_new);
    }
    CHECK(digest_of(smallest) != digest_of(smallest + "experiment: {seed: 2}\n"));
    CHECK(digest_of(smallest) != digest_of(smallest + "diagnosis: {share: {value: 1, source: ficha}}\n"));
}

TEST_CASE("the digest does not depend on the order of keys, comments, quotes or layout") {
    const std::string digest = digest_of(smallest + "graduation: {repeat: 0.2, max_plans: 2}\n");
    CHECK(digest_of(smallest + "graduation: {max_plans: 2, repeat: 0.2}\n") == digest);
    CHECK(digest_of("graduation:\n  max_plans: \"2\"  # at most\n  'repeat': +0.20\n" + smallest) == digest);
    std::string windows;
    for (const char c : smallest + "graduation: {repeat: 0.2, max_plans: 2}\n")
        windows += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(digest_of(windows) == digest);
    CHECK(digest_of("\xEF\xBB\xBF" + smallest + "graduation: {repeat: 0.2, max_plans: 2}\n") == digest);
}

TEST_CASE("the digest does not depend on what is written out and what is left at its default") {
    CHECK(digest_of(smallest + "graduation: {repeat: 0, max_plans: 1}\ncalendar: {opens: 9 h}\n") ==
          digest_of(smallest));
}

TEST_CASE("the digest does not depend on the unit that a quantity is written in, in ranges neither") {
    const auto with = [](const std::string& session, const std::string& cost) {
        return digest_of(smallest + "work_plan: {session: {exponential: {mean: " + session +
                         "}}}\nadvisory: {plan_cost: " + cost + "}\n");
    };
    CHECK(with("90 min", "45 M$") == with("1.5 h", "45000 $"));
    CHECK(with("{value: 90 min, range: [60 min, 2 h]}", "{value: 45 M$, range: [0 $, 0.1 MM$]}") ==
          with("{value: 1.50 h, range: [1 h, 120 min]}", "{value: 45000 $, range: [0 M$, 100 M$]}"));
    CHECK(with("90 min", "45 M$") != with("91 min", "45 M$"));
}

TEST_CASE("a bare length of time is a constant distribution, with its source and note") {
    CHECK(digest_of(smallest + "graduation: {cooldown: {value: 180 days, source: ficha, note: at most}}\n") ==
          digest_of(smallest +
                    "graduation: {cooldown: {value: {constant: {mean: 180 days}}, source: ficha, note: at most}}\n"));
}

TEST_CASE("the digest does not depend on how a scenario is spread over files") {
    const TemporaryFolder folder;
    folder.write("net/red.yaml",
                 "aforo: 1\nname: net\nnetwork: {regions: {sur: {name: Sur}}, centres: {1: {name: Uno, region: sur, "
                 "weight: 1}}}\n"
                 "sources: {ficha: {title: The sheet}}\n");
    folder.write("rest.yaml",
                 "aforo: 1\nname: rest\nsources: {supuesto: {title: An assumption}}\n"
                 "horizon: {first_year: 2020, last_year: 2025}\n"
                 "demand: {arrivals: {value: 3000, range: [2000, 4000], source: supuesto, note: rounded}}\n");
    const auto spread = read_good(folder.write(
        "spread.yaml",
        "aforo: 1\nname: smallest\ndescription: the least that can be said\nextends: [net/red.yaml, rest.yaml]\n"
        "horizon: {first_year: 2024}\n"
        "attention: {source: ficha, annual_cost: 0 M$, duration: {gamma: {mean: 60 min, cv: 0.5}}}\n"));
    CHECK(scenario::resolved(spread) == scenario::resolved(read_text(smallest)));
}

TEST_CASE("texts with quotes, colons, line breaks and letters of any script read back") {
    for (const std::string name : {"null", "true", "3", "~", "a: b", "# no", "- x", "it's", "\\\"both\\\"", "{x}",
                                   "O'Higgins, \\u00d1uble", "日本 🌱", " spaced ", "two\\nlines", "tab\\there"}) {
        CAPTURE(name);
        const auto s = read_text(smallest + "population: {potential: {value: 1, note: \"" + name + "\"}}\n");
        const auto again = read_text(scenario::resolved(s));
        CHECK(again.provenance.at("population.potential").note == s.provenance.at("population.potential").note);
        CHECK((scenario::resolved(again) == scenario::resolved(s)));
    }
}
