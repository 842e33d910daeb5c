// Commands killed at any moment: what was there before stays whole, and the next command works.
// AFORO_KILLS=200 for more of them, AFORO_KILL_SEED for other moments.
#include <doctest/doctest.h>

#include <map>
#include <random>

#include "aforo/core/sha256.hpp"
#include "cli/started.hpp"

using namespace testing;

namespace {

int from_environment(const char* name, int otherwise) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return value == nullptr ? otherwise : std::atoi(value);
}

const std::vector<std::vector<std::string>> commands = {
    {"run", "escenario.yaml", "--replications", "8", "--quiet", "--anew"},
    {"run", "escenario.yaml", "--replications", "3", "--ledger", "1", "--quiet", "--threads", "1", "--anew"},
    {"compare", "escenario.yaml", "otro.yaml", "--replications", "4", "--quiet", "--anew"},
    {"sweep", "escenario.yaml", "--vary", "advisory.advisors=6,7", "--replications", "3", "--quiet", "--anew"},
    {"explain", "escenario.yaml", "otro.yaml", "--replications", "3", "--quiet", "--anew"},
    {"explain", "escenario.yaml", "--replications", "2", "--quiet", "--anew"},
    {"report", "output/mi-programa/run-001"},
    {"clean", "--yes"}};

bool is_unfinished(const fs::path& path) { return path.string().find(".unfinished-") != std::string::npos; }

// The bytes of every file that was finished.
std::map<fs::path, std::string> finished(const fs::path& results) {
    std::map<fs::path, std::string> files;
    for (const auto& file : fs::recursive_directory_iterator(results)) {
        if (file.is_regular_file() && !is_unfinished(file.path()))
            files.emplace(file.path(), aforo::core::sha256_hex(slurp(file.path())));
    }
    return files;
}

std::size_t unfinished(const fs::path& results) {
    std::size_t n = 0;
    for (auto it = fs::recursive_directory_iterator(results); it != fs::recursive_directory_iterator(); ++it) {
        if (!it->path().filename().string().starts_with(".unfinished-") && !is_unfinished(it->path().filename()))
            continue;
        ++n;
        if (it->is_directory()) it.disable_recursion_pending();
    }
    return n;
}

// A folder that has its name has all its files, to their ends.
void check_whole(const fs::path& folder) {
    CAPTURE(folder.string());
    CHECK(slurp(folder / "results.json").ends_with("}\n"));
    CHECK(slurp(folder / "report.html").ends_with("</html>\n"));
    CHECK(slurp(folder / "report.xlsx").starts_with("PK"));
    if (!folder.filename().string().starts_with("run-")) return;
    CHECK(slurp(folder / "manifest.json").find(aforo::core::sha256_hex(slurp(folder / "results.json"))) !=
          std::string::npos);
    CHECK(fs::file_size(folder / "run.sqlite") % 4096 == 0);
}

int milliseconds_of(const Folder& folder, const std::vector<std::string>& command) {
    const auto begun = std::chrono::steady_clock::now();
    Started started(folder, command);
    REQUIRE(started.end_within(120'000) == 0);
    return static_cast<int>((std::chrono::steady_clock::now() - begun) / std::chrono::milliseconds(1));
}

}  // namespace

TEST_CASE("commands killed at random moments leave earlier results whole, and the next command works") {
    const Folder folder;
    REQUIRE(ask(folder, "init").code == 0);
    std::ofstream(folder.path / "otro.yaml")
        << "aforo: 1\nname: otro\nextends: escenario.yaml\ndemand: {arrivals: 2500}\n";
    const fs::path results = folder.path / "output";
    std::vector<int> lasts;
    for (const auto& command : commands) lasts.push_back(milliseconds_of(folder, command));

    std::mt19937 random(static_cast<unsigned>(from_environment("AFORO_KILL_SEED", 1)));
    const int kills = from_environment("AFORO_KILLS", 16);
    int killed = 0, left = 0;
    for (int k = 0; k < kills; ++k) {
        const std::size_t c = random() % commands.size();
        const int moment = static_cast<int>(random() % static_cast<unsigned>(lasts[c] + 2));
        CAPTURE(k);
        CAPTURE(commands[c].front());
        CAPTURE(moment);
        const auto before = finished(results);
        {
            Started started(folder, commands[c]);
            pause_for(moment);
            started.send(SIGKILL);
            killed += started.end_within(10'000) == 128 + SIGKILL;
        }
        const auto after = finished(results);
        for (const auto& [file, digest] : before) {
            CAPTURE(file.string());
            REQUIRE(after.contains(file));
            REQUIRE(after.at(file) == digest);
        }
        for (const auto& scenario : fs::directory_iterator(results)) {
            for (const auto& run : fs::directory_iterator(scenario)) {
                if (!is_unfinished(run.path()) && !before.contains(run.path() / "results.json"))
                    check_whole(run.path());
            }
        }
        const std::size_t there = unfinished(results);
        left += there > 0;
        const Ran next = ask(folder, "run escenario.yaml --replications 1 --quiet --lang en");
        CHECK(next.code == 0);
        CHECK((next.err.find("aforo clean") != std::string::npos) == (there > 0));
        CHECK(unfinished(results) == there);
    }
    MESSAGE(kills, " signals: ", killed, " commands killed, ", left, " times something was left unfinished");
    CHECK(killed > kills / 4);
    const auto before = finished(results);
    CHECK(ask(folder, "clean --yes").code == 0);
    CHECK(unfinished(results) == 0);
    CHECK(finished(results) == before);
}
