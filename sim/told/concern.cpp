#include "concern.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "aforo/results/components.hpp"
#include "words.hpp"

namespace aforo::told {

using results::ParameterChange;

namespace {

// The groups of enterprises meant by a word of rules, reserves and criteria.
struct GroupsOfWord {
    const char* word;
    std::array<std::string_view, 4> members;
};
constexpr std::array<std::string_view, 4> sexes = {"sex=female", "sex=male"},
                                          bands = {"band=low", "band=medium", "band=high"};
constexpr auto groups_of_words = std::to_array<GroupsOfWord>(
    {{"women", sexes},
     {"female", sexes},
     {"rural", {"territory=rural", "territory=mixed", "territory=urban"}},
     {"formal", {"kind=informal", "kind=natural_person", "kind=legal_entity", "kind=cooperative"}},
     {"potential", bands},
     {"band", bands},
     {"standard", bands},
     {"need", bands},
     {"low", bands},
     {"medium", bands},
     {"high", bands}});

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

template <class Item>
void add(std::vector<Item>& all, Item item) {
    if (std::find(all.begin(), all.end(), item) == all.end()) all.push_back(std::move(item));
}

// The id of the group of those in both, whose attributes have an order; empty where both are of the same one.
std::string both_of(std::string_view one, std::string_view other) {
    constexpr std::array<std::string_view, 4> attributes = {"sex", "territory", "kind", "band"};
    const auto place = [&](std::string_view group) {
        return std::find(attributes.begin(), attributes.end(), group.substr(0, group.find('=')));
    };
    if (place(one) == place(other)) return {};
    if (place(other) < place(one)) std::swap(one, other);
    return std::string(one) + "&" + std::string(other);
}

// The runs of letters, digits and underscores.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool is_of_word = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
        if (is_of_word) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    return words;
}

void add_groups(const ParameterChange& change, Concern& concern) {
    if (!change.path.starts_with("waiting_list") && !change.path.starts_with("targeting")) return;
    auto said = words_of(change.path + " " + change.from + " " + change.to);
    // Criteria that stay in the list are of no concern; the group of a reserve whose share changes is.
    if (change.path.starts_with("targeting.criteria")) {
        const auto before = words_of(change.from), after = words_of(change.to);
        std::erase_if(said, [&](const std::string& word) {
            return std::count(before.begin(), before.end(), word) == std::count(after.begin(), after.end(), word);
        });
    }
    // Who is in two groups at once, [women, rural], is a group of its own beside those that are in one of them only.
    for (const auto& [first, members] : groups_of_words) {
        for (const auto& [second, others] : groups_of_words) {
            const std::string both = std::string(first) + ", " + second;
            if (!holds(change.from, "[" + both + "]") && !holds(change.to, "[" + both + "]")) continue;
            for (const auto one : members) {
                for (const auto other : others) {
                    const std::string both_groups = one.empty() || other.empty() ? "" : both_of(one, other);
                    if (!both_groups.empty()) add(concern.groups, both_groups);
                }
            }
        }
    }
    for (const auto& [word, members] : groups_of_words) {
        if (std::none_of(said.begin(), said.end(), [w = word](const auto& one) { return holds(one, w); })) continue;
        for (const std::string_view member : members) {
            if (!member.empty()) add(concern.groups, std::string(member));
        }
    }
}

// Years that only one of the two values names, or that they name differently.
void add_years(const ParameterChange& change, const results::Run& base, Concern& concern) {
    const auto said_of = [](const std::string& text, const std::string& year) {
        const auto at = text.find(year);
        return at == std::string::npos ? std::string() : text.substr(at, text.find_first_of(",}]", at) - at);
    };
    for (const int year : base.years) {
        const std::string name = year_label(year);
        const bool is_said = said_of(change.from, name) != said_of(change.to, name) || holds(change.path, "." + name);
        if (is_said && year != base.years.back()) add(concern.years, year);
    }
}

void add_components(const ParameterChange& change, Concern& concern) {
    const std::string section = change.path.substr(0, change.path.find('.'));
    const bool is_exception = section == "exceptions";
    for (const auto& component : results::components) {
        const std::string id = component.id;
        bool is_named = section == id;
        if (is_exception && change.path.ends_with(".of"))
            is_named = change.to.starts_with(id + ".") || change.from.starts_with(id + ".");
        if (section == "funding") {
            for (const auto& word : words_of(change.path + " " + change.from + " " + change.to))
                is_named = is_named || word == id;
        }
        if (is_named) add(concern.components, id);
    }
}

void add_places(const ParameterChange& change, const results::Run& base, Concern& concern) {
    std::string said = change.path + " " + change.from + " " + change.to;
    bool is_list = change.path.starts_with("exceptions.") && change.path.ends_with(".offices");
    if (const auto offices = said.find("offices: ["); change.path.starts_with("exceptions.") && offices != said.npos) {
        said = said.substr(offices, said.find(']', offices) - offices);
        is_list = true;
    }
    const auto words = words_of(said);
    for (std::size_t w = 1; w < words.size(); ++w) {
        const std::string& of = words[w - 1];
        if (!is_list && of != "centres" && of != "satellites" && of != "centre" && of != "satellite") continue;
        const bool is_there = std::any_of(base.offices.begin(), base.offices.end(),
                                          [&](const results::OfficeInfo& office) { return office.id == words[w]; });
        if (is_there) add(concern.places, words[w]);
    }
}

}  // namespace

Concern concern_of(const std::vector<ParameterChange>& changes, const results::Run& base) {
    Concern concern;
    for (const auto& change : changes) {
        add_groups(change, concern);
        add_years(change, base, concern);
        add_components(change, concern);
        add_places(change, base, concern);
    }
    std::sort(concern.years.begin(), concern.years.end());
    return concern;
}

}  // namespace aforo::told
