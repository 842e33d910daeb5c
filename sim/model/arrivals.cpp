#include "arrivals.hpp"

#include <algorithm>
#include <cmath>

#include "journey.hpp"

namespace aforo::model {

double Draw::wrong_block() { core::fail_invariant("a random number was asked of a block that does not hold it"); }

void Arrivals::begin_day(Date day) {
    const double national = w_.plan.on(day).demand;
    const auto civil = day.time_since_epoch().count();
    const Time opening = w_.plan.opening(day);
    const auto length = static_cast<double>(w_.plan.scenario.calendar.day.count());
    for (std::size_t o = 0; o < w_.plan.offices.size(); ++o) {
        const Office& office = w_.plan.offices[o];
        const auto arrives = [&](std::uint64_t key, const Draw& draw) {
            const EnterpriseId id = w_.enterprises.add();
            Enterprise& e = w_.enterprises[id];
            e.key = key;
            e.office = OfficeId(static_cast<std::uint32_t>(o));
            e.seeks_diagnosis = draw[purpose::seeks_diagnosis] < w_.plan.scenario.diagnosis.share;
            e.since = opening + Duration(static_cast<std::int64_t>(draw[purpose::time_of_day] * length));
            if (w_.plan.attention_patience) {
                const double patience = (*w_.plan.attention_patience)(draw[purpose::attention_patience]);
                e.deadline = e.since + Duration(std::llround(std::min(patience, 1e13)));
            }
            w_.schedule(e.since, Phase::arrival, EventType::arrival, id.value);
        };
        poisson_points(w_, office.permanent_id, civil, national * office.demand_share, purpose::thinning.block,
                       arrives);
    }
}

void Arrivals::on_arrival(EnterpriseId id) {
    sample_profile(w_.enterprises[id]);
    w_.move(id, State::waiting_for_attention);
    w_.tell(FactKind::arrived, id);
    journey_.attention.join(id);
}

// Who comes; what kind of business it is shows at the diagnosis.
void Arrivals::sample_profile(Enterprise& e) const {
    using policy::Kind, policy::Territory;
    const Office& office = w_.plan.offices[e.office.value];
    const auto& s = w_.plan.scenario.enterprises;
    const Draw draw = w_.draw(e.key, purpose::territory.block);
    policy::Profile& p = e.profile;
    const double place = draw[purpose::territory];
    p.territory = place < office.rural                  ? Territory::rural
                  : place < office.rural + office.urban ? Territory::urban
                                                        : Territory::mixed;
    const double kind = draw[purpose::kind];
    p.kind = kind < s.informal                                         ? Kind::informal
             : kind < s.informal + s.cooperative                       ? Kind::cooperative
             : kind < s.informal + s.cooperative + office.legal_entity ? Kind::legal_entity
                                                                       : Kind::natural_person;
    p.sex = draw[purpose::sex] < office.female ? policy::Sex::female : policy::Sex::male;
    p.committed = draw[purpose::commitment] < s.committed_to_formalise;
}

}  // namespace aforo::model
