#include "aforo/told/definitions.hpp"

#include "experiment.hpp"
#include "labels.hpp"

namespace aforo::told {

using document::Cell;
using document::Words;

document::Document definitions(const results::Run& run, Lang lang) {
    constexpr Text title{"Qué mide cada resultado", "What each result measures"};
    document::Document document{
        .lang = lang, .replications = run.replications, .name = run.scenario, .version = run.version};
    document.title = say(title, lang);
    document::Definitions all;
    for (const auto& column : run.columns) {
        const std::string label = label_of(column, lang);
        const std::string term = (label == column.name ? "" : label + " — ") + column.name + ", ";
        all.items.push_back({Cell(Words{term + unit_label(column.unit, lang)}), definition_of(column, lang)});
    }
    document.sections = {{.id = "medidas", .title = "", .blocks = {all}}};
    return document;
}

}  // namespace aforo::told
