// Keys without effect on staff, the network, alliances and money.
#include <algorithm>
#include <array>

#include "aforo/scenario/staffing.hpp"
#include "warning_kinds.hpp"

namespace aforo::scenario {

namespace {

// Why a component never spends on anything variable; nothing if it can.
std::optional<Off> nothing_spent(const WarningSearch& w, Component c) {
    const Scenario& s = w.s;
    const auto none = [](const char* es, const char* en, const char* key) { return Off{{es, en}, {key}}; };
    switch (c) {
        case Component::attention:
            return w.nobody_attended();
        case Component::advisory:
            return w.nobody_admitted();
        case Component::alliances:
            if (auto off = w.no_linkages()) return off;
            if (s.alliances.success <= 0)
                return none("ninguna alianza se realiza", "no alliance is realised", "alliances.success");
            return {};
        case Component::admin:
            return none("administración no tiene gasto variable", "administration has no variable spending",
                        "administration.share");
    }
    return {};
}

std::optional<Off> no_cost(const WarningSearch& w, Component c) {
    if (auto off = nothing_spent(w, c)) return off;
    const auto free = [](Money cost, const char* key) -> std::optional<Off> {
        if (cost > Money()) return {};
        return Off{{"no hay gasto variable", "there is no variable spending"}, {key}};
    };
    switch (c) {
        case Component::attention:
            return free(w.s.attention.cost, "attention.cost");
        case Component::advisory:
            return free(w.s.advisory.plan_cost, "advisory.plan_cost");
        case Component::alliances:
            return free(w.s.alliances.cost, "alliances.cost");
        case Component::admin:
            break;
    }
    return {};
}

Money budget_of(const Scenario& s, Component c) {
    return c == Component::attention   ? s.attention.budget
           : c == Component::advisory  ? s.advisory.budget
           : c == Component::alliances ? s.alliances.budget
                                       : s.administration.budget;
}

}  // namespace

void who_says_the_staff(WarningSearch& w) {
    const auto& a = w.s.advisory;
    const std::vector<std::string> by = {"advisory.staffing"};
    if (a.staffing == Staffing::funded) {
        const Off off{{"los asesores son los que paga el presupuesto", "advisors are those that the budget pays"}, by};
        w.idle("advisory.advisors", off);
        w.idle("advisory.advisors_growth", off);
        if (a.plan_cost <= Money()) {
            w.idle("advisory.planned_admissions",
                   {{"un plan no cuesta nada", "a plan costs nothing"}, {"advisory.plan_cost"}});
        }
    } else {
        const Off off{{"los asesores son los de advisors", "advisors are those of advisors"}, by};
        w.idle("advisory.planned_admissions", off);
        w.idle("advisory.planned_admissions_growth", off);
    }
}

void staff_never_changes(WarningSearch& w) {
    const std::vector<std::string> by = {"advisory.advisors_growth", "advisory.changes", "advisory.staffing",
                                         "advisory.budget_growth",   "network.centres",  "network.satellites"};
    if (w.is_written("advisory.ramp_up") && !w.advisors_rise()) {
        w.idle("advisory.ramp_up",
               {{"no entra ningún asesor después del comienzo", "no advisor comes after the beginning"}, by});
    }
    if (!w.is_written("advisory.slot_cut") && !w.is_written("funding.dropout_return")) return;
    if (w.advisors_fall()) return;
    w.idle("advisory.slot_cut", {{"no sale ningún asesor", "no advisor leaves"}, by});
    if (w.s.work_plan.dropout.largest() <= 0) {
        w.idle("funding.dropout_return",
               {{"nadie abandona y ningún plan se corta", "nobody drops out and no plan is cut short"},
                {"work_plan.dropout", "advisory.changes"}});
    }
}

void floor_never_reached(WarningSearch& w) {
    const auto& s = w.s;
    if (s.advisory.advisors_at_least == 0 || !w.is_written("advisory.advisors_at_least")) return;
    Scenario without = s;
    without.advisory.advisors_at_least = 0;
    for (const core::Date day : staff_days(s, core::new_year(s.horizon.start_year()), w.end_day())) {
        if (centre_advisors(s, day) != centre_advisors(without, day)) return;
    }
    w.idle("advisory.advisors_at_least",
           {{"cada centro tiene siempre más", "each centre always has more"},
            {"advisory.advisors", "advisory.advisors_growth", "advisory.allocation", "network.centres"}});
}

void one_centre(WarningSearch& w) {
    if (w.s.network.centres.size() > 1) return;
    const Off off{{"hay un solo centro", "there is only one centre"}, {"network.centres"}};
    w.idle("advisory.allocation", off);
    w.idle("funding.pool", off);
}

void no_satellites(WarningSearch& w) {
    const auto& satellites = w.s.network.satellites;
    const Off off{{"no hay satélites", "there are no satellites"}, {"network.satellites"}};
    if (satellites.empty()) {
        for (const char* key : {"satellite_cost", "travel", "satellite_growth"})
            w.idle(std::string("advisory.") + key, off);
    }
}

void unused_complexity(WarningSearch& w) {
    const auto& s = w.s;
    for (const auto& named : s.network.complexities) {
        const std::string& key = named.first;  // clang 14 cannot capture a structured binding in a lambda
        const Complexity& complexity = named.second;
        const std::string path = "network.complexities." + key;
        const bool is_used = std::any_of(s.network.satellites.begin(), s.network.satellites.end(),
                                         [&](const auto& sat) { return sat.second.complexity == key; });
        if (!is_used) {
            w.idle_part(path,
                        {{"ningún satélite es de este tipo", "no satellite is of this kind"}, {"network.satellites"}});
            continue;
        }
        const auto times = [&](const char* name, double factor, bool is_nothing, const char* of) {
            if (factor != 1 && is_nothing)
                w.idle_part(path + "." + name, {{"lo que multiplica es 0", "what it multiplies is 0"}, {of}});
        };
        times("travel", complexity.travel, s.advisory.travel <= Duration{}, "advisory.travel");
        times("cost", complexity.cost, s.advisory.satellite_cost <= Money(), "advisory.satellite_cost");
        times("no_show", complexity.no_show, s.work_plan.no_show <= 0, "work_plan.no_show");
    }
}

void no_linkages(WarningSearch& w) {
    const auto& a = w.s.alliances;
    if (const auto off = w.no_linkages()) {
        for (const char* key :
             {"linkages", "hours", "direct_hours", "duration", "success", "cost", "demand_effect", "training_effect"})
            w.idle(std::string("alliances.") + key, *off);
        if (a.coordinators <= 0) w.idle("alliances.annual_cost", *off);
        return;
    }
    if (a.hours <= Duration{}) {
        w.idle("alliances.direct_hours",
               {{"una vinculación no toma horas", "a linkage takes no hours"}, {"alliances.hours"}});
    }
    if (a.success > 0) return;
    const Off off{{"ninguna alianza se realiza", "no alliance is realised"}, {"alliances.success"}};
    for (const char* key : {"cost", "demand_effect", "training_effect"}) w.idle(std::string("alliances.") + key, off);
}

void cap_never_reached(WarningSearch& w) {
    const auto& a = w.s.administration;
    if (a.other_costs == Money() && a.share <= a.cap) {
        w.idle("administration.cap", {{"el gasto administrativo es siempre la parte que dice share",
                                       "administrative spending is always the part that share says"},
                                      {"administration.share", "administration.other_costs"}});
    }
}

void no_variable_money(WarningSearch& w) {
    const auto& f = w.s.funding;
    // A freeze also stops activity that costs nothing.
    for (const auto& [name, freeze] : f.freezes) {
        if (const auto off = nothing_spent(w, freeze.component))
            w.idle_part("funding.freezes." + name + ".component", *off);
    }
    const auto plans = no_cost(w, Component::advisory);
    if (plans) {
        for (const char* key : {"plan_payment", "dropout_return", "pool"})
            w.idle(std::string("funding.") + key, *plans);
    }
    if (f.release && (*f.release)[0] >= 1)
        w.idle("funding.release", {{"todo se libera el 1 de enero", "all is released on 1 January"}, {}});
    if (!plans || !no_cost(w, Component::attention) || !no_cost(w, Component::alliances)) return;
    const Off off{{"no hay gasto variable", "there is no variable spending"},
                  {"attention.cost", "advisory.plan_cost", "alliances.cost"}};
    w.idle("funding.release", off);
    // Administration can overrun too.
    if (f.at_exhaustion == Exhaustion::stop || w.s.administration.share <= 0) w.idle("funding.at_exhaustion", off);
}

void transfer_of_nothing(WarningSearch& w) {
    for (const auto& [name, transfer] : w.s.funding.transfers) {
        const std::string path = "funding.transfers." + name;
        if (transfer.at_most <= 0) w.idle_part(path + ".at_most", {{"no traspasa nada", "it transfers nothing"}, {}});
        if (budget_of(w.s, transfer.from) <= Money()) {
            w.idle_part(
                path + ".from",
                {{"quien da no tiene presupuesto", "the giver has no budget"},
                 {std::string(Names<Component>::table[static_cast<std::size_t>(transfer.from)].word) + ".budget"}});
        }
    }
}

// What fixed costs take is committed on 1 January, before any transfer.
void transfer_of_less(WarningSearch& w) {
    for (const auto& [name, t] : w.s.funding.transfers) {
        if (t.at_most <= 0 || t.at_most >= 1) continue;
        const auto giver = static_cast<std::size_t>(t.from);
        const std::string word = Names<Component>::table[giver].word;
        const int from = t.on.is_yearly() ? w.s.horizon.first_year : t.on.year;
        const int until = t.on.is_yearly() ? w.s.horizon.last_year : t.on.year;
        for (int year = std::max(from, w.s.horizon.start_year()); year <= std::min(until, w.s.horizon.last_year);
             ++year) {
            const Money budget = appropriations(w.s, year)[giver];
            const Money free = budget - fixed_costs(w.s, year)[giver];
            if (core::scaled_by_decimal(budget, t.at_most) <= free || budget <= Money()) continue;
            w.tell("funding.transfers." + name + ".at_most",
                   {fmt::format(
                        "en {} pide hasta {:.0f} M$, y a lo más puede dar {:.0f} M$: el resto está comprometido en "
                        "costos fijos desde el 1 de enero",
                        year, core::scaled_by_decimal(budget, t.at_most).in_thousands(), free.in_thousands()),
                    fmt::format(
                        "in {} it asks for up to {:.0f} M$, and can give at most {:.0f} M$: the rest is committed for "
                        "fixed costs from 1 January on",
                        year, core::scaled_by_decimal(budget, t.at_most).in_thousands(), free.in_thousands())},
                   {"baje at_most, o el personal de quien da", "lower at_most, or the giver's staff"},
                   {word + ".budget", word + ".annual_cost"});
            break;
        }
    }
}

// After executed months the state at the cut is simulated where it is not said, and 0 says nothing.
void nobody_at_the_cut(WarningSearch& w) {
    if (w.s.executed.empty()) return;
    const auto& i = w.s.initial;
    const std::pair<const char*, const AtOffices*> all[] = {
        {"for_attention", &i.for_attention}, {"on_list", &i.on_list}, {"in_plan", &i.in_plan}};
    for (const auto& [key, amounts] : all) {
        if (amounts->is_any()) continue;
        w.tell(std::string("initial.") + key,
               {"con 0 no dice nada: al corte están quienes deja la simulación de los meses ejecutados",
                "says nothing with 0: at the cut there are those whom the simulation of the executed months leaves"},
               {"quítela, o escriba 1 si casi no hay nadie", "remove it, or write 1 if there is hardly anybody"});
    }
}

// A later file that gives a number another name and more is likely to mean a new office.
void reused_number(WarningSearch& w) {
    const auto look = [&](const char* group, int id, const std::string& name, const auto& keys, const Message& kind) {
        const std::string path = fmt::format("network.{}.{}.", group, id);
        const auto* former = w.former_name(path + "name");
        if (former == nullptr || former->name == name) return;
        const std::string file = w.written_in(path + "name");
        if (file == former->place.file) return;
        std::string changed;
        for (const char* key : keys) {
            if (w.is_rewritten(path + key) && w.written_in(path + key) == file)
                changed += fmt::format("{}{}", changed.empty() ? "" : ", ", key);
        }
        if (changed.empty()) return;
        w.tell(path + "name",
               {fmt::format("el número {} ya es {} {} ({}:{}), que esto reemplaza: cambia name, {}", id, kind.es,
                            former->name, former->place.file, former->place.line, changed),
                fmt::format("the number {} is {} {} already ({}:{}), which this replaces: it changes name, {}", id,
                            kind.en, former->name, former->place.file, former->place.line, changed)},
               {"dé otro número a una oficina nueva", "give another number to a new office"});
    };
    for (const auto& [id, centre] : w.s.network.centres)
        look("centres", id, centre.name, std::array{"region", "weight"}, {"del centro", "of the centre"});
    for (const auto& [id, satellite] : w.s.network.satellites)
        look("satellites", id, satellite.name, std::array{"parent", "visiting_days"},
             {"del satélite", "of the satellite"});
}

}  // namespace aforo::scenario
