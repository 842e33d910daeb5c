// Whom the filter reaches: referrals by criterion and destination, and how the measured need compares with the true
// one.
#include "probes.hpp"

namespace aforo::measure {

namespace {

using model::Fact;
using model::FactKind;
using scenario::Criterion;

constexpr std::array criterion_ids = {"criterion=sector",       "criterion=sales", "criterion=formality",
                                      "criterion=standard",     "criterion=bands", "criterion=need",
                                      "criterion=agri_forestry"};

class TargetingProbe : public Probe {
public:
    explicit TargetingProbe(const Frame& frame) : frame_(frame) {}

    [[nodiscard]] bool listens_to(FactKind k) const override {
        return k == FactKind::diagnosed || k == FactKind::referred || k == FactKind::qualified ||
               k == FactKind::admitted;
    }

    void restart() override { years_.assign(frame_.years(), {}); }

    void on(const Fact& f) override {
        Year& y = years_[frame_.year_index(f.year)];
        const auto& targeting = frame_.plan.scenario.targeting;
        const bool needs = static_cast<double>(f.who->latent) < targeting.problem_threshold;
        switch (f.kind) {
            case FactKind::diagnosed:
                y.diagnosed_in_need += needs;
                break;
            case FactKind::referred: {
                const auto kind = targeting.criteria[static_cast<std::size_t>(f.who->failed)].kind;
                ++y.referred[static_cast<std::size_t>(kind)];
                ++y.all_referred;
                y.referred_in_need += needs;
                break;
            }
            case FactKind::qualified:
                ++y.qualified;
                y.qualified_without_need += !needs;
                break;
            case FactKind::admitted:
                ++y.admitted;
                y.admitted_in_need += needs;
                break;
            default:
                break;
        }
    }

    void report(Sink& sink) override {
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const int year = frame_.year_at(y);
            const Year& v = years_[y];
            for (std::size_t c = 0; c < criterion_ids.size(); ++c) {
                sink.put("referred", year, Level::group, criterion_names_[c], v.referred[c]);
            }
            const double indap = v.referred[static_cast<std::size_t>(Criterion::Kind::agri_forestry)];
            sink.put("referred", year, Level::group, "destination=indap", indap);
            sink.put("referred", year, Level::group, "destination=other", v.all_referred - indap);
            sink.put("problem_share_of_admitted", year, ratio(v.admitted_in_need, v.admitted));
            sink.put("inclusion_error", year, ratio(v.qualified_without_need, v.qualified));
            sink.put("exclusion_error", year, ratio(v.referred_in_need, v.diagnosed_in_need));
        }
    }

private:
    struct Year {
        double diagnosed_in_need = 0, qualified = 0, qualified_without_need = 0, admitted = 0, admitted_in_need = 0;
        double all_referred = 0, referred_in_need = 0;
        std::array<double, criterion_ids.size()> referred{};
    };

    const Frame& frame_;
    std::vector<Year> years_;
    std::vector<std::string> criterion_names_{criterion_ids.begin(), criterion_ids.end()};
};

}  // namespace

std::unique_ptr<Probe> make_targeting_probe(const Frame& frame) { return std::make_unique<TargetingProbe>(frame); }

std::vector<results::Column> targeting_columns() {
    return {
        {"problem_share_of_admitted",
         "ratio",
         {"De las admisiones del año, parte de empresas que presentan el problema: su sostenibilidad latente (no la "
          "medida) está bajo targeting.problem_threshold.",
          "Of the year's admissions, the share of enterprises with the problem: their latent (not the measured) "
          "sustainability is under targeting.problem_threshold."}},
        {"inclusion_error",
         "ratio",
         {"De las empresas que pasan la focalización en el año, parte que no presenta el problema.",
          "Of the enterprises that pass targeting in the year, the share without the problem."}},
        {"exclusion_error",
         "ratio",
         {"De las empresas diagnosticadas en el año que presentan el problema, parte que la focalización deriva.",
          "Of the enterprises diagnosed in the year that have the problem, the share that targeting refers."}},
    };
}

}  // namespace aforo::measure
