#include <fmt/core.h>
#include "aforo/scenario/reader.hpp"
int main(int argc, char** argv) {
    auto r = aforo::scenario::read(argv[1], aforo::core::Lang::es);
    for (auto& d : r.diagnostics) fmt::print("{}\n", aforo::core::to_string(d));
    if (r.scenario && argc > 2) fmt::print("{}", aforo::scenario::resolved(*r.scenario));
    if (r.scenario && argc <= 2) for (auto& n : aforo::scenario::numbers(*r.scenario)) if (n.provenance.source.empty()) fmt::print("{} = {}\n", n.path, n.value);
}
