// The cases of `aforo verify`, as tests.
#include <doctest/doctest.h>

#include <map>

#include "aforo/scenario/reader.hpp"
#include "aforo/verify/verify.hpp"

using namespace aforo;

namespace {

const std::string folder = std::string(AFORO_SOURCE_DIR) + "/scenarios/verificacion/";

scenario::Scenario read(const std::string& file) {
    auto result = scenario::read(folder + file + ".yaml", core::Lang::es);
    REQUIRE(result.scenario.has_value());
    return *result.scenario;
}

}  // namespace

TEST_CASE("the programme, reduced to textbook queues, agrees with theory") {
    const auto comparisons = verify::verify(read, {.seed = 7});
    REQUIRE(comparisons.size() == verify::cases().size());
    for (const auto& c : comparisons) {
        CAPTURE(c.of->file);
        CAPTURE(c.of->what_en);
        CAPTURE(c.exact);
        CAPTURE(c.simulated);
        CAPTURE(c.z);
        CHECK(c.replications == 60);
        CHECK(c.half_width < 0.1 * c.exact);  // it could tell a model that is wrong by a tenth
        CHECK(c.holds());
    }
}

TEST_CASE("a model that is not what theory speaks of is found out") {
    const auto slower = [](const std::string& file) {
        scenario::Scenario s = read(file);
        if (file == "mm10-90") s.calendar.day = core::from_hours(12);  // all arrive in the morning
        return s;
    };
    const auto comparisons = verify::verify(slower, {.seed = 7, .replications = 8});
    for (const auto& c : comparisons) {
        CAPTURE(c.of->file);
        if (std::string(c.of->file) == "mm10-90") CHECK(!c.holds());
    }
}
