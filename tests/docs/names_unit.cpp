// What the documents name is what the code has.
#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "docs/markdown.hpp"

using aforo::docs::testing::Document;

namespace fs = std::filesystem;

namespace {

const fs::path root = AFORO_SOURCE_DIR;

std::vector<std::string> documents() {
    std::vector<std::string> found = {"README.md", "ARCHITECTURE.md"};
    for (const auto& entry : fs::recursive_directory_iterator(root / "docs")) {
        if (entry.path().extension() == ".md") found.push_back(fs::relative(entry.path(), root).string());
    }
    return found;
}

// The names of an enumeration, read from the source: the last one, which counts the others, is not among them.
std::vector<std::string> enumerators(const std::string& file, const std::string& name) {
    std::string text = Document(file).text();
    text = std::regex_replace(text, std::regex("//[^\n]*"), "");
    std::smatch found;
    REQUIRE(std::regex_search(text, found, std::regex("enum class " + name + R"([^{]*\{([^}]*)\})")));
    const std::string body = found[1];
    std::vector<std::string> names;
    const std::regex word(R"([a-z_0-9]+)");
    for (std::sregex_iterator w(body.begin(), body.end(), word), none; w != none; ++w) {
        if (!w->str().starts_with("count_of_")) names.push_back(w->str());
    }
    return names;
}

}  // namespace

TEST_CASE("every file that a document names is there") {
    for (const auto& path : documents()) {
        for (const auto& named : Document(path).paths_named()) {
            CAPTURE(path);
            CAPTURE(named);
            CHECK(fs::exists(root / named));
        }
    }
}

TEST_CASE("ARCHITECTURE names every module with the modules that it uses") {
    const Document architecture("ARCHITECTURE.md");
    const std::string modules = Document("sim/CMakeLists.txt").text();
    const std::regex module(R"(aforo_module\((\w+)(?: USES ([\w ]+?))?(?: (?:PRIVATE_)?LIBS [^)]*)?\))");
    int found = 0;
    for (std::sregex_iterator m(modules.begin(), modules.end(), module), none; m != none; ++m, ++found) {
        const std::string name = (*m)[1];
        const std::string uses = std::regex_replace((*m)[2].str(), std::regex(" "), ", ");
        const std::string row = "| `" + name + "` | " + (uses.empty() ? "—" : uses) + " |";
        CAPTURE(row);
        CHECK(architecture.contains(row));
    }
    CHECK(found >= 11);
}

TEST_CASE("ARCHITECTURE names every state, event and fact") {
    const Document architecture("ARCHITECTURE.md");
    for (const auto& [file, name] : {std::pair{"include/aforo/model/facts.hpp", "State"},
                                     {"sim/model/world.hpp", "EventType"},
                                     {"include/aforo/model/facts.hpp", "FactKind"}}) {
        const auto names = enumerators(file, name);
        CHECK(names.size() > 5);
        for (const auto& word : names) {
            CAPTURE(name);
            CAPTURE(word);
            CHECK(architecture.contains("`" + word + "`"));
        }
    }
}

TEST_CASE("decisions are numbered without gaps, each with its four parts") {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(root / "docs" / "decisions")) names.insert(entry.path().filename());
    int number = 0;
    for (const auto& name : names) {
        CAPTURE(name);
        CHECK(std::stoi(name.substr(0, 3)) == ++number);
        const Document decision("docs/decisions/" + name);
        for (const char* part : {"**Context.**", "**Decision.**", "**Why.**", "**Consequence.**"}) {
            CAPTURE(part);
            CHECK(decision.contains(part));
        }
    }
    CHECK(number > 0);
}
