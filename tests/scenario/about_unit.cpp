// What is said about a scenario: read, checked, not inherited, and no part of what is simulated.
#include <doctest/doctest.h>

#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"
#include "reading.hpp"

using namespace aforo;
using testing::mistakes_of, testing::read_good, testing::read_text, testing::smallest, testing::TemporaryFolder;

namespace {

const std::string about =
    "about: {author: Ana Núñez, date: 2026-04-26, status: official, reason: \"Ley de presupuestos\"}\n";

}  // namespace

TEST_CASE("author, date, status and reason are read, and none of them is said unless it is written") {
    const auto s = read_text(smallest + about);
    CHECK(s.about.author == "Ana Núñez");
    CHECK(s.about.date == core::date(2026, 4, 26));
    CHECK(s.about.status == scenario::Status::official);
    CHECK(s.about.reason == "Ley de presupuestos");
    CHECK(!read_text(smallest).about.is_said());
    CHECK(!read_text(smallest + "about: {author: \"\", date: none, status: none}\n").about.is_said());
    CHECK(read_text(smallest + "about: {status: draft}\n").about.status == scenario::Status::draft);
}

TEST_CASE("what is said about a scenario is not inherited, in part neither") {
    const TemporaryFolder folder;
    folder.write("base.yaml", smallest + about);
    const std::string head = "aforo: 1\nname: delta\nextends: base.yaml\n";
    CHECK(!read_good(folder.write("silent.yaml", head)).about.is_said());
    const auto s = read_good(folder.write("says.yaml", head + "about: {status: draft}\n"));
    CHECK(s.about.status == scenario::Status::draft);
    CHECK(s.about.author.empty());
    CHECK(!s.about.date);
    CHECK(s.about.reason.empty());
    CHECK(scenario::place_of((folder.path / "says.yaml").string(), "about.author").file.ends_with("says.yaml"));
}

TEST_CASE("a date that is none, an unknown status and a name that turns its letters are refused with their place") {
    CHECK(mistakes_of(smallest + "about: {date: 2026-02-30}\n").find("about.date: '2026-02-30' is not a date") !=
          std::string::npos);
    CHECK(mistakes_of(smallest + "about: {date: ayer}\n").find("about.date") != std::string::npos);
    const std::string status = mistakes_of(smallest + "about: {status: oficial}\n");
    CHECK(status.find("it:16:17: error: about.status") == 0);
    CHECK(status.find("official") != std::string::npos);
    CHECK(mistakes_of(smallest + "about: {author: \"Ana \\u202Ezenun\u202C\"}\n")
              .find("about.author: has characters that turn") != std::string::npos);
    CHECK(mistakes_of(smallest + "about: {author: \"a\\u0007\"}\n").find("about.author: has control characters") !=
          std::string::npos);
    CHECK(mistakes_of(smallest + "about: {autor: Ana}\n").find("author") != std::string::npos);
    CHECK(mistakes_of(smallest + "about: Ana\n").find("about: a group of keys was expected") != std::string::npos);
}

TEST_CASE("it reads back from the resolved scenario, and is no part of the digest, of changes nor of numbers") {
    const auto with = read_text(smallest + about), without = read_text(smallest);
    const std::string text = scenario::resolved(with);
    CHECK(text.find("author: \"Ana Núñez\"") != std::string::npos);
    CHECK(text.find("date: 2026-04-26") != std::string::npos);
    CHECK((scenario::resolved(read_text(text)) == text));
    CHECK(scenario::resolved(without).find("about") == std::string::npos);
    CHECK(scenario::digest(with) == scenario::digest(without));
    CHECK(scenario::digest(read_text(smallest + "about: {author: {value: Bea, source: ficha}}\n")) ==
          scenario::digest(without));
    for (const auto* s : {&with, &without}) {
        const auto [written, digest] = scenario::written(*s);
        CHECK((written == scenario::resolved(*s)));
        CHECK(digest == scenario::digest(*s));
    }
    CHECK(scenario::changes(without, with).empty());
    for (const auto& n : scenario::numbers(with)) CHECK(!n.path.starts_with("about"));
    for (const auto& r : scenario::rules(with)) CHECK(!r.path.starts_with("about"));
}

TEST_CASE("it goes along when a key is changed") {
    const auto s = scenario::with(read_text(smallest + about), {{"demand.arrivals", "100"}}, "here", core::Lang::en);
    REQUIRE(s.scenario.has_value());
    CHECK(s.scenario->about.author == "Ana Núñez");
    CHECK(s.scenario->about.status == scenario::Status::official);
}

TEST_CASE("the language tells its keys, each neutral unless it is said") {
    const auto language = scenario::language();
    for (const auto& [path, neutral] :
         {std::pair{"about.author", "\"\""}, {"about.date", "none"}, {"about.status", "none"}}) {
        const auto* key = scenario::find(language, path);
        REQUIRE(key != nullptr);
        CHECK(key->neutral == neutral);
        CHECK(!key->required);
    }
}
