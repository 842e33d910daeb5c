#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <set>
#include <string>

#include "aforo/scenario/language.hpp"
#include "aforo/scenario/reader.hpp"

using namespace aforo::scenario;
using aforo::core::Lang;

namespace {

void each_type(const Type& t, const std::string& path,
               const std::function<void(const Type&, const std::string&)>& look) {
    look(t, path);
    for (const auto& inner : t.of) each_type(inner, path, look);
    for (const auto& k : t.keys) each_type(k.type, path.empty() ? k.key : path + "." + k.key, look);
}

}  // namespace

TEST_CASE("every type of the scenario's table is described") {
    each_type(language().type, "", [](const Type& t, const std::string& path) {
        CAPTURE(path);
        // A new type of value: say what it looks like in sim/scenario/language.cpp.
        CHECK(t.kind != Type::Kind::unknown);
    });
}

TEST_CASE("every key of the table has a meaning in both languages, and a neutral value unless it is required") {
    const std::function<void(const Type&, const std::string&)> look = [&](const Type& t, const std::string& path) {
        for (const auto& k : t.keys) {
            const std::string here = path + "." + k.key;
            CAPTURE(here);
            CHECK(!k.meaning.es.empty());
            CHECK(!k.meaning.en.empty());
            CHECK(k.meaning.es != k.meaning.en);
            if (k.has_provenance) {
                CHECK(k.required == k.neutral.empty());
            } else {
                look(k.type.kind == Type::Kind::keyed ? k.type.of[0] : k.type, here);
            }
        }
    };
    look(language().type, "");
}

TEST_CASE("what is described inside a value is described in both languages") {
    each_type(language().type, "", [](const Type& t, const std::string& path) {
        CAPTURE(path);
        for (const auto& k : t.keys) {
            CAPTURE(k.key);
            CHECK(k.name.es.empty() == k.name.en.empty());
            CHECK(k.meaning.es.empty() == k.meaning.en.empty());
        }
    });
}

TEST_CASE("a path leads to its key, whatever stands below it") {
    const Key all = language();
    REQUIRE(find(all, "network.centres.7.weight") != nullptr);
    CHECK(find(all, "network.centres.7.weight")->key == "weight");
    CHECK(find(all, "attention.duration.mean")->key == "duration");
    CHECK(find(all, "demand.month_factors[3]")->key == "month_factors");
    CHECK(find(all, "demand.growth.2025")->key == "growth");
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

namespace {

// The path of every value of the language, elements of groups by key as 1.
std::vector<std::string> value_paths(const Type& t, const std::string& path) {
    std::vector<std::string> paths;
    for (const auto& k : t.keys) {
        const std::string here = path.empty() ? k.key : path + "." + k.key;
        const bool is_keyed = k.type.kind == Type::Kind::keyed;
        if (k.has_provenance) {
            paths.push_back(here);
        } else {
            const auto below = value_paths(is_keyed ? k.type.of[0] : k.type, is_keyed ? here + "." + k.key : here);
            paths.insert(paths.end(), below.begin(), below.end());
        }
    }
    return paths;
}

}  // namespace

TEST_CASE("every key has a name in both languages, of its own, without the key") {
    for (const Lang lang : {Lang::es, Lang::en}) {
        std::map<std::string, std::string> paths_of;
        for (const auto& path : value_paths(language().type, "")) {
            CAPTURE(path);
            const std::string name = name_of(path, Scenario{}, lang);
            CAPTURE(name);
            CHECK(name != path);
            CHECK(name.find_first_of("{}_") == std::string::npos);
            const auto [other, is_new] = paths_of.emplace(name, path);
            CAPTURE(other->second);
            CHECK(is_new);
        }
    }
}

TEST_CASE("a path is named with what its elements are called") {
    Scenario s;
    s.network.centres[7].name = "Iquique";
    s.network.satellites[102].name = "Pozo Almonte";
    const auto es = [&](const std::string& path) { return name_of(path, s, Lang::es); };
    const auto en = [&](const std::string& path) { return name_of(path, s, Lang::en); };
    CHECK(es("advisory.budget_growth") == "crecimiento del presupuesto de asesoría");
    CHECK(en("advisory.advisors") == "advisors");
    CHECK(es("network.centres.7.weight") == "peso de la demanda de Iquique");
    CHECK(es("network.satellites.102.advisors") == "asesores de Pozo Almonte");
    CHECK(es("network.centres.7") == "Iquique (centro)");
    CHECK(es("network.centres.8") == "8 (centro)");
    CHECK(en("network.centres") == "centres");
    CHECK(es("outcomes.survival.effect") == "efecto de un plan en sobrevivencia");
    CHECK(es("plan.advisory.spending") == "gasto planificado de asesoría");
    CHECK(es("advisory") == "asesoría");
}

TEST_CASE("what a path leads to inside of a value is named too") {
    const auto es = [](const std::string& path) { return name_of(path, Scenario{}, Lang::es); };
    CHECK(es("attention.duration.mean") == "duración de una atención (media)");
    CHECK(es("demand.growth.2025") == "crecimiento de la demanda (2025)");
    CHECK(es("demand.month_factors[3]") == "factores de cada mes (n.º 4)");
    CHECK(es("work_plan.dropout.low") == "abandono (banda baja)");
    CHECK(es("waiting_list.reserves[0].share") == "admisiones reservadas (n.º 1, parte)");
    CHECK(es("waiting_list.priority.weighted.female") == "regla de prioridad (puntaje ponderado, mujeres)");
    CHECK(es("work_plan.spacing.parts[1].of.mean") == "tiempo entre sesiones (partes, n.º 2, distribución, media)");
}

TEST_CASE("a path that leads nowhere is called by its own name") {
    CHECK(name_of("demand.nothing", Scenario{}, Lang::es) == "demand.nothing");
    CHECK(name_of("", Scenario{}, Lang::en).empty());
}
