// What one replication says of those who are referred, and of outcomes by group.
#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include "aforo/measure/replication.hpp"
#include "model/scenarios.hpp"

using namespace aforo;

namespace {

using Values = std::map<std::pair<std::string, std::string>, double>;  // of the last year, by column and id

Values values_of(const scenario::Scenario& s) {
    const model::Blueprint blueprint(s);
    measure::Replication replication(blueprint);
    const auto values = replication.run(1, 0);
    Values sums;
    for (std::size_t k = 0; k < values.size(); ++k) {
        const auto& key = replication.keys()[k];
        if (key.month == 0 && key.year == s.horizon.last_year)
            sums[{measure::catalogue()[static_cast<std::size_t>(key.column)].name, key.id}] = values[k];
    }
    return sums;
}

}  // namespace

TEST_CASE("who is referred goes somewhere: destinations sum to all, rural agri-forestry to INDAP whatever it fails") {
    scenario::Scenario s = testing::small();
    Values v = values_of(s);
    const double all = v[{"referred", ""}];
    CHECK(all > 100);
    CHECK(v[{"referred", "destination=INDAP"}] > 0);
    CHECK(v[{"referred", "destination=INDAP"}] + v[{"referred", "destination=otra"}] == all);

    s.targeting.destinations["standard"] = {"Municipio"};
    s.targeting.destinations["sales"] = {"Corfo"};
    Values named = values_of(s);
    CHECK(named[{"referred", "destination=INDAP"}] == v[{"referred", "destination=INDAP"}]);
    CHECK(named[{"referred", "destination=Municipio"}] > 0);
    CHECK(named[{"referred", "destination=Municipio"}] <= named[{"referred", "criterion=standard"}]);
    CHECK(named[{"referred", "destination=INDAP"}] + named[{"referred", "destination=Municipio"}] +
              named[{"referred", "destination=Corfo"}] + named[{"referred", "destination=otra"}] ==
          all);
}

TEST_CASE("outcomes by group average to the programme's, and the programme never harms") {
    const scenario::Scenario s = testing::small();
    Values v = values_of(s);
    for (const char* outcome : {"survival_t2", "sales_up_t1"}) {
        const std::string without = std::string(outcome) + "_counterfactual";
        for (const char* pair : {"sex=female/sex=male", "band=medium/band=high"}) {
            const std::string both = pair;
            const std::string one = both.substr(0, both.find('/')), other = both.substr(both.find('/') + 1);
            const double all = v[{outcome, ""}];
            CHECK(std::min(v[{outcome, one}], v[{outcome, other}]) <= all);
            CHECK(std::max(v[{outcome, one}], v[{outcome, other}]) >= all);
            CHECK(v[{outcome, one}] >= v[{without, one}]);
        }
    }
}
