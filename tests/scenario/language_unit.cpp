#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>

#include "aforo/scenario/language.hpp"
#include "aforo/scenario/reader.hpp"

using namespace aforo::scenario;

namespace {

void each_type(const Type& t, const std::string& path,
               const std::function<void(const Type&, const std::string&)>& look) {
    look(t, path);
    for (const auto& inner : t.of) each_type(inner, path, look);
    for (const auto& k : t.keys) each_type(k.type, path.empty() ? k.name : path + "." + k.name, look);
}

}  // namespace

TEST_CASE("every type of the scenario's table is described") {
    each_type(language().type, "", [](const Type& t, const std::string& path) {
        CAPTURE(path);
        // A new type of value: say what it looks like in sim/scenario/language.cpp.
        CHECK(t.kind != Type::Kind::unknown);
    });
}

TEST_CASE("every key of the table has a meaning, and a neutral value unless it is required") {
    const std::function<void(const Type&, const std::string&)> look = [&](const Type& t, const std::string& path) {
        for (const auto& k : t.keys) {
            const std::string here = path + "." + k.name;
            CAPTURE(here);
            CHECK(!k.meaning.empty());
            if (k.has_provenance) {
                CHECK(k.required == k.neutral.empty());
            } else {
                look(k.type.kind == Type::Kind::keyed ? k.type.of[0] : k.type, here);
            }
        }
    };
    look(language().type, "");
}

TEST_CASE("a path leads to its key, whatever stands below it") {
    const Key all = language();
    REQUIRE(find(all, "network.centres.7.weight") != nullptr);
    CHECK(find(all, "network.centres.7.weight")->name == "weight");
    CHECK(find(all, "attention.duration.mean")->name == "duration");
    CHECK(find(all, "demand.month_factors[3]")->name == "month_factors");
    CHECK(find(all, "demand.growth.2025")->name == "growth");
    CHECK(find(all, "demand.nothing") == nullptr);
    CHECK(find(all, "nothing") == nullptr);
}

TEST_CASE("the numbers of a scenario keep the provenance of their own, parameters of distributions among them") {
    const auto result = read(std::string(AFORO_SOURCE_DIR) + "/scenarios/ficha-2024.yaml", aforo::core::Lang::en);
    REQUIRE(result.scenario.has_value());
    const Key all = language();
    std::set<std::string> seen;
    for (const auto& n : numbers(*result.scenario)) {
        CAPTURE(n.path);
        CHECK(seen.insert(n.path).second);
        CHECK(find(all, n.path) != nullptr);
        if (n.path == "attention.duration.mean") CHECK(n.provenance.range_text() == "[30 min, 90 min]");
        if (n.path == "advisory.plan_cost") CHECK(n.provenance.source == "calibrado");
    }
    CHECK(seen.count("attention.duration.mean") == 1);
    CHECK(seen.count("network.centres.1.weight") == 1);
}
