// The parts of the report of a run. A part is a file sim/told/run_<name>.cpp with a function from Subject to a section,
// a line here and one in the table of run.cpp. A part with nothing to show gives a section without blocks.
#pragma once

#include "figures.hpp"
#include "labels.hpp"
#include "worlds.hpp"

namespace aforo::told {

using document::Align;
using document::Cell;
using document::Chart;
using document::Colour;
using document::Column;
using document::Definitions;
using document::Details;
using document::Document;
using document::Formula;
using document::Mark;
using document::Media;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Series;
using document::SheetChart;
using document::Symbol;
using document::Table;
using document::Tabled;
using document::Value;
using results::Level;
using results::Shape;

constexpr Text section_components{"Componentes, {0}", "Components, {0}"};

struct Subject {
    const results::Run& run;
    const results::Manifest& manifest;
    Lang lang;
    Figures figures;
    const results::Worlds* worlds = nullptr;  // nullptr unless requested

    template <class... Args>
    [[nodiscard]] Sentence say(const Text& text, const Args&... args) const {
        return document::say(text, lang, args...);
    }
    // A text without figures, such as a title.
    template <class... Args>
    [[nodiscard]] std::string title(const Text& text, const Args&... args) const {
        return plain(document::say(text, lang, args...));
    }
    [[nodiscard]] Column left(const Text& text, std::size_t width = 24) const {
        return {in(text, lang), Align::left, width};
    }
    [[nodiscard]] Column right(const Text& text, std::size_t width = 24) const {
        return {in(text, lang), Align::right, width};
    }
    [[nodiscard]] std::string label(std::string_view measure) const { return label_of(run, measure, lang); }
    [[nodiscard]] int last_year() const { return run.years.back(); }
};

// The title of a part in which everything is simulated: it says so once, so that its rows need not.
[[nodiscard]] constexpr Text simulated(const results::Run& run) {
    return run.replications == 1 ? Text{"{0} (simulado, una réplica)", "{0} (simulated, one replication)"}
                                 : Text{"{0} (simulado)", "{0} (simulated)"};
}

// How many months of a year were executed; 0 where the scenario has no executed months.
[[nodiscard]] int executed_months(const Subject& s, int year);

// «En 2027 el programa llega a 34.665 ± 51 beneficiarios; lo planificado son 34.560 (+0,3 %).» Empty when the run has
// no beneficiaries.
[[nodiscard]] Sentence reach(const Subject& s);
// Adds the verdict, the tiles, and money by year.
void headline(const Subject& s, Document& document);

// The title of spending by component and year, and the note that says that the books close.
[[nodiscard]] Sentence money_title(const Subject& s);
[[nodiscard]] Sentence money_note(const Subject& s);

// Parts of the page in reading order; some also appear on a terminal or in the workbook.
[[nodiscard]] Section differences(const Subject& s);
[[nodiscard]] Section executed(const Subject& s);
[[nodiscard]] Section queues(const Subject& s);
[[nodiscard]] Section waits(const Subject& s);
[[nodiscard]] Section offices(const Subject& s);
[[nodiscard]] Section equity(const Subject& s);
[[nodiscard]] Section risk(const Subject& s);
[[nodiscard]] Section limits(const Subject& s);
[[nodiscard]] Section measures(const Subject& s);
[[nodiscard]] Section assumptions(const Subject& s);
[[nodiscard]] Section warnings(const Subject& s);
[[nodiscard]] Section ficha(const Subject& s);
[[nodiscard]] Section method(const Subject& s);
[[nodiscard]] Section provenance(const Subject& s);

// The budget and the funds that run out, shown among the measures.
[[nodiscard]] std::vector<Details> money_tables(const Subject& s);

// Parts of the workbook only.
[[nodiscard]] Section readme_sheet(const Subject& s);
[[nodiscard]] Section summary_sheet(const Subject& s);
[[nodiscard]] Section component_sheet(const Subject& s);
[[nodiscard]] Section office_sheet(const Subject& s);
[[nodiscard]] Section difference_sheet(const Subject& s);
[[nodiscard]] Section replication_sheet(const Subject& s);
[[nodiscard]] Section assumption_sheet(const Subject& s);
[[nodiscard]] Section ledger_sheet(const Subject& s);

}  // namespace aforo::told
