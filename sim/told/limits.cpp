#include "limits.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "aforo/results/components.hpp"
#include "labels.hpp"
#include "quantities.hpp"

namespace aforo::told {

using document::Cell;
using document::Sentence;

namespace {

constexpr double usually = 0.5;  // of the replications: if funds run out in more, they are what caps the year

constexpr Text nothing_binds{
    "cupos, horas y fondos casi nunca se agotan: lo que limita es cuántas empresas llegan y califican (en {0} de los "
    "días-centro nadie espera más de lo normal)",
    "slots, hours and funds hardly ever bind: what limits is how many enterprises come and qualify (on {0} of "
    "centre-days "
    "nobody waits longer than normal)"};
constexpr Text demand{
    "lo que limita es cuántas empresas llegan y califican (en {0} de los días-centro nadie espera más de lo normal)",
    "what limits is how many enterprises come and qualify (on {0} of centre-days nobody waits longer than normal)"};
constexpr Text mostly_demand{
    "lo que más limita es cuántas empresas llegan y califican (en {0} de los días-centro nadie espera más de lo "
    "normal) y después la "
    "falta de "
    "{1} ({2})",
    "what limits most is how many enterprises come and qualify (on {0} of centre-days nobody waits longer than normal) "
    "and then the lack "
    "of {1} "
    "({2})"};
constexpr Text is_short{"lo que falta son {1} ({0} de los días-centro)", "what is lacking is {1} ({0} of centre-days)"};
constexpr Text short_of_two{"lo que falta son {1} ({0} de los días-centro) y {2} ({3})",
                            "what is lacking is {1} ({0} of centre-days) and {2} ({3})"};
constexpr Text money{"se agota antes de fin de año {0}", "what caps the year is {0}"};
constexpr Text money_then{"se agota antes de fin de año {0}; además, en el año, {1}",
                          "what caps the year is {0}; besides, over the year, {1}"};
constexpr Text money_beside{"al presupuesto de {0} le falta para todo lo que se pide desde {1}",
                            "the money of {0} falls short of all that is asked for from {1} on"};
constexpr Text money_of_one{"el presupuesto de {0} ({1})", "the money of {0} (it runs out on {1})"};
constexpr Text money_of_another{"el de {0} ({1})", "that of {0} (it runs out on {1})"};
constexpr Text on_day{"el {0}", "{0}"};
constexpr Text on_day_each_year{"el {0} cada año", "{0} each year"};
constexpr Text in_replications{"{0} en {1} de las réplicas", "{0} in {1} of the replications"};
constexpr Text from_to_years{"de {0} a {1}", "from {0} to {1}"};
constexpr Text in_years{"en {0}", "in {0}"};
constexpr Text nobody_qualifies{"Nadie califica: ninguna empresa diagnosticada cumple todos los criterios.",
                                "Nobody qualifies: no enterprise diagnosed meets all the criteria."};
constexpr Text no_plans{"El programa no ofrece planes: quienes califican se van sin esperar.",
                        "The programme offers no plans: those who qualify leave without waiting."};
constexpr Text no_filter{"No se selecciona: todas las empresas diagnosticadas califican.",
                         "Nobody is filtered out: all enterprises diagnosed qualify."};
constexpr Text unknown{"Esta corrida no guardó qué limita al programa.",
                       "This run did not record what limits the programme."};

struct LimitText {
    std::string_view id;
    Text name, lack;
};
constexpr std::array<LimitText, 5> limit_texts = {
    {{"demand", {"Demanda", "Demand"}, {"", ""}},
     {"orientation", {"Horas de orientación", "Orientation hours"}, {"horas de orientación", "orientation hours"}},
     {"slots", {"Cupos", "Slots"}, {"cupos", "slots"}},
     {"hours", {"Horas de asesores", "Advisor hours"}, {"horas de asesores", "advisor hours"}},
     {"funds", {"Fondos", "Funds"}, {"fondos disponibles", "available funds"}}}};

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
    // 40–50 %; 40 % if both ends read the same.
    [[nodiscard]] Sentence text() const {
        const Sentence low = Cell(document::share(least));
        Sentence high = Cell(document::share(most));
        if (reads_alike(low, high)) return high;
        constexpr results::Shape without_mark = {results::Kind::points, 0, true};
        return Sentence(Cell(document::Value{least, without_mark})) + Cell(document::Words{"–"}) + high;
    }
};

// A limit and its share of the centre-days of each year.
struct Binding {
    std::string id;
    Range share;
};

// Money of a component that runs out before the year ends.
struct Cap {
    std::string component;
    std::vector<std::string> days;  // the days on which it runs out, by year
    double least_share = 1;         // of the replications

    // Enterprises pass through attention and advisory; alliances and administration are not on their way.
    [[nodiscard]] bool is_on_the_way() const {
        const auto* known = results::find_component(component);
        return known == nullptr || known->is_on_the_way;
    }
};

// What happens in one year, or in several similar years.
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
        if (first) first->share.include(other.first->share);
        if (second) second->share.include(other.second->share);
    }
};

