#include "aforo/report/about.hpp"

#include <fmt/format.h>

#include "aforo/report/sections.hpp"
#include "aforo/report/utf8.hpp"

namespace aforo::report {

std::vector<AboutLine> about_lines(const results::About& about, Lang lang) {
    std::vector<AboutLine> lines;
    const auto add = [&](std::string_view es, std::string_view en, const std::string& text) {
        if (!text.empty()) lines.push_back({std::string(core::in(lang, es, en)), printable(text)});
    };
    const std::string status(about.status.empty() ? ""
                             : about.is_draft()   ? core::in(lang, "borrador", "draft")
                                                  : core::in(lang, "oficial", "official"));
    add("Autor", "Author", about.author);
    add("Fecha", "Date", about.date.empty() ? "" : Format(lang).date(about.date));
    add("Estado", "Status", status);
    add("Motivo", "Reason", about.reason);
    return lines;
}

std::string about_text(const results::About& about, Lang lang) {
    std::string text;
    for (const auto& line : about_lines(about, lang))
        text += fmt::format("{}{}: {}", text.empty() ? "" : " · ", line.label, line.text);
    return text;
}

std::string draft_mark(const std::vector<const results::Run*>& scenarios, Lang lang) {
    std::string names;
    for (const auto* run : scenarios) {
        if (run->about.is_draft()) names += (names.empty() ? "" : ", ") + printable(run->scenario);
    }
    if (names.empty()) return "";
    const std::string mark(core::in(lang, "Borrador", "Draft"));
    return scenarios.size() == 1 ? mark : mark + ": " + names;
}

std::string draft_line(const std::vector<const results::Run*>& scenarios, Lang lang) {
    const std::string mark = draft_mark(scenarios, lang);
    return mark.empty() ? "" : "\n" + paragraph(mark);
}

}  // namespace aforo::report
