// Identifiers of different types, so that they cannot be mixed up with each other or with plain numbers.
#pragma once

#include <compare>
#include <cstdint>

namespace aforo::core {

// An index with its own type. `Tag` only tells the types apart; there is no arithmetic and no implicit conversion.
template <class Tag>
struct Id {
    std::uint32_t value = 0;

    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t v) : value(v) {}
    friend constexpr auto operator<=>(Id, Id) = default;
};

using OfficeId = Id<struct OfficeTag>;  // index into the scenario's list of offices
using RegionId = Id<struct RegionTag>;  // index into the scenario's list of regions
using UnitId = Id<struct UnitTag>;      // index of an advisory unit: a main centre or a satellite with own advisors
using EnterpriseId = Id<struct EnterpriseTag>;  // index into a replication's table of enterprises

}  // namespace aforo::core
