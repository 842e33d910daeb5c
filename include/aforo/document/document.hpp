// A report as data: what is said, in one language, whatever the medium. told/ makes one from results; render/ draws any
// of them, as text, page, workbook, or data. Nothing here formats, computes or knows a measure.
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
    std::size_t width = 24;  // of a terminal, in characters: wider texts wrap. A workbook's may be wider
};

// What a change in a cell is to who pays for the programme or asks it for help. Whoever draws it shades it, and never
// by colour alone.
enum class Tone : std::uint8_t { none, better, worse };

struct Row {
    enum class Kind : std::uint8_t {
        cells,
        heading,  // its only cell runs across all columns, above the rows that it heads
        rule,     // a line across
        total     // the sum of those above it
    };
    Kind kind = Kind::cells;
    std::vector<Sentence> cells = {};
    int indent = 0;                // of its first cell
    std::vector<Tone> tones = {};  // of its cells, as far as they go
};

struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows = {};
    // Where a terminal is too narrow, columns from this one on go on in further tables, four a table; 0: never.
    std::size_t continues_from = 0;

    // Missing cells are empty.
    void row(std::vector<Sentence> cells, int indent = 0);
    void total(std::vector<Sentence> cells);
    void heading(Sentence text);
    void rule();
    [[nodiscard]] bool empty() const { return rows.empty(); }
};

// Who shows a section or a block.
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
    bool is_main = false;  // of a sheet of the workbook: frozen, filtered, repeated when printed
};

// A chart with what it shows as a sentence, how it is read, and the same figures as a table. A terminal shows none of
// it unless the table is not shown elsewhere.
struct Figure {
    std::string id;  // of the element, and of the files that a reader saves
    Sentence finding, reading;
    Chart chart;
    Table twin;
    Media media = Media::page;
};

// What a workbook draws by itself from cells of a table of the same section.
struct SheetChart {
    enum class Kind : std::uint8_t { lines, stacked, bars, scatter } kind = Kind::lines;  // scatter: along numbers
    struct Line {
        std::string name;
        Formula::Reference labels, values;
        Colour colour = Colour::blue;
        bool is_bound = false;  // of a range: thin and dashed
    };
    std::string title, alternative;  // what one who cannot see it is told
    std::string x, y;
    bool is_share = false, has_dates = false;
    std::vector<Line> lines = {};
    // Right of the table with this place in the section, from its first row on, or below the last table.
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

// Something to copy.
struct Command {
    std::string text;
    Media media = Media::people;
};

// A part of the verdict: what it says, of which figure, and whether it can be told apart from luck.
struct Clause {
    Sentence text;
    Of of = {};
    bool is_told = true;
};

// One lead sentence, then clauses.
struct Verdict {
    Sentence lead;
    std::vector<Clause> clauses = {};
    std::vector<Sentence> after = {};  // a paragraph each: what limits it
    Media media = Media::people;
};

struct Details;
using Block = std::variant<Paragraph, Verdict, Tabled, Figure, SheetChart, Definitions, Command, Details>;

// Blocks under a title that opens and closes; elsewhere a title and what is under it.
struct Details {
    Sentence title;
    bool is_open = false;
    std::vector<Block> blocks = {};
    Media media = Media::people;
    bool is_annex = false;  // paper leaves it out, unless annexes are asked for
};

struct Section {
    std::string id;     // where the contents lead to
    std::string title;  // also the name of its sheet in a workbook, unless `sheet` says another
    std::vector<Block> blocks = {};
    Media media = Media::people;
    std::string sheet = {};  // at most 31 characters, none of []:*?/\ .
    bool is_folded = false;  // a page shows its title, and the rest when asked for
    std::string file = {};   // its main table is left in a file of this name too, for spreadsheets
    bool is_annex = false;   // paper leaves it out, unless annexes are asked for
};

// A figure of the first screen.
struct Tile {
    std::string title;
    Sentence value;
    Sentence range = {};               // of futures, in words
    std::vector<Sentence> lines = {};  // beside its plan; later
};

struct Document {
    Lang lang = Lang::es;
    int replications = 0;  // with one there is neither error nor range, and figures do not say it each time
    std::string name;      // of the scenario: title of the window and of the workbook. A text of others
    std::string version;
    bool has_annexes_on_paper = false;
    // The first lines: of a page all of them, of a terminal all but the eyebrow; a workbook has a sheet for that.
    Sentence eyebrow = {}, draft = {}, title = {}, made_from = {};
    // Before the tiles and all sections. On a page notes and plain ones, which say how to read it, come after the
    // tiles.
    std::vector<Paragraph> opening = {};
    std::vector<Verdict> verdicts = {};  // of a run or each alternative: under the title, on page and terminal
    std::vector<Tile> tiles = {};
    std::vector<Block> first = {};  // of the first screen, under the tiles
    std::vector<Section> sections = {};
};

// Blocks with nothing to show are left out by who draws; sections without any block too.
[[nodiscard]] bool is_empty(const Block& block);
// The medium shows it, and there is something to show.
[[nodiscard]] bool shows(const Block& block, Media one);
[[nodiscard]] bool shows(const Section& section, Media one);

}  // namespace aforo::document
