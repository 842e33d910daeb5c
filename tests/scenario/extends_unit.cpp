// What a delta changes of the file that it extends, and what it leaves.
#include <doctest/doctest.h>

#include "reading.hpp"

using namespace aforo;
using testing::smallest, testing::TemporaryFolder, testing::read_good;

namespace {

const std::string head = "aforo: 1\nname: delta\nextends: base.yaml\n";

scenario::Scenario delta_of(const std::string& base, const std::string& delta) {
    const TemporaryFolder folder;
    folder.write("base.yaml", base);
    return read_good(folder.write("delta.yaml", head + delta));
}

}  // namespace

TEST_CASE("a delta changes what it says and keeps the rest") {
    const auto s = delta_of(smallest + "graduation: {repeat: 0.2, max_plans: 2}\n", "graduation: {max_plans: 3}\n");
    CHECK(s.graduation.max_plans == 3);
    CHECK(s.graduation.repeat == 0.2);
    CHECK(s.demand.arrivals == 3000);
    CHECK(s.attention.duration.kind == scenario::Distribution::Kind::gamma);
}

TEST_CASE("name and description are not inherited") {
    const auto s = delta_of(smallest, "");
    CHECK(s.name == "delta");
    CHECK(s.description.empty());
    const TemporaryFolder folder;
    folder.write("base.yaml", smallest);
    const auto nameless =
        scenario::read(folder.write("nameless.yaml", "aforo: 1\nextends: base.yaml\n"), core::Lang::en);
    REQUIRE(nameless.diagnostics.size() == 1);
    CHECK(nameless.diagnostics[0].path == "name");
    CHECK(nameless.diagnostics[0].place.file.ends_with("nameless.yaml"));
}

TEST_CASE("a value is replaced whole, with its provenance") {
    const auto bare = delta_of(smallest, "demand: {arrivals: 3500}\n");
    CHECK(bare.demand.arrivals == 3500);
    const auto& gone = bare.provenance.at("demand.arrivals");
    CHECK(gone.source.empty());
    CHECK(gone.note.empty());
    CHECK(!gone.range);
    const auto sourced = delta_of(smallest, "demand: {arrivals: {value: 3500, source: ficha}}\n");
    CHECK(sourced.provenance.at("demand.arrivals").source == "ficha");
    CHECK(!sourced.provenance.at("demand.arrivals").range);
}

TEST_CASE("a distribution is replaced whole: no parameter of the old one is left, nor its provenance") {
    const std::string old = "work_plan: {session: {gamma: {mean: {value: 90 min, range: [1 h, 2 h]}, cv: 0.5}}}\n";
    const auto s = delta_of(smallest + old, "work_plan: {session: {uniform: {low: 1 h, high: 2 h}}}\n");
    CHECK(s.work_plan.session ==
          scenario::Distribution{.kind = scenario::Distribution::Kind::uniform, .low = 3'600'000, .high = 7'200'000});
    CHECK(!s.provenance.contains("work_plan.session.mean"));
    const auto by_constant = delta_of(smallest + old, "work_plan: {session: 2 h}\n");
    CHECK(by_constant.work_plan.session == scenario::Distribution::constant(core::hours(2)));
    CHECK(!by_constant.provenance.at("work_plan.session.mean").range);
}

TEST_CASE("lists are replaced whole") {
    const auto s = delta_of(smallest + "targeting: {criteria: [sector, formality, standard]}\n",
                            "targeting: {criteria: [standard]}\ncalendar: {weekdays: [saturday, monday]}\n");
    REQUIRE(s.targeting.criteria.size() == 1);
    CHECK(s.targeting.criteria[0].kind == scenario::Criterion::Kind::standard);
    CHECK(s.calendar.weekdays == std::vector<int>{0, 5});
}

TEST_CASE("growth is replaced whole, years and all") {
    const auto s = delta_of(smallest + "administration: {budget_growth: {2020: 1.1, 2025: 1.3}}\n",
                            "administration: {budget_growth: {2026: 1.2}}\n");
    CHECK(s.administration.budget_growth.factor == std::map<int, double>{{2026, 1.2}});
}

TEST_CASE("regions, centres and satellites merge one by one, and what is null is taken away") {
    const auto s = delta_of(smallest,
                            "network:\n"
                            "  regions: {norte: {name: Norte}}\n"
                            "  centres:\n"
                            "    1: {weight: 5}\n"
                            "    2: {name: Dos, region: norte, weight: 1}\n"
                            "  satellites: {9: {name: Nueve, parent: 2, visiting_days: 1}}\n");
    CHECK(s.network.centres.size() == 2);
    CHECK(s.network.centres.at(1).name == "Uno");
    CHECK(s.network.centres.at(1).weight == 5);
    CHECK(s.network.satellites.at(9).parent == 2);

    const TemporaryFolder folder;
    folder.write("base.yaml", smallest);
    folder.write("two.yaml",
                 "aforo: 1\nname: two\nextends: base.yaml\n"
                 "network: {centres: {2: {name: Dos, region: sur, weight: 1}}}\n");
    const auto less = read_good(
        folder.write("less.yaml", "aforo: 1\nname: less\nextends: two.yaml\nnetwork: {centres: {1: null}}\n"));
    REQUIRE(less.network.centres.size() == 1);
    CHECK(less.network.centres.contains(2));
    CHECK(!less.provenance.contains("network.centres.1.weight"));
}

