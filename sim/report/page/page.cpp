#include "aforo/report/page.hpp"

#include "aforo/core/sha256.hpp"
#include "page/figure.hpp"
#include "page/parts.hpp"
#include "page/web.hpp"

namespace aforo::report {

namespace {

std::string hash_of(std::string_view bytes) { return "'sha256-" + core::sha256_base64(bytes) + "'"; }

// Nothing is fetched; only the script and the style sheet that are in the page run.
std::string security_policy() {
    return "default-src 'none'; script-src " + hash_of(chart_script) + "; style-src " + hash_of(page_style) +
           "; img-src data: blob:; base-uri 'none'; form-action 'none'";
}

Html head(const Subject& s) {
    return element("head", {},
                   {void_element("meta", {{"charset", "utf-8"}}),
                    void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", security_policy()}}),
                    void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                    void_element("meta", {{"name", "generator"}, {"content", "aforo " + s.run.version}}),
                    element("title", {}, {s.say(T::page_title, s.run.scenario)}),
                    element("style", {}, {Html::trusted(std::string(page_style))})});
}

Html body(const Subject& s) {
    Html contents, parts;
    for (const auto& [id, title, make] : page_parts) {
        const Html made = make(s);
        if (made.empty()) {
            continue;
        }
        contents += element("li", {}, {element("a", {{"href", std::string("#") + id}}, {s.say(title)})});
        parts += element("section", {{"id", id}, {"aria-labelledby", std::string(id) + "-t"}},
                         {element("h2", {{"id", std::string(id) + "-t"}}, {s.say(title)}), made});
    }
    const Html noscript = element("noscript", {}, {element("p", {{"class", "note"}}, {s.say(T::without_script)})});
    return element(
        "body", {},
        {element("main", {},
                 {headline(s), element("nav", {{"aria-label", s.say(T::contents)}}, {element("ul", {}, {contents})}),
                  noscript, parts}),
         chart_settings(s.lang), element("script", {}, {Html::trusted(std::string(chart_script))})});
}

}  // namespace

std::string run_page(const results::Run& run, const results::Samples& samples, const results::Manifest& manifest,
                     core::Lang lang) {
    const Subject s(run, samples, manifest, lang);
    const Html page = element("html", {{"lang", lang == Lang::es ? "es-CL" : "en"}}, {head(s), body(s)});
    return "<!DOCTYPE html>\n" + page.code() + "\n";
}

}  // namespace aforo::report
