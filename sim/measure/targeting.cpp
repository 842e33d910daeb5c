// Whom the filter reaches: referrals by criterion and destination, and how the measured need compares with the true
// need.
#include <algorithm>

#include "aforo/core/contracts.hpp"
#include "aforo/policy/reserve.hpp"
#include "aforo/scenario/language.hpp"
#include "probes.hpp"

namespace aforo::measure {

namespace {

using model::Fact;
using model::FactKind;
using scenario::Criterion;

constexpr auto criteria = static_cast<std::size_t>(Criterion::Kind::count_of_kinds);

class TargetingProbe : public Probe, public Hears<model::Fact> {
public:
    explicit TargetingProbe(const Frame& frame) : frame_(frame) {
        destination_of_.fill(1);
        destination_of_[static_cast<std::size_t>(Criterion::Kind::agri_forestry)] = 0;
        for (const auto& [criterion, destination] : frame.blueprint.scenario.targeting.destinations) {
            const auto place = std::find(names_.begin(), names_.end(), criterion);
            core::ensure(place != names_.end(), "a destination is of no criterion");
            const auto c = static_cast<std::size_t>(place - names_.begin());
            destination_of_[c] = place_of(destination.institution);
            for (const auto& of : destination.groups) groups_of_[c].push_back({of.group, place_of(of.institution)});
        }
    }

    [[nodiscard]] bool wants(FactKind k) const override {
        return k == FactKind::diagnosed || k == FactKind::referred || k == FactKind::qualified ||
               k == FactKind::admitted;
    }

    void restart() override { years_.assign(frame_.years(), {.sent_to = std::vector<double>(destinations_.size())}); }

    void on(const Fact& f) override {
        Year& y = years_[frame_.year_index(f.year)];
        const auto& targeting = frame_.blueprint.scenario.targeting;
        const bool needs = static_cast<double>(f.who->latent) < targeting.problem_threshold;
        switch (f.kind) {
            case FactKind::diagnosed:
                y.diagnosed_in_need += needs;
                break;
            case FactKind::referred: {
                const auto kind = targeting.criteria[static_cast<std::size_t>(f.who->failed)].kind;
                ++y.referred[static_cast<std::size_t>(kind)];
                ++y.sent_to[destination_of(kind, *f.who)];
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

    void report(const Counts&, Sink& sink) override {
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const int year = frame_.year_at(y);
            const Year& v = years_[y];
            for (std::size_t c = 0; c < criteria; ++c) {
                sink.put("referred", year, Level::group, "criterion=" + names_[c], v.referred[c]);
            }
            for (std::size_t d = 0; d < destinations_.size(); ++d) {
                sink.put("referred", year, Level::group, "destination=" + destinations_[d], v.sent_to[d]);
            }
            sink.put("problem_share_of_admitted", year, ratio(v.admitted_in_need, v.admitted));
            sink.put("inclusion_error", year, ratio(v.qualified_without_need, v.qualified));
            sink.put("exclusion_error", year, ratio(v.referred_in_need, v.diagnosed_in_need));
        }
    }

private:
    struct Year {
        double diagnosed_in_need = 0, qualified = 0, qualified_without_need = 0, admitted = 0, admitted_in_need = 0;
        double referred_in_need = 0;
        std::array<double, criteria> referred{};
        std::vector<double> sent_to;  // by destination
    };

    std::size_t place_of(const std::string& institution) {
        const auto known = std::find(destinations_.begin(), destinations_.end(), institution);
        if (known != destinations_.end()) return static_cast<std::size_t>(known - destinations_.begin());
        destinations_.push_back(institution);
        return destinations_.size() - 1;
    }
    // Rural agri-forestry has its own institution, whatever criterion it fails.
    [[nodiscard]] std::size_t destination_of(Criterion::Kind criterion, const model::Enterprise& e) const {
        const policy::Profile& p = e.profile;
        if (p.agri_forestry && p.territory == policy::Territory::rural) return 0;
        const auto c = static_cast<std::size_t>(criterion);
        for (const auto& [group, destination] : groups_of_[c]) {
            if (policy::is_in(group, p, e.is_re_entry())) return destination;
        }
        return destination_of_[c];
    }

    const Frame& frame_;
    std::vector<Year> years_;
    std::vector<std::string> destinations_ = {"INDAP", "otra"};
    std::array<std::size_t, criteria> destination_of_{};  // by criterion
    struct OfGroup {
        scenario::Groups group;
        std::size_t destination;
    };
    std::array<std::vector<OfGroup>, criteria> groups_of_;  // before those
    // The word of each criterion.
    std::vector<std::string> names_ = [] {
        std::vector<std::string> names;
        for (std::size_t c = 0; c < criteria; ++c) names.push_back(scenario::word_of(static_cast<Criterion::Kind>(c)));
        return names;
    }();
};

}  // namespace

std::unique_ptr<Probe> make_targeting_probe(const Frame& frame) { return std::make_unique<TargetingProbe>(frame); }

std::vector<results::Column> targeting_columns() {
    return {
        {"problem_share_of_admitted",
         "ratio",
         {"Admitidas con el problema", "Admitted with the problem"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_better,
         levels::programme,
         {"De las admisiones del año, parte de empresas que presentan el problema: su sostenibilidad latente (no la "
          "medida) está bajo targeting.problem_threshold.",
          "Of the year's admissions, the share of enterprises with the problem: their latent (not the measured) "
          "sustainability is under targeting.problem_threshold."}},
        {"inclusion_error",
         "ratio",
         {"Error de inclusión", "Inclusion error"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::programme,
         {"De las empresas que pasan la focalización en el año, parte que no presenta el problema.",
          "Of the enterprises that pass targeting in the year, the share without the problem."}},
        {"exclusion_error",
         "ratio",
         {"Error de exclusión", "Exclusion error"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::programme,
         {"De las empresas diagnosticadas en el año que presentan el problema, parte que la focalización deriva.",
          "Of the enterprises diagnosed in the year that have the problem, the share that targeting refers."}},
    };
}

}  // namespace aforo::measure
