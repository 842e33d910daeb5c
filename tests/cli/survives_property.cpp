// Nothing computed is lost: signals, closed pipes, disks that fill, streams that are closed, processes that are killed.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <vector>

#include "cli/started.hpp"

using namespace testing;

namespace {

const std::vector<std::pair<std::string, std::string>> commands = {
    {"run escenario.yaml --replications 2 --quiet", "run-001"},
    {"compare escenario.yaml otro.yaml --replications 2 --quiet", "compare-001"},
    {"sweep escenario.yaml --vary advisory.advisors=6,7 --replications 2 --quiet", "sweep-001"},
    {"explain escenario.yaml otro.yaml --replications 2 --quiet", "explain-001"},
    {"explain escenario.yaml --replications 2 --quiet", "explain-001"}};

void write_scenarios(const Folder& folder) {
    REQUIRE(ask(folder, "init").code == 0);
    std::ofstream(folder.path / "otro.yaml")
        << "aforo: 1\nname: otro\nextends: escenario.yaml\ndemand: {arrivals: 2500}\n";
}

// As `ask`, by a shell that says how aforo itself ended.
Ran ask_with(const Folder& folder, const std::string& before, const std::string& arguments, const std::string& after) {
    const std::string script =
        "cd '" + folder.path.string() + "'; { " + before + " '" AFORO_BINARY "' " + arguments + " 2>err" + after;
    (void)std::system(("sh -c \"" + script + "\"").c_str());  // NOLINT(cert-env33-c,concurrency-mt-unsafe): a test
    const std::string code = slurp(folder.path / "code");
    return {code.empty() ? -1 : std::stoi(code), slurp(folder.path / "out"), slurp(folder.path / "err")};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a signal ends a command within one long replication, and says that nothing was finished") {
    const Folder folder;
    write_endless(folder);
    const std::vector<std::vector<std::string>> all = {
        {"run", "endless.yaml", "--threads", "2", "--memory", "100"},
        {"compare", "endless.yaml", "endless.yaml", "--threads", "2", "--memory", "100"},
        {"sweep", "endless.yaml", "--vary", "advisory.advisors=8,9", "--quiet", "--memory", "100"},
        {"explain", "endless.yaml", "--quiet", "--memory", "100"}};
    const std::vector<int> signals = {SIGINT, SIGTERM, SIGHUP, SIGINT};
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(all[i].front());
        Started started(folder, all[i]);
        pause_for(700);
        REQUIRE_FALSE(started.end_within(0).has_value());
        started.send(signals[i]);
        started.send(signals[i]);  // as `timeout` and terminals do: one wish
        const auto code =
            started.end_within(5000);  // by hand it takes a tenth of a second; a test's machine may be busy
        REQUIRE(code.has_value());
        CHECK(*code == 130);
        CHECK(has(started.err(), "no hay resultados"));
        CHECK_FALSE(fs::exists(folder.path / "output"));
    }
}

TEST_CASE("what was ignored stays so: a run under nohup goes on when its terminal is closed") {
    const Folder folder;
    write_endless(folder);
    ::signal(SIGHUP, SIG_IGN);
    Started started(folder, {"run", "endless.yaml", "--memory", "100"});
    ::signal(SIGHUP, SIG_DFL);
    pause_for(500);
    started.send(SIGHUP);
    CHECK_FALSE(started.end_within(700).has_value());
}

TEST_CASE("interrupted, a run keeps the replications that it finished") {
    const Folder folder;
    write_scenarios(folder);
    Started started(folder, {"run", "escenario.yaml", "--replications", "100000", "--threads", "1", "--memory", "100"});
    pause_for(1500);
    started.send(SIGTERM);
    const auto code = started.end_within(20000);
    REQUIRE(code.has_value());
    CHECK(*code == 130);
    CHECK(has(started.err(), "los resultados son de lo que se terminó"));
    CHECK(has(started.out(), "run-001"));
    CHECK(folders_in(folder.path / "output") == std::vector<std::string>{"run-001"});
    CHECK(ask(folder, "report output/mi-programa/run-001").code == 0);
}

TEST_CASE("results are saved before somebody reads what is printed; a second signal ends at once") {
    const Folder folder;
    write_scenarios(folder);
    REQUIRE(::mkfifo((folder.path / "started.out").c_str(), 0600) == 0);
    const int reader = ::open((folder.path / "started.out").c_str(), O_RDONLY | O_NONBLOCK);  // who never reads
    Started started(folder, {"run", "escenario.yaml", "--replications", "2", "--json", "--quiet"});
    for (int i = 0; i < 200 && folders_in(folder.path / "output") != std::vector<std::string>{"run-001"}; ++i)
        pause_for(50);
    CHECK(folders_in(folder.path / "output") == std::vector<std::string>{"run-001"});
    pause_for(200);
    started.send(SIGINT);
    CHECK_FALSE(started.end_within(400).has_value());
    started.send(SIGINT);
    const auto code = started.end_within(5000);
    REQUIRE(code.has_value());
    CHECK(*code == 128 + SIGINT);
    ::close(reader);
}

