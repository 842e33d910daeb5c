#include "aforo/scenario/warnings.hpp"

#include "aforo/scenario/exceptions.hpp"
#include "warning_kinds.hpp"

namespace aforo::scenario {

core::Diagnostic told(const Warning& w, core::Lang lang) {
    const auto pick = [&](const Message& m) { return lang == core::Lang::es ? m.es : m.en; };
    std::string what = pick(w.what);
    if (w.places > 1) {
        const int more = w.places - 1;
        what += lang == core::Lang::es ? fmt::format(" (y otras {} claves)", more)
                                       : fmt::format(" (and {} more keys)", more);
        if (more == 1) what = pick(w.what) + std::string(core::in(lang, " (y otra clave)", " (and one more key)"));
    }
    return {w.place, w.path, what, pick(w.hint), core::Severity::warning};
}

std::vector<WarningKind> warning_kinds() {
    std::vector<WarningKind> kinds;
    for (const auto& kind : kinds_of_warning) kinds.push_back({kind.id, {kind.es, kind.en}});
    return kinds;
}

namespace {

std::vector<Warning> of_one(const Scenario& scenario, const Places& places) {
    WarningSearch search(scenario, places);
    for (const auto& kind : kinds_of_warning) {
        search.begin(kind.id);
        kind.find(search);
    }
    return search.take();
}

}  // namespace

// What has no effect by the value of a key may have one where an exception rules.
std::vector<Warning> find_warnings(const Scenario& scenario, const Places& places) {
    std::vector<Warning> all = of_one(scenario, places);
    for (const Scenario& with : each_everywhere(scenario)) {
        if (all.empty()) break;
        const auto then = of_one(with, places);
        std::erase_if(all, [&](const Warning& w) {
            return !w.path.starts_with("exceptions.") && std::none_of(then.begin(), then.end(), [&](const Warning& t) {
                return t.kind == w.kind && t.path == w.path;
            });
        });
    }
    return all;
}

}  // namespace aforo::scenario
