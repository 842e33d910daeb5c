// Values that may be none, or take one of several forms: they read back as what they were.
#include <doctest/doctest.h>

#include "reading.hpp"

using namespace aforo;
using testing::read_text, testing::mistakes_of;

namespace {

// The smallest scenario with a section more, or with keys more in its demand.
std::string with_demand(const std::string& keys) {
    std::string text = testing::smallest;
    return text.insert(text.find("demand: {") + 9, keys + ", ");
}

}  // namespace

TEST_CASE("a maximum of returns is a number or none, and reads back") {
    CHECK_FALSE(read_text(testing::smallest).demand.max_returns.has_value());
    CHECK_FALSE(read_text(with_demand("max_returns: none")).demand.max_returns.has_value());
    CHECK(scenario::digest(read_text(with_demand("max_returns: none"))) ==
          scenario::digest(read_text(testing::smallest)));
    for (const int n : {0, 1, 10'000}) {
        const auto s = read_text(with_demand("max_returns: " + std::to_string(n)));
        CHECK(s.demand.max_returns == n);
        CHECK(read_text(scenario::resolved(s)).demand.max_returns == n);
    }
    CHECK(mistakes_of(with_demand("max_returns: 10001")).find("demand.max_returns") != std::string::npos);
    CHECK(mistakes_of(with_demand("max_returns: 1.5")).find("must be a whole number") != std::string::npos);
}
