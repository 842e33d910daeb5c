#include "figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <charconv>
#include <regex>

#include "aforo/core/text.hpp"
#include "aforo/measure/probe.hpp"
#include "aforo/measure/replication.hpp"
#include "aforo/results/components.hpp"
#include "aforo/results/groups.hpp"
#include "common.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

// The group called sex=female, female, women or mujeres.
const results::GroupInfo* group_of(const std::string& text) {
    for (const auto& group : results::groups) {
        const std::string id(group.id);
        if (text == id || text == id.substr(id.find('=') + 1) ||
            boost::to_lower_copy(std::string(group.name.es)) == text ||
            boost::to_lower_copy(std::string(group.name.en)) == text)
            return &group;
    }
    return nullptr;
}

// The id of a group, or of those in several at once that results count: mujeres+territorio rural,
// sex=female&territory=rural. Empty for what is none.
std::string groups_of(const std::string& text, const scenario::Scenario& base) {
    std::vector<std::string> words, ids;
    boost::split(words, text, boost::is_any_of("+&"));
    for (auto& word : words) {
        boost::trim(word);
        const auto* group = group_of(word);
        if (group == nullptr) return "";
        ids.emplace_back(group->id);
    }
    if (ids.size() == 1) return ids.front();
    for (const auto& c : measure::combinations_of(base)) {
        std::vector<std::string> of;
        boost::split(of, c.id, boost::is_any_of("&"));
        if (std::is_permutation(of.begin(), of.end(), ids.begin(), ids.end())) return c.id;
    }
    return "";
}

// Sets the level of a figure from its id.
void place(results::FigureKey& key, const scenario::Scenario& base, const char* option, core::Lang lang) {
    if (results::find_component(key.id) != nullptr) {
        key.level = results::Level::component;
        key.id = std::string(results::component_id(key.id));
    } else if (base.network.regions.contains(key.id)) {
        key.level = results::Level::region;
    } else if (const std::string id = groups_of(key.id, base); !id.empty()) {
        key.level = results::Level::group;
        key.id = id;
    } else {
        std::vector<std::string> es, en;
        for (const auto& group : results::groups) {
            es.push_back(boost::to_lower_copy(std::string(group.name.es)));
            en.push_back(boost::to_lower_copy(std::string(group.name.en)));
        }
        refuse(option,
               fmt::format("«{}» no es un componente, una región ni un grupo. Grupos: {}; quien está en dos, con &: "
                           "mujeres&territorio rural",
                           core::escaped(key.id), fmt::join(es, ", ")),
               fmt::format("'{}' is no component, region or group. Groups: {}; who is in two of them, with &: "
                           "women&rural territory",
                           core::escaped(key.id), fmt::join(en, ", ")),
               lang);
    }
}

}  // namespace

void refuse(const char* option, const std::string& es, const std::string& en, core::Lang lang) {
    print_err("aforo: {}: {}\n", option, core::in(lang, es, en));
    throw WrongInput{};
}

results::FigureKey figure_of(const std::string& text, int year, const scenario::Scenario& base, const char* option,
                             core::Lang lang) {
    const auto at = text.find('@');
    results::FigureKey key{text.substr(0, at), year, results::Level::programme,
                           at == std::string::npos ? "" : text.substr(at + 1)};
    const auto& all = measure::catalogue();
    const auto column = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.name == key.measure; });
    if (column == all.end()) {
        std::vector<std::string> names;
        for (const auto& c : all) names.push_back(c.name);
        const std::string near = core::nearest(key.measure, names);
        refuse(option,
               fmt::format("«{}» no es una medida{}", core::escaped(key.measure),
                           near.empty() ? "; vea docs/medidas.md" : "; ¿quiso decir " + near + "?"),
               fmt::format("'{}' is no measure{}", core::escaped(key.measure),
                           near.empty() ? "; see docs/medidas.md" : "; did you mean " + near + "?"),
               lang);
    }
    if (!key.id.empty()) place(key, base, option, lang);
    if (!column->levels.has(key.level))
        refuse(option, fmt::format("{} no se mide así", core::escaped(text)),
               fmt::format("{} is not measured so", core::escaped(text)), lang);
    if (year < base.horizon.first_year || year > base.horizon.last_year)
        refuse(option, fmt::format("{} no es un año del horizonte", year),
               fmt::format("{} is no year of the horizon", year), lang);
    return key;
}

experiment::Condition condition_of(const std::string& text, const std::vector<std::string>& signs,
                                   const std::string& example, const scenario::Scenario& base, const char* option,
                                   core::Lang lang) {
    static const std::regex form(
        R"(^\s*([^\s<>]+?)\s*(<=|>=|<|>)\s*([0-9]+(?:\.[0-9]+)?)\s*(%)?\s*(?:(?:in|en)\s+([0-9]{4}))?\s*$)");
    std::smatch found;
    const bool is_one = text.size() <= 200 && std::regex_match(text, found, form);
    if (!is_one || std::find(signs.begin(), signs.end(), found[2]) == signs.end()) {
        std::string either;
        for (const auto& sign : signs)
            either += std::string(either.empty() ? "" : core::in(lang, " o ", " or ")) + sign;
        refuse(option, fmt::format("se espera una medida, {}, un número y un año: '{}'", either, example),
               fmt::format("a measure, {}, a number and a year are expected: '{}'", either, example), lang);
    }
    double threshold = 0;
    const std::string number = found[3];
    std::from_chars(number.data(), number.data() + number.size(), threshold);
    const int year = found[5].matched ? std::stoi(found[5]) : base.horizon.last_year;
    const std::string sign = found[2];
    return {.text = text,
            .of = figure_of(found[1], year, base, option, lang),
            .is_below = sign.front() == '<',
            .threshold = found[4].matched ? threshold / 100 : threshold,
            .holds_at = sign.size() == 2};
}

}  // namespace aforo::cli
