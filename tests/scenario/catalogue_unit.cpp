#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "aforo/scenario/catalogue.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/scenario/reader.hpp"

using namespace aforo;
using scenario::Type;

namespace {

// The words and forms that a value may be, or the items of its list.
std::set<std::string> choices(const Type& t) {
    std::set<std::string> names(t.words.begin(), t.words.end());
    if (t.kind == Type::Kind::form) names.insert(t.keys[0].key);
    if (t.kind == Type::Kind::either || t.kind == Type::Kind::list) {
        for (const auto& inner : t.of) names.merge(choices(inner));
    }
    return names;
}

std::set<std::string> names_of(const std::string& list) {
    std::set<std::string> names;
    for (const auto& c : scenario::catalogues()) {
        if (c.name != list) continue;
        for (const auto& e : c.entries) names.insert(e.word);
    }
    return names;
}

}  // namespace

TEST_CASE("the catalogue names what the language knows, no more and no less") {
    const auto language = scenario::language();
    CHECK(names_of("criteria") == choices(scenario::find(language, "targeting.criteria")->type));
    CHECK(names_of("distributions") == choices(scenario::find(language, "attention.duration")->type));
}

TEST_CASE("every example of the catalogue reads, and every entry is explained in both languages") {
    const auto folder = std::filesystem::temp_directory_path() / "aforo-catalogue-test";
    std::filesystem::create_directories(folder);
    const auto file = (folder / "example.yaml").string();
    for (const auto& list : scenario::catalogues()) {
        for (const auto& entry : list.entries) {
            const std::string name = std::string(list.name) + "." + entry.word, example = entry.example;
            CAPTURE(name);
            CHECK(std::string(entry.meaning.es).ends_with("."));
            CHECK(std::string(entry.meaning.en).ends_with("."));
            CHECK(example.find(entry.word) != std::string::npos);
            std::ofstream(file) << "aforo: 1\nname: example\nextends: " << AFORO_SOURCE_DIR "/tests/model/small.yaml\n"
                                << example;
            const auto result = scenario::read(file, core::Lang::en);
            for (const auto& d : result.diagnostics) MESSAGE(core::to_string(d));
            CHECK(result.scenario.has_value());
        }
    }
    std::filesystem::remove_all(folder);
}
