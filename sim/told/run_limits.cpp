// Where and when something is lacking: the limit that binds most at each centre in each month; and each limit by year.
#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

#include "limits.hpp"
#include "run_parts.hpp"

namespace aforo::told {

namespace {

constexpr double visible = 0.02;        // of the days of a month: smaller shares are left blank
constexpr double lettered = 0.25;       // from this share on, the cell shows the letter of its limit
constexpr std::size_t most_rows = 150;  // of centres; more would be illegible

struct Lack {
    const char* id;
    Text letter;
    Colour colour;
    bool is_dark;  // its letter is white
};
// Demand is not among them, because nothing is lacking where it limits.
constexpr std::array<Lack, 4> lacks = {{{"orientation", {"O", "O"}, Colour::orange, false},
                                        {"slots", {"C", "S"}, Colour::blue, true},
                                        {"hours", {"A", "A"}, Colour::teal, false},
                                        {"funds", {"F", "F"}, Colour::plum, true}}};

// One month at a centre and the limit that binds most; nullptr when none does.
struct CentreMonth {
    int year = 0, month = 0;
    const Lack* lack = nullptr;
    double share = 0;

    [[nodiscard]] bool is_visible() const { return lack != nullptr && share >= visible; }
    [[nodiscard]] std::size_t place() const { return static_cast<std::size_t>(lack - lacks.data()); }
};

struct Centre {
    Place place;
    std::vector<CentreMonth> months;