// Whether more money came after the component's ran out (by a transfer, for example) and part of it was not needed.
bool is_left_over(const results::Run& run, int year, const std::string& component) {
    const auto* unspent = run.find("unspent", year, results::Level::component, component);
    const auto* spending = run.find("spending", year, results::Level::component, component);
    return unspent != nullptr && spending != nullptr && unspent->mean > rarely * (unspent->mean + spending->mean);
}

std::vector<Cap> caps_of(const results::Run& run, int year) {
    std::vector<Cap> caps;
    for (const auto& e : run.exhaustions) {
        const bool is_last_day = e.median_first_day.ends_with("-12-31");  // too late to limit anything
        if (e.year == year && e.share > usually && !is_last_day && !is_left_over(run, year, e.component))
            caps.push_back({e.component, {e.median_first_day}, e.share});
    }
    return caps;
}

// The part of the year that remains when the first money on the way of enterprises runs out.
double left_of_year(const std::vector<Cap>& caps) {
    double left = 0;
    for (const auto& cap : caps) {
        const std::string& day = cap.days.front();  // 2024-11-26
        if (cap.is_on_the_way() && day.size() == 10)
            left = std::max(left, (13 - std::atoi(&day[5]) - std::atoi(&day[8]) / 31.0) / 12);
    }
    return left;
}

// The known limits that bind more than rarely, the largest first. If money that runs out explains the lack of funds,
// that lack is not counted again; it does not explain a freeze or money not yet released.
std::vector<Binding> bindings_of(const results::Run& run, int year, double explained) {
    std::vector<Binding> found;
    for (const auto& limit : run.limits) {
        const bool counts = find_text(limit.id) != nullptr &&
                            (limit.id != "funds" || explained == 0 || limit.share > explained + rarely);
        if (limit.year == year && limit.share >= rarely && counts)
            found.push_back({limit.id, {limit.share, limit.share}});
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
    if (bindings.empty()) return story;
    story.first = bindings.front();
    if (story.is_demand() && story.first->share.least >= nearly_always) return story;
    const auto second = std::find_if(bindings.begin() + 1, bindings.end(), [&](const Binding& b) {
        return b.id != "demand" && b.share.least >= (story.is_demand() ? rarely : often);
    });
    if (second != bindings.end()) story.second = *second;
    return story;
}

std::vector<Story> stories_of(const results::Run& run) {
    std::vector<Story> stories;
    for (const int year : run.years) {
        const Story next = story_of(run, year);
        if (next.caps.empty() && !next.first) continue;
        const auto like = std::find_if(stories.begin(), stories.end(), [&](const Story& s) { return s.is_like(next); });
        if (like == stories.end()) {
            stories.push_back(next);
        } else {
            like->include(next);
        }
    }
    return stories;
}

// «en 2024», «en 2025, 2026 y 2027», «de 2024 a 2027».
Sentence years_of(const Story& story, Lang lang) {
    const auto& years = story.years;
    if (years.size() > 3 && static_cast<std::size_t>(years.back() - years.front()) == years.size() - 1)
        return say(from_to_years, lang, years.front(), years.back());
    std::vector<Sentence> texts;
    texts.reserve(years.size());
    for (const int year : years) texts.push_back(document::sayable(year));
    return say(in_years, lang, listed(texts, lang));
}

Sentence days_of(const Cap& cap, Lang lang) {
    const auto short_day = [](const std::string& day) {
        return Sentence(Cell(document::Date{day, document::Date::Style::short_}));
    };
    std::vector<Sentence> days;
    days.reserve(cap.days.size());
    bool is_same = cap.days.size() > 1;
    for (const auto& day : cap.days) {
        days.push_back(say(on_day, lang, short_day(day)));
        // Compares only month and day.
        is_same = is_same && day.substr(std::min<std::size_t>(4, day.size())) ==
                                 cap.days.front().substr(std::min<std::size_t>(4, cap.days.front().size()));
    }
    const Sentence when = is_same ? say(on_day_each_year, lang, short_day(cap.days.front())) : listed(days, lang);
    return cap.least_share > 1 - rarely ? when
                                        : say(in_replications, lang, when, Cell(document::share(cap.least_share)));
}

Sentence money_of(const Story& story, Lang lang) {
    std::vector<Sentence> texts;
    for (const auto& cap : story.caps) {
        if (!cap.is_on_the_way()) continue;
        texts.push_back(say(texts.empty() ? money_of_one : money_of_another, lang, component_name(cap.component, lang),
                            days_of(cap, lang)));
    }
    return listed(texts, lang);
}

// What limits, by share of centre-days.
Sentence time_of(const Story& story, Lang lang) {
    const Sentence share = story.first->share.text();
    const auto lack = [&](const Binding& b) { return say(lack_of(b.id), lang); };
    if (story.is_demand()) {
        return story.second ? say(mostly_demand, lang, share, lack(*story.second), story.second->share.text())
                            : say(demand, lang, share);
    }
    return story.second
               ? say(short_of_two, lang, share, lack(*story.first), lack(*story.second), story.second->share.text())
               : say(is_short, lang, share, lack(*story.first));
}

Sentence clause_of(const Story& story, Lang lang) {
    const Sentence time = story.first ? time_of(story, lang) : Sentence(), capped = money_of(story, lang);
    std::vector<Sentence> parts = {capped.empty() ? time
                                   : time.empty() ? say(money, lang, capped)
                                                  : say(money_then, lang, capped, time)};
    for (const auto& cap : story.caps) {
        if (!cap.is_on_the_way())
            parts.push_back(say(money_beside, lang, component_name(cap.component, lang), days_of(cap, lang)));
    }
    return joined(parts, "; ");
}

Sentence closed(const Sentence& sentence) { return sentence.upper() + Cell(document::Words{"."}); }

// Whether enterprises are diagnosed every year and none ever qualifies.
bool does_nobody_qualify(const results::Run& run) {
    return !run.years.empty() && std::all_of(run.years.begin(), run.years.end(), [&](int year) {
        const auto *diagnosed = run.find("diagnosed", year), *qualified = run.find("qualified", year);
        return diagnosed != nullptr && qualified != nullptr && diagnosed->mean > 0 && qualified->mean == 0;
    });
}

// Whether all who qualify are turned away every year: the programme has no slots.
bool is_no_plan_offered(const results::Run& run) {
    return !run.years.empty() && std::all_of(run.years.begin(), run.years.end(), [&](int year) {
        const auto *qualified = run.find("qualified", year), *away = run.find("turned_away", year),
                   *admitted = run.find("admissions", year);
        return qualified != nullptr && away != nullptr && admitted != nullptr && qualified->mean > 0 &&
               admitted->mean == 0 && away->mean == qualified->mean;
    });
}

// Whether all who are diagnosed qualify every year: the scenario has no criteria.
bool is_nobody_filtered(const results::Run& run) {
    return !run.years.empty() && std::all_of(run.years.begin(), run.years.end(), [&](int year) {
        const auto *diagnosed = run.find("diagnosed", year), *referred = run.find("referred", year);
        return diagnosed != nullptr && referred != nullptr && diagnosed->mean > 0 && referred->mean == 0;
    });
}

}  // namespace

