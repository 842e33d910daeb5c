// Keys without effect on slots, their order, work plans and what follows from them.
#include <algorithm>
#include <cmath>

#include "aforo/scenario/staffing.hpp"
#include "warning_kinds.hpp"

namespace aforo::scenario {

namespace {

// Whether nobody, or everybody, who asks for a slot belongs to the group.
struct Membership {
    bool nobody = false, all = false;
    std::vector<std::string> by = {};
};

Membership rural(const Scenario& s) {
    return {s.network.rural_share <= 0, s.network.rural_share >= 1, {"network.rural_share"}};
}
Membership informal(const Scenario& s) {
    return {s.enterprises.informal <= 0, s.enterprises.informal >= 1, {"enterprises.informal"}};
}
Membership cooperative(const Scenario& s) {
    return {s.enterprises.cooperative <= 0, s.enterprises.cooperative >= 1, {"enterprises.cooperative"}};
}
Membership women(const Scenario& s) {
    Membership m{true, true};
    for (const auto& [key, region] : s.network.regions) {
        m.nobody = m.nobody && region.female <= 0;
        m.all = m.all && region.female >= 1;
        m.by.push_back("network.regions." + key + ".female");
    }
    return m;
}
Membership re_entries(const WarningSearch& w) {
    const auto off = w.nobody_repeats();
    return {off.has_value(), false, off ? off->by : std::vector<std::string>{}};
}
Membership first_plans(const WarningSearch& w) {
    const auto off = w.nobody_repeats();
    return {false, off.has_value(), off ? off->by : std::vector<std::string>{}};
}

// Whether the eligibility filter lets the band through.
Membership of_band(const Scenario& s, Band band) {
    const auto& t = s.targeting;
    const auto passes = [&](Band b) {
        bool is_there = b == Band::low      ? t.pass_standard > 0
                        : b == Band::medium ? t.pass_standard < t.high_cut && t.pass_standard <= 100
                                            : t.high_cut <= 100;
        for (const Criterion& c : t.criteria) {
            if (c.kind == Criterion::Kind::standard) is_there = is_there && b != Band::low;
            if (c.kind == Criterion::Kind::bands)
                is_there = is_there && std::find(c.bands.begin(), c.bands.end(), b) != c.bands.end();
            if (c.kind == Criterion::Kind::need) {
                is_there = is_there && c.at_most >= (b == Band::low      ? 0
                                                     : b == Band::medium ? t.pass_standard
                                                                         : t.high_cut);
            }
        }
        return is_there;
    };
    bool others = false;
    for (const Band b : {Band::low, Band::medium, Band::high}) others = others || (b != band && passes(b));
    return {!passes(band),
            passes(band) && !others,
            {"targeting.criteria", "targeting.pass_standard", "targeting.high_cut"}};
}

Membership members(const WarningSearch& w, ReserveGroup group) {
    using G = ReserveGroup;
    switch (group) {
        case G::women:
            return women(w.s);
        case G::rural:
            return rural(w.s);
        case G::informal:
            return informal(w.s);
        case G::first_plans:
            return first_plans(w);
        case G::low_band:
            return of_band(w.s, Band::low);
        case G::medium_band:
            return of_band(w.s, Band::medium);
        case G::high_band:
            return of_band(w.s, Band::high);
    }
    return {};
}

// Of those in all of the groups; nobody is in two bands.
Membership of_all(const WarningSearch& w, const Groups& groups) {
    Membership all{.nobody = false, .all = true, .by = {}};
    int bands = 0;
    for (const ReserveGroup g : groups.all) {
        const Membership one = members(w, g);
        all.nobody = all.nobody || one.nobody;
        all.all = all.all && one.all;
        all.by.insert(all.by.end(), one.by.begin(), one.by.end());
        bands += g >= ReserveGroup::low_band ? 1 : 0;
    }
    all.nobody = all.nobody || bands > 1;
    return all;
}

void tell_group(WarningSearch& w, const std::string& path, const Membership& m) {
    if (m.nobody) w.idle_part(path, {{"nadie es de ese grupo", "nobody is in that group"}, m.by});
    if (m.all) w.idle_part(path, {{"todas son de ese grupo", "all are in that group"}, m.by});
}

void tell_weights(WarningSearch& w, const std::string& path) {
    const PriorityWeights& of = w.s.waiting_list.priority.weights;
    const std::pair<const char*, std::pair<double, Membership>> all[] = {
        {"female", {of.female, women(w.s)}},
        {"rural", {of.rural, rural(w.s)}},
        {"informal", {of.informal, informal(w.s)}},
        {"cooperative", {of.cooperative, cooperative(w.s)}},
        {"re_entry", {of.re_entry, re_entries(w)}}};
    for (const auto& [name, weight] : all) {
        if (weight.first != 0) tell_group(w, path + ".weighted." + name, weight.second);
    }
    if (of == PriorityWeights{}) w.idle_part(path, {{"todos sus puntajes son 0", "all of its points are 0"}, {}});
}

}  // namespace

void no_plans(WarningSearch& w) {
    const auto off = w.nobody_admitted();
    if (!off) return;
    for (const char* key : {"priority", "reserves", "unused_reserve", "decline"}) {
        if (key != std::string_view("decline") || w.s.waiting_list.decline < 1)
            w.idle(std::string("waiting_list.") + key, *off);
    }
    for (const char* section : {"work_plan", "graduation", "outcomes"}) w.idle_in(section, *off);
    const auto& a = w.s.advisory;
    if (a.staffing == Staffing::fixed) w.idle("advisory.plan_cost", *off);
    for (const char* key : {"advisory.slot_cut", "funding.plan_payment", "funding.dropout_return", "funding.pool",
                            "alliances.training_effect"})
        w.idle(key, *off);
    if (w.has_advisors()) return;
    const Off nobody{{"no hay asesores", "there are no advisors"},
                     {"advisory.advisors", "advisory.changes", "advisory.staffing"}};
    for (const char* key : {"annual_cost", "direct_hours", "caseload", "unlimited_hours", "ramp_up", "allocation"})
        w.idle(std::string("advisory.") + key, nobody);
}

void plan_without_sessions(WarningSearch& w) {
    if (!w.s.work_plan.stay) return;
    const Off off{{"un plan con stay no tiene sesiones", "a plan with stay has no sessions"}, {"work_plan.stay"}};
    w.idle_in("work_plan", off, {"work_plan.stay"});
    w.idle("graduation.share", off);
    w.idle("graduation.cap", off);
    w.idle("alliances.training_effect", off);
    w.idle("advisory.direct_hours", off);
    for (const auto& [key, complexity] : w.s.network.complexities) {
        if (complexity.no_show != 1) w.idle_part("network.complexities." + key + ".no_show", off);
    }
}

void hours_without_limit(WarningSearch& w) {
    if (w.s.advisory.unlimited_hours) {
        w.idle("advisory.direct_hours",
               {{"las horas de agenda no limitan", "hours of the agenda do not limit"}, {"advisory.unlimited_hours"}});
    }
}

void no_groups(WarningSearch& w) {
    const GroupTraining& g = w.s.work_plan.group;
    if (g.sessions == 0) {
        const Off off{{"no hay capacitaciones grupales", "there are no group trainings"}, {"work_plan.group.sessions"}};
        w.idle_in("work_plan.group", off);
        w.idle("alliances.training_effect", off);
    } else if (g.size == 1 && w.s.alliances.training_effect <= 0) {
        const Off off{{"un grupo es de una sola empresa", "a group is of a single enterprise"},
                      {"work_plan.group.size"}};
        w.idle("work_plan.group.gather", off);
        w.idle("work_plan.group.reach", off);
    }
    const bool anywhere = g.sessions > 0 && g.reach != Reach::centre;
    for (const auto& [key, complexity] : w.s.network.complexities) {
        if (!complexity.hybrid && !anywhere) {
            w.idle_part("network.complexities." + key + ".hybrid",
                        {{"los grupos son todos de un centro", "all groups are of one centre"},
                         {"work_plan.group.sessions", "work_plan.group.reach"}});
        }
    }
}

void few_sessions(WarningSearch& w) {
    const WorkPlan& p = w.s.work_plan;
    if (p.stay) return;
    const auto most = static_cast<int>(p.sessions.largest());
    if (most == 1) {
        const Off off{{"un plan tiene una sola sesión", "a plan has one session only"}, {"work_plan.sessions"}};
        w.idle("work_plan.dropout", off);
        w.idle("work_plan.dropout_wait_month", off);
        if (p.no_show <= 0) w.idle("work_plan.spacing", off);
    }
    if (p.dropout.largest() <= 0)
        w.idle("work_plan.dropout_wait_month", {{"nadie abandona", "nobody drops out"}, {"work_plan.dropout"}});
    if (p.group.sessions >= most) {
        w.idle("work_plan.session", {{"todas las sesiones son en grupo", "all sessions are in a group"},
                                     {"work_plan.group.sessions", "work_plan.sessions"}});
    }
}

void groups_beyond_plan(WarningSearch& w) {
    const WorkPlan& p = w.s.work_plan;
    const auto most = static_cast<int>(p.sessions.largest());
    if (p.stay || p.group.sessions <= most) return;
    w.tell("work_plan.group.sessions",
           {fmt::format("son {}, y un plan tiene a lo más {}: las demás no se hacen", p.group.sessions, most),
            fmt::format("are {}, and a plan has at most {}: the others are not held", p.group.sessions, most)},
           {"baje group.sessions o suba sessions", "lower group.sessions or raise sessions"}, {"work_plan.sessions"});
}

void graduation_rule(WarningSearch& w) {
    using Rule = GraduationRule;
    const Rule rule = w.s.graduation.rule;
    const Off off{{"la regla de egreso es otra", "the rule of graduation is another"}, {"graduation.rule"}};
    if (rule != Rule::share) w.idle("graduation.share", off);
    if (rule != Rule::hours && rule != Rule::months) w.idle("graduation.cap", off);
    const auto& sessions = w.s.work_plan.sessions;
    const auto is_all = [&](double n) { return std::ceil(w.s.graduation.share * n - 1e-9) >= n; };
    if (rule == Rule::share && is_all(sessions.low) && is_all(sessions.medium) && is_all(sessions.high)) {
        w.idle("graduation.rule", {{"esa parte, hacia arriba, son todas las sesiones, como con complete",
                                    "that share, rounded up, is all sessions, as with complete"},
                                   {"graduation.share", "work_plan.sessions"}});
    }
}

void no_repeats(WarningSearch& w) {
    const auto& g = w.s.graduation;
    const Off one{{"ninguna empresa puede tener otro plan", "no enterprise may have another plan"},
                  {"graduation.max_plans"}};
    const Off none{{"ninguna egresada pide otro plan", "no graduate asks for another plan"}, {"graduation.repeat"}};
    if (g.max_plans == 1) w.idle("graduation.repeat", one);
    if (g.repeat <= 0) w.idle("graduation.max_plans", none);
    if (g.max_plans == 1 || g.repeat <= 0) w.idle("graduation.cooldown", g.max_plans == 1 ? one : none);
}

void group_of_nobody(WarningSearch& w) {
    using R = PriorityRule;
    const auto& list = w.s.waiting_list;
    const auto& satellites = w.s.network.satellites;
    const bool is_only = list.reserves.size() == 1 && std::none_of(satellites.begin(), satellites.end(),
                                                                   [](const auto& s) { return s.second.own_list; });
    for (std::size_t i = 0; i < list.reserves.size(); ++i) {
        const std::string path = fmt::format("waiting_list.reserves[{}]", i);
        Membership m = of_all(w, list.reserves[i].group);
        m.all = m.all && is_only;  // with other reserves, it still decides which reserve counts its members
        if (m.nobody && list.unused_reserve == UnusedReserve::hold) {
            w.tell(path, {"guarda cupos para un grupo en que no hay nadie", "keeps slots for a group of nobody"},
                   {"quítela, o escriba unused_reserve: release", "remove it, or write unused_reserve: release"}, m.by);
        } else {
            tell_group(w, path, m);
        }
    }
    for (std::size_t i = 0; i < list.priority.chain.size(); ++i) {
        const std::string path = w.part("waiting_list.priority", i);
        const R rule = list.priority.chain[i];
        if (rule == R::women_first) tell_group(w, path, women(w.s));
        if (rule == R::rural_first) tell_group(w, path, rural(w.s));
        if (rule == R::informal_first) tell_group(w, path, informal(w.s));
        if (rule == R::first_plans_first) tell_group(w, path, first_plans(w));
        if (rule == R::re_entries_first) tell_group(w, path, re_entries(w));
        if (rule == R::group_first) tell_group(w, path, of_all(w, list.priority.first));
        if (rule == R::weighted) tell_weights(w, path);
    }
}

// The rules `arrival` and `lottery` leave no ties.
void never_decides(WarningSearch& w) {
    const auto& chain = w.s.waiting_list.priority.chain;
    for (std::size_t i = 1; i < chain.size(); ++i) {
        if (chain[i - 1] != PriorityRule::arrival && chain[i - 1] != PriorityRule::lottery) continue;
        for (std::size_t j = i; j < chain.size(); ++j) {
            w.idle_part(w.part("waiting_list.priority", j),
                        {{"la regla anterior no deja empates", "the rule before it leaves no ties"}, {}});
        }
        return;
    }
}

void empty_reserve(WarningSearch& w) {
    const auto& list = w.s.waiting_list;
    bool any = false;
    for (std::size_t i = 0; i < list.reserves.size(); ++i) {
        any = any || list.reserves[i].share > 0;
        if (list.reserves[i].share <= 0) {
            w.tell(fmt::format("waiting_list.reserves[{}]", i),
                   {"no reserva ningún cupo: su parte es 0", "keeps no slot: its share is 0"},
                   {"quítela, o dele una parte", "remove it, or give it a share"});
        }
    }
    for (const auto& [id, satellite] : w.s.network.satellites) {
        if (!satellite.own_list) continue;
        any = true;
        const std::string path = fmt::format("network.satellites.{}.own_list", id);
        const std::string weight = fmt::format("network.centres.{}.weight", satellite.parent);
        if (w.s.network.rural_share <= 0 || w.s.network.centres.at(satellite.parent).weight <= 0) {
            w.idle_part(path, {{"el satélite no tiene demanda", "the satellite has no demand"},
                               {"network.rural_share", weight}});
        }
    }
    if (!any) {
        w.idle("waiting_list.unused_reserve",
               {{"no hay reservas", "there are no reserves"}, {"waiting_list.reserves", "network.satellites"}});
    }
}

void impossible_outcome(WarningSearch& w) {
    constexpr std::array<const char*, epg_outcomes> names = {"profits",     "first_invoice", "formalisation",
                                                             "jobs",        "financing",     "admin_problems",
                                                             "new_markets", "new_products"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (w.s.outcomes.epg[i].intercept > -50) continue;
        const std::string path = std::string("outcomes.") + names[i];
        const Off off{{"con ese intercept no ocurre nunca", "with that intercept it never happens"},
                      {path + ".intercept"}};
        w.idle(path + ".slope", off);
        w.idle(path + ".effect", off);
    }
}

}  // namespace aforo::scenario
