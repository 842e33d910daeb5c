#include "attention.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "arrivals.hpp"
#include "diagnosis.hpp"
#include "funding.hpp"

namespace aforo::model {

EnterpriseId Attention::Queue::pop() {
    const EnterpriseId first = ids[head++];
    if (head == ids.size()) {
        ids.clear();
        head = 0;
    } else if (head > 64 && head * 2 > ids.size()) {
        ids.erase(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(head));
        head = 0;
    }
    return first;
}

void Attention::restart() {
    desks_.resize(w_.blueprint.offices.size());
    for (auto& d : desks_) {
        d.persons.clear();
        d.queue.ids.clear();
        d.queue.head = 0;
        d.first_to_leave = Time::max();
        d.losses = {};
    }
}

void Attention::begin_year() {
    for (auto& desk : desks_) desk.busy = desk.rostered = {};
}

void Attention::begin_month() {
    for (auto& desk : desks_) desk.losses.begin_month();
}

void Attention::begin_spell() {
    const bool always_open = w_.blueprint.scenario.attention.always_open;
    for (std::size_t o = 0; o < desks_.size(); ++o) {
        DeskState& desk = desks_[o];
        const auto persons = static_cast<std::size_t>(w_.blueprint.office_spell(o, w_.spell).desk.persons);
        // Persons who leave finish the service they are in; otherwise nobody beyond `persons` stays.
        std::size_t keep = desk.persons.size();
        while (keep > persons && !desk.persons[keep - 1].busy) --keep;
        desk.persons.resize(std::max(keep, persons));
        if (!always_open) continue;
        desk.rostered += (Time(w_.blueprint.end_of_spell(w_.spell)) - w_.now()) * static_cast<std::int64_t>(persons);
        for (std::size_t p = 0; p < desk.persons.size(); ++p)
            desk.persons[p].closes = p < persons ? Time::max() : w_.now();
        begin_services(OfficeId(static_cast<std::uint32_t>(o)));
    }
}

void Attention::start_shift(Date day, std::size_t shift) {
    const std::size_t shifts = w_.blueprint.scenario.attention.starts.size();
    const double legal_hours = w_.blueprint.on(day).legal_hours;
    for (std::size_t o = 0; o < desks_.size(); ++o) {
        const OfficeId office(static_cast<std::uint32_t>(o));
        if (!w_.blueprint.is_open(office, day)) continue;
        DeskState& desk = desks_[o];
        const Desk& roster = w_.blueprint.office_spell(o, w_.spell).desk;
        const Duration window =
            legal_hours == 1 ? roster.window : core::from_hours(core::in_hours(roster.window) * legal_hours);
        for (std::size_t p = shift; p < desk.persons.size() && p < static_cast<std::size_t>(roster.persons);
             p += shifts) {
            Person& person = desk.persons[p];
            // A service that has continued since the last opening has overrun by all the time in between.
            if (person.busy && compensates()) person.owed += w_.now() - person.closes;
            const Duration given_back = std::min(person.owed, window);
            person.owed -= given_back;
            person.opened = w_.now();
            person.closes = w_.now() + window - given_back;
            desk.rostered += window;
        }
        begin_services(office);
    }
}

void Attention::join(EnterpriseId id) {
    const OfficeId office = w_.enterprises[id].office;
    DeskState& desk = desks_[office.value];
    Queue& queue = desk.queue;
    desk.losses.come();
    const auto room = !w_.is_working(office) ? 0 : w_.is_executed ? queue.size() + 1 : w_.terms(office).attention_room;
    if (queue.size() >= room) settle(desk);  // some may have left already
    if (queue.size() >= room && !(room == 0 && has_idle_person(office))) return balk(id);
    w_.move(id, State::waiting_for_attention);
    queue.push(id);
    desk.first_to_leave = std::min(desk.first_to_leave, w_.enterprises[id].deadline);
    // If others wait, all who could begin have begun, except when services must fit before closing: this one may fit.
    if (queue.size() == 1 || services_must_fit()) begin_services(office);
    if (queue.size() > room) {  // nobody began: funds or time before closing are lacking
        queue.ids.pop_back();
        balk(id);
    }
}

void Attention::place(EnterpriseId id) {
    DeskState& desk = desks_[w_.enterprises[id].office.value];
    w_.move(id, State::waiting_for_attention);
    desk.queue.push(id);
    desk.first_to_leave = std::min(desk.first_to_leave, w_.enterprises[id].deadline);
}

void Attention::put_in_order() {
    for (DeskState& desk : desks_) {
        auto& ids = desk.queue.ids;
        std::stable_sort(
            ids.begin() + static_cast<std::ptrdiff_t>(desk.queue.head), ids.end(),
            [this](EnterpriseId a, EnterpriseId b) { return w_.enterprises[a].since < w_.enterprises[b].since; });
    }
}

int Attention::execute(int persons) {
    settle();
    std::vector<std::tuple<Time, std::uint64_t, EnterpriseId>> waiting;
    for (const DeskState& desk : desks_) {
        for (std::size_t i = desk.queue.head; i < desk.queue.ids.size(); ++i) {
            const EnterpriseId id = desk.queue.ids[i];
            waiting.emplace_back(w_.enterprises[id].since, w_.enterprises[id].key, id);
        }
    }
    std::sort(waiting.begin(), waiting.end());
    int attended = 0;
    for (const auto& [since, key, id] : waiting) {
        if (attended >= persons) break;
        Enterprise& e = w_.enterprises[id];
        // Nobody joins a queue before who waits in it, but for those who are placed; so it is nearly always the first.
        auto& ids = desks_[e.office.value].queue.ids;
        ids.erase(
            std::find(ids.begin() + static_cast<std::ptrdiff_t>(desks_[e.office.value].queue.head), ids.end(), id));
        e.profile.persons = static_cast<std::uint8_t>(std::min<int>(e.profile.persons, persons - attended));
        attended += e.profile.persons;
        attend_at_once(id);
    }
    return attended;
}

void Attention::execute(EnterpriseId id) {
    w_.move(id, State::waiting_for_attention);
    attend_at_once(id);
}

// The hours that it takes are counted, though by whose desk and when is not known.
void Attention::attend_at_once(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    w_.tell(FactKind::attention_began, id, e.since);
    w_.move(id, State::in_attention);
    e.since = w_.now();
    desks_[e.office.value].busy += service_of(e);
    w_.tell(FactKind::attended, id);
    if (e.seeks_diagnosis) {
        diagnosis_.diagnose(id);
    } else {
        w_.tell(FactKind::informed, id);
        arrivals_.leave_unserved(id, State::informed, w_.now());
    }
}

void Attention::empty(Time at) {
    settle();
    for (DeskState& desk : desks_) {
        while (!desk.queue.empty()) {
            const EnterpriseId id = desk.queue.pop();
            w_.tell_past(FactKind::left_attention, id, at, w_.enterprises[id].since);
            w_.leave(id, State::left_attention);
        }
        desk.first_to_leave = Time::max();
    }
}

void Attention::balk(EnterpriseId id) {
    desks_[w_.enterprises[id].office.value].losses.lose(0, funding_.is_exhausted(Component::attention));
    w_.tell(FactKind::balked, id);
    w_.move(id, State::balked);
    arrivals_.leave_unserved(id, State::balked, w_.now());
}

bool Attention::has_idle_person(OfficeId office) const {
    const auto& persons = desks_[office.value].persons;
    return std::any_of(persons.begin(), persons.end(), [&](const Person& p) { return !p.busy && p.closes > w_.now(); });
}

void Attention::resume() {
    for (std::size_t o = 0; o < desks_.size(); ++o) begin_services(OfficeId(static_cast<std::uint32_t>(o)));
}

void Attention::begin_services(OfficeId office) {
    DeskState& desk = desks_[office.value];
    for (std::size_t p = 0; p < desk.persons.size() && !desk.queue.empty(); ++p) {
        if (!begin_if_free(office, p)) return;
    }
}

bool Attention::begin_if_free(OfficeId office, std::size_t person) {
    const Person& who = desks_[office.value].persons[person];
    return who.busy || who.closes <= w_.now() || begin_service(office, person);
}

bool Attention::begin_service(OfficeId office, std::size_t person) {
    if (w_.is_executed) return false;
    DeskState& desk = desks_[office.value];
    if (!drop_the_impatient(desk)) return false;
    const Duration service = service_of(w_.enterprises[desk.queue.first()]);
    Person& who = desk.persons[person];
    // A service longer than the whole opening starts at its beginning, or it would never start.
    if (services_must_fit() && w_.now() + service > who.closes && w_.now() != who.opened) return false;
    if (!funding_.spend_on_attention(desk.queue.first())) return false;
    const EnterpriseId id = desk.queue.pop();
    if (!desk.queue.empty()) w_.enterprises.prefetch(desk.queue.first().value);  // needed when this service ends
    Enterprise& e = w_.enterprises[id];
    w_.tell(FactKind::attention_began, id, e.since);
    w_.move(id, State::in_attention);
    e.since = w_.now();
    e.server = static_cast<std::uint16_t>(person);
    who.busy = true;
    desk.busy += service;
    w_.schedule(w_.now() + service, Phase::completion, EventType::service_ends, id.value);
    return true;
}

Duration Attention::service_of(const Enterprise& e) const {
    const Draw draw = w_.draw(e.key, purpose::attention_length.block, e.returns);
    const Terms& terms = w_.terms(e.office);
    double length = terms.attention(draw[purpose::attention_length]);
    if (e.seeks_diagnosis) length += terms.diagnosis(draw[purpose::diagnosis_length]);
    return core::from_milliseconds(length);
}

bool Attention::drop_the_impatient(DeskState& desk) {
    while (!desk.queue.empty()) {
        const EnterpriseId id = desk.queue.first();
        if (!w_.has_lost_patience(id)) return true;
        desk.queue.pop();
        lose(desk, id);
    }
    return false;
}

void Attention::lose(DeskState& desk, EnterpriseId id) {
    const Enterprise& e = w_.enterprises[id];
    const OfficeId centre = w_.blueprint.offices[e.office.value].centre;
    desk.losses.lose(w_.months_since(e.deadline), funding_.was_exhausted(Component::attention, centre, e.deadline));
    w_.tell_past(FactKind::left_attention, id, e.deadline, e.since);
    arrivals_.leave_unserved(id, State::left_attention, e.deadline);
}

void Attention::on_service_end(EnterpriseId id) {
    const Enterprise& e = w_.enterprises[id];
    const OfficeId office = e.office;
    const std::size_t server = e.server;
    DeskState& desk = desks_[office.value];
    Person& person = desk.persons[server];
    person.busy = false;
    if (compensates() && w_.now() > person.closes) {
        // Counts only this service's overrun: from closing, or from its start if that was later.
        person.owed += w_.now() - std::max(person.closes, e.since);
    }
    w_.tell(FactKind::attended, id);
    if (e.seeks_diagnosis) {
        diagnosis_.diagnose(id);
    } else {
        w_.tell(FactKind::informed, id);
        arrivals_.leave_unserved(id, State::informed, w_.now());
    }
    // With services that must fit, other persons may be able to begin too.
    if (services_must_fit()) {
        begin_services(office);
    } else if (!desk.queue.empty()) {
        begin_if_free(office, server);
    }
}

void Attention::settle() {
    for (auto& desk : desks_) settle(desk);
}

void Attention::close(OfficeId office) {
    DeskState& desk = desks_[office.value];
    settle(desk);
    while (!desk.queue.empty()) {
        const EnterpriseId id = desk.queue.pop();
        w_.tell(FactKind::left_attention, id, w_.enterprises[id].since);
        arrivals_.leave_unserved(id, State::left_attention, w_.now());
    }
}

// During the run only the head of the queue is checked; this checks all of it.
void Attention::settle(DeskState& desk) {
    if (desk.first_to_leave >= w_.now()) return;
    desk.first_to_leave = Time::max();
    Queue& queue = desk.queue;
    std::size_t kept = queue.head;
    for (std::size_t i = queue.head; i < queue.ids.size(); ++i) {
        const EnterpriseId id = queue.ids[i];
        if (w_.has_lost_patience(id)) {
            lose(desk, id);
        } else {
            queue.ids[kept++] = id;
            desk.first_to_leave = std::min(desk.first_to_leave, w_.enterprises[id].deadline);
        }
    }
    queue.ids.resize(kept);
}

bool Attention::has_queue(OfficeId office) const {
    const Queue& q = desks_[office.value].queue;
    return std::any_of(q.ids.begin() + static_cast<std::ptrdiff_t>(q.head), q.ids.end(),
                       [&](EnterpriseId id) { return !w_.has_lost_patience(id); });
}

bool Attention::has_long_wait(OfficeId office) const {
    const Queue& q = desks_[office.value].queue;
    for (std::size_t i = q.head; i < q.ids.size(); ++i) {
        const EnterpriseId id = q.ids[i];
        // The queue is in order of arrival, so nobody behind has waited longer.
        if (w_.enterprises[id].since + w_.blueprint.scenario.attention.long_wait > w_.now()) return false;
        if (!w_.has_lost_patience(id)) return true;
    }
    return false;
}

}  // namespace aforo::model
