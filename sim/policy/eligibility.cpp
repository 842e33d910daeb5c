#include "aforo/policy/eligibility.hpp"

#include <algorithm>
#include <array>

namespace aforo::policy {

namespace {

bool sector(const Criterion&, const Targeting&, const Profile& p) { return p.attended_sector; }
bool sales(const Criterion& c, const Targeting&, const Profile& p) { return static_cast<double>(p.sales) <= c.at_most; }
bool formality(const Criterion&, const Targeting&, const Profile& p) { return p.kind != Kind::informal || p.committed; }
bool standard(const Criterion&, const Targeting& t, const Profile& p) {
    return static_cast<double>(p.composite) >= t.pass_standard;
}
bool bands(const Criterion& c, const Targeting&, const Profile& p) {
    return std::find(c.bands.begin(), c.bands.end(), p.band) != c.bands.end();
}
bool need(const Criterion& c, const Targeting&, const Profile& p) {
    return static_cast<double>(p.composite) <= c.at_most;
}

// Rural agri-forestry enterprises are served by another institution (INDAP).
bool agri_forestry(const Criterion&, const Targeting&, const Profile& p) {
    return !(p.agri_forestry && p.territory == Territory::rural);
}

struct CriterionRule {
    Criterion::Kind kind;
    bool (*meets)(const Criterion&, const Targeting&, const Profile&);
};
constexpr std::array rules = {CriterionRule{Criterion::Kind::sector, sector},
                              CriterionRule{Criterion::Kind::sales, sales},
                              CriterionRule{Criterion::Kind::formality, formality},
                              CriterionRule{Criterion::Kind::standard, standard},
                              CriterionRule{Criterion::Kind::bands, bands},
                              CriterionRule{Criterion::Kind::need, need},
                              CriterionRule{Criterion::Kind::agri_forestry, agri_forestry}};
static_assert(rules.size() == static_cast<std::size_t>(Criterion::Kind::count_of_kinds), "a criterion has no rule");
static_assert([] {  // the table is indexed by the kind
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (static_cast<std::size_t>(rules[i].kind) != i) return false;
    }
    return true;
}());

}  // namespace

Band band_of(const Targeting& targeting, double composite) {
    if (composite < targeting.pass_standard) return Band::low;
    return composite < targeting.high_cut ? Band::medium : Band::high;
}

int first_failure(const Targeting& targeting, const Profile& profile) {
    for (std::size_t i = 0; i < targeting.criteria.size(); ++i) {
        const Criterion& c = targeting.criteria[i];
        if (!rules[static_cast<std::size_t>(c.kind)].meets(c, targeting, profile)) return static_cast<int>(i);
    }
    return eligible;
}

}  // namespace aforo::policy