    [[nodiscard]] double total() const {
        return std::accumulate(months.begin(), months.end(), 0.0,
                               [](double sum, const CentreMonth& m) { return sum + m.share; });
    }
    // The extent of each limit: the sum of its shares of days.
    [[nodiscard]] std::array<double, lacks.size()> totals() const {
        std::array<double, lacks.size()> sums{};
        for (const auto& month : months) {
            if (month.lack != nullptr) sums[month.place()] += month.share;
        }
        return sums;
    }
};

// «C · Cupos»: the letter also stands in the cells, so that colour is never the only sign.
std::string name_of(const Subject& s, const Lack& lack) {
    return in(lack.letter, s.lang) + " · " + limit_name(lack.id, s.lang);
}

CentreMonth month_of(const Subject& s, const Place& place, int year, int month) {
    CentreMonth found = {year, month, nullptr, 0};
    for (const auto& lack : lacks) {
        const std::string measure = std::string("limit_") + lack.id;
        const Figure figure = s.figures.find({measure, year, Level::office, place.office->id, month});
        if (figure.has_value() && figure.mean_value() > found.share) {
            found.lack = &lack;
            found.share = figure.mean_value();
        }
    }
    return found;
}

// The centres with limits of their own, from north to south; satellites share those of their main centre.
std::vector<Centre> centres_of(const Subject& s) {
    std::vector<Centre> centres;
    for (const auto& place : north_to_south(s.run)) {
        const results::At any = {"limit_demand", s.run.years.front(), Level::office, place.office->id, 1};
        if (s.figures.index().estimate(any) == nullptr) continue;
        Centre centre = {place, {}};
        for (const int year : s.run.years) {
            for (int month = 1; month <= 12; ++month) centre.months.push_back(month_of(s, place, year, month));
        }
        centres.push_back(std::move(centre));
    }
    return centres;
}

// If there are too many to read, those where most is lacking, still from north to south.
std::vector<Centre> legible(const std::vector<Centre>& all) {
    if (all.size() <= most_rows) return all;
    std::vector<std::size_t> by_lack(all.size());
    std::iota(by_lack.begin(), by_lack.end(), std::size_t{0});
    std::stable_sort(by_lack.begin(), by_lack.end(),
                     [&](std::size_t a, std::size_t b) { return all[a].total() > all[b].total(); });
    by_lack.resize(most_rows);
    std::sort(by_lack.begin(), by_lack.end());
    std::vector<Centre> kept;
    for (const std::size_t place : by_lack) kept.push_back(all[place]);
    return kept;
}

Chart chart(const Subject& s, const std::vector<Centre>& centres) {
    constexpr Text lacking{"Lo que más falta", "What is lacking most"};
    constexpr Text share_of_days{"% de los días", "% of the days"};
    Chart made{.kind = Chart::Kind::heat};
    made.tips = {in(words::centre, s.lang), in(words::month, s.lang), in(lacking, s.lang), in(share_of_days, s.lang)};
    made.is_wide = true;
    for (const auto& lack : lacks) {
        made.series.push_back({.name = name_of(s, lack),
                               .colour = lack.colour,
                               .letter = in(lack.letter, s.lang),
                               .is_dark = lack.is_dark});
    }
    for (const auto& month : centres.front().months) made.columns.push_back(month_id(month.year, month.month));
    for (const auto& centre : centres) {
        made.rows.push_back(centre.place.name);
        for (const auto& month : centre.months) {
            if (month.is_visible()) {
                made.marks.push_back({.label = centre.place.name,
                                      .series = month.place(),
                                      .value = month.share,
                                      .group = month_id(month.year, month.month)});
            }
        }
    }
    return made;
}

Table twin(const Subject& s, const std::vector<Centre>& centres) {
    Table table{{s.left(words::centre)}};
    for (const auto& month : centres.front().months) table.columns.push_back({month_id(month.year, month.month)});
    for (const auto& centre : centres) {
        std::vector<Sentence> cells = {sayable(centre.place.name)};
        for (const auto& month : centre.months) {
            cells.push_back(month.is_visible() ? s.say(month.lack->letter) + Cell(document::Words{" "}) +
                                                     sayable(document::share(month.share))
                                               : Sentence());
        }
        table.row(std::move(cells));
    }
    return table;
}

Sentence finding(const Subject& s, const std::vector<Centre>& centres) {
    constexpr Text text{
        "En {0} de los meses de los centros algo falta en 1 de cada 4 días o más; lo que más falta son {1}, sobre todo "
        "en {2}",
        "In {0} of the centres’ months something is lacking on 1 in 4 days or more; what is lacking most are {1}, "
        "above all in {2}"};
    constexpr Text none{"En ningún centro y mes falta nada: lo que limita es la demanda",
                        "Nothing is lacking in any centre or month: what limits is demand"};
    std::array<double, lacks.size()> totals{};
    double lacking = 0, all = 0;
    for (const auto& centre : centres) {
        const auto more = centre.totals();
        std::transform(totals.begin(), totals.end(), more.begin(), totals.begin(), std::plus<>());
        all += static_cast<double>(centre.months.size());
        lacking += static_cast<double>(std::count_if(centre.months.begin(), centre.months.end(),
                                                     [](const CentreMonth& m) { return m.share >= lettered; }));
    }
    const auto most = static_cast<std::size_t>(std::max_element(totals.begin(), totals.end()) - totals.begin());
    if (totals[most] <= 0) return s.say(none);
    const auto& worst = *std::max_element(centres.begin(), centres.end(), [&](const Centre& a, const Centre& b) {
        return a.totals()[most] < b.totals()[most];
    });
    return s.say(text, Cell(document::share(lacking / all)), s.say(lack_of(lacks[most].id)), worst.place.name);
}

void add_figure(const Subject& s, Section& section) {
    constexpr Text reading{
        "Una fila por centro (con sus satélites), de norte a sur; una columna por mes. El color y la letra dicen qué "
        "falta más; la intensidad, en qué parte de los días. En blanco: menos de 2 %. Con letra: 25 % o más.",
        "One row for each centre (with its satellites), from north to south; one column for each month. Colour and "
        "letter say what is lacking most; the strength, on what share of the days. Blank: less than 2%. With a letter: "
        "25% or more."};
    constexpr Text only_the_most{" Se muestran los {0} centros a los que más les falta, de {1}.",
                                 " The {0} centres that lack most are shown, of {1}."};
    const auto all = s.run.years.empty() ? std::vector<Centre>() : centres_of(s);
    const auto centres = legible(all);
    if (centres.empty()) return;
    Sentence how = s.say(reading);
    if (centres.size() < all.size()) how += s.say(only_the_most, centres.size(), all.size());
    section.blocks.emplace_back(
        document::Figure{"grafico-limites", finding(s, centres), how, chart(s, centres), twin(s, centres)});
}

// The limit's measure has an interval; for a run that only has the share, that alone is shown.
Sentence cell_of(const Subject& s, int year, const std::string& id) {
    const std::string measure = "limit_" + id;
    if (const Figure figure = s.figures.find({measure, year}); figure.estimate != nullptr) return figure.with_error();
    const auto* limit = find_limit(s.run, year, id);
    return sayable(document::share(limit == nullptr ? results::undefined : limit->share, 1));
}

Table by_year(const Subject& s) {
    Table table{{s.left(words::year)}};
    for (const char* id : limit_ids) table.columns.push_back({limit_name(id, s.lang)});
    for (const int year : s.run.years) {
        std::vector<Sentence> cells = {sayable(year)};
        for (const char* id : limit_ids) cells.push_back(cell_of(s, year, id));
        table.row(std::move(cells));
    }
    return table;
}

}  // namespace

Section limits(const Subject& s) {
    constexpr Text title{"Qué falta, dónde y cuándo", "What is lacking, where and when"};
    constexpr Text limits_title{"Qué limita al programa, en % de los días-centro",
                                "What limits the programme, in % of centre-days"};
    Section section{"limites", in(title, s.lang), {}, Media::screen};
    add_figure(s, section);
    const Sentence heading = s.say(simulated(s.run), s.say(limits_title));
    section.blocks.emplace_back(Paragraph{heading, Paragraph::Kind::heading});
    section.blocks.emplace_back(Tabled{by_year(s), heading});
    section.blocks.emplace_back(Paragraph{how_to_read_limits(s.run, s.lang), Paragraph::Kind::note});
    return section;
}

}  // namespace aforo::told
