#include "warnings.hpp"

namespace aforo::told {

using document::Align;
using document::sayable;
using document::Sentence;
using document::Table;

Sentence warnings_lead(const results::Run& run, Lang lang) {
    constexpr Text several{"El escenario dice {0} cosas que no hace como están escritas:",
                           "The scenario says {0} things that it does not do as they are written:"};
    constexpr Text one{"El escenario dice una cosa que no hace como está escrita:",
                       "The scenario says one thing that it does not do as it is written:"};
    if (run.warnings.empty()) return {};
    return run.warnings.size() == 1 ? say(one, lang) : say(several, lang, run.warnings.size());
}

Table warnings_table(const results::Run& run, Lang lang) {
    constexpr Text place{"Lugar", "Place"}, warning{"Aviso", "Warning"};
    Table table{{{in(words::key, lang), Align::left, 32},
                 {in(place, lang), Align::left, 26},
                 {in(warning, lang), Align::left, 42}}};
    for (const auto& w : run.warnings) {
        const std::string &what = lang == Lang::es ? w.what.es : w.what.en,
                          &hint = lang == Lang::es ? w.hint.es : w.hint.en;
        constexpr Text where{"{0}:{1}:{2}", "{0}:{1}:{2}"}, with_hint{"{0}; {1}", "{0}; {1}"};
        table.row({sayable(w.path), say(where, lang, w.file, w.line, w.column),
                   hint.empty() ? sayable(what) : say(with_hint, lang, what, hint)});
    }
    return table;
}

}  // namespace aforo::told
