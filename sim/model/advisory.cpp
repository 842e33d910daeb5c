#include "advisory.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>

#include "alliances.hpp"
#include "funding.hpp"
#include "graduation.hpp"
#include "waiting_list.hpp"

namespace aforo::model {

void Agenda::restart() {
    weeks_.resize(blueprint_.units.size() * blueprint_.weeks);
    works_.assign(blueprint_.weeks, 0);
    for (std::size_t d = 0; d < blueprint_.days.size(); ++d) {
        const std::size_t place = d + static_cast<std::size_t>(offset_);
        works_[place / 7] |= Weekdays{blueprint_.days[d].works} << place % 7;
    }
    for (std::size_t u = 0; u < blueprint_.units.size(); ++u) {
        const Duration* share = &blueprint_.agenda[u * blueprint_.days.size()];
        for (std::size_t w = 0; w < blueprint_.weeks; ++w) {
            Week& week = weeks_[u * blueprint_.weeks + w];
            Duration up_to{};
            for (std::size_t d = 0; d < 7; ++d) {
                const std::size_t i =
                    w * 7 + d - static_cast<std::size_t>(offset_);  // wraps around before the first day
                if (i < blueprint_.days.size()) up_to += share[i];
                week.room[d] = static_cast<double>(up_to.count());
            }
            week.room[7] = std::numeric_limits<double>::infinity();
        }
    }
    booked_.assign(blueprint_.units.size() * years_, Duration{});
}

Date Agenda::book(UnitId unit, Date due, Duration length) {
    const auto needed = static_cast<double>(length.count());
    const auto from = static_cast<unsigned>((due - blueprint_.first_day).count() + offset_);
    constexpr Weekdays whole_week = 0x7F;
    Weekdays not_before = whole_week << from % 7;
    for (unsigned w = from / 7; w < blueprint_.weeks; ++w, not_before = whole_week) {
        Eigen::Map<Eigen::Array<double, 8, 1>, Eigen::Aligned64> room(
            weeks_[unit.value * blueprint_.weeks + w].room.data());
        const auto full = (room < needed).count();  // these are always the first days of the week
        const Weekdays fit = works_[w] & not_before & (whole_week << full);
        if (fit == 0) continue;
        const int day = std::countr_zero(fit);
        // From this day on, room falls by the length; before it, room is at most what is left here. The greater of the
        // two values is right on every day, and the processor need not branch on the day.
        const double left = room[day] - needed;
        room = room.min(left).max(room - needed);
        const Date found = blueprint_.first_day + core::days(static_cast<int>(w) * 7 + day - offset_);
        booked_[unit.value * years_ + blueprint_.year_index(found)] += length;
        return found;
    }
    return blueprint_.end_day;
}

double Agenda::hours(UnitId unit, int year) const {
    Duration total{};
    for (Date d = core::new_year(year); d < core::new_year(year + 1); d += core::days(1))
        total += blueprint_.agenda[unit.value * blueprint_.days.size() + blueprint_.index_of(d)];
    return core::in_hours(total);
}

double Agenda::hours_booked(UnitId unit, int year) const {
    return core::in_hours(booked_[unit.value * years_ + static_cast<std::size_t>(year - blueprint_.years[0].year)]);
}

void Advisory::restart() {
    agenda_.restart();
    units_.assign(w_.blueprint.units.size(), UnitState{.accounted_until = w_.now()});
    groups_.clear();
    met_ = 0;
    open_group_.assign(w_.blueprint.units.size() + w_.blueprint.potential.size() + 1, no_group);
}

void Advisory::begin_year() {
    for (std::uint32_t u = 0; u < units_.size(); ++u) {
        account(UnitId(u));
        units_[u].slot_days = units_[u].slot_days_used = 0;
    }
}

void Advisory::begin_spell() {
    for (std::uint32_t u = 0; u < units_.size(); ++u) {
        const int slots = w_.blueprint.unit_spell(u, w_.spell).slots;
        if (slots == units_[u].slots) continue;
        account(UnitId(u));
        units_[u].slots = slots;
        if (w_.blueprint.scenario.advisory.slot_cut == scenario::SlotCut::return_to_list) {
            return_plans(UnitId(u));
        } else if (w_.blueprint.unit_spell(u, w_.spell).advisors == 0) {
            close(UnitId(u));  // nobody is left to finish them
        }
    }
}

void Advisory::account(UnitId unit) {
    UnitState& u = units_[unit.value];
    const double elapsed = core::in_days(w_.now() - u.accounted_until);
    // After a cut, slots of plans that continue exist until those plans end.
    u.slot_days += elapsed * std::max(u.slots, u.used);
    u.slot_days_used += elapsed * u.used;
    u.accounted_until = w_.now();
}

void Advisory::admit(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    const UnitId unit = unit_of(e);
    account(unit);
    ++units_[unit.value].used;
    w_.tell_admitted(id);
    e.placed = false;
    w_.move(id, State::in_plan);
    const double months_waited = core::in_days(w_.now() - e.since) / core::days_per_month;
    const Terms& terms = w_.terms(e.office);
    const double hazard =
        terms.dropout_hazard[static_cast<std::size_t>(e.profile.band)] * (1 + terms.dropout_wait_month * months_waited);
    e.hazard = static_cast<float>(std::min(hazard, 1.0));
    e.admitted_year = static_cast<std::int16_t>(w_.year);
    e.counted = e.counted || w_.year >= w_.blueprint.scenario.horizon.first_year;
    ++e.plans;
    e.since = w_.now();
    e.sessions = 0;
    e.bookings = 0;
    e.minutes = 0;
    const Draw draw = w_.draw(e.key, purpose::first_lead.block, e.plans - 1u);
    if (w_.blueprint.stay) {
        e.deadline = w_.now() + core::from_milliseconds((*w_.blueprint.stay)(draw[purpose::stay]));
        w_.schedule(e.deadline, Phase::completion, EventType::stay_ends, id.value);
    } else {
        book_next(id, w_.now() + core::from_milliseconds(terms.first_session(draw[purpose::first_lead])),
                  first_length(e));
    }
}

void Advisory::place(EnterpriseId id, double done, double until_next) {
    Enterprise& e = w_.enterprises[id];
    const UnitId unit = unit_of(e);
    account(unit);
    ++units_[unit.value].used;
    w_.move(id, State::in_plan);
    const Terms& terms = w_.terms(e.office);
    e.hazard = static_cast<float>(terms.dropout_hazard[static_cast<std::size_t>(e.profile.band)]);
    // After executed months it is one of those who began this year.
    const bool is_within = w_.blueprint.cut && *w_.blueprint.cut > core::new_year(w_.year);
    e.admitted_year = static_cast<std::int16_t>(is_within ? w_.year : w_.year - 1);
    ++e.plans;
    e.since = w_.now();
    const int agreed = sessions_of(e);
    const auto& left = w_.blueprint.scenario.initial.sessions_left;
    e.sessions = static_cast<std::uint8_t>(left ? std::max(0, agreed - *left) : static_cast<int>(done * agreed));
    e.bookings = e.sessions;
    e.minutes = static_cast<std::uint16_t>(
        std::min(65535.0, e.sessions * core::in_hours(core::from_milliseconds(terms.session(0.5))) * 60));
    funding_.owe_for_plan(id);
    if (w_.blueprint.stay) {
        e.deadline = w_.now() + core::from_milliseconds((*w_.blueprint.stay)(done)*until_next);
        w_.schedule(e.deadline, Phase::completion, EventType::stay_ends, id.value);
    } else {
        book_next(id, w_.now() + core::from_milliseconds(terms.spacing(0.5) * until_next), first_length(e));
    }
}

Duration Advisory::first_length(const Enterprise& e) const {
    const Draw draw = w_.draw(e.key, purpose::first_length.block, e.plans - 1u);
    return core::from_milliseconds(w_.terms(e.office).session(draw[purpose::first_length]));
}

Duration Advisory::session_length(const Enterprise& e) const {
    if (e.sessions < w_.blueprint.scenario.work_plan.group.sessions)
        return w_.blueprint.scenario.work_plan.group.length;
    if (e.bookings == 0) return first_length(e);
    return core::from_milliseconds(w_.terms(e.office).session(session_draw(e, e.bookings - 1u)[purpose::next_length]));
}

void Advisory::book_next(EnterpriseId id, Time due, Duration length) {
    Enterprise& e = w_.enterprises[id];
    if (e.sessions < w_.blueprint.scenario.work_plan.group.sessions) {
        e.deadline = due;
        w_.schedule(due, Phase::completion, EventType::group_is_sought, id.value);
        return;
    }
    e.deadline = book_hours(unit_of(e), due, length);
    w_.schedule(e.deadline, Phase::completion, EventType::session, id.value);
}

// The time at which a session that takes the unit's hours ends. If no hours are left before the simulation ends, it
// lies after the end, and the plan stays open.
Time Advisory::book_hours(UnitId unit, Time due, Duration length) {
    Date day = std::max(core::day_of(due), w_.today + core::days(1));
    if (!w_.blueprint.scenario.advisory.unlimited_hours) {
        const Date found = agenda_.book(unit, day, length);
        units_[unit.value].latest_delay = found - std::min(day, w_.blueprint.end_day);
        day = found;
    }
    return w_.blueprint.opening(day) + length;
}

void Advisory::on_session(EnterpriseId id) {
    if (is_due(id, EventType::session)) attend(id);
}

void Advisory::attend(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    // The length is only needed again where hours attended decide graduation.
    const bool counts_hours = w_.blueprint.scenario.graduation.rule == scenario::GraduationRule::hours;
    const Duration length = counts_hours ? session_length(e) : Duration{};
    const Draw draw = session_draw(e, e.bookings++);
    if (draw[purpose::no_show] < w_.blueprint.office_spell(e.office.value, w_.spell).no_show) {
        w_.tell(FactKind::no_show, id);
    } else {
        ++e.sessions;
        if (counts_hours) {
            e.minutes = static_cast<std::uint16_t>(
                std::min<std::int64_t>(65535, e.minutes + std::chrono::round<core::minutes>(length).count()));
        }
        w_.tell(FactKind::session_held, id);
        if (is_done(e)) {
            end_plan(id, EndsAs::graduated);
            graduation_.graduate(id);
            return;
        }
        if (draw[purpose::dropout] < static_cast<double>(e.hazard)) {
            const UnitId unit = unit_of(e);
            w_.tell(FactKind::dropped_out, id, e.since);
            const bool money_came = end_plan(id, EndsAs::cut_short);
            w_.leave(id, State::dropped_out);
            if (money_came) {
                waiting_lists_.fill_in_turn();
            } else {
                waiting_lists_.fill(unit);
            }
            return;
        }
    }
    const Terms& terms = w_.terms(e.office);
    book_next(id, w_.now() + core::from_milliseconds(terms.spacing(draw[purpose::spacing])),
              core::from_milliseconds(terms.session(draw[purpose::next_length])));
}

bool Advisory::is_done(const Enterprise& e) const {
    using Rule = scenario::GraduationRule;
    const auto& g = w_.blueprint.scenario.graduation;
    if (e.sessions >= sessions_of(e)) return true;
    switch (g.rule) {
        case Rule::complete:
            return false;
        case Rule::share:
            return e.sessions >= std::ceil(g.share * sessions_of(e) - 1e-9);
        case Rule::hours:
            return core::minutes(e.minutes) >= g.cap;
        case Rule::months:
            return w_.now() - e.since >= g.cap;
    }
    return false;
}

void Advisory::on_stay_end(EnterpriseId id) {
    if (!is_due(id, EventType::stay_ends)) return;
    Enterprise& e = w_.enterprises[id];
    e.sessions = static_cast<std::uint8_t>(sessions_of(e));
    end_plan(id, EndsAs::graduated);
    graduation_.graduate(id);
}

void Advisory::on_group_sought(EnterpriseId id) {
    if (is_due(id, EventType::group_is_sought)) join_group(id);
}

void Advisory::join_group(EnterpriseId id) {
    const auto& training = w_.blueprint.scenario.work_plan.group;
    const Office& office = w_.blueprint.offices[w_.enterprises[id].office.value];
    const auto reach = office.is_hybrid ? training.reach : scenario::Reach::centre;
    const std::size_t units = w_.blueprint.units.size(), regions = w_.blueprint.potential.size();
    const std::size_t place = reach == scenario::Reach::centre   ? office.unit.value
                              : reach == scenario::Reach::region ? units + office.region.value
                                                                 : units + regions;
    if (open_group_[place] == no_group || groups_[open_group_[place]].is_closed) {
        open_group_[place] = static_cast<std::uint32_t>(groups_.size());
        groups_.emplace_back();
        w_.schedule(w_.now() + training.gather, Phase::completion, EventType::group_is_due, open_group_[place]);
    }
    const std::uint32_t group = open_group_[place];
    groups_[group].members.push_back(id);
    w_.enterprises[id].deadline = Time::max();
    const double more = w_.blueprint.scenario.alliances.training_effect;
    const int size = training.size + (more > 0 ? static_cast<int>(more * alliances_.recent(office.centre)) : 0);
    if (static_cast<int>(groups_[group].members.size()) >= size) convene(group);
}

void Advisory::on_group_due(std::uint32_t group) {
    if (!groups_[group].is_closed) convene(group);
}

// One advisor of the first member's unit gives the session, on the first day of the agenda with enough hours.
void Advisory::convene(std::uint32_t group) {
    Group& g = groups_[group];
    g.is_closed = true;
    if (g.members.empty()) return;  // all members had to leave
    const auto at =
        book_hours(unit_of(w_.enterprises[g.members.front()]), w_.now(), w_.blueprint.scenario.work_plan.group.length);
    for (const EnterpriseId id : g.members) {
        Enterprise& e = w_.enterprises[id];
        core::ensure(e.state == State::in_plan && e.deadline == Time::max(), "a group holds who has left it");
        e.deadline = at;
    }
    w_.schedule(at, Phase::completion, EventType::group_meets, group);
}

void Advisory::on_group_meeting(std::uint32_t group) {
    const std::vector<EnterpriseId> members = std::move(groups_[group].members);
    for (const EnterpriseId id : members) {
        const Enterprise& e = w_.enterprises[id];
        core::ensure(e.state == State::in_plan && e.deadline == w_.now(), "a group meets who has left it");
        attend(id);
    }
    while (met_ < groups_.size() && groups_[met_].is_closed && groups_[met_].members.empty()) ++met_;
}

// Frees the slot; the caller gives it to the next once the enterprise has left. Returns whether money came back too.
bool Advisory::end_plan(EnterpriseId id, EndsAs how) {
    const UnitId unit = unit_of(w_.enterprises[id]);
    account(unit);
    --units_[unit.value].used;
    core::ensure(units_[unit.value].used >= 0, "a slot was given back twice");
    const int agreed = sessions_of(w_.enterprises[id]);
    const int unused = how == EndsAs::cut_short ? std::max(0, agreed - w_.enterprises[id].sessions) : 0;
    return funding_.end_plan(id, unused, agreed);
}

// Cancels the next event of a plan that is cut short.
void Advisory::call_off(EnterpriseId id) {
    const Enterprise& e = w_.enterprises[id];
    const bool is_in_groups = e.sessions < w_.blueprint.scenario.work_plan.group.sessions;
    for (std::size_t g = met_; is_in_groups && g < groups_.size(); ++g) {
        if (std::erase(groups_[g].members, id) > 0) return;  // a group's members have no events of their own
    }
    if (e.deadline >= Time(w_.blueprint.end_day)) return;  // it was never scheduled
    const EventType next = w_.blueprint.stay ? EventType::stay_ends
                           : is_in_groups    ? EventType::group_is_sought
                                             : EventType::session;
    w_.called_off.add(e.deadline, next, id);
}

// Collects the enterprises in a plan of this unit, in table order.
void Advisory::find_plans(UnitId unit) {
    plans_.clear();
    if (units_[unit.value].used == 0) return;
    for (std::uint32_t i = 0; i < w_.enterprises.places(); ++i) {
        const Enterprise& e = w_.enterprises[EnterpriseId(i)];
        if (e.state == State::in_plan && unit_of(e) == unit) plans_.push_back({e.since, e.key, EnterpriseId(i)});
    }
    core::ensure(plans_.size() == static_cast<std::size_t>(units_[unit.value].used), "a slot is taken by nobody");
}

void Advisory::end_oldest(std::int64_t count, std::optional<OfficeId> office) {
    std::vector<Plan> all;
    for (std::uint32_t i = 0; i < w_.enterprises.places(); ++i) {
        const Enterprise& e = w_.enterprises[EnterpriseId(i)];
        if (e.state == State::in_plan && (!office || e.office == *office))
            all.push_back({e.since, e.key, EnterpriseId(i)});
    }
    std::sort(all.begin(), all.end());
    all.resize(std::min(all.size(), static_cast<std::size_t>(count)));
    for (const Plan& plan : all) {
        call_off(plan.id);
        end_plan(plan.id, EndsAs::graduated);
        graduation_.graduate(plan.id);
    }
}

void Advisory::close(UnitId unit) {
    find_plans(unit);
    std::sort(plans_.begin(), plans_.end());
    for (const Plan& plan : plans_) {
        w_.tell(FactKind::dropped_out, plan.id, plan.since);
        call_off(plan.id);
        end_plan(plan.id, EndsAs::cut_short);
        w_.leave(plan.id, State::dropped_out);
    }
    units_[unit.value].latest_delay = {};
}

// After advisors leave, the latest plans above the remaining slots are cut short, and their enterprises wait again.
void Advisory::return_plans(UnitId unit) {
    if (free_slots(unit) >= 0) return;
    find_plans(unit);
    const auto cut = plans_.begin() - free_slots(unit);
    std::partial_sort(plans_.begin(), cut, plans_.end(), std::greater<>());
    plans_.erase(cut, plans_.end());
    for (const Plan& plan : plans_) {
        w_.tell(FactKind::interrupted, plan.id, plan.since);
        call_off(plan.id);
        end_plan(plan.id, EndsAs::cut_short);
        Enterprise& e = w_.enterprises[plan.id];
        e.interrupted = std::min(e.interrupted + 1U, 15U) & 15U;
        waiting_lists_.join(plan.id);
    }
}

}  // namespace aforo::model
