#include "diagnosis.hpp"

#include <algorithm>

#include "aforo/policy/eligibility.hpp"
#include "arrivals.hpp"
#include "waiting_list.hpp"

namespace aforo::model {

void Diagnosis::diagnose(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    const Draw draw = w_.draw(e.key, purpose::agri_forestry.block);
    sample_business(e, draw);
    measure(e, draw);
    e.profile.band = policy::band_of(w_.blueprint.scenario.targeting, static_cast<double>(e.profile.composite));
    w_.tell(FactKind::diagnosed, id);
    const int failed = policy::first_failure(w_.blueprint.scenario.targeting, e.profile);
    if (failed != policy::eligible) {
        e.failed = static_cast<unsigned>(failed) & 15U;
        w_.tell(FactKind::referred, id);
        arrivals_.leave_unserved(id, State::referred, w_.now());
        return;
    }
    w_.tell(FactKind::qualified, id);
    waiting_lists_.join(id);
}

bool Diagnosis::qualifies(Enterprise& e) const {
    const auto& targeting = w_.blueprint.scenario.targeting;
    const Draw draw = w_.draw(e.key, purpose::agri_forestry.block);
    sample_business(e, draw);
    measure(e, draw);
    e.profile.band = policy::band_of(targeting, static_cast<double>(e.profile.composite));
    return policy::first_failure(targeting, e.profile) == policy::eligible;
}

void Diagnosis::sample_business(Enterprise& e, const Draw& draw) const {
    const auto& s = w_.blueprint.scenario.enterprises;
    policy::Profile& p = e.profile;
    const bool is_rural = p.territory == policy::Territory::rural;
    p.agri_forestry = draw[purpose::agri_forestry] < (is_rural ? s.agri_rural : s.agri_elsewhere);
    p.attended_sector = draw[purpose::attended_sector] < s.attended_sector;
    p.sales = static_cast<float>(w_.blueprint.sales(draw[purpose::sales]));
}

// An enterprise that returns has the same true scores and is measured anew.
void Diagnosis::measure(Enterprise& e, const Draw& draw) const {
    const auto& normal = w_.blueprint.standard_normal;
    const auto& s = w_.blueprint.scenario.enterprises;
    const Composite& c = w_.blueprint.composite;
    const Draw scores = w_.draw(e.key, purpose::latent.block);
    const double error =
        e.returns > 0 ? w_.draw(e.key, purpose::errors.block, e.returns)[purpose::errors] : draw[purpose::errors];
    const double latent = normal(scores[purpose::latent]);
    e.latent = static_cast<float>(s.sustainability_mean + s.sustainability_sd * latent);
    const double composite =
        c.mean + c.latent * latent + c.scores * normal(scores[purpose::scores]) + c.errors * normal(error);
    e.profile.composite = static_cast<float>(std::clamp(composite, 0.0, 100.0));
}

}  // namespace aforo::model
