// docs/medidas.md holds the definition of every measure, as the catalogue has it.
#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>

#include "aforo/measure/replication.hpp"
#include "docs/markdown.hpp"

using namespace aforo;
using docs::testing::Document;
using docs::testing::Lines;

namespace {

// What is known of a measure beside its definition.
std::string traits(const results::Column& c, core::Lang lang) {
    std::string text = core::in(lang, c.label.es, c.label.en).data();
    if (c.adds_up()) text += core::in(lang, "; los años se suman", "; years add up");
    if (c.direction == results::Direction::more_is_better) text += core::in(lang, "; más es mejor", "; more is better");
    if (c.direction == results::Direction::more_is_worse) text += core::in(lang, "; más es peor", "; more is worse");
    return text;
}

}  // namespace

TEST_CASE("docs/medidas.md says what every measure is, as the tool defines it") {
    Lines text = {""};
    for (const auto& c : measure::catalogue()) {
        std::string where;
        for (std::size_t l = 0; l < results::level_names.size(); ++l) {
            if (c.levels.has(static_cast<results::Level>(l)))
                where += std::string(where.empty() ? "" : ", ") + "`" + results::level_names[l] + "`";
        }
        text.push_back("**`" + c.name + "`** (" + c.unit + "; " + where + ")<br>");
        text.push_back(traits(c, core::Lang::es) + ". " + c.definition().es + "<br>");
        text.push_back("*" + traits(c, core::Lang::en) + ". " + c.definition().en + "*");
        text.emplace_back();
    }
    Document("docs/medidas.md").check_generated("medidas", text);
}

TEST_CASE("every measure that the glossary names is one") {
    std::set<std::string> measures;
    for (const auto& c : measure::catalogue()) measures.insert(c.name);
    const std::regex named(R"(`([a-z_0-9]+)`)");
    int found = 0;
    const Document glossary("docs/guia/glosario.md");
    for (const auto& line : glossary.lines()) {
        const auto last = line.rfind('|', line.size() - 2);
        if (!line.starts_with("| **") || last == std::string::npos) continue;
        const std::string cell = line.substr(last);
        for (std::sregex_iterator m(cell.begin(), cell.end(), named), none; m != none; ++m, ++found) {
            CAPTURE(m->str());
            CHECK(measures.contains((*m)[1]));
        }
    }
    CHECK(found > 30);
}
