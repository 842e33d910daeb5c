// CSV as people save it, and what is wrong with it, with its place.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "aforo/scenario/csv.hpp"
#include "aforo/scenario/data.hpp"
#include "reading.hpp"

using namespace aforo;
using testing::TemporaryFolder;

namespace {

scenario::CsvResult read(const std::string& bytes) {
    const TemporaryFolder folder;
    return scenario::read_csv(folder.write("it.csv", bytes), core::Lang::en);
}

// Header and rows, cells between |.
std::string shown(const std::string& bytes) {
    const auto result = read(bytes);
    for (const auto& d : result.diagnostics) FAIL_CHECK(core::to_string(d));
    if (!result.csv) return "";
    std::string all;
    const auto line = [&](const auto& cells) {
        for (const auto& cell : cells) all += cell.text + "|";
        all += "\n";
    };
    line(result.csv->header);
    for (const auto& row : result.csv->rows) line(row);
    return all;
}

// The first mistake as line:column: what.
std::string mistake(const std::string& bytes) {
    const auto result = read(bytes);
    if (result.diagnostics.empty()) return "";
    const auto& d = result.diagnostics.front();
    return fmt::format("{}:{}: {}", d.place.line, d.place.column, d.what);
}

std::vector<double> numbers(const std::string& bytes) {
    const auto result = read(bytes);
    REQUIRE(result.csv);
    const auto column = scenario::numbers_of(*result.csv, 0, core::Lang::en);
    for (const auto& d : column.diagnostics) FAIL_CHECK(core::to_string(d));
    return column.values;
}

std::string refused(const std::string& bytes) {
    const auto result = read(bytes);
    REQUIRE(result.csv);
    const auto column = scenario::numbers_of(*result.csv, 0, core::Lang::en);
    return column.diagnostics.empty() ? "" : column.diagnostics.front().what;
}

}  // namespace

TEST_CASE("both separators, a byte-order mark, quotes, comments, empty lines and all ends of lines are read") {
    CHECK(shown("a;b\n1;2\n") == "a|b|\n1|2|\n");
    CHECK(shown("a,b\r\n1,2\r\n") == "a|b|\n1|2|\n");
    CHECK(shown("\xEF\xBB\xBF"
                "a;b\r1;2") == "a|b|\n1|2|\n");
    CHECK(shown("# of, whom; and when\n\"# quoted; by Excel\";\n\n;\na;b\n1;\n") == "a|b|\n1||\n");
    CHECK(shown("\"a\";\"b \"\"c\"\"\"\n\"1;5\";\"two\nlines\"\n") == "a|b \"c\"|\n1;5|two\nlines|\n");
    CHECK(shown("sep=,\na,b\n1,2\n") == "a|b|\n1|2|\n");
    CHECK(shown("a;b;;\n1;2;;\n") == "a|b|\n1|2|\n");
    CHECK(shown("minutes\n12,5\n") == "minutes|\n12,5|\n");
    CHECK(shown("a , b\n 1 , 2 \n") == "a|b|\n1|2|\n");
}

TEST_CASE("numbers are read with the marks of Chile, and what may be two numbers is refused") {
    CHECK(numbers("n\n1234\n1234,5\n1.234,5\n1.234.567\n0,125\n12,345\n-3\n") ==
          std::vector<double>{1234, 1234.5, 1234.5, 1234567, 0.125, 12.345, -3});
    CHECK(numbers("n,m\n1234.5,x\n\"12,5\",x\n\"1,234.5\",x\n1e3,x\n") ==
          std::vector<double>{1234.5, 12.5, 1234.5, 1000});
    CHECK(refused("n\n1.234\n").find("ambiguous") != std::string::npos);
    CHECK(refused("n,m\n\"1,234\",x\n").find("ambiguous") != std::string::npos);
    for (const char* wrong :
         {"12 min", "1.23.456", "1,2,3", "abc", "--3", "1.2345,6", "$5", "5%", "inf", "nan", "0x10"})
        CHECK_MESSAGE(!refused(std::string("n\n") + wrong + "\n").empty(), wrong);
}

TEST_CASE("each mistake has its line and column") {
    CHECK(mistake("a;b\n1;2;3\n") == "2:5: the row has more cells than the header's 2 columns");
    CHECK(mistake("a;b\n\"1;2\n") == "2:1: a quote that is not closed");
    CHECK(mistake("a;b\n\"1\" x;2\n") == "2:1: there is text after the closing quote");
    CHECK(mistake("a;b\n1;\xF1\n") == "2:3: byte 0xF1 is not of a UTF-8 text");
    CHECK(mistake(std::string("a;b\n1;\0\n", 8)) == "2:3: byte 0x00 is not of a UTF-8 text");
    CHECK(mistake("") == "1:1: has no header");
    CHECK(mistake("# only\n") == "1:1: has no header");
    CHECK(mistake("a\n" + std::string(3000, 'x')) == "2:1: a cell that is too long");
    CHECK(mistake("PK\x03\x04...") == "1:1: is an Excel workbook, and data is read from a CSV");
}

