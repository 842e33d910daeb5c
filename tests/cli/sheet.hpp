// The list of a sheet's figures that aforo init writes, filled in.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "cli/asking.hpp"

namespace testing {

// Those that the list asks for, in its order.
struct Blank {
    std::size_t line = 0;
    std::string key, example;
};
inline std::vector<Blank> blanks_of(const std::string& list) {
    static const std::regex blank(R"(^ *(\w+): +# 2024: (.+?)( — .*)?$)");
    std::vector<Blank> all;
    std::istringstream in(list);
    std::string line;
    for (std::size_t n = 1; std::getline(in, line); ++n) {
        if (std::smatch found; std::regex_match(line, found, blank)) all.push_back({n, found[1], found[2]});
    }
    return all;
}

// With the figures in its order; with those of 2024, which stand beside the blanks, where there are none.
inline std::string filled_in(const std::string& list, const std::vector<std::string>& figures = {}) {
    const auto blanks = blanks_of(list);
    if (!figures.empty()) REQUIRE(figures.size() == blanks.size());
    std::istringstream in(list);
    std::string line, text;
    std::size_t next = 0;
    for (std::size_t n = 1; std::getline(in, line); ++n) {
        if (next < blanks.size() && blanks[next].line == n) {
            line.resize(line.find(':') + 1);
            line += ' ' + (figures.empty() ? blanks[next].example : figures[next]);
            ++next;
        }
        text += line + '\n';
    }
    return text;
}

// Made up: two years later, half of the size, a twentieth dearer, and growing by a tenth.
inline const std::vector<std::string> half_of_2024 = {"Ficha inventada 2026",
                                                      "2026",
                                                      "2029",
                                                      "2300000",
                                                      "150000",
                                                      "2025",
                                                      "1103000 M$",
                                                      "30000",
                                                      "5586500 M$",
                                                      "10000",
                                                      "664200 M$",
                                                      "500",
                                                      "817078 M$",
                                                      "{2026: 10000, 2027: 11000, 2028: 12100, 2029: 13310}",
                                                      "0.98",
                                                      "0.32",
                                                      "1103000 M$",
                                                      "5586500 M$",
                                                      "664200 M$",
                                                      "817078 M$",
                                                      "0.88"};

// cifras.yaml in the folder, filled in.
inline void write_figures(const Folder& folder, const std::vector<std::string>& figures = {}) {
    REQUIRE(ask(folder, "init --ficha --lang es").code == 0);
    const std::string list = slurp(folder.path / "cifras.yaml");
    std::ofstream(folder.path / "cifras.yaml") << filled_in(list, figures);
}

// A piece of a file, which stands in it once, as another.
inline void put(const fs::path& file, const std::string& piece, const std::string& other) {
    std::string text = slurp(file);
    const auto at = text.find(piece);
    REQUIRE(at != std::string::npos);
    std::ofstream(file) << text.replace(at, piece.size(), other);
}

}  // namespace testing
