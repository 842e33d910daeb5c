// A document on a terminal that is only so wide: nothing runs over its edge, and no figure is lost or broken.
#include <doctest/doctest.h>

#include <sstream>

#include "aforo/render/terminal.hpp"
#include "render/sample_document.hpp"
#include "utf8.hpp"

using namespace aforo;
using namespace aforo::render;
using namespace aforo::render::testing;

namespace {

std::size_t widest(const std::string& text) {
    std::size_t width = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) width = std::max(width, display_width(line));
    return width;
}

// A name, and a column of estimates for each of so many years.
Document of_columns(std::size_t count, std::size_t continues_from) {
    Table table{{{"Componente", Align::left, 40}}};
    table.continues_from = continues_from;
    std::vector<Sentence> row = {words("Asistencia técnica, capacitación y asesorías personalizadas")};
    for (std::size_t c = 0; c < count; ++c) {
        table.columns.push_back({"Simulado en " + std::to_string(2024 + c)});
        row.push_back(Cell(Estimated{some}));
    }
    table.row(row);
    Document d{.lang = Lang::es, .replications = 40};
    d.sections.push_back({"", "Una tabla", {Tabled{table}}});
    return d;
}

}  // namespace

TEST_CASE("a table that has to fit narrows its columns, and goes on in further tables") {
    for (const std::size_t columns : {2UL, 4UL, 9UL}) {
        for (const std::size_t from : {0UL, 1UL}) {
            for (const std::size_t width : {60UL, 80UL, 120UL}) {
                CAPTURE(columns);
                CAPTURE(width);
                const std::string text = render::text(of_columns(columns, from), width, true);
                CHECK(widest(text) <= width);
                std::size_t figures = 0;
                for (auto at = text.find("20.010 ± 200"); at != std::string::npos;
                     at = text.find("20.010 ± 200", at + 1))
                    ++figures;
                CHECK(figures == columns);
            }
        }
    }
    CHECK(widest(render::text(of_columns(9, 0))) > 120);
}

TEST_CASE("everything of a document fits into 80 columns") {
    CHECK(widest(render::text(sample_document(Lang::es), 80, true)) <= 80);
}
