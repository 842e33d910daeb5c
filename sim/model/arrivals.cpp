#include "arrivals.hpp"

#include <algorithm>
#include <cmath>

#include "alliances.hpp"
#include "attention.hpp"

namespace aforo::model {

double Draw::wrong_block() { core::fail_invariant("a random number was asked of a block that does not hold it"); }

void Arrivals::restart() {
    come_.assign(w_.blueprint.potential.size(), 0.0);
    left_.assign(w_.blueprint.potential.size(), 0.0);
}

void Arrivals::begin_year() {
    const auto& demand = w_.blueprint.scenario.demand;
    for (double& come : come_) come *= 1 - demand.renewal;
    year_factor_ = 1;
    if (demand.year_cv > 0) {
        const Draw draw = w_.draw(0, purpose::year_factor.block, static_cast<std::uint32_t>(w_.year));
        year_factor_ = w_.blueprint.year_factor(draw[purpose::year_factor]);
    }
}

void Arrivals::begin_day(Date day) {
    const auto& demand = w_.blueprint.scenario.demand;
    const double alliance_effect = w_.blueprint.scenario.alliances.demand_effect;
    const double national = w_.blueprint.on(day).demand * year_factor_;
    const auto civil = day.time_since_epoch().count();
    const Time opening = w_.blueprint.opening(day);
    for (std::size_t r = 0; demand.finite_population && r < come_.size(); ++r)
        left_[r] = w_.blueprint.whole_potential[r] - come_[r];
    for (std::size_t o = 0; o < w_.blueprint.offices.size(); ++o) {
        const Office& office = w_.blueprint.offices[o];
        double mean = national * w_.blueprint.office_spell(o, w_.spell).demand_share;
        if (demand.day_cv > 0) {
            const Draw draw =
                w_.draw(arrival_key(office.permanent_id, civil, 0, key_of_the_count), purpose::day_factor.block);
            mean *= w_.blueprint.day_factor(draw[purpose::day_factor]);
        }
        if (alliance_effect > 0) mean *= 1 + alliance_effect * alliances_.recent(office.centre);
        if (demand.finite_population) {
            const double potential = w_.blueprint.potential[office.region.value];
            mean *= potential > 0 ? std::max(0.0, 1 - come_[office.region.value] / potential) : 0;
        }
        const auto arrives = [&](std::uint64_t key, const Draw& draw) {
            if (demand.finite_population) {
                // More may be drawn for a day than are left.
                constexpr double one = 1 - 1e-6;  // tolerance, as renewal leaves rounding errors
                double& left = left_[office.region.value];
                if (left < one) return;
                left -= 1;
            }
            const EnterpriseId id = w_.enterprises.add();
            Enterprise& e = w_.enterprises[id];
            e.key = key;
            e.office = OfficeId(static_cast<std::uint32_t>(o));
            e.seeks_diagnosis = draw[purpose::seeks_diagnosis] < w_.terms(e.office).diagnosed;
            e.since = opening + w_.blueprint.time_of_day(draw[purpose::time_of_day]);
            set_patience(e, draw[purpose::attention_patience]);
            w_.schedule(e.since, Phase::arrival, EventType::arrival, id.value);
        };
        poisson_points(w_, office.permanent_id, civil, mean, purpose::time_of_day.block, arrives);
    }
}

void Arrivals::set_patience(Enterprise& e, double u) const {
    e.deadline = Time::max();
    const auto& patience = w_.terms(e.office).attention_patience;
    if (!patience) return;
    e.deadline = e.since + core::from_milliseconds((*patience)(u));
}

void Arrivals::on_arrival(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    sample_profile(e);
    count(e);
    w_.tell(FactKind::arrived, id);
    attention_.join(id);
}

void Arrivals::leave_unserved(EnterpriseId id, State to, Time at) {
    // Limited by the counter's type. Even at a probability of 0.95 nobody returns that often: 0.95^65535 is 10^-1460.
    constexpr int most_returns = std::numeric_limits<std::uint16_t>::max();
    const auto& demand = w_.blueprint.scenario.demand;
    Enterprise& e = w_.enterprises[id];
    e.placed = false;
    if (demand.returning > 0 && e.returns < demand.max_returns.value_or(most_returns)) {
        const Draw d = w_.draw(e.key, purpose::returns.block, e.returns);
        if (d[purpose::returns] < demand.returning) {
            const Duration pause = core::from_milliseconds(w_.blueprint.returns_after(d[purpose::return_delay]));
            w_.move(id, to);
            w_.schedule(std::max(w_.now(), at + pause), Phase::arrival, EventType::returns, id.value);
            return;
        }
    }
    w_.leave(id, to);
}

void Arrivals::on_return(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    ++e.returns;
    e.since = w_.now();
    set_patience(e, w_.draw(e.key, purpose::attention_patience.block, e.returns)[purpose::attention_patience]);
    w_.tell(FactKind::returned, id);
    attention_.join(id);
}

void Arrivals::sample_profile(Enterprise& e) const {
    using policy::Kind, policy::Territory;
    const Office& office = w_.blueprint.offices[e.office.value];
    const auto& s = w_.blueprint.scenario.enterprises;
    const Draw draw = w_.draw(e.key, purpose::territory.block);
    const auto& spell = w_.blueprint.office_spell(e.office.value, w_.spell);
    policy::Profile& p = e.profile;
    const double place = draw[purpose::territory];
    p.territory = place < spell.rural                 ? Territory::rural
                  : place < spell.rural + spell.urban ? Territory::urban
                                                      : Territory::mixed;
    const double kind = draw[purpose::kind];
    p.kind = kind < s.informal                                         ? Kind::informal
             : kind < s.informal + s.cooperative                       ? Kind::cooperative
             : kind < s.informal + s.cooperative + office.legal_entity ? Kind::legal_entity
                                                                       : Kind::natural_person;
    p.sex = draw[purpose::sex] < office.female ? policy::Sex::female : policy::Sex::male;
    p.committed = draw[purpose::commitment] < s.committed_to_formalise;
    if (s.persons > 1) {
        const double u = w_.draw(e.key, purpose::persons.block)[purpose::persons];
        while (u > w_.blueprint.more_persons[p.persons - 1u] && p.persons < 255) ++p.persons;
    }
}

}  // namespace aforo::model
