#include "aforo/scenario/prices.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace aforo::scenario {

core::PriceIndex price_index(const Scenario& s) {
    return {s.plan.price_year > 0 ? s.plan.price_year : s.horizon.first_year, s.funding.index.factor};
}

core::Pesos own_pesos(const Scenario& s) {
    if (s.prices.is_said()) return s.prices;
    return {core::Pesos::Kind::of_year, price_index(s).of};
}

std::optional<PricesTrouble> trouble_with(const core::Pesos& pesos, const Scenario& s) {
    const auto index = price_index(s);
    const auto lacking = index.lacks(pesos, s.horizon.first_year, s.horizon.last_year);
    if (!lacking) return std::nullopt;
    const int from = std::min(index.of, *lacking), to = std::max(index.of, *lacking);
    return PricesTrouble{
        fmt::format("funding.index no dice cuánto suben los precios de {} a {}: los montos están en pesos de {}", from,
                    to, index.of),
        fmt::format("funding.index does not say how prices rise from {} to {}: amounts are in pesos of {}", from, to,
                    index.of),
        fmt::format("escriba el factor de cada año desde {}, con su fuente: funding: {{index: {{{}: 1.03}}}}", from + 1,
                    from + 1),
        fmt::format("write the factor of each year from {} on, with its source: funding: {{index: {{{}: 1.03}}}}",
                    from + 1, from + 1)};
}

}  // namespace aforo::scenario
