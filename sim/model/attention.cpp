#include "attention.hpp"

#include <algorithm>
#include <cmath>

#include "journey.hpp"

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
    desks_.resize(w_.plan.offices.size());
    for (auto& d : desks_) {
        d.persons.clear();
        d.queue.ids.clear();
        d.queue.head = 0;
    }
}

void Attention::begin_year(const Year& year) {
    const bool always_open = w_.plan.scenario.attention.always_open;
    for (std::size_t o = 0; o < desks_.size(); ++o) {
        DeskState& desk = desks_[o];
        const auto persons = static_cast<std::size_t>(year.desks[o].persons);
        desk.busy = desk.rostered = {};
        // Those who leave finish the service that they are in; nobody else has a place beyond `persons`.
        std::size_t keep = desk.persons.size();
        while (keep > persons && !desk.persons[keep - 1].busy) --keep;
        desk.persons.resize(std::max(keep, persons));
        for (std::size_t p = 0; p < desk.persons.size(); ++p) {
            desk.persons[p].closes = always_open && p < persons ? Time::max() : w_.now();
        }
        if (always_open) {
            const auto length = core::new_year(year.year + 1) - core::new_year(year.year);
            desk.rostered = Duration(length) * year.desks[o].persons;
            begin_services(OfficeId(static_cast<std::uint32_t>(o)));
        }
    }
}

void Attention::open_desks(Date day) {
    const Year& year = w_.plan.year(w_.plan.on(day).year);
    for (std::size_t o = 0; o < desks_.size(); ++o) {
        const OfficeId office(static_cast<std::uint32_t>(o));
        if (!w_.plan.is_open(office, day)) continue;
        DeskState& desk = desks_[o];
        const Desk& roster = year.desks[o];
        for (std::size_t p = 0; p < desk.persons.size() && p < static_cast<std::size_t>(roster.persons); ++p) {
            Person& person = desk.persons[p];
            const Duration given_back = std::min(person.owed, roster.window);
            person.owed -= given_back;
            person.closes = w_.now() + roster.window - given_back;
            desk.rostered += roster.window;
        }
        begin_services(office);
    }
}

void Attention::join(EnterpriseId id) {
    const OfficeId office = w_.enterprises[id].office;
    desks_[office.value].queue.push(id);
    begin_services(office);
}

void Attention::begin_services(OfficeId office) {
    DeskState& desk = desks_[office.value];
    for (std::size_t p = 0; p < desk.persons.size() && !desk.queue.empty(); ++p) {
        if (!desk.persons[p].busy && desk.persons[p].closes > w_.now() && !begin_service(office, p)) return;
    }
}

bool Attention::begin_service(OfficeId office, std::size_t person) {
    DeskState& desk = desks_[office.value];
    if (!drop_the_impatient(desk.queue)) return false;
    if (!journey_.funding.spend(Component::attention, w_.plan.scenario.attention.cost)) return false;
    const EnterpriseId id = desk.queue.pop();
    Enterprise& e = w_.enterprises[id];
    const Draw draw = w_.draw(e.key, purpose::attention_length.block);
    double length = w_.plan.attention(draw[purpose::attention_length]);
    if (e.seeks_diagnosis) length += w_.plan.diagnosis(draw[purpose::diagnosis_length]);
    const Duration service(std::llround(length));

    w_.tell(FactKind::attention_began, id, e.since);
    w_.move(id, State::in_attention);
    e.since = w_.now();
    e.server = static_cast<std::uint16_t>(person);
    desk.persons[person].busy = true;
    desk.busy += service;
    w_.schedule(w_.now() + service, Phase::completion, EventType::service_ends, id.value);
    return true;
}

bool Attention::drop_the_impatient(Queue& queue) {
    while (!queue.empty()) {
        const EnterpriseId id = queue.ids[queue.head];
        const Enterprise& e = w_.enterprises[id];
        if (e.deadline > w_.now()) return true;
        queue.pop();
        w_.tell_past(FactKind::left_attention, id, e.deadline, e.since);
        w_.leave(id, State::left_attention);
    }
    return false;
}

void Attention::on_service_end(EnterpriseId id) {
    const Enterprise& e = w_.enterprises[id];
    const OfficeId office = e.office;
    DeskState& desk = desks_[office.value];
    Person& person = desk.persons[e.server];
    person.busy = false;
    if (w_.plan.scenario.attention.overrun == scenario::Overrun::compensate && w_.now() > person.closes) {
        // Only what this service ran over: it may have been in course since before closing.
        person.owed += w_.now() - std::max(person.closes, e.since);
    }
    w_.tell(FactKind::attended, id);
    if (e.seeks_diagnosis) {
        journey_.diagnosis.diagnose(id);
    } else {
        w_.tell(FactKind::informed, id);
        w_.leave(id, State::informed);
    }
    begin_services(office);
}

void Attention::settle() {
    for (auto& desk : desks_) {
        // Only the first in the queue is looked at in the run; here all of it.
        auto& ids = desk.queue.ids;
        std::size_t kept = 0;
        for (std::size_t i = desk.queue.head; i < ids.size(); ++i) {
            const Enterprise& e = w_.enterprises[ids[i]];
            if (e.deadline >= w_.now()) {
                ids[kept++] = ids[i];
                continue;
            }
            w_.tell_past(FactKind::left_attention, ids[i], e.deadline, e.since);
            w_.leave(ids[i], State::left_attention);
        }
        ids.resize(kept);
        desk.queue.head = 0;
    }
}

bool Attention::has_queue(OfficeId office) const {
    const Queue& q = desks_[office.value].queue;
    return std::any_of(q.ids.begin() + static_cast<std::ptrdiff_t>(q.head), q.ids.end(),
                       [&](EnterpriseId id) { return w_.enterprises[id].deadline > w_.now(); });
}

bool Attention::has_long_wait(OfficeId office) const {
    const Queue& q = desks_[office.value].queue;
    for (std::size_t i = q.head; i < q.ids.size(); ++i) {
        const Enterprise& e = w_.enterprises[q.ids[i]];
        if (e.since + long_wait > w_.now()) return false;  // in order of arrival: nobody behind has waited longer
        if (e.deadline > w_.now()) return true;
    }
    return false;
}

}  // namespace aforo::model
