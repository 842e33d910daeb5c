// What the scenario says and does not do.
#include "page/frame.hpp"
#include "page/parts.hpp"

namespace aforo::report {

Html warnings(const Subject& s) {
    const Part part = warning_part(s.run, s.lang);
    return part.tables.empty() ? Html() : element("p", {}, {part.title}) + part_html({part.title, part.tables, ""});
}

}  // namespace aforo::report
