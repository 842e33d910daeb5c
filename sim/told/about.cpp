#include "about.hpp"

namespace aforo::told {

using document::Cell;
using document::sayable;
using document::Sentence;

std::vector<AboutLine> about_lines(const results::About& about, Lang lang) {
    std::vector<AboutLine> lines;
    const auto add = [&](const Text& label, const std::string& said, const Sentence& text) {
        if (!said.empty()) lines.push_back({in(label, lang), text});
    };
    constexpr Text draft{"borrador", "draft"}, official{"oficial", "official"};
    add({"Autor", "Author"}, about.author, sayable(about.author));
    add({"Fecha", "Date"}, about.date, sayable(document::Date{about.date}));
    add({"Estado", "Status"}, about.status, say(about.is_draft() ? draft : official, lang));
    add({"Motivo", "Reason"}, about.reason, sayable(about.reason));
    return lines;
}

Sentence about_text(const results::About& about, Lang lang) {
    std::vector<Sentence> parts;
    for (const auto& [label, text] : about_lines(about, lang))
        parts.push_back(sayable(document::Words{label + ": "}) + text);
    return joined(parts, " · ");
}

Sentence draft_mark(const std::vector<const results::Run*>& scenarios, Lang lang) {
    constexpr Text one{"Borrador", "Draft"}, several{"Borrador: {0}", "Draft: {0}"};
    std::vector<Sentence> names;
    for (const auto* run : scenarios) {
        if (run->about.is_draft()) names.push_back(sayable(run->scenario));
    }
    if (names.empty()) return {};
    return scenarios.size() == 1 ? say(one, lang) : say(several, lang, joined(names, ", "));
}

}  // namespace aforo::told
