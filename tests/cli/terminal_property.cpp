// Nothing that a scenario, a path or an option says reaches a terminal or a log as it is, if it could drive it, forge a
// line or hide.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <boost/json/src.hpp>
#include <string>
#include <vector>

#include "aforo/core/text.hpp"
#include "cli/asking.hpp"

using namespace testing;

namespace {

// All characters of the kinds, one by one.
std::vector<char32_t> hidden() {
    std::vector<char32_t> all;
    for (char32_t c = 1; c < 0x30000; ++c) {
        if (aforo::core::is_hidden(c)) all.push_back(c);
    }
    all.push_back(0xE0001);
    all.push_back(0xE0041);
    return all;
}

std::string utf8(char32_t c) {
    std::string text;
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
    return text;
}

// The first hidden character, newlines apart; 0 when there is none.
char32_t raw_in(std::string_view text) {
    while (!text.empty()) {
        const auto c = aforo::core::decode(text);
        if (!c.valid) return 0xFFFFFFFF;
        if (c.value != '\n' && aforo::core::is_hidden(c.value)) return c.value;
        text.remove_prefix(c.length);
    }
    return 0;
}

void check_plain(const Ran& ran, const std::string& what) {
    CAPTURE(what);
    CHECK(raw_in(ran.out) == 0);
    CHECK(raw_in(ran.err) == 0);
    CHECK(ran.err.find("\nforjada") == std::string::npos);
    CHECK(ran.out.find("\nforjada") == std::string::npos);
    CHECK((ran.code == 0 || ran.code == 2 || ran.code == 3));
}

const std::string small = "extends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n";

// Every text field of a scenario, with `evil` in it, as YAML writes it in quotes.
std::string with_texts(const std::string& evil) {
    return fmt::format(
        "aforo: 1\nname: \"n{0}\"\ndescription: \"d{0}\"\n{1}sources: {{s: {{title: \"t{0}\", url: "
        "\"https://u{0}\"}}}}\n"
        "demand: {{arrivals: {{value: 300, source: s, note: \"o{0}\"}}}}\nplan: {{attention: {{name: \"p{0}\", unit: "
        "\"q{0}\", spending: 1 M$}}}}\nnetwork: {{regions: {{sur: {{name: \"r{0}\"}}}}, centres: {{1: {{name: "
        "\"c{0}\"}}, "
        "2: {{name: \"e{0}\"}}, 3: {{name: \"f{0}\"}}}}, satellites: {{11: {{name: \"g{0}\"}}}}}}\n",
        evil, small);
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

}  // namespace

TEST_CASE("no hidden character in any text of a scenario is printed as it is, by any command") {
    const Folder folder;
    write(folder.path / "plain.yaml", "aforo: 1\nname: plain\n" + small);
    // Those that a text may have: what is no control, and turns nothing.
    std::string allowed;
    for (const char32_t c : hidden()) {
        if (c >= 0xA0 && !aforo::core::turns_direction(c)) allowed += utf8(c);
    }
    write(folder.path / "texts.yaml", with_texts(allowed + "\\nforjada: 1"));
    for (const char* command :
         {"check texts.yaml", "check --resolved texts.yaml", "run texts.yaml --replications 2 --quiet",
          "run texts.yaml --replications 2 --definitions", "run texts.yaml --replications 2 --json", "facts texts.yaml",
          "facts texts.yaml --json", "run texts.yaml --trace 1", "run texts.yaml --trace 2",
          "compare plain.yaml texts.yaml --quiet", "compare texts.yaml plain.yaml --json --quiet",
          "explain plain.yaml texts.yaml --replications 2 --quiet",
          "sweep texts.yaml --vary demand.arrivals=100,200 --replications 2", "rules"}) {
        const Ran ran = ask(folder, command);
        check_plain(ran, command);
        CHECK(ran.code == 0);
    }
    // What is escaped on the screen is the same text for those who read it.
    const auto facts = boost::json::parse(ask(folder, "facts texts.yaml --json").out);
    CHECK(std::string(facts.at("scenario").as_string()) == "n" + allowed + "\nforjada: 1");
    const Ran resolved = ask(folder, "check --resolved texts.yaml");
    CHECK(resolved.out.find("\ndescription: ") != std::string::npos);  // no key is quoted for it
    write(folder.path / "resolved.yaml", resolved.out);
    CHECK(ask(folder, "check --resolved resolved.yaml").out == resolved.out);
}

TEST_CASE("each hidden character in a key, a name, a value, a path or an option is told escaped, and where it stands") {
    const Folder folder;
    int refused = 0;
    for (const char32_t c : hidden()) {
        CAPTURE(static_cast<std::uint32_t>(c));
        if (c >= 0x2060 && c <= 0x206F && c % 3 != 0) continue;  // alike
        if (c > 0x10 && c < 0x7F && c != 0x1B) continue;
        if (c > 0x90 && c < 0xA0 && c != 0x9B) continue;
        const std::string as_yaml = fmt::format("\\U{:08x}", static_cast<std::uint32_t>(c));
        write(folder.path / "keys.yaml",
              fmt::format(
                  "aforo: 1\nname: a\n\"clave{0}forjada\": \"valor{0}\"\nhorizon: {{first_year: \"{0}forjada\"}}\n"
                  "extends: \"{0}forjada.yaml\"\nsources: {{\"s{0}\": {{title: t}}}}\nnetwork: {{regions: "
                  "{{\"r{0}\": {{name: R}}}}, centres: {{1: {{region: \"q{0}\"}}}}}}\nattention: {{duration: "
                  "\"{0} 30\"}}\nfunding: {{freezes: {{\"f{0}\": {{component: \"{0}\"}}}}}}\n",
                  as_yaml));
        const Ran keys = ask(folder, "check keys.yaml --lang en");
        check_plain(keys, "keys");
        CHECK(keys.code == 2);
        ++refused;
        // As it is, in the file's bytes.
        write(folder.path / "raw.yaml", "aforo: 1\nname: a" + utf8(c) + "\nx" + utf8(c) + "forjada: 1\n");
        check_plain(ask(folder, "check raw.yaml"), "raw");
    }
    CHECK(refused > 40);
    write(folder.path / "turned.yaml", with_texts("\\u202e"));
    const Ran turned = ask(folder, "check turned.yaml --lang en");
    CHECK(turned.code == 2);
    CHECK(turned.err.find("turned.yaml:2:7: error: name: has characters that turn the direction of writing") == 0);
    CHECK(turned.err.find("network.centres.1.name") != std::string::npos);
    CHECK(turned.err.find("description") == std::string::npos);  // no name: shown escaped
    for (const char* evil : {"$'\\e[31m\\nforjada'", "$'\\u202e\\u200b'", "$'\\x9b\\xff'"}) {
        for (const char* command : {"check {}.yaml", "run {}", "report {}", "compare {} {}", "{}", "run --{}",
                                    "--lang {}", "sweep {} --vary {}=1,2", "explain {}", "facts {}"}) {
            std::string line = command;
            for (auto at = line.find("{}"); at != std::string::npos; at = line.find("{}")) line.replace(at, 2, evil);
            // `ask` runs sh, which has no $'…': bash writes the characters.
            write(folder.path / "line.sh", fmt::format("'{}' {}\n", AFORO_BINARY, line));
            const int status = std::system(  // NOLINT(cert-env33-c,concurrency-mt-unsafe): a test
                fmt::format("cd '{0}' && LC_ALL=C.UTF-8 bash line.sh >stdout 2>stderr", folder.path.string()).c_str());
            check_plain({WEXITSTATUS(status), slurp(folder.path / "stdout"), slurp(folder.path / "stderr")}, line);
        }
    }
}

TEST_CASE("commands write through one function, which escapes") {
    for (const auto& entry : fs::directory_iterator(AFORO_SOURCE_DIR "/sim/cli")) {
        if (!entry.is_regular_file()) continue;  // what writes the manual at build has a folder of its own
        const std::string source = slurp(entry.path()), name = entry.path().filename();
        CAPTURE(name);
        if (name != "common.hpp") CHECK(source.find("fmt::print(") == std::string::npos);
        CHECK(source.find("std::cout") == std::string::npos);
        CHECK(source.find("std::cerr") == std::string::npos);
    }
}
