#include "graduation.hpp"

#include "waiting_list.hpp"

namespace aforo::model {

void Graduation::graduate(EnterpriseId id) {
    const auto& rule = w_.blueprint.scenario.graduation;
    const Enterprise& e = w_.enterprises[id];
    const UnitId unit = w_.blueprint.offices[e.office.value].unit;
    const Draw draw = w_.draw(e.key, purpose::repeat.block, e.plans);
    w_.tell(FactKind::graduated, id, e.since);
    tell_outcome(id, draw);
    if (e.plans - e.interrupted < rule.max_plans && draw[purpose::repeat] < rule.repeat) {
        w_.move(id, State::graduated);
        const Duration pause = core::from_milliseconds(w_.blueprint.cooldown(draw[purpose::cooldown]));
        w_.schedule(w_.now() + pause, Phase::arrival, EventType::cooldown_ends, id.value);
    } else {
        w_.leave(id, State::graduated);
    }
    waiting_lists_.fill(unit);
}

// The enterprise goes straight to the waiting list with its composite and band unchanged.
void Graduation::on_cooldown_end(EnterpriseId id) {
    w_.tell(FactKind::requested_again, id);
    waiting_lists_.join(id);
}

// Sales growth at t+1 is normal and survival at t+2 a logit, both linear in the latent sustainability and in the share
// of the plan attended. Each is decided twice with the same uniform: with the programme and without its effect.
void Graduation::tell_outcome(EnterpriseId id, const Draw& draw) {
    const auto& o = w_.blueprint.scenario.outcomes;
    const auto& s = w_.blueprint.scenario.enterprises;
    const Enterprise& e = w_.enterprises[id];
    const double z = (static_cast<double>(e.latent) - s.sustainability_mean) / s.sustainability_sd;
    const double attended = static_cast<double>(e.sessions) / w_.sessions_agreed(e);

    const double noise = o.sales.sd * w_.blueprint.standard_normal(draw[purpose::sales_growth]);
    const double growth_without = o.sales.intercept + o.sales.slope * z + noise;
    const double growth = growth_without + o.sales.effect * attended;

    // An outcome of probability 1 / (1 + exp(−logit)) happens when the logit of the uniform is below `logit`.
    const auto& logit_of = w_.blueprint.standard_logistic;
    const std::array epg_draws = {w_.streams.draw(e.key, purpose::epg_block, e.plans),
                                  w_.streams.draw(e.key, purpose::epg_block + 1, e.plans)};
    std::uint8_t epg = 0, epg_without = 0;
    for (std::uint32_t i = 0; i < scenario::epg_outcomes; ++i) {
        const auto& outcome = o.epg[i];
        if (outcome.intercept <= -50) continue;  // never happens
        const double drawn = logit_of(epg_draws[i / 4][static_cast<int>(i % 4)]);
        const double without = outcome.intercept + outcome.slope * z;
        epg_without |= static_cast<std::uint8_t>((drawn < without) << i);
        epg |= static_cast<std::uint8_t>((drawn < without + outcome.effect * attended) << i);
    }
    const double survival_drawn = logit_of(draw[purpose::survival]);
    const double logit_without = o.survival.intercept + o.survival.slope * z;
    w_.observer.on(OutcomeFact{.at = w_.now(),
                               .who = &e,
                               .in_sii = e.profile.kind != policy::Kind::informal,
                               .sales_up = growth >= o.sales.threshold,
                               .sales_up_without = growth_without >= o.sales.threshold,
                               .survives = survival_drawn < logit_without + o.survival.effect * attended,
                               .survives_without = survival_drawn < logit_without,
                               .epg = epg,
                               .epg_without = epg_without});
}

}  // namespace aforo::model
