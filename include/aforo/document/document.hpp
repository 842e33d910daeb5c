// A report as data: what is said, in one language, for any medium. told/ makes a document from results; render/ draws
// it as text, page, workbook or data. Nothing here formats, computes or knows a measure.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "aforo/document/cell.hpp"
#include "aforo/document/chart.hpp"

namespace aforo::document {

enum class Align : std::uint8_t { left, right };

struct Column {
    std::string title;  // a line break breaks the line
    Align align = Align::right;
    std::size_t width = 24;  // on a terminal, in characters: wider texts wrap. A workbook's may be wider
};

// Whether the change in a cell is good or bad for those who pay for the programme or seek its help. It is drawn as a
// shade, but never by colour alone.
enum class Tone : std::uint8_t { none, better, worse };

struct Row {
    enum class Kind : std::uint8_t {
        cells,
        heading,  // its only cell spans all columns, above the rows that it heads
        rule,     // a line across the table
        total     // the sum of the rows above it
    };
    Kind kind = Kind::cells;
    std::vector<Sentence> cells = {};
    int indent = 0;                // of the first cell
    std::vector<Tone> tones = {};  // by cell; missing ones are `none`
};

struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows = {};
    // On a narrow terminal, columns from this one on are moved to further tables of four columns each; 0: never.
    std::size_t continues_from = 0;

    // Missing cells are empty.
    void row(std::vector<Sentence> cells, int indent = 0);
    void total(std::vector<Sentence> cells);
    void heading(Sentence text);
    void rule();
    [[nodiscard]] bool empty() const { return rows.empty(); }
};

// The media that show a section or a block.
enum class Media : std::uint8_t { terminal = 1, page = 2, workbook = 4, screen = 3, people = 7, print = 6 };
[[nodiscard]] constexpr bool shows(Media all, Media one) {
    return (static_cast<unsigned>(all) & static_cast<unsigned>(one)) != 0;
}

struct Paragraph {
    enum class Kind : std::uint8_t { plain, note, lead, limits, about, draft, heading };
    Sentence text;
    Kind kind = Kind::plain;
    Media media = Media::people;
};

struct Tabled {
    Table table;
    Sentence caption = {};
    Media media = Media::people;
    bool is_main = false;  // on a sheet of the workbook: frozen, filtered, repeated when printed
};

// A chart with its finding as a sentence, how to read it, and its figures as a table. A terminal shows only the table,
// and only if the table is not shown elsewhere.
struct Figure {
    std::string id;  // of the element, and of the files that a reader saves
    Sentence finding, reading;
    Chart chart;
    Table twin;
    Media media = Media::page;
};

// A chart that the workbook draws itself from cells of a table in the same section.
struct SheetChart {
    enum class Kind : std::uint8_t { lines, stacked, bars, scatter } kind = Kind::lines;  // scatter: along numbers
    struct Line {
        std::string name;
        Formula::Reference labels, values;
        Colour colour = Colour::blue;
        bool is_bound = false;  // an end of a range: thin and dashed
    };
    std::string title, alternative;  // alternative text for readers who cannot see it
    std::string x, y;
    bool is_share = false, has_dates = false;
    std::vector<Line> lines = {};
    // Placed right of this table of the section, from its first row on, or below the last table.
    std::size_t beside = 0;
    bool is_below = false;
    int rows_down = 0;
    int width = 720, height = 360;  // pixels
};

struct Definitions {
    struct Item {
        Sentence term, text;
        bool is_code = false;
    };
    std::vector<Item> items;
    Media media = Media::people;
};

// A command to copy.
struct Command {
    std::string text;
    Media media = Media::people;
};

// A part of the verdict: its text, its figure, and whether it can be told from luck.
struct Clause {
    Sentence text;
    Of of = {};
    bool is_told = true;
};

// A lead sentence, followed by clauses.
struct Verdict {
    Sentence lead;
    std::vector<Clause> clauses = {};
    std::vector<Sentence> after = {};  // one paragraph each: what limits it
    Media media = Media::people;
};

struct Details;
using Block = std::variant<Paragraph, Verdict, Tabled, Figure, SheetChart, Definitions, Command, Details>;

// Blocks under a title that opens and closes; on other media a title with the blocks below it.
struct Details {
    Sentence title;
    bool is_open = false;
    std::vector<Block> blocks = {};
    Media media = Media::people;
    bool is_annex = false;  // left out on paper unless annexes are requested
};

struct Section {
    std::string id;     // target of the table of contents
    std::string title;  // also the name of its sheet in a workbook, unless `sheet` is given
    std::vector<Block> blocks = {};
    Media media = Media::people;
    std::string sheet = {};  // at most 31 characters, none of []:*?/\ .
    bool is_folded = false;  // a page shows only the title until the reader opens it
    std::string file = {};   // its main table is also saved in a file of this name, for spreadsheets
    bool is_annex = false;   // left out on paper unless annexes are requested
};

// A figure on the first screen.
struct Tile {
    std::string title;
    Sentence value;
    Sentence range = {};               // range of futures, in words
    std::vector<Sentence> lines = {};  // its planned value; later years
};

struct Document {
    Lang lang = Lang::es;
    int replications = 0;  // with one there are no errors or ranges, which figures do not repeat each time
    std::string name;      // of the scenario: title of the window and of the workbook. A text from others
    std::string version;
    bool has_annexes_on_paper = false;
    // The first lines: a page shows all, a terminal all but the eyebrow; a workbook has a sheet for them.
    Sentence eyebrow = {}, draft = {}, title = {}, made_from = {};
    // Shown before the tiles and all sections. On a page, notes and plain paragraphs, which say how to read it, follow
    // the tiles.
    std::vector<Paragraph> opening = {};
    std::vector<Verdict> verdicts = {};  // of a run or of each alternative: under the title, on page and terminal
    std::vector<Tile> tiles = {};
    std::vector<Block> first = {};  // on the first screen, below the tiles
    std::vector<Section> sections = {};
};

// Renderers leave out blocks with nothing to show, and sections without blocks.
[[nodiscard]] bool is_empty(const Block& block);
// Whether the medium shows it and there is something to show.
[[nodiscard]] bool shows(const Block& block, Media one);
[[nodiscard]] bool shows(const Section& section, Media one);

}  // namespace aforo::document