TEST_CASE("a closed pipe loses no folder, whatever the command; the exit code and stderr say what was not printed") {
    for (const auto& [command, kept] : commands) {
        CAPTURE(command);
        const Folder folder;
        write_scenarios(folder);
        // Nobody reads: `true` has ended before anything is printed.
        const Ran ran = ask_with(folder, "sleep 0.1;", command + " --json --lang en", "; echo \\$? >code; } | true");
        CHECK(ran.code == 3);
        CHECK(has(ran.err, "not everything could be printed on standard output: Broken pipe"));
        CHECK(has(ran.err, "The results are whole in output/mi-programa/" + kept));
        CHECK(folders_in(folder.path / "output") == std::vector<std::string>{kept});
        CHECK(fs::file_size(folder.path / "output/mi-programa" / kept / "report.html") > 0);
    }
}

TEST_CASE("a folder that cannot be written loses nothing of what is printed, whatever the command") {
    for (const auto& [command, kept] : commands) {
        CAPTURE(command);
        const Folder folder;
        write_scenarios(folder);
        const Ran whole = ask(folder, command + " --lang en --out whole");
        REQUIRE(whole.code == 0);
        // A limit on the size of files stands for the full disk.
        const Ran ran = ask_with(folder, "ulimit -f 1;", command + " --lang en", "; echo \\$? >code; } | cat >out");
        CHECK(ran.code == 3);
        CHECK((has(ran.err, "File too large") || has(ran.err, "disk I/O error")));  // of a file, of the database
        CHECK(has(ran.err, "no folder is left. What is printed is whole"));
        CHECK(ran.out == whole.out.substr(0, whole.out.rfind("\nResults in")));
        CHECK_FALSE(fs::exists(folder.path / "output"));
    }
}

TEST_CASE("commands that only print end with 3 when nobody can read, unless what they were asked is wrong") {
    const Folder folder;
    write_scenarios(folder);
    for (const std::string command :
         {"check escenario.yaml", "check --resolved escenario.yaml", "facts escenario.yaml",
          "facts --json escenario.yaml", "rules", "schema", "schema --markdown", "--help", "--version", "help run",
          "run escenario.yaml --trace 1", "clean", "init a.yaml"}) {
        CAPTURE(command);
        const Ran ran = ask_with(folder, "", command, " >/dev/full; echo \\$? >code; }");
        CHECK(ran.code == 3);
        CHECK(has(ran.err, "No space left on device"));
        fs::remove(folder.path / "a.yaml");
        CHECK(ask_with(folder, "", command, " >&-; echo \\$? >code; }").code == 3);
        fs::remove(folder.path / "a.yaml");
    }
    CHECK(ask_with(folder, "", "check none.yaml escenario.yaml", " >/dev/full; echo \\$? >code; }").code == 2);
}

TEST_CASE("a stderr that is closed or full changes no exit code, and no stream's place is taken by a file") {
    const Folder folder;
    write_scenarios(folder);
    for (const std::string where : {"&-", "/dev/full"}) {
        CAPTURE(where);
        const auto code = [&](const std::string& command) {
            return ask_with(folder, "", command, " 2>" + where + "; echo \\$? >code; }").code;
        };
        CHECK(code("run escenario.yaml --replications 2 >out") == 0);
        CHECK(code("check none.yaml") == 2);
        CHECK(code("run --nothing") == 2);
        CHECK(code("run escenario.yaml --replications 2 --precision 0.000001 >out") == 4);
        CHECK(code("run escenario.yaml --out /proc/none") == 3);
        CHECK(code("run escenario.yaml --replications 2 >&- <&-") == 3);
    }
    for (int n = 1; n <= 6; ++n) {
        const fs::path run = folder.path / ("output/mi-programa/run-00" + std::to_string(n));
        CHECK(slurp(run / "results.json").starts_with("{\n\"aforo\""));
        CHECK(slurp(run / "run.sqlite").starts_with("SQLite format 3"));
        CHECK(slurp(run / "manifest.json").ends_with("}\n"));
    }
}

TEST_CASE("what a killed run left is told, listed and removed by clean alone; what another process writes is left") {
    const Folder folder;
    write_scenarios(folder);
    write_endless(folder);
    {
        Started killed(folder, {"run", "endless.yaml", "--quiet", "--memory", "100"});
        pause_for(500);
        killed.send(SIGKILL);
        REQUIRE(killed.end_within(5000) == 128 + SIGKILL);
    }
    REQUIRE(folders_in(folder.path / "output").size() == 1);
    const std::string left = folders_in(folder.path / "output").front();
    const Ran next = ask(folder, "run escenario.yaml --replications 2 --quiet --lang en");
    CHECK(next.code == 0);
    CHECK(has(next.err, "output/endless/" + left));
    CHECK(has(next.err, "aforo clean --yes"));
    CHECK(next.err.find('\n') == next.err.size() - 1);
    CHECK(fs::exists(folder.path / "output/endless" / left));

    Started living(folder, {"run", "endless.yaml", "--quiet", "--memory", "100"}, "living");
    pause_for(500);
    const auto all = folders_in(folder.path / "output");
    REQUIRE(all.size() == 3);
    const Ran listed = ask(folder, "clean --lang en");
    CHECK(listed.code == 0);
    CHECK(has(listed.out, left));
    CHECK(has(listed.out, "in use: it stays"));
    CHECK(folders_in(folder.path / "output") == all);
    CHECK(ask(folder, "clean --yes").code == 0);
    CHECK_FALSE(fs::exists(folder.path / "output/endless" / left));
    CHECK(folders_in(folder.path / "output").size() == 2);
    living.send(SIGTERM);
    CHECK(living.end_within(5000) == 130);
    CHECK(ask(folder, "clean --lang en").out == "There is nothing unfinished to remove in output.\n");
    CHECK(fs::exists(folder.path / "output/mi-programa/run-001"));
}
