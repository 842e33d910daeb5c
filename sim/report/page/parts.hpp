// The parts of the page of a run, in the order in which they are read. A part is a file sim/report/page/<name>.cpp with
// one function, and a line here. One that has nothing to show returns nothing and is left out.
#pragma once

#include <array>

#include "aforo/report/html.hpp"
#include "page/subject.hpp"

namespace aforo::report {

[[nodiscard]] Html headline(const Subject& s);  // the first screen; it has no heading of its own
[[nodiscard]] Html differences(const Subject& s);
[[nodiscard]] Html waiting(const Subject& s);
[[nodiscard]] Html waits(const Subject& s);
[[nodiscard]] Html offices(const Subject& s);
[[nodiscard]] Html equity(const Subject& s);
[[nodiscard]] Html risk(const Subject& s);
[[nodiscard]] Html limits(const Subject& s);
[[nodiscard]] Html tables(const Subject& s);
[[nodiscard]] Html assumptions(const Subject& s);
[[nodiscard]] Html warnings(const Subject& s);
[[nodiscard]] Html sheet(const Subject& s);
[[nodiscard]] Html method(const Subject& s);
[[nodiscard]] Html provenance(const Subject& s);

struct PagePart {
    const char* id;  // where the contents lead to
    T title;
    Html (*body)(const Subject&);
};

inline constexpr auto page_parts = std::to_array<PagePart>({
    {"diferencias", T::part_differences, differences},
    {"lista", T::part_waiting, waiting},
    {"esperas", T::part_waits, waits},
    {"centros", T::part_offices, offices},
    {"equidad", T::part_equity, equity},
    {"riesgo", T::part_risk, risk},
    {"limites", T::part_limits, limits},
    {"tablas", T::part_tables, tables},
    {"supuestos", T::part_assumptions, assumptions},
    {"avisos", T::part_warnings, warnings},
    {"ficha", T::part_sheet, sheet},
    {"metodo", T::part_method, method},
    {"manifiesto", T::part_manifest, provenance},
});

}  // namespace aforo::report