std::string limit_name(const std::string& id, Lang lang) {
    const LimitText* known = find_text(id);
    return known == nullptr ? id : in(known->name, lang);
}

Text lack_of(const std::string& id) {
    const LimitText* known = find_text(id);
    return known == nullptr ? Text{"", ""} : known->lack;
}

Sentence how_to_read_limits(const results::Run& run, Lang lang) {
    constexpr Text note{
        "Demanda: nadie espera más de lo normal. Lo demás puede faltar a la vez en un mismo centro y día.",
        "Demand: nobody waits longer than normal. The others may lack together at one centre on one day."};
    constexpr Text usual{
        " Normal, según el escenario: hasta {0} de espera por atención y hasta {1} de atraso de una sesión; por un "
        "cupo, ninguna espera.",
        " Normal, by the scenario: up to {0} of waiting for attention, and a session put off by up to {1}; for a slot, "
        "no wait."};
    const auto value = [&](std::size_t component, std::string_view key) {
        const std::string path = std::string(results::components[component].id) + "." + std::string(key);
        const auto found = std::find_if(run.assumptions.begin(), run.assumptions.end(),
                                        [&](const results::Assumption& a) { return a.path == path; });
        return found == run.assumptions.end() ? Sentence() : as_quantity(found->value, lang);
    };
    const Sentence wait = value(0, "long_wait"), delay = value(1, "long_delay");
    return wait.empty() || delay.empty() ? say(note, lang) : say(note, lang) + say(usual, lang, wait, delay);
}

const results::Limit* find_limit(const results::Run& run, int year, const std::string& id) {
    const auto found = std::find_if(run.limits.begin(), run.limits.end(),
                                    [&](const results::Limit& l) { return l.year == year && l.id == id; });
    return found == run.limits.end() ? nullptr : &*found;
}

Sentence limit_sentence(const results::Run& run, Lang lang) {
    if (does_nobody_qualify(run)) return say(nobody_qualifies, lang);
    if (is_no_plan_offered(run)) return say(no_plans, lang);
    const auto stories = stories_of(run);
    if (stories.empty()) return say(unknown, lang);
    const Story& only = stories.front();
    const bool binds_nothing = only.is_demand() && !only.second && only.caps.empty();
    std::vector<Sentence> sentences;
    if (is_nobody_filtered(run)) sentences.push_back(say(no_filter, lang));
    if (stories.size() == 1 && binds_nothing) {
        sentences.push_back(closed(say(nothing_binds, lang, only.first->share.text())));
        return joined(sentences, " ");
    }
    for (const auto& story : stories)
        sentences.push_back(closed(years_of(story, lang) + Cell(document::Words{" "}) + clause_of(story, lang)));
    return joined(sentences, " ");
}

}  // namespace aforo::told
