#include "diagnosis.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/policy/eligibility.hpp"
#include "journey.hpp"

namespace aforo::model {

void Diagnosis::diagnose(EnterpriseId id) {
    Enterprise& e = w_.enterprises[id];
    sample_business(e);
    measure(e);
    e.profile.band = policy::band_of(w_.plan.scenario.targeting, static_cast<double>(e.profile.composite));
    w_.tell(FactKind::diagnosed, id);
    e.failed = static_cast<std::int8_t>(policy::first_failure(w_.plan.scenario.targeting, e.profile));
    if (e.failed != policy::eligible) {
        w_.tell(FactKind::referred, id);
        w_.leave_unserved(id, State::referred, w_.now());
        return;
    }
    w_.tell(FactKind::qualified, id);
    journey_.waiting_lists.join(id);
}

void Diagnosis::sample_business(Enterprise& e) const {
    const auto& s = w_.plan.scenario.enterprises;
    const Draw draw = w_.draw(e.key, purpose::agri_forestry.block);
    policy::Profile& p = e.profile;
    const bool is_rural = p.territory == policy::Territory::rural;
    p.agri_forestry = draw[purpose::agri_forestry] < (is_rural ? s.agri_rural : s.agri_elsewhere);
    p.attended_sector = draw[purpose::attended_sector] < s.attended_sector;
    p.sales = static_cast<float>(s.sales_median.amount *
                                 std::exp(w_.plan.sales_sigma * random::normal_quantile(draw[purpose::sales])));
}

// True scores correlate with the latent sustainability and with each other; each is measured with an error of its own.
void Diagnosis::measure(Enterprise& e) const {
    const auto& s = w_.plan.scenario.enterprises;
    const Draw scores = w_.draw(e.key, purpose::latent.block);
    const Draw errors = w_.draw(e.key, purpose::error_1.block, e.has_returned);
    const std::array<double, 4> z = {
        random::normal_quantile(scores[purpose::latent]), random::normal_quantile(scores[purpose::score_1]),
        random::normal_quantile(scores[purpose::score_2]), random::normal_quantile(scores[purpose::score_3])};
    const std::array<double, 3> error = {random::normal_quantile(errors[purpose::error_1]),
                                         random::normal_quantile(errors[purpose::error_2]),
                                         random::normal_quantile(errors[purpose::error_3])};
    const auto& factor = w_.plan.score_factor;
    e.latent = static_cast<float>(s.sustainability_mean + s.sustainability_sd * z[0]);
    double sum = 0;
    for (std::size_t i = 1; i < 4; ++i) {
        double standardised = 0;
        for (std::size_t j = 0; j <= i; ++j) standardised += factor[i][j] * z[j];
        sum += s.sustainability_mean + s.sustainability_sd * standardised +
               w_.plan.scenario.diagnosis.measurement_error * error[i - 1];
    }
    e.profile.composite = static_cast<float>(std::clamp(sum / 3, 0.0, 100.0));
}

}  // namespace aforo::model
