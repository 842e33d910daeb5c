// Nothing in a file makes a command take more memory or time than it has said.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include "cli/asking.hpp"

using namespace testing;

namespace {

const std::string small = R"(aforo: 1
name: minimo
horizon: {first_year: 2024, last_year: 2024}
experiment: {replications: 2}
demand: {arrivals: 200}
network: {regions: {r: {name: R}}, centres: {1: {name: C, region: r, weight: 1}}}
attention: {staff: 1, duration: 30 min, direct_hours: 1200 h, budget: 100000 M$, cost: 1 M$}
advisory: {advisors: 2, caseload: 20, direct_hours: 1000 h, budget: 100000 M$, plan_cost: 10 M$}
work_plan: {sessions: 4, session: 1 h, spacing: 7 days}
)";

void write(const Folder& folder, const char* name, const std::string& text) {
    std::ofstream(folder.path / name) << text;
}

// Of the greatest child so far.
long megabytes_of_children() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss / 1000;
}

std::string with(std::string text, const std::string& what, const std::string& instead) {
    return text.replace(text.find(what), what.size(), instead);
}

}  // namespace

TEST_CASE("every command refuses what takes more memory than it may, with the figure, at the key, and takes a flag") {
    const Folder folder;
    write(folder, "small.yaml", small);
    write(folder, "many.yaml", with(small, "replications: 2", "replications: 1000000"));
    write(folder, "crowd.yaml",
          with(with(small, "arrivals: 200", "arrivals: 100000000"), "cost: 1 M$", "room: 1000000, patience: 1 days"));
    std::string wide = small.substr(0, small.find("network:")) + "network:\n  regions: {r: {name: R}}\n  centres:\n";
    for (int i = 1; i <= 15'000; ++i) wide += fmt::format("    {}: {{name: C, region: r, weight: 1}}\n", i);
    write(folder, "wide.yaml", wide + small.substr(small.find("attention:")));
    const auto refused = [&](const std::string& command, const std::string& place) {
        CAPTURE(command);
        const Ran ran = ask(folder, command + " --lang en");
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CAPTURE(ran.err);
        CHECK(ran.err.find(place) != std::string::npos);
        CHECK(ran.err.find("GB of memory, more than") != std::string::npos);
        CHECK(ran.err.find("--memory") != std::string::npos);
        CHECK_FALSE(fs::exists(folder.path / "output"));
    };
    refused("check many.yaml", "many.yaml:4:28: error: experiment.replications: ");
    refused("run many.yaml", "many.yaml:4:28: error: experiment.replications: ");
    refused("run crowd.yaml", "crowd.yaml:5:20: error: demand.arrivals: ");
    refused("run crowd.yaml --trace 1", "crowd.yaml:5:20: error: demand.arrivals: ");
    refused("check wide.yaml", "wide.yaml:7:3: error: network: ");
    refused("compare small.yaml crowd.yaml", "crowd.yaml:5:20: error: demand.arrivals: ");
    refused("explain crowd.yaml", "crowd.yaml:5:20: error: demand.arrivals: ");
    refused("sweep crowd.yaml --vary advisory.advisors=1,2", "crowd.yaml:5:20: error: demand.arrivals: ");
    refused("sweep small.yaml --vary demand.arrivals=1,100000000 --memory 0.1",
            "small.yaml:5:20: error: demand.arrivals: ");
    refused("run small.yaml --memory 0.01", "small.yaml:");
    CHECK(ask(folder, "check many.yaml --memory 200").code == 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    CHECK(megabytes_of_children() < 300);
#endif
    const Ran es = ask(folder, "check many.yaml --lang es");
    CHECK(es.err.find("simularlo tomaría hasta unos ") != std::string::npos);
}

TEST_CASE("as many threads are used as fit, which is told; the numbers are the same") {
    const Folder folder;
    write(folder, "it.yaml", with(small, "arrivals: 200", "arrivals: 20000"));
    const Ran few = ask(folder, "run it.yaml --replications 8 --threads 8 --memory 0.03 --json --lang en");
    const Ran all = ask(folder, "run it.yaml --replications 8 --threads 8 --json --lang en");
    CHECK(few.code == 0);
    CHECK(few.err.find(" threads instead of 8") != std::string::npos);
    CHECK(all.err.find("instead of") == std::string::npos);
    CHECK(few.out == all.out);
    const Ran precise = ask(folder, "run it.yaml --precision 0.0001 --threads 1 --memory 0.03 --json --lang en");
    CHECK(precise.err.find("replications: no more fit in 0.0 GB") != std::string::npos);
}

TEST_CASE("what goes on takes no more memory than it may either, whether it was finished or left in the middle") {
    const Folder folder;
    write(folder, "it.yaml", small);
    write(folder, "more.yaml", "aforo: 1\nname: more\nextends: it.yaml\ndemand: {arrivals: 300}\n");
    REQUIRE(ask(folder, "compare it.yaml more.yaml --quiet").code == 0);
    REQUIRE(ask(folder, "sweep it.yaml --vary demand.arrivals=200,300 --replications 2 --quiet").code == 0);
    const fs::path results = folder.path / "output/minimo";
    const auto refused = [&](const std::string& what) {
        CAPTURE(what);
        const Ran ran = ask(folder, "resume output/minimo/" + what + " --memory 0.01 --lang en");
        CHECK(ran.code == 2);
        CAPTURE(ran.err);
        CHECK(ran.err.find("GB of memory, more than") != std::string::npos);
    };
    refused("compare-001");
    refused("sweep-001");
    for (const char* name : {"compare-001", "sweep-001"}) {
        const std::string whole = slurp(results / name / "results.json");
        fs::remove(results / name / "manifest.json");  // as if it had been killed before it was finished
        refused(name);
        CHECK(fs::exists(results / name / "study.sqlite"));
        CHECK(ask(folder, std::string("resume output/minimo/") + name + " --quiet").code == 0);
        fs::path last;
        for (const auto& entry : fs::directory_iterator(results)) {
            if (entry.path().filename().string().starts_with(std::string(name).substr(0, 5))) last = entry.path();
        }
        CHECK(slurp(last / "results.json") == whole);
    }
}

TEST_CASE("a long run says how long it will take before it begins") {
    const Folder folder;
    write(folder, "it.yaml", with(small, "arrivals: 200", "arrivals: 100000000"));
    (void)ask(folder, "run it.yaml --replications 1 --lang en >/dev/null 2>told & sleep 1; kill -9 $!; :");
    CHECK(slurp(folder.path / "told").find("Each replication simulates some ") != std::string::npos);
}

TEST_CASE("a key is varied once, and a grid of more points than can be simulated is refused at once") {
    const Folder folder;
    write(folder, "it.yaml", small);
    std::string twice, many;
    for (int i = 0; i < 64; ++i) twice += " --vary advisory.advisors=1,2";
    for (const char* key :
         {"advisory.advisors=1:1000:1000", "attention.staff=1:100:100", "advisory.caseload=1:1000:1000",
          "demand.arrivals=1:1000:1000", "work_plan.no_show=0:0.9:1000", "work_plan.dropout=0:0.9:1000",
          "demand.returning=0:0.9:1000"})
        many += std::string(" --vary ") + key;
    const Ran again = ask(folder, "sweep it.yaml" + twice + " --lang en");
    CHECK(again.code == 2);
    CHECK(again.err.starts_with("--vary: error: advisory.advisors: the key is varied twice; "));
    const Ran grid = ask(folder, "sweep it.yaml" + many + " --lang en");
    CHECK(grid.code == 2);
    const Ran large = ask(
        folder, "sweep it.yaml --vary attention.staff=1:30:30 --vary demand.arrivals=1:30:30 --memory 0.1 --lang en");
    CHECK(large.code == 2);
    CHECK(large.err ==
          "--vary: error: to simulate it would take up to some 0.2 GB of memory, more than 0.1 GB; "
          "it asks for most of it: make it smaller, or allow more memory with --memory 1\n");
    CHECK(grid.err == "--vary: error: these are more than 1000 combinations; give fewer values, or fewer keys\n");
    CHECK_FALSE(fs::exists(folder.path / "output"));
}

TEST_CASE("a sweep of many points takes no more memory than it is let begin with") {
    const Folder folder;
    write(folder, "it.yaml", small);
    const std::string command = "exec '" AFORO_BINARY
                                "' sweep it.yaml --vary demand.arrivals=1:500:500 --replications "
                                "2 --threads 2 --memory 0.11 --quiet >/dev/null 2>told";
    const pid_t child = ::fork();
    if (child == 0) {
        if (::chdir(folder.path.c_str()) == 0) ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    REQUIRE(::wait4(child, &status, 0, &usage) == child);
    CAPTURE(slurp(folder.path / "told"));
    CHECK(status == 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    CHECK(usage.ru_maxrss < 110'000);
#endif
    CHECK(fs::exists(folder.path / "output/minimo/sweep-001/results.json"));
}

TEST_CASE("files made to take memory when they are read take little of it") {
    const Folder folder;
    const auto repeat = [](const std::string& piece, std::size_t times) {
        std::string all;
        for (std::size_t i = 0; i < times; ++i) all += piece;
        return all;
    };
    std::string keys, sources;
    for (int i = 0; i < 600'000; ++i) keys += fmt::format("k{}: 1\n", i);
    const std::string texts[] = {repeat("[", 8'000'000),
                                 small + "plan: " + repeat("[", 999'000),
                                 small + "plan: " + repeat("{a: ", 400'000),
                                 small + "plan: [" + repeat("1,", 2'000'000) + "1]\n",
                                 small + "plan: [" + repeat("'a'", 2'000'000) + "]\n",
                                 small + repeat("- ", 4'000'000),
                                 small + keys};
    for (const auto& text : texts) {
        write(folder, "it.yaml", text);
        const Ran ran = ask(folder, "check it.yaml --lang en");
        CHECK(ran.code == 2);
        CHECK(ran.err.find("it.yaml:") != std::string::npos);
    }
    // Sixty-four files may not be large together either.
    std::string extends = "aforo: 1\nname: x\nextends: [";
    for (int i = 0; i < 3; ++i) {
        write(folder, fmt::format("part{}.yaml", i).c_str(),
              "aforo: 1\nname: x\ndescription: " + repeat("a ", 1'900'000) + "\n");
        extends += fmt::format("part{}.yaml, ", i);
    }
    write(folder, "it.yaml", extends + "]\n");
    CHECK(ask(folder, "check it.yaml --lang en").err.find("is larger than 8 MB") != std::string::npos);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    CHECK(megabytes_of_children() < 500);
#endif
}
