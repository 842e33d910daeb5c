#include "page/frame.hpp"

#include "aforo/core/sha256.hpp"
#include "page/figure.hpp"
#include "page/web.hpp"

namespace aforo::report {

namespace {

std::string hash_of(std::string_view bytes) { return "'sha256-" + core::sha256_base64(bytes) + "'"; }

// Nothing is fetched; only the script and the style sheet that are in the page run.
std::string security_policy() {
    return "default-src 'none'; script-src " + hash_of(chart_script) + "; style-src " + hash_of(page_style) +
           "; img-src data: blob:; base-uri 'none'; form-action 'none'";
}

Html head(const Subject& s, const std::string& title) {
    return element("head", {},
                   {void_element("meta", {{"charset", "utf-8"}}),
                    void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", security_policy()}}),
                    void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                    void_element("meta", {{"name", "generator"}, {"content", "aforo " + s.run.version}}),
                    element("title", {}, {s.say(T::page_title, title)}),
                    element("style", {}, {Html::trusted(std::string(page_style))})});
}

Html body(const Subject& s, const Html& first, const std::vector<Section>& sections) {
    Html contents, parts;
    for (const auto& [id, title, made] : sections) {
        if (made.empty()) {
            continue;
        }
        contents += element("li", {}, {element("a", {{"href", "#" + id}}, {title})});
        parts += element("section", {{"id", id}, {"aria-labelledby", id + "-t"}},
                         {element("h2", {{"id", id + "-t"}}, {title}), made});
    }
    const Html noscript = element("noscript", {}, {element("p", {{"class", "note"}}, {s.say(T::without_script)})});
    return element(
        "body", {},
        {element("main", {},
                 {first, element("nav", {{"aria-label", s.say(T::contents)}}, {element("ul", {}, {contents})}),
                  noscript, parts}),
         chart_settings(s.lang), element("script", {}, {Html::trusted(std::string(chart_script))})});
}

}  // namespace

std::string framed(const Subject& s, const std::string& title, const Html& first,
                   const std::vector<Section>& sections) {
    const Html page =
        element("html", {{"lang", s.lang == Lang::es ? "es-CL" : "en"}}, {head(s, title), body(s, first, sections)});
    return "<!DOCTYPE html>\n" + page.code() + "\n";
}

Html part_html(const Part& part) {
    Html made;
    for (const auto& table : part.tables) made += html_table(table, part.title);
    if (!part.note.empty()) made += element("p", {{"class", "note"}}, {part.note});
    return made;
}

}  // namespace aforo::report
