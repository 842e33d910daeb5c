#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "docs/sandbox.hpp"

namespace aforo::docs::testing {

namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string key(const std::string& metric, int year, const std::string& level, const std::string& id) {
    return metric + "|" + std::to_string(year) + "|" + level + "|" + id;
}

// Goes on until a study is being written, then asks it to stop, which ends it with 130; and leaves nothing behind.
std::string until_it_simulates(const std::string& command) {
    return command + R"( &
    begun=$!
    until ls -d output/*/.unfinished-* >/dev/null 2>&1; do kill -0 $begun; sleep 0.1; done
    kill -TERM $begun
    code=0; wait $begun || code=$?
    [ $code = 130 ]
    aforo clean --yes
    )";
}

// What is run for a block; nothing, if it is none to run.
std::string script_of(const std::string& info, const Lines& lines) {
    const std::string less_effort = "sh test with ";
    std::string script;
    for (const auto& line : lines) {
        if (info == "sh test") {
            script += line + "\n";
        } else if (info.starts_with(less_effort)) {
            REQUIRE_MESSAGE(line.starts_with("aforo "), "only a command can be run with less effort: " << line);
            script += line + " " + info.substr(less_effort.size()) + "\n";
        } else if (info == "sh begins") {
            script += until_it_simulates(line);
        }
    }
    return script;
}

}  // namespace

Results::Results(const fs::path& json) {
    const auto all = boost::json::parse(contents(json));
    for (const auto& [k, v] : all.as_object()) {
        keys_.insert(k);
        if (!v.is_array() || v.as_array().empty()) continue;
        for (const auto& [inner, ignored] : v.as_array().front().as_object()) keys_.insert(inner);
    }
    for (const auto& m : all.at("metrics").as_array()) {
        const auto text = [&](const char* k) { return std::string(m.at(k).as_string()); };
        const auto number = [&](const char* k) { return m.at(k).is_null() ? 0 : m.at(k).to_number<double>(); };
        values_[key(text("metric"), m.at("year").to_number<int>(), text("level"), text("id"))] = {
            m.at("n").to_number<int>(), number("mean"), number("half_width"), number("p50")};
    }
}

Value Results::of(const std::string& metric, int year, const std::string& level, const std::string& id) const {
    const auto found = values_.find(key(metric, year, level, id));
    REQUIRE_MESSAGE(found != values_.end(), "results.json has no " << key(metric, year, level, id));
    return found->second;
}

Sandbox::Sandbox() {
    std::string name = (fs::temp_directory_path() / "aforo-docs-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    fs::create_directories(folder_ / "build" / "release");
    fs::create_symlink(AFORO_BINARY, folder_ / "build" / "release" / "aforo");
    fs::create_directory_symlink(fs::path(AFORO_SOURCE_DIR) / "scenarios", folder_ / "scenarios");
}

Sandbox::Sandbox(const fs::path& results) : Sandbox() {
    fs::create_directories(results);
    fs::create_directory_symlink(results, results_folder());
}

Sandbox::~Sandbox() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string Sandbox::run(const std::string& command, int& code) const {
    write("command.sh", command);
    const std::string call = "cd '" + folder_.string() +
                             "' && PATH=\"$PWD/build/release:$PATH\" AFORO_LANG=es sh -eu command.sh >stdout 2>stderr";
    // NOLINTNEXTLINE(bugprone-command-processor): these are the commands that the documents tell people to type
    const int status = std::system(call.c_str());
    code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return contents(folder_ / "stdout");
}

void Sandbox::write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
}

void Sandbox::follow(const Document& document) {
    for (const auto& block : document.blocks()) {
        const std::string text = joined(document.lines_of(block));
        if (const std::string prefix = "yaml file="; block.info.starts_with(prefix)) {
            write(block.info.substr(prefix.size()), text);
        } else if (const std::string script = script_of(block.info, document.lines_of(block)); !script.empty()) {
            int code = 0;
            outputs_[{document.path(), block.begin}] = run(script, code);
            INFO(document.path() << ": " << text << contents(folder_ / "stderr"));
            CHECK(code == 0);
        }
    }
}

const std::string& Sandbox::output_before(const Document& document, const Block& block) const {
    const auto after = outputs_.lower_bound({document.path(), block.begin});
    REQUIRE(after != outputs_.begin());
    REQUIRE(std::prev(after)->first.first == document.path());
    return std::prev(after)->second;
}

const Results& Sandbox::results(const std::string& scenario) {
    const auto known = results_.find(scenario);
    if (known != results_.end()) return known->second;
    return results_.emplace(scenario, folder_ / "output" / scenario / "run-001" / "results.json").first->second;
}

}  // namespace aforo::docs::testing
