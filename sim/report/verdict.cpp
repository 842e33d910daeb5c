#include "aforo/report/verdict.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"
#include "aforo/results/components.hpp"

namespace aforo::report {

namespace {

constexpr double usually = 0.5;  // of the replications: funds exhausted in more are what caps the year

struct LimitText {
    std::string_view id;
    T name, lack;
};

constexpr std::array<LimitText, 5> limit_texts = {{{"demand", T::limit_demand, T::count_},
                                                   {"orientation", T::limit_orientation, T::short_orientation},
                                                   {"slots", T::limit_slots, T::short_slots},
                                                   {"hours", T::limit_hours, T::short_hours},
                                                   {"funds", T::limit_funds, T::short_funds}}};

const LimitText* find_text(const std::string& id) {
    const auto* const found =
        std::find_if(limit_texts.begin(), limit_texts.end(), [&](const LimitText& t) { return t.id == id; });
    return found == limit_texts.end() ? nullptr : found;
}

struct Range {
    double least = 0, most = 0;

    void include(const Range& other) {
        least = std::min(least, other.least);
        most = std::max(most, other.most);
    }
    [[nodiscard]] std::string percent(Lang lang) const { return Format(lang).percent_range(least, most, 0); }
};

// A limit and its share of the centre-days of each year.
struct Binding {
    std::string id;
    Range share;
};

// The money of a component that ends before the year does.
struct Cap {
    std::string component;
    std::vector<std::string> days;  // on which it ends, by year
    double least_share = 1;         // of the replications

    // Enterprises are attended and advised; alliances and administration are beside their way.
    [[nodiscard]] bool is_on_the_way() const {
        const auto* known = results::find_component(component);
        return known == nullptr || known->is_on_the_way;
    }
};

// What happens in one year, or in several alike.
struct Story {
    std::vector<int> years;
    std::vector<Cap> caps;
    std::optional<Binding> first, second;  // by share of centre-days

    [[nodiscard]] bool is_demand() const { return first && first->id == "demand"; }
    [[nodiscard]] bool is_like(const Story& other) const {
        const auto same_id = [](const std::optional<Binding>& a, const std::optional<Binding>& b) {
            return a.has_value() == b.has_value() && (!a || a->id == b->id);
        };
        return same_id(first, other.first) && same_id(second, other.second) &&
               std::equal(caps.begin(), caps.end(), other.caps.begin(), other.caps.end(),
                          [](const Cap& a, const Cap& b) { return a.component == b.component; });
    }
    void include(const Story& other) {
        years.insert(years.end(), other.years.begin(), other.years.end());
        for (std::size_t i = 0; i < caps.size(); ++i) {
            caps[i].days.insert(caps[i].days.end(), other.caps[i].days.begin(), other.caps[i].days.end());
            caps[i].least_share = std::min(caps[i].least_share, other.caps[i].least_share);
        }
        if (first) {
            first->share.include(other.first->share);
        }
        if (second) {
            second->share.include(other.second->share);
        }
    }
};

// More money came after the component's ran out, by a transfer for one, and some of it was not needed.
bool is_left_over(const results::Run& run, int year, const std::string& component) {
    const auto* unspent = run.find("unspent", year, results::Level::component, component);
    const auto* spending = run.find("spending", year, results::Level::component, component);
    return unspent != nullptr && spending != nullptr && unspent->mean > rarely * (unspent->mean + spending->mean);
}

std::vector<Cap> caps_of(const results::Run& run, int year) {
    std::vector<Cap> caps;
    for (const auto& e : run.exhaustions) {
        if (e.year == year && e.share > usually && !is_left_over(run, year, e.component)) {
            caps.push_back({e.component, {e.median_first_day}, e.share});
        }
    }
    return caps;
}

// The part of the year that is left when the first money on the way of enterprises ends.
double left_of_year(const std::vector<Cap>& caps) {
    double left = 0;
    for (const auto& cap : caps) {
        const std::string& day = cap.days.front();  // 2024-11-26
        if (cap.is_on_the_way() && day.size() == 10) {
            left = std::max(left, (13 - std::atoi(&day[5]) - std::atoi(&day[8]) / 31.0) / 12);
        }
    }
    return left;
}

// The known limits that bind more than rarely, the largest first. Where money that ends explains the lack of funds it
// is not counted again: what else limits comes before it. A freeze, or money not yet released, it does not explain.
std::vector<Binding> bindings_of(const results::Run& run, int year, double explained) {
    std::vector<Binding> found;
    for (const auto& limit : run.limits) {
        const bool counts = find_text(limit.id) != nullptr &&
                            (limit.id != "funds" || explained == 0 || limit.share > explained + rarely);
        if (limit.year == year && limit.share >= rarely && counts) {
            found.push_back({limit.id, {limit.share, limit.share}});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Binding& a, const Binding& b) { return a.share.least > b.share.least; });
    return found;
}

Story story_of(const results::Run& run, int year) {
    Story story;
    story.years = {year};
    story.caps = caps_of(run, year);
    const auto bindings = bindings_of(run, year, left_of_year(story.caps));
    if (bindings.empty()) {
        return story;
    }
    story.first = bindings.front();
    if (story.is_demand() && story.first->share.least >= nearly_always) {
        return story;
    }
    const auto second = std::find_if(bindings.begin() + 1, bindings.end(), [&](const Binding& b) {
        return b.id != "demand" && b.share.least >= (story.is_demand() ? rarely : often);
    });
    if (second != bindings.end()) {
        story.second = *second;
    }
    return story;
}

std::vector<Story> stories_of(const results::Run& run) {
    std::vector<Story> stories;
    for (const int year : run.years) {
        const Story next = story_of(run, year);
        if (next.caps.empty() && !next.first) {
            continue;
        }
        const auto like = std::find_if(stories.begin(), stories.end(), [&](const Story& s) { return s.is_like(next); });
        if (like == stories.end()) {
            stories.push_back(next);
        } else {
            like->include(next);
        }
    }
    return stories;
}

// a, b y c.
std::string listed(const std::vector<std::string>& items, Lang lang) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool is_last = i + 1 == items.size();
        const std::string and_word = " " + phrase(T::and_word, lang) + " ";
        text += (i == 0 ? "" : is_last ? and_word : ", ") + items[i];
    }
    return text;
}

