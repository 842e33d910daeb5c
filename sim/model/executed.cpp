#include "executed.hpp"

#include <algorithm>

#include "alliances.hpp"
#include "arrivals.hpp"
#include "attention.hpp"
#include "diagnosis.hpp"
#include "waiting_list.hpp"

namespace aforo::model {

void Executed::begin_month() { day_ = attended_ = begun_ = realised_ = 0; }

void Executed::begin_day(Date day) {
    ++day_;
    w_.schedule(w_.blueprint.opening(day) + w_.blueprint.scenario.calendar.day - Duration(1), Phase::completion,
                EventType::day_is_executed, 0);
}

int Executed::by_today(int of_month) const {
    const std::int64_t days = w_.blueprint.executed[w_.month]->working_days;
    return static_cast<int>(std::int64_t{of_month} * day_ / days);
}

void Executed::on_day_ends() {
    const std::size_t offices = w_.blueprint.offices.size();
    shares_.resize(offices);
    double sum = 0;
    for (std::size_t o = 0; o < offices; ++o) {
        const OfficeSpell& spell = w_.blueprint.office_spell(o, w_.spell);
        shares_[o] = sum += spell.works ? spell.demand_share : 0;
    }
    drawn_ = 0;
    arrivals_used_.assign(offices, 0);
    plans_used_.assign(offices, 0);
    attend();
    begin_plans();
    const int realised = by_today(w_.blueprint.executed[w_.month]->alliances) - realised_;
    alliances_.execute(realised);
    realised_ += realised;
}

void Executed::attend() {
    int left = by_today(w_.blueprint.executed[w_.month]->attended) - attended_;
    if (left <= 0) return;
    attended_ += left;
    left -= attention_.execute(left);
    while (left > 0) come(left);
}

void Executed::come(int& persons_left) {
    const OfficeId office = draw_office();
    const EnterpriseId id = w_.enterprises.add();
    Enterprise& e = w_.enterprises[id];
    e.key = next_key(office, 0, arrivals_used_);
    e.office = office;
    e.seeks_diagnosis =
        w_.draw(e.key, purpose::seeks_diagnosis.block)[purpose::seeks_diagnosis] < w_.terms(office).diagnosed;
    e.since = w_.now();
    arrivals_.sample_profile(e);
    e.profile.persons = static_cast<std::uint8_t>(std::min<int>(e.profile.persons, persons_left));
    persons_left -= e.profile.persons;
    arrivals_.count(e);
    w_.tell(FactKind::arrived, id);
    attention_.execute(id);
}

void Executed::begin_plans() {
    const int due = by_today(w_.blueprint.executed[w_.month]->beneficiaries) - begun_;
    begun_ += due;
    const int begun = waiting_lists_.execute(due);
    for (int i = begun; i < due; ++i) begin_plan_of_another();
}

void Executed::begin_plan_of_another() {
    constexpr std::uint32_t first_layer = 0x80000;  // that nobody who comes or is placed has
    constexpr int tries = 1000;                     // a filter that lets nobody through did let them through
    const OfficeId office = draw_office();
    const EnterpriseId id = w_.enterprises.add();
    for (int i = 0; i < tries; ++i) {
        Enterprise& e = w_.enterprises[id];
        e = Enterprise{};
        e.key = next_key(office, first_layer, plans_used_);
        e.office = office;
        e.since = w_.now();
        arrivals_.sample_profile(e);
        if (diagnosis_.qualifies(e)) break;
    }
    arrivals_.count(w_.enterprises[id]);
    w_.tell(FactKind::placed_by_record, id);
    waiting_lists_.execute(id);
}

OfficeId Executed::draw_office() {
    constexpr std::uint32_t indices = 0xFF;
    const std::uint64_t key = arrival_key(0, w_.today.time_since_epoch().count(), drawn_ / indices, drawn_ % indices);
    ++drawn_;
    const double place = w_.draw(key, purpose::executed_office.block)[purpose::executed_office] * shares_.back();
    const auto office = std::upper_bound(shares_.begin(), shares_.end() - 1, place);
    return OfficeId(static_cast<std::uint32_t>(office - shares_.begin()));
}

std::uint64_t Executed::next_key(OfficeId office, std::uint32_t first_layer, std::vector<std::uint32_t>& used) {
    constexpr std::uint32_t indices = 0xFF;
    const std::uint32_t index = used[office.value]++;
    return arrival_key(w_.blueprint.offices[office.value].permanent_id, w_.today.time_since_epoch().count(),
                       first_layer + index / indices, index % indices);
}

}  // namespace aforo::model
