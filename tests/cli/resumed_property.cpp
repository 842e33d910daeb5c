// Experiments killed at any moment go on to the same bits; what was finished before is taken over; folders are told
// again. AFORO_KILLS=300 for more kills, AFORO_KILL_SEED for other moments.
#include <doctest/doctest.h>

#include <random>

#include "cli/started.hpp"

using namespace testing;

namespace {

int from_environment(const char* name, int otherwise) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return value == nullptr ? otherwise : std::atoi(value);
}

const std::vector<std::vector<std::string>> commands = {
    {"run", "escenario.yaml", "--replications", "90"},
    {"run", "escenario.yaml", "--replications", "120", "--precision", "0.005"},
    {"compare", "escenario.yaml", "otro.yaml", "--replications", "50"},
    {"sweep", "escenario.yaml", "--vary", "advisory.advisors=6,7,8", "--replications", "30"},
    {"explain", "escenario.yaml", "otro.yaml", "--replications", "20"},
    {"explain", "escenario.yaml", "--replications", "12"},
    {"compare", "mundos.yaml", "mas.yaml", "--replications", "8", "--worlds", "4"},
    {"goal", "mundos.yaml", "--reach", "beneficiaries >= 800 in 2025", "--by", "advisory.advisors=12:16", "--effort",
     "quick"},
    {"calibrate", "mundos.yaml", "--replications", "40"},
    {"sensitivity", "mundos.yaml", "mas.yaml", "--worlds", "4", "--replications", "6", "--trajectories", "6"}};

void write_both(const Folder& folder) {
    REQUIRE(ask(folder, "init").code == 0);
    std::ofstream(folder.path / "otro.yaml")
        << "aforo: 1\nname: otro\nextends: escenario.yaml\ndemand: {arrivals: 2500}\n"
           "work_plan: {no_show: 0.2}\n";
    std::ofstream(folder.path / "mundos.yaml")
        << "aforo: 1\nname: mundos\nextends: '" AFORO_SOURCE_DIR
           "/tests/model/small.yaml'\n"
           "demand: {growth: {value: 1.1, range: [1, 1.2]}, arrivals: {value: 3000, range: [1500, 6000]}}\n"
           "plan: {attention: {production: 2900}}\n"
           "calibration:\n"
           "  free: [demand.arrivals]\n"
           "  targets: {attended: {measure: attended_persons, figure: plan.attention.production, tolerance: 40}}\n";
    std::ofstream(folder.path / "mas.yaml")
        << "aforo: 1\nname: mas\nextends: mundos.yaml\nadvisory: {advisors: 15, budget: 560000 M$}\n";
}

// The folder that a command left, below the one of results; empty when it left none.
fs::path left_by(const Folder& folder, const std::string& out) {
    for (const auto& scenario : fs::directory_iterator(folder.path / out)) {
        for (const auto& result : fs::directory_iterator(scenario)) return result.path();
    }
    return {};
}

std::vector<std::string> with(std::vector<std::string> command, std::initializer_list<const char*> more) {
    command.insert(command.end(), more.begin(), more.end());
    return command;
}

}  // namespace

