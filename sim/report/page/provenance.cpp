// What is needed to get the same bits again.
#include "aforo/report/about.hpp"
#include "page/parts.hpp"

namespace aforo::report {

Html provenance(const Subject& s) {
    const auto& m = s.manifest;
    Html list;
    const auto add = [&](T title, const std::string& value, const char* kind) {
        list += element("dt", {}, {s.say(title)}) + element("dd", {{"class", kind}}, {value});
    };
    add(T::manifest_scenario, m.scenario, "");
    for (const auto& line : about_lines(s.run.about, s.lang))
        list += element("dt", {}, {line.label}) + element("dd", {}, {line.text});
    add(T::manifest_file, m.scenario_file, "code");
    add(T::manifest_scenario_digest, m.scenario_digest, "code");
    add(T::manifest_results_digest, m.results_digest, "code");
    add(T::manifest_version, m.version, "code");
    add(T::manifest_seed, std::to_string(m.seed), "code");
    add(T::manifest_replications, std::to_string(m.replications), "code");
    if (m.precision) {
        add(T::manifest_precision, s.format.percent(*m.precision, 2), "");
    }
    return element("p", {}, {s.say(T::manifest_lead)}) +
           element("pre", {{"tabindex", "0"}}, {element("code", {}, {m.command})}) + element("dl", {}, {list});
}

}  // namespace aforo::report
