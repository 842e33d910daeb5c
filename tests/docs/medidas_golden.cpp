// docs/medidas.md holds the definition of every measure, as the catalogue has it.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "aforo/measure/replication.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/scenario/reader.hpp"
#include "docs/markdown.hpp"

using namespace aforo;
using docs::testing::Document;
using docs::testing::Lines;

namespace {

// At which levels each measure is given, asked of a replication.
std::map<int, std::set<results::Level>> levels_of_measures() {
    const auto read = scenario::read(std::string(AFORO_SOURCE_DIR) + "/scenarios/ficha-2024.yaml", core::Lang::es);
    REQUIRE(read.scenario.has_value());
    const model::Blueprint blueprint(*read.scenario);
    measure::Replication replication(blueprint);
    (void)replication.run(1, 0);
    std::map<int, std::set<results::Level>> levels;
    for (const auto& key : replication.keys()) levels[key.column].insert(key.level);
    return levels;
}

}  // namespace

TEST_CASE("docs/medidas.md says what every measure is, as the tool defines it") {
    const auto levels = levels_of_measures();
    const auto& columns = measure::catalogue();
    Lines text = {""};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& c = columns[i];
        const auto found = levels.find(static_cast<int>(i));
        REQUIRE_MESSAGE(found != levels.end(), "no replication reports " << c.name);
        std::string where;
        for (const auto level : found->second) {
            where += std::string(where.empty() ? "" : ", ") + "`" +
                     results::level_names.at(static_cast<std::size_t>(level)) + "`";
        }
        text.push_back("**`" + c.name + "`** (" + c.unit + "; " + where + ")<br>");
        text.push_back(c.definition().es + "<br>");
        text.push_back("*" + c.definition().en + "*");
        text.emplace_back();
    }
    Document("docs/medidas.md").check_generated("medidas", text);
}

TEST_CASE("every measure has a label in both languages, and every label a measure") {
    std::set<std::string> measures;
    for (const auto& column : measure::catalogue()) {
        CAPTURE(column.name);
        measures.insert(column.name);
        CHECK(report::metric_label(column.name, core::Lang::es) != column.name);
        CHECK(report::metric_label(column.name, core::Lang::en) != column.name);
    }
    for (const auto& label : report::metric_labels()) {
        CAPTURE(label.name);
        CHECK(measures.contains(std::string(label.name)));
    }
}