TEST_CASE("a RUT is refused wherever it stands, and not repeated") {
    for (const char* rut : {"12.345.678-5", "12345678-5", "7654321-6", "20347878-k", "20347878-K"}) {
        CAPTURE(rut);
        const std::string what = mistake(std::string("a;b\n1;") + rut + "\n");
        CHECK(what.find("looks like a RUT") != std::string::npos);
        CHECK(what.find(rut) == std::string::npos);
    }
    for (const char* other : {"12.345.678-4", "2025-01-31", "31-01-2025", "12-5", "ene-25", "1234567890-1"})
        CHECK_MESSAGE(mistake(std::string("a;b\n1;") + other + "\n").empty(), other);
}

TEST_CASE("what is no regular file, or too large, ends with a message") {
    const TemporaryFolder folder;
    const auto what = [&](const std::string& path) {
        const auto result = scenario::read_csv(path, core::Lang::en);
        CHECK(!result.csv);
        return result.diagnostics.empty() ? "" : result.diagnostics.front().what;
    };
    CHECK(what(folder.path.string()).find("is a folder") != std::string::npos);
    const std::string pipe = (folder.path / "pipe").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(what(pipe).find("no regular file") != std::string::npos);
    CHECK(what((folder.path / "missing.csv").string()).find("cannot open") != std::string::npos);
    CHECK(what("/dev/zero").find("no regular file") != std::string::npos);
    std::string rows = "a\n";
    for (int i = 0; i < 200'010; ++i) rows += "1\n";
    CHECK(what(folder.write("long.csv", rows)).find("more than 200000 rows") != std::string::npos);
    CHECK(what(folder.write("large.csv", std::string(9 << 20, 'x'))).find("larger than 8 MB") != std::string::npos);
    std::string cells = "a\n";
    for (int i = 0; i < 1'000'100; ++i) cells += ";";
    CHECK(what(folder.write("wide.csv", cells)).find("too many cells") != std::string::npos);
}

TEST_CASE("random tables read back as they were written") {
    std::uint64_t state = 7;
    const auto next = [&](std::uint64_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 33) % below;
    };
    const std::vector<std::string> pieces = {"a", "\"", ";", ",", "\n", "é", "1", "0,5", ".", "'", "x y", "#", "="};
    for (int round = 0; round < 300; ++round) {
        const char separator = next(2) == 0 ? ';' : ',';
        const std::size_t columns = 1 + next(5), rows = 1 + next(6);
        std::string bytes = next(2) == 0 ? "\xEF\xBB\xBF" : "", wanted;
        for (std::size_t r = 0; r <= rows; ++r) {
            for (std::size_t c = 0; c < columns; ++c) {
                std::string text = r == 0 || c == 0 ? "k" : "";  // no empty row, no comment
                for (std::uint64_t n = next(4); r > 0 && n > 0; --n) text += pieces[next(pieces.size())];
                while (text.ends_with(' ') || text.ends_with('\n')) text.pop_back();
                bytes += (c == 0 ? "" : std::string(1, separator)) + scenario::csv_cell(text, separator);
                wanted += (text.starts_with('\n') ? text.substr(1) : text) + "|";
            }
            bytes += next(2) == 0 ? "\r\n" : "\n";
            wanted += "\n";
        }
        if (columns == 1 && separator == ',') continue;  // the header does not say it
        // Spaces around a text are no part of it.
        std::string plain = wanted;
        CAPTURE(bytes);
        std::string got = shown(bytes);
        const auto strip = [](std::string s) {
            std::erase(s, '\n');
            std::erase(s, '\r');
            return s;
        };
        CHECK(strip(got) == strip(plain));
    }
}

TEST_CASE("hostile bytes end with a message or a table, never otherwise") {
    std::uint64_t state = 11;
    const auto next = [&](std::uint64_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 33) % below;
    };
    const std::string bytes = "a;,\"\n\r#.-k19\x80\xC3\x00 ";
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::uint64_t n = next(60); n > 0; --n) text += bytes[next(bytes.size())];
        const auto result = read(text);
        CHECK(result.csv.has_value() == result.diagnostics.empty());
        for (const auto& d : result.diagnostics) CHECK(d.place.line >= 1);
    }
}
