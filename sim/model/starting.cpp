#include "starting.hpp"

#include <algorithm>
#include <optional>

#include "advisory.hpp"
#include "arrivals.hpp"
#include "attention.hpp"
#include "diagnosis.hpp"
#include "waiting_list.hpp"

namespace aforo::model {

namespace {

// Of those who have waited so long and are still there, the patience at u: the quantile beyond what they waited.
Time patience_ends(const std::optional<Quantile>& patience, Time since, double waited, double u) {
    if (!patience) return Time::max();
    double low = 0, high = 1 - 1e-9;
    if ((*patience)(high) <= waited) return since + core::from_milliseconds(waited);
    for (int i = 0; i < 50; ++i) {
        const double middle = (low + high) / 2;
        ((*patience)(middle) <= waited ? low : high) = middle;
    }
    return since + core::from_milliseconds(std::max(waited, (*patience)(low + (1 - low) * u)));
}

}  // namespace

void Starting::place() {
    const auto& initial = w_.blueprint.scenario.initial;
    if (w_.blueprint.cut) make_way();
    place(Kind::in_plan, initial.in_plan, w_.blueprint.list_waited);
    place(Kind::on_list, initial.on_list, w_.blueprint.list_waited);
    place(Kind::for_attention, initial.for_attention, w_.blueprint.attention_waited);
    attention_.put_in_order();
}

// After executed months those who wait by the simulation are replaced by those who are said to wait.
void Starting::make_way() {
    const auto& initial = w_.blueprint.scenario.initial;
    const Time end = w_.now() - Duration(1);
    if (initial.for_attention.is_any()) attention_.empty(end);
    if (initial.on_list.is_any()) waiting_lists_.empty(end);
}

std::vector<std::int64_t> Starting::at_offices(const scenario::AtOffices& amounts) const {
    const std::size_t offices = w_.blueprint.offices.size();
    std::vector<double> shares(offices, 0);
    std::vector<std::int64_t> all(offices, 0);
    for (std::size_t o = 0; o < offices; ++o) {
        const OfficeSpell& spell = w_.blueprint.office_spell(o, w_.spell);
        shares[o] = spell.works ? spell.demand_share : 0;
        const auto stated = amounts.at.find(w_.blueprint.offices[o].permanent_id);
        if (stated != amounts.at.end() && spell.works) all[o] = stated->second;
    }
    if (amounts.all == 0 || std::all_of(shares.begin(), shares.end(), [](double s) { return s <= 0; })) return all;
    return core::largest_remainder(amounts.all, shares);
}

std::vector<std::int64_t> Starting::plans_lacking(const scenario::AtOffices& amounts) const {
    const auto in_plan = [&](std::size_t o) { return w_.census[o].in[static_cast<std::size_t>(State::in_plan)]; };
    const std::size_t offices = w_.blueprint.offices.size();
    if (amounts.at.empty()) {
        std::int64_t lacking = amounts.all;
        for (std::size_t o = 0; o < offices; ++o) lacking -= in_plan(o);
        if (lacking < 0) advisory_.end_oldest(-lacking, std::nullopt);
        scenario::AtOffices rest = amounts;
        rest.all = static_cast<int>(std::max<std::int64_t>(lacking, 0));
        return at_offices(rest);
    }
    auto many = at_offices(amounts);
    for (std::uint32_t o = 0; o < offices; ++o) {
        if (!amounts.at.contains(w_.blueprint.offices[o].permanent_id)) continue;
        many[o] -= in_plan(o);
        if (many[o] < 0) advisory_.end_oldest(-many[o], OfficeId(o));
    }
    return many;
}

void Starting::place(Kind kind, const scenario::AtOffices& amounts, const Quantile& waited) {
    if (!amounts.is_any()) return;
    const auto many = kind == Kind::in_plan && w_.blueprint.cut ? plans_lacking(amounts) : at_offices(amounts);
    // Enterprises are drawn until enough pass the filter; one that lets nobody through leaves fewer.
    constexpr std::int64_t tries_for_each = 1000;
    for (std::uint32_t o = 0; o < many.size(); ++o) {
        std::int64_t there = 0;
        for (std::int64_t i = 0; there < many[o] && i < tries_for_each * many[o]; ++i)
            there += place_one(kind, OfficeId(o), static_cast<std::uint32_t>(i), waited) ? 1 : 0;
    }
}

bool Starting::place_one(Kind kind, OfficeId office, std::uint32_t index, const Quantile& waited) {
    // Keys of layers that no arrival has. The day is that of the arrival, as rules that look at it expect.
    constexpr std::uint32_t first_layer = 0x40000, layers_of_kind = 0x10000, indices = 0xFF;
    const std::uint32_t layer = first_layer + static_cast<std::uint32_t>(kind) * layers_of_kind + index / indices;
    const int id_of_office = w_.blueprint.offices[office.value].permanent_id;
    const auto today = w_.today.time_since_epoch().count();
    const Draw draw = w_.draw(arrival_key(id_of_office, today, layer, index % indices), purpose::waited.block);
    const double ago = kind == Kind::in_plan ? 0 : waited(draw[purpose::waited]);
    const Time since = w_.now() - core::from_milliseconds(ago);
    const EnterpriseId id = w_.enterprises.add();
    Enterprise& e = w_.enterprises[id];
    e.key = arrival_key(id_of_office, core::day_of(since).time_since_epoch().count(), layer, index % indices);
    e.office = office;
    e.since = since;
    arrivals_.sample_profile(e);
    if (kind == Kind::for_attention) {
        e.deadline = patience_ends(w_.terms(office).attention_patience, since, ago, draw[purpose::patience_left]);
        e.seeks_diagnosis =
            w_.draw(e.key, purpose::time_of_day.block)[purpose::seeks_diagnosis] < w_.terms(office).diagnosed;
        w_.tell(FactKind::placed_for_attention, id);
        attention_.place(id);
    } else if (!diagnosis_.qualifies(e)) {
        w_.enterprises.remove(id);
        return false;
    } else if (kind == Kind::on_list) {
        e.placed = true;
        e.deadline = patience_ends(w_.terms(office).slot_patience, since, ago, draw[purpose::patience_left]);
        w_.tell(FactKind::placed_on_list, id);
        waiting_lists_.place(id);
    } else {
        w_.tell(FactKind::placed_in_plan, id);
        advisory_.place(id, draw[purpose::sessions_done], draw[purpose::until_next]);
    }
    arrivals_.count(e);
    return true;
}

}  // namespace aforo::model
