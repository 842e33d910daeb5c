#include "aforo/report/verdict.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "aforo/report/texts.hpp"

namespace aforo::report {

namespace {

struct LimitText {
    std::string_view id;
    T name, verdict;
};

constexpr std::array<LimitText, 5> limit_texts = {{{"demand", T::limit_demand, T::verdict_demand},
                                                   {"orientation", T::limit_orientation, T::verdict_orientation},
                                                   {"slots", T::limit_slots, T::verdict_slots},
                                                   {"hours", T::limit_hours, T::verdict_hours},
                                                   {"funds", T::limit_funds, T::verdict_funds}}};

const LimitText* find_text(const std::string& id) {
    const auto* const found =
        std::find_if(limit_texts.begin(), limit_texts.end(), [&](const LimitText& t) { return t.id == id; });
    return found == limit_texts.end() ? nullptr : found;
}

// Years in a row with the same verdict.
struct Spell {
    int first = 0, last = 0;
    T verdict = T::verdict_demand;
    double least = 0, most = 0;            // share of the limit (of the second one when it is demand)
    std::optional<std::string> runner_up;  // under demand, what else limits often enough to be named

    [[nodiscard]] bool continues_as(const Spell& next) const {
        return next.first == last + 1 && next.verdict == verdict && next.runner_up == runner_up;
    }
};

Spell verdict_of(const results::Run& run, int year) {
    const results::Limit* worst = nullptr;
    for (const auto& limit : run.limits) {
        const bool counts = limit.year == year && limit.id != "demand" && find_text(limit.id) != nullptr;
        if (counts && limit.share > 0 && (worst == nullptr || limit.share > worst->share)) {
            worst = &limit;
        }
    }
    const results::Limit* demand = find_limit(run, year, "demand");
    Spell spell{year, year, T::verdict_demand, 0, 0, {}};
    if (worst == nullptr) {
        return spell;
    }
    spell.least = spell.most = worst->share;
    if (demand == nullptr || worst->share > demand->share) {
        spell.verdict = find_text(worst->id)->verdict;
    } else if (worst->share > rarely) {
        spell.verdict = T::verdict_demand_though;
        spell.runner_up = worst->id;
    }
    return spell;
}

std::vector<Spell> spells(const results::Run& run) {
    std::vector<Spell> found;
    for (const int year : run.years) {
        const Spell next = verdict_of(run, year);
        if (!found.empty() && found.back().continues_as(next)) {
            found.back().last = year;
            found.back().least = std::min(found.back().least, next.least);
            found.back().most = std::max(found.back().most, next.most);
        } else {
            found.push_back(next);
        }
    }
    return found;
}

// en 2024, en 2024 y 2025, de 2024 a 2027.
std::string years_of(const Spell& spell, Lang lang) {
    if (spell.last - spell.first > 1) {
        return phrase(T::from_to_years, lang, spell.first, spell.last);
    }
    const std::string first = std::to_string(spell.first);
    const std::string both = first + " " + phrase(T::and_word, lang) + " " + std::to_string(spell.last);
    return phrase(T::in_years, lang, spell.first == spell.last ? first : both);
}

std::string shares_of(const Spell& spell, Lang lang) {
    const Format f(lang);
    const std::string least = f.percent(spell.least, 0), most = f.percent(spell.most, 0);
    return least == most ? least : f.percent_range(spell.least, spell.most, 0);
}

std::string clause_of(const Spell& spell, Lang lang) {
    const std::string years = years_of(spell, lang), shares = shares_of(spell, lang);
    if (spell.runner_up) {
        return phrase(spell.verdict, lang, years, limit_name(*spell.runner_up, lang), shares);
    }
    return phrase(spell.verdict, lang, years, shares);
}

bool is_worth_a_word(const results::Exhaustion& exhaustion) {
    return exhaustion.share > rarely;
}

void add_exhaustions(const results::Run& run, Lang lang, std::vector<std::string>& clauses) {
    for (const auto& e : run.exhaustions) {
        if (is_worth_a_word(e)) {
            clauses.push_back(phrase(T::verdict_exhausted, lang, component_name(e.component, lang), e.year,
                                     Format(lang).percent(e.share, 0), first_refusal(e, lang)));
        }
    }
}

std::string sentence(const std::vector<std::string>& clauses) {
    std::string text;
    for (const auto& clause : clauses) {
        text += (text.empty() ? "" : "; ") + clause;
    }
    text.front() =
        text.front() >= 'a' && text.front() <= 'z' ? static_cast<char>(text.front() - 'a' + 'A') : text.front();
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

std::string first_refusal(const results::Exhaustion& exhaustion, Lang lang) {
    return exhaustion.median_first_day.empty() ? std::string(undefined_mark)
                                               : Format(lang).day_and_month(exhaustion.median_first_day);
}

std::string limit_sentence(const results::Run& run, Lang lang) {
    if (run.limits.empty() || run.years.empty()) {
        return phrase(T::verdict_unknown, lang);
    }
    const auto found = spells(run);
    const bool money_holds = std::none_of(run.exhaustions.begin(), run.exhaustions.end(), is_worth_a_word);
    const bool always_demand =
        std::all_of(found.begin(), found.end(), [](const Spell& s) { return s.verdict == T::verdict_demand; });
    if (always_demand && money_holds) {
        return phrase(T::verdict_demand_always, lang);
    }
    std::vector<std::string> clauses;
    clauses.reserve(found.size() + run.exhaustions.size());
    for (const auto& spell : found) {
        clauses.push_back(clause_of(spell, lang));
    }
    add_exhaustions(run, lang, clauses);
    return sentence(clauses);
}

}  // namespace aforo::report
