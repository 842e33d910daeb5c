// The ledger of the first replication by month and component, in pesos, with sums computed again by the workbook.
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>

#include "run_parts.hpp"
#include "sheet_cells.hpp"

namespace aforo::told {

namespace {

// First the sources of money, then where it is. The balance of a source is what it gave.
struct Account {
    std::string_view name;
    Text title;
    bool is_source;
};
constexpr auto accounts = std::to_array<Account>({{"appropriated", {"Presupuesto", "Appropriation"}, true},
                                                  {"transferred", {"Traspasos", "Transfers"}, true},
                                                  {"overrun", {"Sobregiro", "Overrun"}, true},
                                                  {"earlier_years", {"Años anteriores", "Earlier years"}, true},
                                                  {"available", {"Disponible", "Available"}, false},
                                                  {"committed", {"Comprometido", "Committed"}, false},
                                                  {"paid", {"Pagado", "Paid"}, false},
                                                  {"returned", {"Devuelto", "Returned"}, false},
                                                  {"cut", {"Recortado", "Cut"}, false},
                                                  {"treasury", {"Fisco", "Treasury"}, false}});
constexpr std::size_t sources = 4;
constexpr std::size_t first_account = 3;  // after year, month and component
constexpr std::size_t check = first_account + accounts.size();
// The tables of the sheet: 0 the sum of all differences, then the months, and where they meet what the run stores.
constexpr std::size_t month_table = 1, meeting_table = 2;

using Balances = std::array<std::int64_t, accounts.size()>;

struct LedgerMonth {
    int year = 0, month = 0;
    std::string component;
    Balances net{};
};

double pesos(std::int64_t amount) { return static_cast<double>(amount); }

std::size_t place_of(std::string_view account) {
    std::size_t place = 0;
    while (place < accounts.size() && accounts[place].name != account) ++place;
    return place;
}

std::vector<LedgerMonth> months_of(const results::Run& run) {
    std::vector<LedgerMonth> months;
    for (const auto& line : run.ledger) {
        if (months.empty() || months.back().year != line.year || months.back().month != line.month ||
            months.back().component != line.component) {
            months.push_back({line.year, line.month, line.component, {}});
        }
        const std::size_t place = place_of(line.account);
        if (place == accounts.size()) continue;
        const std::int64_t received = line.received - line.given;
        months.back().net[place] += accounts[place].is_source ? -received : received;
    }
    return months;
}

std::int64_t unexplained(const Balances& net) {
    std::int64_t sum = 0;
    for (std::size_t a = 0; a < accounts.size(); ++a) sum += accounts[a].is_source ? net[a] : -net[a];
    return sum;
}

// Sources minus uses as a live formula; always 0.
Sentence check_of(std::size_t row, const Balances& net) {
    return sayable(live_pesos({"=SUM(", across(month_table, row, first_account, first_account + sources - 1), ")-SUM(",
                               across(month_table, row, first_account + sources, check - 1), ")"},
                              pesos(unexplained(net))));
}

Table month_table_of(const Subject& s, const std::vector<LedgerMonth>& months) {
    Table table{{s.left(words::year), s.left(words::month), s.left(words::component)}};
    for (const auto& account : accounts) table.columns.push_back(s.right(account.title));
    table.columns.push_back(s.right(words::difference));
    Balances sums{};
    for (const auto& month : months) {
        std::vector<Sentence> cells = {sayable(month.year), sayable(document::Month{month.year, month.month}),
                                       sayable(component_name(month.component, s.lang))};
        for (std::size_t a = 0; a < accounts.size(); ++a) {
            cells.push_back(sayable(document::count(pesos(month.net[a]))));
            sums[a] += month.net[a];
        }
        cells.push_back(check_of(table.rows.size(), month.net));
        table.row(std::move(cells));
    }
    std::vector<Sentence> total = {s.say(words::total), {}, {}};
    for (std::size_t a = 0; a < accounts.size(); ++a) {
        const auto rows = down(month_table, first_account + a, 0, months.size() - 1);
        total.push_back(sayable(live_pesos({"=SUM(", rows, ")"}, pesos(sums[a]))));
    }
    total.push_back(check_of(table.rows.size(), sums));
    table.total(std::move(total));
    return table;
}

// A value that the run stores for the first replication, back in the ledger's pesos; NaN if its replications were not
// kept.
double stored(const Subject& s, std::string_view measure, int year, const std::string& component) {
    const auto values = s.figures.index().samples({measure, year, Level::component, component});
    return values.empty() ? results::undefined : std::round(values.front() / s.run.prices.factor(year) * 1000);
}

struct Compared {
    std::string_view measure, account;
};
constexpr auto compared =
    std::to_array<Compared>({{"appropriation", "appropriated"}, {"spending", "paid"}, {"unspent", "returned"}});

// The table in which ledger and run meet, and the sum of the absolute differences.
struct Meeting {
    Table table;
    double difference = 0;
};

Meeting titled(const Subject& s) {
    constexpr Text in_ledger{"{0}, según el libro", "{0}, by the ledger"};
    constexpr Text in_run{"{0}, según la corrida", "{0}, by the run"};
    Meeting meeting{{{s.left(words::year), {}, s.left(words::component)}}};
    for (const auto& c : compared) {
        const Sentence name = s.say(accounts[place_of(c.account)].title);
        meeting.table.columns.insert(meeting.table.columns.end(),
                                     {{s.title(in_ledger, name)}, {s.title(in_run, name)}, s.right(words::difference)});
    }
    return meeting;
}

// For each year and component: the sum of the ledger above, the value stored, and their difference, for three measures.
Meeting meeting_of(const Subject& s, const std::vector<LedgerMonth>& months) {
    std::map<std::pair<int, std::string>, Balances> totals;
    for (const auto& month : months) {
        auto& sums = totals[{month.year, month.component}];
        for (std::size_t a = 0; a < accounts.size(); ++a) sums[a] += month.net[a];
    }
    Meeting meeting = titled(s);
    const auto rows = [&](std::size_t column) { return absolute(down(month_table, column, 0, months.size() - 1)); };
    for (const auto& [of, sums] : totals) {
        const auto& [year, component] = of;
        const auto at = [&](std::size_t column) { return cell_at(meeting_table, meeting.table.rows.size(), column); };
        std::vector<Sentence> cells = {sayable(year), {}, sayable(component_name(component, s.lang))};
        for (const auto& c : compared) {
            const std::size_t place = place_of(c.account), column = cells.size();
            const double in_ledger = pesos(sums[place]), in_run = stored(s, c.measure, year, component);
            cells.push_back(sayable(
                live({"=SUMIFS(", rows(first_account + place), ",", rows(0), ",", at(0), ",", rows(2), ",", at(2), ")"},
                     in_ledger)));
            cells.push_back(number(in_run, {}));
            cells.push_back(std::isfinite(in_run)
                                ? sayable(live_pesos({"=", at(column), "-", at(column + 1)}, in_ledger - in_run))
                                : Sentence());
            if (std::isfinite(in_run)) meeting.difference += std::abs(in_ledger - in_run);
        }
        meeting.table.row(std::move(cells));
    }
    return meeting;
}

// The sum of all absolute differences, at the top of the sheet: $0.
Table difference_of(const Subject& s, const std::vector<LedgerMonth>& months, const Meeting& meeting) {
    std::vector<Formula::Part> parts = {"=SUMPRODUCT(ABS(", down(month_table, check, 0, months.size() - 1), "))"};
    for (std::size_t i = 0; i < compared.size(); ++i) {
        const std::size_t column = first_account + 3 * i + 2;
        parts.insert(parts.end(),
                     {"+SUMPRODUCT(ABS(", down(meeting_table, column, 0, meeting.table.rows.size() - 1), "))"});
    }
    double difference = meeting.difference;
    for (const auto& month : months) difference += pesos(std::abs(unexplained(month.net)));
    Table table{{{}, {}, {}}};
    table.total({s.say(words::difference), {}, sayable(live_pesos(std::move(parts), difference))});
    return table;
}

}  // namespace

Section ledger_sheet(const Subject& s) {
    constexpr Text title{"Libro mayor de la primera réplica, en pesos", "Ledger of the first replication, in pesos"};
    constexpr Text title_of_other_pesos{"Libro mayor de la primera réplica, en pesos de {0}, los del escenario",
                                        "Ledger of the first replication, in pesos of {0}, those of the scenario"};
    constexpr Text note{
        "Lo que cada cuenta cambia en el mes, por componente. Orígenes (presupuesto, traspasos, sobregiro, años "
        "anteriores) menos destinos (disponible, comprometido, pagado, devuelto, recortado, fisco) dan $0 en cada "
        "fila, y los "
        "totales por año son los que guarda la corrida. Cada asiento, uno por uno: aforo run … --ledger 0 deja "
        "libro-mayor.csv.",
        "What each account changes by in the month, by component. Sources (appropriation, transfers, overrun, earlier "
        "years) less uses (available, committed, paid, returned, cut, treasury) give $0 in each row, and totals by "
        "year are "
        "those that the run stores. Every posting, one by one: aforo run … --ledger 0 leaves libro-mayor.csv."};
    constexpr Text none{"Esta corrida no guardó su libro mayor.", "This run did not keep its ledger."};
    constexpr Text meeting_title{"Lo que suma el libro y lo que guarda la corrida, por año y componente",
                                 "What the ledger sums to and what the run stores, by year and component"};
    Section section{
        "libro-mayor",
        s.run.prices.are_converted() ? s.title(title_of_other_pesos, s.run.prices.index.of) : in(title, s.lang),
        {Paragraph{s.say(note)}},
        Media::workbook,
        in(sheets::ledger, s.lang)};
    section.is_annex = true;
    const auto months = months_of(s.run);
    if (months.empty()) {
        section.blocks.emplace_back(Paragraph{s.say(none)});
        return section;
    }
    Meeting meeting = meeting_of(s, months);
    section.blocks.emplace_back(Tabled{difference_of(s, months, meeting)});
    section.blocks.emplace_back(Tabled{month_table_of(s, months), {}, Media::workbook, true});
    section.blocks.emplace_back(Paragraph{s.say(meeting_title), Paragraph::Kind::heading});
    section.blocks.emplace_back(Tabled{std::move(meeting.table)});
    return section;
}

}  // namespace aforo::told
