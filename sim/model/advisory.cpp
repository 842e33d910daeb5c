#include "advisory.hpp"

#include <algorithm>
#include <cmath>

#include "journey.hpp"

namespace aforo::model {

void Agenda::restart() {
    room_.resize(plan_.centres * plan_.weeks);
    for (std::size_t c = 0; c < plan_.centres; ++c) {
        const Duration* share = &plan_.agenda[c * plan_.days.size()];
        for (std::size_t w = 0; w < plan_.weeks; ++w) {
            Duration up_to{};
            for (std::size_t d = 0; d < 7; ++d) {
                const std::size_t i = w * 7 + d - offset_;  // wraps around before the first day
                if (i < plan_.days.size()) up_to += share[i];
                room_[c * plan_.weeks + w][d] = up_to;
            }
        }
    }
    booked_.assign(plan_.agenda.size(), Duration{});
}

std::optional<Date> Agenda::book(OfficeId centre, Date due, Duration length) {
    const std::size_t from = plan_.week_day(due);
    std::size_t first = from % 7;
    for (std::size_t w = from / 7; w < plan_.weeks; ++w, first = 0) {
        Week& room = room_[centre.value * plan_.weeks + w];
        // From the week's end back: a day fits when it and every later day of the week have room.
        std::size_t fits = 7;
        for (std::size_t d = 7; d-- > first && room[d] >= length;) {
            const std::size_t i = w * 7 + d - offset_;
            if (i < plan_.days.size() && plan_.days[i].works) fits = d;
        }
        if (fits < 7) {
            for (std::size_t d = fits; d < 7; ++d) room[d] -= length;
            const std::size_t i = w * 7 + fits - offset_;
            booked_[centre.value * plan_.days.size() + i] += length;
            return plan_.first_day + core::days(static_cast<int>(i));
        }
    }
    return std::nullopt;
}

double Agenda::hours(OfficeId centre, int year) const { return sum(plan_.agenda, centre, year); }

double Agenda::hours_booked(OfficeId centre, int year) const { return sum(booked_, centre, year); }

double Agenda::sum(const std::vector<Duration>& of, OfficeId centre, int year) const {
    const std::size_t row = centre.value * plan_.days.size();
    Duration total{};
    for (Date d = core::new_year(year); d < core::new_year(year + 1); d += core::days(1))
        total += of[row + plan_.index_of(d)];
    return core::in_hours(total);
}

void Advisory::restart() {
    agenda_.restart();
    centres_.assign(w_.plan.centres, CentreState{.accounted_until = w_.now()});
}

void Advisory::begin_year(const Year& year) {
    for (std::size_t c = 0; c < centres_.size(); ++c) {
        account(OfficeId(static_cast<std::uint32_t>(c)));
        centres_[c].slots = year.slots[c];
        centres_[c].slot_days = centres_[c].slot_days_used = 0;
    }
}

void Advisory::account(OfficeId centre) {
    CentreState& c = centres_[centre.value];
    const double elapsed = core::in_days(w_.now() - c.accounted_until);
    c.slot_days += elapsed * c.slots;
    c.slot_days_used += elapsed * c.used;
    c.accounted_until = w_.now();
}

void Advisory::admit(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    const OfficeId centre = w_.plan.offices[e.office.value].centre;
    account(centre);
    ++centres_[centre.value].used;
    w_.tell(FactKind::admitted, id, e.since);
    w_.move(id, State::in_plan);
    e.admitted_year = static_cast<std::int16_t>(w_.year);
    e.counted = e.counted || w_.year >= w_.plan.scenario.horizon.first_year;
    ++e.plans;
    e.since = w_.now();
    e.sessions = 0;
    e.bookings = 0;
    const Draw draw = w_.draw(e.key, purpose::first_lead.block, e.plans - 1u);
    if (w_.plan.stay) {
        const double length = std::min((*w_.plan.stay)(draw[purpose::stay]), 1e13);
        w_.schedule(w_.now() + Duration(std::llround(length)), Phase::completion, EventType::stay_ends, id.value);
    } else {
        book_session(id, w_.now() + Duration(std::llround(w_.plan.first_session(draw[purpose::first_lead]))));
    }
}

Draw Advisory::session_draw(const Enterprise& e) const {
    return w_.draw(e.key, purpose::session_length.block, e.plans * 4096u + e.bookings);
}

// The session's own numbers (its length here; attendance, spacing and dropout when it comes) share one block.
void Advisory::book_session(EnterpriseId id, Time due) {
    Enterprise& e = w_.enterprises[id];
    const Duration length(std::llround(w_.plan.session(session_draw(e)[purpose::session_length])));
    const OfficeId centre = w_.plan.offices[e.office.value].centre;
    Date day = std::max(core::day_of(due), core::day_of(w_.now()) + core::days(1));
    if (!w_.plan.scenario.advisory.unlimited_hours) {
        const auto found = day < w_.plan.end_day ? agenda_.book(centre, day, length) : std::nullopt;
        centres_[centre.value].latest_delay = (found ? *found : w_.plan.end_day) - std::min(day, w_.plan.end_day);
        if (!found) return;  // after the end of the simulation: the plan stays open
        day = *found;
    }
    w_.schedule(w_.plan.opening(day) + length, Phase::completion, EventType::session, id.value);
}

void Advisory::on_session(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    const auto& plan = w_.plan.scenario.work_plan;
    const Draw draw = session_draw(e);
    ++e.bookings;
    if (draw[purpose::no_show] < plan.no_show) {
        w_.tell(FactKind::no_show, id);
    } else {
        ++e.sessions;
        w_.tell(FactKind::session_held, id);
        if (e.sessions >= plan.sessions) {
            end_plan(id);
            journey_.graduation.graduate(id);
            return;
        }
        if (draw[purpose::dropout] < w_.plan.dropout_hazard) {
            w_.tell(FactKind::dropped_out, id, e.since);
            const OfficeId centre = w_.plan.offices[e.office.value].centre;
            end_plan(id);
            w_.leave(id, State::dropped_out);
            journey_.waiting_lists.fill(centre);
            return;
        }
    }
    book_session(id, w_.now() + Duration(std::llround(w_.plan.spacing(draw[purpose::spacing]))));
}

void Advisory::on_stay_end(EnterpriseId id) {
    w_.enterprises[id].sessions = static_cast<std::uint8_t>(w_.plan.scenario.work_plan.sessions);
    end_plan(id);
    journey_.graduation.graduate(id);
}

// Frees the slot; who called gives it to the next once the enterprise has left.
void Advisory::end_plan(EnterpriseId id) {
    const OfficeId centre = w_.plan.offices[w_.enterprises[id].office.value].centre;
    account(centre);
    --centres_[centre.value].used;
    core::ensure(centres_[centre.value].used >= 0, "a slot was given back twice");
}

bool Advisory::is_short_of_hours(OfficeId centre) const { return centres_[centre.value].latest_delay > long_delay; }

}  // namespace aforo::model