TEST_CASE("an experiment that was killed at any moment goes on to the bits that it would have had") {
    const Folder folder;
    write_both(folder);
    std::vector<std::string> whole;
    std::vector<int> lasts;
    for (std::size_t c = 0; c < commands.size(); ++c) {
        const std::string out = "whole" + std::to_string(c);
        const auto begun = std::chrono::steady_clock::now();
        Started started(folder, with(commands[c], {"--quiet", "--out", out.c_str()}));
        const auto code = started.end_within(120'000);
        REQUIRE(code.has_value());
        REQUIRE((*code == 0 || *code == 4));
        lasts.push_back(static_cast<int>((std::chrono::steady_clock::now() - begun) / std::chrono::milliseconds(1)));
        whole.push_back(slurp(left_by(folder, out) / "results.json"));
        REQUIRE(whole.back().size() > 500);
    }
    std::mt19937 random(static_cast<unsigned>(from_environment("AFORO_KILL_SEED", 1)));
    const int kills = from_environment("AFORO_KILLS", 18);
    int resumed = 0, taken_over = 0;
    for (int k = 0; k < kills; ++k) {
        const std::size_t c = static_cast<std::size_t>(k) % commands.size();
        CAPTURE(commands[c].front());
        fs::remove_all(folder.path / "out");
        bool is_done = false;
        // Killed once, and now and then while it goes on, too.
        for (int again = 0; again < 3 && !is_done; ++again) {
            const int moment = static_cast<int>(random() % static_cast<unsigned>(lasts[c] + 2));
            CAPTURE(moment);
            Started started(folder, again == 0 ? with(commands[c], {"--quiet", "--out", "out", "--threads", "2"})
                                               : std::vector<std::string>{"resume", "out", "--quiet"});
            pause_for(moment);
            started.send(SIGKILL);
            is_done = started.end_within(20'000) != 128 + SIGKILL;
            if (random() % 2 == 0) break;
        }
        if (!fs::exists(folder.path / "out")) continue;  // before it had made anything
        const fs::path left = left_by(folder, "out");
        if (left.empty()) continue;
        if (left.filename().string().starts_with(".unfinished-")) {
            const Ran ran = ask(folder, "resume out --lang en");
            if (ran.code == 2) {  // before the file said what it is of
                CAPTURE(ran.err);
                CHECK((ran.err.find("nothing unfinished") != std::string::npos ||
                       ran.err.find("not an experiment") != std::string::npos ||
                       ran.err.find("cannot be read") != std::string::npos));
                continue;
            }
            CAPTURE(ran.err);
            REQUIRE((ran.code == 0 || ran.code == 4));
            ++resumed;
            taken_over += ran.err.find("with 0 finished") == std::string::npos;
        }
        CHECK(slurp(left_by(folder, "out") / "results.json") == whole[c]);
    }
    MESSAGE(kills, " kills, ", resumed, " times it went on, ", taken_over, " times with replications that were there");
    CHECK(resumed > kills / 4);
}

TEST_CASE("more replications of the same take those that are there over, and are what all of them would have been") {
    for (const char* command :
         {"run escenario.yaml", "compare escenario.yaml otro.yaml", "sweep escenario.yaml --vary advisory.advisors=6,7",
          "explain escenario.yaml otro.yaml"}) {
        CAPTURE(command);
        const Folder folder;
        write_both(folder);
        const std::string all = std::string(command) + " --lang en";
        REQUIRE(ask(folder, all + " --replications 3 --quiet").code == 0);
        const Ran more = ask(folder, all + " --replications 7 --json");
        CHECK(more.err.find("The 3 replications of output/mi-programa/") != std::string::npos);
        const Ran anew = ask(folder, all + " --replications 7 --json --anew --out other");
        CHECK(anew.err.find("are taken over") == std::string::npos);
        CHECK(more.out == anew.out);
        // Of another seed, and of another scenario, nothing is.
        CHECK(ask(folder, all + " --replications 7 --seed 5").err.find("are taken over") == std::string::npos);
        std::ofstream(folder.path / "escenario.yaml", std::ios::app) << "# the same still\n";
        CHECK(ask(folder, all + " --replications 7").err.find("The 7 replications") != std::string::npos);
    }
}

TEST_CASE(
    "comparisons, sweeps and explanations are told again from their folder, in either language, with the same bytes") {
    for (const char* command : {"compare escenario.yaml otro.yaml", "sweep escenario.yaml --vary advisory.advisors=6,7",
                                "explain escenario.yaml otro.yaml", "explain escenario.yaml"}) {
        CAPTURE(command);
        const Folder folder;
        write_both(folder);
        const std::string all = std::string(command) + " --replications 3 --quiet";
        REQUIRE(ask(folder, all + " --lang es --out es").code == 0);
        REQUIRE(ask(folder, all + " --lang en --out en").code == 0);
        const fs::path spanish = left_by(folder, "es"), english = left_by(folder, "en");
        REQUIRE(slurp(spanish / "report.html") != slurp(english / "report.html"));
        fs::remove(folder.path / "escenario.yaml");  // the folder stands alone
        const Ran again = ask(folder, "report " + spanish.string() + " --lang en");
        CHECK(again.code == 0);
        CHECK(again.err.empty());
        for (const auto& file : fs::directory_iterator(english)) {
            const auto name = file.path().filename();
            if (name == "study.sqlite" || name == "manifest.json") continue;
            CAPTURE(name.string());
            CHECK(slurp(spanish / name) == slurp(english / name));
        }
        // What was changed in it is told, and nothing is made of it.
        std::string bytes = slurp(spanish / "study.sqlite");
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        std::ofstream(spanish / "study.sqlite", std::ios::binary) << bytes;
        const Ran refused = ask(folder, "report " + spanish.string() + " --lang en");
        CHECK(refused.code == 2);
        CHECK(refused.err.find("the results are not those that the manifest tells of") != std::string::npos);
    }
}

TEST_CASE("what was begun with another scenario does not go on but when it is asked to") {
    const Folder folder;
    write_both(folder);
    {
        Started started(folder, {"run", "escenario.yaml", "--replications", "2000", "--quiet", "--out", "out"});
        pause_for(900);
        started.send(SIGKILL);
        REQUIRE(started.end_within(10'000) == 128 + SIGKILL);
    }
    std::string text = slurp(folder.path / "escenario.yaml");
    const std::string key = "no_show: ";
    text.insert(text.find(key) + key.size(), "0.11 #");
    std::ofstream(folder.path / "escenario.yaml") << text;
    REQUIRE(ask(folder, "check escenario.yaml").code == 0);
    const Ran refused = ask(folder, "resume out --lang en");
    CHECK(refused.code == 2);
    CHECK(refused.err.find("the scenario is not the one that was begun") != std::string::npos);
    CHECK(refused.err.find("escenario.yaml: work_plan.no_show: ") != std::string::npos);
    CHECK(ask(folder, "resume --lang en").code == 2);  // nothing is left in output
}
