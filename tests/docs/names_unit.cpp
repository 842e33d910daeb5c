// What the documents name is what the code has.
#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "docs/markdown.hpp"

using aforo::docs::testing::Document, aforo::docs::testing::documents, aforo::docs::testing::guides,
    aforo::docs::testing::pages;

namespace fs = std::filesystem;

namespace {

const fs::path root = AFORO_SOURCE_DIR;

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

TEST_CASE("every heading that a document links to is there") {
    int found = 0;
    for (const auto& path : documents()) {
        for (const auto& [target, anchor] : Document(path).anchors_named()) {
            ++found;
            CAPTURE(path);
            CAPTURE(target);
            CAPTURE(anchor);
            CHECK(Document(target).anchors().contains(anchor));
        }
    }
    CHECK(found > 10);
}

// A block of these kinds in another document would be one that no test looks at.
TEST_CASE("what is to be run, written or compared with an output stands in a page whose commands are run") {
    std::set<std::string> followed(pages().begin(), pages().end());
    for (const auto& path : guides()) followed.insert(path);
    for (const auto& path : documents()) {
        if (followed.contains(path)) continue;
        for (const auto& block : Document(path).blocks()) {
            CAPTURE(path);
            CAPTURE(block.info);
            CHECK(!block.info.starts_with("sh test"));
            CHECK(block.info != "sh begins");
            CHECK(!block.info.starts_with("text output"));
            CHECK(!block.info.starts_with("yaml file="));
        }
    }
}

TEST_CASE("the README is short, and sends to every page") {
    const Document readme("README.md");
    CHECK(readme.lines().size() < 150);
    for (const auto& path : pages()) {
        if (path == readme.path()) continue;
        CAPTURE(path);
        CHECK(readme.contains("](" + path));
    }
    CHECK(guides().size() >= 5);
    for (const auto& path : guides()) {
        CAPTURE(path);
        CHECK(readme.contains("](" + path));
    }
}

// The figures of a page are what its commands give; those of the README are those of the pages.
TEST_CASE("every figure among the README's answers stands in a page that the answer links to") {
    std::vector<std::string> answers;
    for (const auto& line : Document("README.md").section("## What it answers")) {
        if (line.starts_with("* ")) answers.emplace_back();
        if (line.empty() && !answers.empty() && !answers.back().empty()) break;
        if (!answers.empty()) answers.back() += line + " ";
    }
    CHECK(answers.size() >= 8);
    const std::regex link(R"(\]\(([^)#]+)[^)]*\))"), figure(R"([0-9]+([.,][0-9]+)*)");
    for (const auto& answer : answers) {
        CAPTURE(answer);
        std::string linked;
        for (std::sregex_iterator m(answer.begin(), answer.end(), link), none; m != none; ++m)
            linked += Document((*m)[1]).text();
        CHECK(!linked.empty());
        const std::string said = std::regex_replace(answer, link, "]");
        std::set<std::string> figures;
        for (std::sregex_iterator m(linked.begin(), linked.end(), figure), none; m != none; ++m)
            figures.insert(m->str());
        for (std::sregex_iterator m(said.begin(), said.end(), figure), none; m != none; ++m) {
            CAPTURE(m->str());
            CHECK(figures.contains(m->str()));
        }
    }
}

TEST_CASE(
    "every figure of thousands in the guide stands in a sample or in a page whose figures are checked, or is the "
    "sheet's") {
    std::string known = Document("scenarios/ficha-2024.yaml").text();
    for (const auto& path : pages()) known += Document(path).text();
    const std::regex thousands(R"([0-9]{1,3}(\.[0-9]{3})+)");
    int found = 0;
    for (const auto& path : guides()) {
        const Document page(path);
        std::string said = page.text(), samples;
        for (const auto& block : page.blocks()) {
            const std::string text = aforo::docs::testing::joined(page.lines_of(block));
            if (block.info == "text output") samples += text;
            said.erase(said.find(text), text.size());
        }
        for (std::sregex_iterator m(said.begin(), said.end(), thousands), none; m != none; ++m, ++found) {
            const std::string figure = m->str(), as_key = std::regex_replace(figure, std::regex(R"(\.)"), "");
            CAPTURE(path);
            CAPTURE(figure);
            CHECK((known.find(figure) != std::string::npos || known.find(as_key) != std::string::npos ||
                   samples.find(figure) != std::string::npos));
        }
    }
    CHECK(found > 15);
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
