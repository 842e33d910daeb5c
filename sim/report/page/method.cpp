// How it was made, by the items of STRESS-DES (Monks et al., 2019), filled in from the run.
#include <algorithm>

#include "page/parts.hpp"

namespace aforo::report {

namespace {

struct Item {
    T title;
    std::string (*body)(const Subject&);
};

std::string value_of(const Subject& s, std::string_view path) {
    const auto found =
        std::find_if(s.run.assumptions.begin(), s.run.assumptions.end(), [&](const auto& a) { return a.path == path; });
    return found == s.run.assumptions.end() ? std::string(undefined_mark) : found->value;
}

std::string network(const Subject& s) {
    const auto of_kind = [&](std::string_view kind) {
        return std::count_if(s.run.offices.begin(), s.run.offices.end(), [&](const auto& o) { return o.kind == kind; });
    };
    return s.say(T::stress_network_text, of_kind("centre"), of_kind("satellite"), s.run.regions.size());
}

std::string years(const Subject& s) {
    return s.run.years.empty() ? std::string() : s.say(T::stress_length_text, s.run.years.front(), s.run.years.back());
}

// In the order of the guideline: objectives, logic, data, experimentation, implementation, access to the code.
constexpr auto items = std::to_array<Item>({
    {T::stress_purpose, [](const Subject& s) { return s.say(T::stress_purpose_text); }},
    {T::stress_outputs, [](const Subject& s) { return s.say(T::stress_outputs_text, s.run.columns.size()); }},
    {T::stress_aims, [](const Subject& s) { return s.say(T::stress_aims_text); }},
    {T::stress_logic, [](const Subject& s) { return s.say(T::stress_logic_text); }},
    {T::stress_network, network},
    {T::stress_components, [](const Subject& s) { return s.say(T::stress_components_text); }},
    {T::stress_data,
     [](const Subject& s) {
         return s.say(T::stress_data_text,
                      std::count_if(s.run.assumptions.begin(), s.run.assumptions.end(),
                                    [](const auto& a) { return a.is_number(); }),
                      s.run.sources.size());
     }},
    {T::stress_start,
     [](const Subject& s) { return s.say(T::stress_start_text, value_of(s, "horizon.run_in_years")); }},
    {T::stress_length, years},
    {T::stress_estimation, [](const Subject& s) { return s.say(T::stress_estimation_text, s.run.replications); }},
    {T::stress_software, [](const Subject& s) { return s.say(T::stress_software_text, s.run.version); }},
    {T::stress_random, [](const Subject& s) { return s.say(T::stress_random_text, s.run.seed); }},
    {T::stress_access, [](const Subject& s) { return s.say(T::stress_access_text); }},
});

}  // namespace

Html method(const Subject& s) {
    Html list;
    for (const auto& [title, body] : items) {
        const std::string text = body(s);
        if (!text.empty()) {
            list += element("dt", {}, {s.say(title)}) + element("dd", {}, {text});
        }
    }
    return element("p", {}, {s.say(T::stress_lead)}) + element("dl", {}, {list});
}

}  // namespace aforo::report
