// That identifiers do not mix is proved by what does not compile: tests/compile_fail.
#include <doctest/doctest.h>

#include <type_traits>

#include "aforo/core/ids.hpp"

using namespace aforo::core;

TEST_CASE("identifiers compare and order by their value") {
    CHECK(OfficeId(3) == OfficeId(3));
    CHECK(OfficeId(3) != OfficeId(4));
    CHECK(EnterpriseId(1) < EnterpriseId(2));
    CHECK(RegionId().value == 0);
}

TEST_CASE("identifiers of different things are different types, and no number becomes one by itself") {
    CHECK_FALSE(std::is_same_v<OfficeId, EnterpriseId>);
    CHECK_FALSE(std::is_convertible_v<OfficeId, EnterpriseId>);
    CHECK_FALSE(std::is_constructible_v<EnterpriseId, OfficeId>);
    CHECK_FALSE(std::is_convertible_v<unsigned, OfficeId>);
    CHECK_FALSE(std::is_convertible_v<OfficeId, unsigned>);
}

TEST_CASE("an identifier is as small and as plain as its number") {
    CHECK(sizeof(EnterpriseId) == 4);
    CHECK(std::is_trivially_copyable_v<EnterpriseId>);
}
