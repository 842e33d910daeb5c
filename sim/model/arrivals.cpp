#include "arrivals.hpp"

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
        poisson_points(w_, office.permanent_id, civil, national * office.demand_share, purpose::thinning.block, arrives);
    }
}

void Arrivals::on_arrival(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    e.profile = sample_profile(w_.plan.offices[e.office.value], e.key);
    w_.move(id, State::waiting_for_attention);
    w_.tell(FactKind::arrived, id);
    journey_.attention.join(id);
}

policy::Profile Arrivals::sample_profile(const Office& office, std::uint64_t key) const {
    using policy::Kind, policy::Territory;
    const auto& s = w_.plan.scenario.enterprises;
    const Draw who = w_.draw(key, purpose::territory.block);
    const Draw business = w_.draw(key, purpose::agri_forestry.block);
    policy::Profile p;
    const double place = who[purpose::territory];
    p.territory = place < office.rural                  ? Territory::rural
                  : place < office.rural + office.urban ? Territory::urban
                                                        : Territory::mixed;
    const double kind = who[purpose::kind];
    p.kind = kind < s.informal                                            ? Kind::informal
             : kind < s.informal + s.cooperative                          ? Kind::cooperative
             : kind < s.informal + s.cooperative + office.legal_entity    ? Kind::legal_entity
                                                                          : Kind::natural_person;
    p.sex = who[purpose::sex] < office.female ? policy::Sex::female : policy::Sex::male;
    p.committed = who[purpose::commitment] < s.committed_to_formalise;
    p.agri_forestry = business[purpose::agri_forestry] < (p.territory == Territory::rural ? s.agri_rural : s.agri_elsewhere);
    p.attended_sector = business[purpose::attended_sector] < s.attended_sector;
    p.sales = static_cast<float>(s.sales_median.amount *
                                 std::exp(w_.plan.sales_sigma * random::normal_quantile(business[purpose::sales])));
    return p;
}

}  // namespace aforo::model