TEST_CASE("a source that nobody names any more can be taken away") {
    const auto s = delta_of(smallest, "sources: {supuesto: null}\ndemand: {arrivals: 1}\n");
    CHECK(s.sources.size() == 1);
}

TEST_CASE("extends reaches over two levels, and the nearest wins") {
    const TemporaryFolder folder;
    folder.write("a.yaml", smallest + "graduation: {repeat: 0.1, max_plans: 2}\ndiagnosis: {share: 0.9}\n");
    folder.write("sub/b.yaml", "aforo: 1\nname: b\nextends: ../a.yaml\ngraduation: {repeat: 0.2, max_plans: 3}\n");
    const auto s =
        read_good(folder.write("c.yaml", "aforo: 1\nname: c\nextends: sub/b.yaml\ngraduation: {repeat: 0.3}\n"));
    CHECK(s.graduation.repeat == 0.3);
    CHECK(s.graduation.max_plans == 3);
    CHECK(s.diagnosis.share == 0.9);
}

TEST_CASE("of a list of files the later wins, and two deltas of one base add up") {
    const TemporaryFolder folder;
    folder.write("base.yaml", smallest + "graduation: {repeat: 0.1, max_plans: 2}\n");
    folder.write("one.yaml", "aforo: 1\nname: one\nextends: base.yaml\ngraduation: {repeat: 0.2}\n");
    folder.write("two.yaml", "aforo: 1\nname: two\nextends: base.yaml\ngraduation: {max_plans: 5}\n");
    folder.write("three.yaml", "aforo: 1\nname: three\nextends: base.yaml\ngraduation: {repeat: 0.4}\n");
    const std::string list = "aforo: 1\nname: both\nextends: ";
    const auto both = read_good(folder.write("both.yaml", list + "[one.yaml, two.yaml]\n"));
    CHECK(both.graduation.repeat == 0.2);
    CHECK(both.graduation.max_plans == 5);
    CHECK(read_good(folder.write("last.yaml", list + "[one.yaml, three.yaml]\n")).graduation.repeat == 0.4);
    CHECK(read_good(folder.write("first.yaml", list + "[three.yaml, one.yaml]\n")).graduation.repeat == 0.2);
}

TEST_CASE("a file that many extend is read once, however many ways lead to it") {
    const TemporaryFolder folder;
    folder.write("0.yaml", smallest + "graduation: {repeat: x}\n");
    for (int i = 1; i <= 30; ++i) {  // two ways at every step: 2^30 readings if each were followed
        const std::string below = std::to_string(i - 1) + ".yaml";
        folder.write(std::to_string(i) + ".yaml",
                     "aforo: 1\nname: n\nextends: [" + below + ", ./" + below + "]\ngraduation: {max_plans: 2}\n");
    }
    CHECK(scenario::read((folder.path / "30.yaml").string(), core::Lang::en).diagnostics.size() == 1);
}

TEST_CASE("the mistakes of every file are told in one go, in order of file and place") {
    const TemporaryFolder folder;
    folder.write("base.yaml", smallest + "graduation: {repeat: 2}\n");
    const auto result = scenario::read(
        folder.write("delta.yaml", head + "work_plan: {dropout: 2}\ndiagnosis: {share: x}\n"), core::Lang::en);
    REQUIRE(result.diagnostics.size() == 3);
    CHECK(result.diagnostics[0].path == "graduation.repeat");
    CHECK(result.diagnostics[1].path == "work_plan.dropout");
    CHECK(result.diagnostics[2].path == "diagnosis.share");
    CHECK(result.diagnostics[0].place.file.ends_with("base.yaml"));
}

TEST_CASE("fixed costs may take the whole budget, to the peso") {
    const auto is_paid_by = [](const std::string& budget) {
        const TemporaryFolder folder;
        const std::string file =
            folder.write("exact.yaml", "aforo: 1\nname: exact\nextends: " AFORO_SOURCE_DIR
                                       "/tests/scenario/broken/base/base.yaml\nattention: {budget: " +
                                           budget + ", budget_growth: 1, staff_growth: 1}\n");
        return scenario::read(file, core::Lang::en).scenario.has_value();
    };
    CHECK(is_paid_by("85000000 $"));
    CHECK_FALSE(is_paid_by("84999999 $"));
}