// en 2024, en 2025, 2026 y 2027, de 2024 a 2027.
std::string years_of(const Story& story, Lang lang) {
    const auto& years = story.years;
    if (years.size() > 3 && static_cast<std::size_t>(years.back() - years.front()) == years.size() - 1) {
        return phrase(T::from_to_years, lang, years.front(), years.back());
    }
    std::vector<std::string> texts;
    texts.reserve(years.size());
    for (const int year : years) {
        texts.push_back(std::to_string(year));
    }
    return phrase(T::in_years, lang, listed(texts, lang));
}

std::string days_of(const Cap& cap, Lang lang) {
    std::vector<std::string> days;
    days.reserve(cap.days.size());
    for (const auto& day : cap.days) {
        days.push_back(phrase(T::on_day, lang, Format(lang).short_day(day)));
    }
    const bool same = days.size() > 1 && std::equal(days.begin() + 1, days.end(), days.begin());
    const std::string when =
        same ? phrase(T::on_day_each_year, lang, Format(lang).short_day(cap.days.front())) : listed(days, lang);
    return cap.least_share > 1 - rarely
               ? when
               : phrase(T::in_replications, lang, when, Format(lang).percent(cap.least_share, 0));
}

std::string money_of(const Story& story, Lang lang) {
    std::vector<std::string> texts;
    for (const auto& cap : story.caps) {
        if (!cap.is_on_the_way()) {
            continue;
        }
        const T way = texts.empty() ? T::money_of : T::money_of_another;
        texts.push_back(phrase(way, lang, printable(component_name(cap.component, lang)), days_of(cap, lang)));
    }
    return listed(texts, lang);
}

std::string lack_of(const Binding& binding, Lang lang) { return phrase(find_text(binding.id)->lack, lang); }

// What limits by share of centre-days.
std::string time_of(const Story& story, Lang lang) {
    const std::string share = story.first->share.percent(lang);
    if (story.is_demand()) {
        return story.second ? phrase(T::verdict_mostly_demand, lang, share, lack_of(*story.second, lang),
                                     story.second->share.percent(lang))
                            : phrase(T::verdict_demand, lang, share);
    }
    const std::string lack = lack_of(*story.first, lang);
    return story.second ? phrase(T::verdict_short_of_two, lang, share, lack, lack_of(*story.second, lang),
                                 story.second->share.percent(lang))
                        : phrase(T::verdict_short, lang, share, lack);
}

std::string clause_of(const Story& story, Lang lang) {
    const std::string time = story.first ? time_of(story, lang) : "", money = money_of(story, lang);
    std::string text = money.empty()  ? time
                       : time.empty() ? phrase(T::verdict_money, lang, money)
                                      : phrase(T::verdict_money_then, lang, money, time);
    for (const auto& cap : story.caps) {
        if (!cap.is_on_the_way()) {
            text +=
                (text.empty() ? "" : "; ") + phrase(T::verdict_money_beside, lang,
                                                    printable(component_name(cap.component, lang)), days_of(cap, lang));
        }
    }
    return text;
}

std::string sentence(std::string text) {
    const char first = text.front();
    text.front() = first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : first;
    return text + ".";
}

}  // namespace

std::string limit_name(const std::string& id, Lang lang) {
    const LimitText* known = find_text(id);
    return known == nullptr ? id : phrase(known->name, lang);
}

const results::Limit* find_limit(const results::Run& run, int year, const std::string& id) {
    const auto found = std::find_if(run.limits.begin(), run.limits.end(),
                                    [&](const results::Limit& l) { return l.year == year && l.id == id; });
    return found == run.limits.end() ? nullptr : &*found;
}

namespace {

// Enterprises are diagnosed every year, and none qualifies in any.
bool nobody_qualifies(const results::Run& run) {
    return !run.years.empty() && std::all_of(run.years.begin(), run.years.end(), [&](int year) {
        const auto *diagnosed = run.find("diagnosed", year), *qualified = run.find("qualified", year);
        return diagnosed != nullptr && qualified != nullptr && diagnosed->mean > 0 && qualified->mean == 0;
    });
}

}  // namespace

std::string limit_sentence(const results::Run& run, Lang lang) {
    if (nobody_qualifies(run)) {
        return sentence(phrase(T::verdict_nobody_qualifies, lang));
    }
    const auto stories = stories_of(run);
    if (stories.empty()) {
        return phrase(T::verdict_unknown, lang);
    }
    const Story& only = stories.front();
    const bool nothing_binds = only.is_demand() && !only.second && only.caps.empty();
    if (stories.size() == 1 && nothing_binds) {
        return sentence(phrase(T::verdict_nothing_binds, lang, only.first->share.percent(lang)));
    }
    std::string text;
    for (const auto& story : stories) {
        text += (text.empty() ? "" : " ") + sentence(years_of(story, lang) + " " + clause_of(story, lang));
    }
    return text;
}

}  // namespace aforo::report
