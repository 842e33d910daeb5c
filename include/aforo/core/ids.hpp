// Identifiers that cannot be mixed up: an OfficeId is not an EnterpriseId, and neither is a number.
#pragma once

#include <compare>
#include <cstdint>

namespace aforo::core {

// An index with a type of its own. `Tag` is only a name; there is no arithmetic and no implicit conversion.
template <class Tag>
struct Id {
    std::uint32_t value = 0;

    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t v) : value(v) {}
    friend constexpr auto operator<=>(Id, Id) = default;
};

using OfficeId = Id<struct OfficeTag>;  // place of an office in the scenario's list of offices
using RegionId = Id<struct RegionTag>;  // place of a region in the scenario's list of regions
using UnitId = Id<struct UnitTag>;      // place of an advisory unit: a main centre, or a satellite with advisors
using EnterpriseId = Id<struct EnterpriseTag>;  // place of an enterprise in a replication's table

}  // namespace aforo::core
