// Where and when something is lacking: each centre, each month, the limit that binds most.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <functional>
#include <numeric>

#include "aforo/report/sections.hpp"
#include "aforo/report/utf8.hpp"
#include "aforo/report/verdict.hpp"
#include "page/figure.hpp"
#include "page/parts.hpp"
#include "page/places.hpp"

namespace aforo::report {

namespace {

constexpr double visible = 0.02;        // of the days of a month: less is left blank
constexpr double lettered = 0.25;       // from here on the cell says its limit in a letter
constexpr std::size_t most_rows = 150;  // of centres; more cannot be read

struct Lack {
    const char* id;
    T letter, words;
    const char* colour;
    bool dark;  // a white letter is read on it
};
// Demand is none: where it limits, nothing is lacking.
constexpr std::array<Lack, 4> lacks = {
    {{"orientation", T::letter_orientation, T::short_orientation, colour::orange, false},
     {"slots", T::letter_slots, T::short_slots, colour::blue, true},
     {"hours", T::letter_hours, T::short_hours, colour::teal, false},
     {"funds", T::letter_funds, T::short_funds, colour::plum, true}}};

struct Cell {
    int year = 0, month = 0;
    const Lack* lack = nullptr;  // the one that binds most; none when nothing does
    double share = 0;

    [[nodiscard]] bool is_visible() const { return lack != nullptr && share >= visible; }
};

struct Row {
    Place place;
    std::vector<Cell> cells;  // by month
    [[nodiscard]] double total() const {
        double sum = 0;
        for (const auto& cell : cells) {
            sum += cell.share;
        }
        return sum;
    }
};

// «C · Cupos»: the letter stands in the cells, so that colour is never alone.
std::string name_of(const Subject& s, const Lack& lack) {
    return s.say(lack.letter) + " · " + limit_name(lack.id, s.lang);
}

Cell cell_of(const Subject& s, const Place& place, int year, int month) {
    Cell cell = {year, month, nullptr, 0};
    for (const auto& lack : lacks) {
        const auto* e =
            s.index.estimate({std::string("limit_") + lack.id, year, results::Level::office, place.office->id, month});
        if (has_value(e) && e->mean > cell.share) {
            cell.lack = &lack;
            cell.share = e->mean;
        }
    }
    return cell;
}

// Only main centres have limits of their own: their satellites share them.
bool has_limits(const Subject& s, const Place& place) {
    return s.index.estimate({"limit_demand", s.run.years.front(), results::Level::office, place.office->id, 1}) !=
           nullptr;
}

// The centres that have limits of their own, from north to south.
std::vector<Row> rows_of(const Subject& s) {
    std::vector<Row> rows;
    for (const auto& place : north_to_south(s)) {
        if (!has_limits(s, place)) {
            continue;
        }
        Row row = {place, {}};
        for (const int year : s.run.years) {
            for (int month = 1; month <= 12; ++month) {
                row.cells.push_back(cell_of(s, place, year, month));
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

// Where there are too many to be read, those that lack most, still from north to south.
std::vector<Row> legible(std::vector<Row> rows) {
    if (rows.size() <= most_rows) {
        return rows;
    }
    std::vector<std::size_t> by_lack(rows.size());
    std::iota(by_lack.begin(), by_lack.end(), std::size_t{0});
    std::stable_sort(by_lack.begin(), by_lack.end(),
                     [&](std::size_t a, std::size_t b) { return rows[a].total() > rows[b].total(); });
    by_lack.resize(most_rows);
    std::sort(by_lack.begin(), by_lack.end());
    std::vector<Row> kept;
    for (const std::size_t place : by_lack) {
        kept.push_back(std::move(rows[place]));
    }
    return kept;
}

std::string month_id(const Cell& cell) { return fmt::format("{:04}-{:02}", cell.year, cell.month); }

// One row a centre, its cells as parallel lists: a tenth of the bytes of a row a cell. i: place of the month, k: of the
// limit, v: share of the days in %.
Array data_of(const std::vector<Row>& rows) {
    Array data;
    for (const auto& row : rows) {
        Array i, k, v;
        for (std::size_t month = 0; month < row.cells.size(); ++month) {
            const Cell& cell = row.cells[month];
            if (cell.is_visible()) {
                i.push_back(month);
                k.push_back(cell.lack - lacks.data());
                v.push_back(std::lround(cell.share * 100));
            }
        }
        data.push_back(Object{{"o", printable(row.place.name)}, {"i", i}, {"k", k}, {"v", v}});
    }
    return data;
}

// The lists opened into cells again, with the names of their months and limits: x, n and, where there is one, t.
Array cells_of(const Array& months, const Array& names, const Array& letters) {
    const auto chosen = [](const Array& from, const char* place) {
        return boost::json::serialize(from) + "[" + place + "]";
    };
    const std::string letter =
        "datum.v >= " + std::to_string(std::lround(lettered * 100)) + " ? " + chosen(letters, "datum.k") + " : null";
    return {Object{{"flatten", Array{"i", "k", "v"}}}, Object{{"calculate", chosen(months, "datum.i")}, {"as", "x"}},
            Object{{"calculate", chosen(names, "datum.k")}, {"as", "n"}}, Object{{"calculate", letter}, {"as", "t"}}};
}

Object spec(const Subject& s, const std::vector<Row>& rows) {
    Array names, letters, colours, dark, offices, months;
    for (const auto& lack : lacks) {
        names.push_back(boost::json::string(name_of(s, lack)));
        letters.push_back(boost::json::string(s.say(lack.letter)));
        colours.push_back(lack.colour);
        dark.push_back(lack.dark);
    }
    for (const auto& row : rows) {
        offices.push_back(boost::json::string(printable(row.place.name)));
    }
    for (const auto& cell : rows.front().cells) {
        months.push_back(boost::json::string(month_id(cell)));
    }
    const Object january = {{"test", "slice(datum.value + '', 5) === '01'"}, {"value", 8}};
    const Object x = field("x", "ordinal",
                           {{"title", nullptr},
                            {"scale", {{"domain", months}, {"paddingInner", 0.06}}},
                            {"axis",
                             {{"orient", "top"},
                              {"labelAngle", 0},
                              {"labelAlign", "left"},
                              {"labelOverlap", false},
                              {"labelExpr", "slice(datum.value + '', 5) === '01' ? slice(datum.value + '', 0, 4) : ''"},
                              {"tickSize", {{"condition", january}, {"value", 0}}},
                              {"tickBand", "extent"},
                              {"domain", false}}}});
    const Object y =
        field("o", "nominal",
              {{"title", nullptr},
               {"sort", nullptr},
               {"scale", {{"domain", offices}, {"paddingInner", 0.08}}},
               {"axis", {{"labelFontSize", 11}, {"ticks", false}, {"domain", false}, {"labelLimit", 170}}}});
    const Object strength = {{"field", "v"},
                             {"type", "quantitative"},
                             {"legend", nullptr},
                             {"scale", {{"domain", Array{0, 100}}, {"range", Array{0.08, 1}}}}};
    const Array tooltip = {field("o", "nominal", {{"title", s.say(T::centre)}}),
                           field("x", "nominal", {{"title", s.say(T::month)}}),
                           field("n", "nominal", {{"title", s.say(T::lacking)}}),
                           field("v", "quantitative", {{"title", s.say(T::share_of_days)}})};
    const Object cells = {
        {"mark", {{"type", "rect"}}},
        {"encoding", {{"color", named_colours("n", names, colours)}, {"opacity", strength}, {"tooltip", tooltip}}}};
    const Object text_colour = {
        {"condition", {{"test", "datum.v > 55 && " + boost::json::serialize(dark) + "[datum.k]"}, {"value", "white"}}},
        {"value", colour::ink}};
    const Object marked = {{"transform", Array{Object{{"filter", "isValid(datum.t)"}}}},
                           {"mark", {{"type", "text"}, {"fontSize", 8}, {"baseline", "middle"}}},
                           {"encoding", {{"text", {{"field", "t"}}}, {"color", text_colour}, {"tooltip", tooltip}}}};
    return {{"data", {{"values", data_of(rows)}}},
            {"transform", cells_of(months, names, letters)},
            {"height", 15 * offices.size()},
            {"encoding", {{"x", x}, {"y", y}}},
            {"layer", Array{cells, marked}}};
}

Table twin(const Subject& s, const std::vector<Row>& rows) {
    std::vector<TableColumn> columns = {{s.say(T::centre), Align::left}};
    for (const auto& cell : rows.front().cells) {
        columns.push_back({month_id(cell)});
    }
    Table table(columns);
    for (const auto& row : rows) {
        std::vector<std::string> cells = {printable(row.place.name)};
        for (const auto& cell : row.cells) {
            cells.push_back(cell.is_visible() ? s.say(cell.lack->letter) + " " + s.format.percent(cell.share, 0) : "");
        }
        table.row(std::move(cells));
    }
    return table;
}

// How much of each limit there is in a row: shares of days, added up.
std::array<double, lacks.size()> totals_of(const Row& row) {
    std::array<double, lacks.size()> totals{};
    for (const auto& cell : row.cells) {
        if (cell.lack != nullptr) {
            totals[static_cast<std::size_t>(cell.lack - lacks.data())] += cell.share;
        }
    }
    return totals;
}

std::string finding(const Subject& s, const std::vector<Row>& rows) {
    std::array<double, lacks.size()> totals{};
    double lacking = 0, all = 0;
    for (const auto& row : rows) {
        const auto more = totals_of(row);
        std::transform(totals.begin(), totals.end(), more.begin(), totals.begin(), std::plus<>());
        all += static_cast<double>(row.cells.size());
        lacking += static_cast<double>(
            std::count_if(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.share >= lettered; }));
    }
    const auto most = static_cast<std::size_t>(std::max_element(totals.begin(), totals.end()) - totals.begin());
    if (totals[most] <= 0) {
        return s.say(T::finding_limits_none);
    }
    const auto& worst = *std::max_element(
        rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return totals_of(a)[most] < totals_of(b)[most]; });
    return s.say(T::finding_limits, s.format.percent(lacking / all, 0), s.say(lacks[most].words),
                 printable(worst.place.name));
}

}  // namespace

Html limits(const Subject& s) {
    const Part part = limit_part(s.run, s.lang);
    Html made;
    const auto all = s.run.years.empty() ? std::vector<Row>() : rows_of(s);
    if (const auto rows = legible(all); !rows.empty()) {
        std::string reading = s.say(T::reading_limits);
        if (rows.size() < all.size()) {
            reading += " " + s.say(T::only_the_most, rows.size(), all.size());
        }
        Figure drawn = {"grafico-limites", finding(s, rows), reading, spec(s, rows), twin(s, rows)};
        drawn.wide = true;
        made += figure(drawn, s);
    }
    made += element("h3", {}, {part.title});
    for (const auto& table : part.tables) {
        made += html_table(table, part.title);
    }
    return made + element("p", {{"class", "note"}}, {part.note});
}

}  // namespace aforo::report
