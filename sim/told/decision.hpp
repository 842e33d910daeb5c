// What to choose where the world is not known: what knowing would be worth, and by how much each choice may be
// regretted. Private to the module.
#pragma once

#include <string>
#include <vector>

#include "aforo/document/document.hpp"
#include "aforo/results/sensitivity.hpp"
#include "words.hpp"

namespace aforo::told {

// «Para elegir entre estos escenarios, lo primero que vale averiguar es …», or why nothing can be named.
[[nodiscard]] document::Sentence worth_knowing(const results::Sensitivity& s, Lang lang);
[[nodiscard]] document::Section findings_section(const results::Sensitivity& s, Lang lang);
[[nodiscard]] document::Section regrets_section(const results::Sensitivity& s, Lang lang);

// Which scenario each criterion chooses, all regrets as a table, and world by world as shades. `measure`: its label
// with the year; the worlds go from left to right by the number that weighs most, where one is known (`along`, an
// input).
struct RegretsTold {
    const results::Worlds& worlds;
    const results::WorldRegrets& regrets;
    const std::vector<std::string>& scenarios;
    std::string measure;
    results::Shape shape;
    int along = -1;
};
[[nodiscard]] std::vector<document::Block> regrets_blocks(const RegretsTold& r, Lang lang);

}  // namespace aforo::told
