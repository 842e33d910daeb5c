#include "aforo/report/page.hpp"

#include "page/frame.hpp"
#include "page/parts.hpp"

namespace aforo::report {

std::string run_page(const results::Run& run, const results::Samples& samples, const results::Manifest& manifest,
                     core::Lang lang) {
    const Subject s(run, samples, manifest, lang);
    std::vector<Section> sections;
    for (const auto& [id, title, make] : page_parts) sections.push_back({id, s.say(title), make(s)});
    return framed(s, run.scenario, headline(s), sections);
}

}  // namespace aforo::report
