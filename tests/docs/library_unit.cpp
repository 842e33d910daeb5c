// scenarios/BIBLIOTECA.md lists every scenario of the library, with its question and what its header claims.
#include <doctest/doctest.h>

#include "docs/markdown.hpp"
#include "library/claims.hpp"

using namespace aforo;
using docs::testing::Document, docs::testing::Lines;

TEST_CASE("scenarios/BIBLIOTECA.md says of every scenario of the library what its header says") {
    for (const std::string folder : testing::library_folders) {
        Lines table = {"", "| Escenario | Pregunta | Frente a | Se afirma |", "|---|---|---|---|"};
        for (const auto& path : testing::library_paths(folder)) {
            const auto file = testing::read_header(path);
            std::string base;
            for (const auto& claim : file.claims) {
                const bool is_new = claim.base != base;
                if (is_new) {
                    const std::string of = base.empty() ? "[" + path + "](" + path + ") | " + file.question : " | ";
                    base = claim.base;
                    table.push_back("| " + of + " | " + base + " | " + claim.text());
                } else {
                    table.back() += "; " + claim.text();
                }
            }
        }
        for (auto& line : table) {
            if (line.starts_with("| ") && !line.ends_with("|")) line += " |";
        }
        table.emplace_back();
        Document("scenarios/BIBLIOTECA.md").check_generated(folder, table);
    }
}
