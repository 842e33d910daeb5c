// The ledger of the first replication by month and component, in pesos, summed again by the workbook itself.
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>

#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

// Where money comes from, then where it is; a source's balance is what it gave.
struct Account {
    std::string_view name;
    T title;
    bool is_source;
};
constexpr auto accounts = std::to_array<Account>({{"appropriated", T::book_appropriated, true},
                                                  {"transferred", T::book_transferred, true},
                                                  {"overrun", T::book_overrun, true},
                                                  {"earlier_years", T::book_earlier_years, true},
                                                  {"available", T::book_available, false},
                                                  {"committed", T::book_committed, false},
                                                  {"paid", T::book_paid, false},
                                                  {"returned", T::book_returned, false},
                                                  {"treasury", T::book_treasury, false}});
constexpr std::size_t sources = 4;
constexpr std::size_t first_account = 3;  // after year, month and component
constexpr std::size_t check = first_account + accounts.size();
constexpr std::size_t columns = check + 1;

using Balances = std::array<std::int64_t, accounts.size()>;

struct Month {
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

std::vector<Month> months_of(const results::Run& run) {
    std::vector<Month> months;
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

// Sources less uses: nothing, live.
void add_check(Page& page, std::size_t row, const Balances& net, Style style) {
    const Range from{row, first_account, row, first_account + sources - 1},
        to{row, first_account + sources, row, check - 1};
    page.formula(row, check, "=SUM(" + from.name() + ")-SUM(" + to.name() + ")", pesos(unexplained(net)), style);
}

void add_month(Page& page, const Subject& s, std::size_t row, const Month& month) {
    page.number(row, 0, month.year, Style::general);
    page.month(row, 1, month.year, month.month);
    page.text(row, 2, component_name(month.component, s.lang));
    for (std::size_t a = 0; a < accounts.size(); ++a)
        page.number(row, first_account + a, pesos(month.net[a]), Style::count);
    add_check(page, row, month.net, Style::pesos);
}

void add_total(Page& page, const Subject& s, std::size_t row, std::size_t first, const std::vector<Month>& months) {
    page.text(row, 0, s.say(T::total), Style::total_text);
    Balances sums{};
    for (std::size_t a = 0; a < accounts.size(); ++a) {
        for (const auto& month : months) sums[a] += month.net[a];
        const std::size_t c = first_account + a;
        page.formula(row, c, "=SUM(" + Range{first, c, row - 1, c}.name() + ")", pesos(sums[a]), Style::total_pesos);
    }
    add_check(page, row, sums, Style::total_pesos);
}

// What the run stores of the first replication, back in pesos; NaN when its replications were not kept.
double stored(const Subject& s, std::string_view measure, int year, const std::string& component) {
    const auto values = s.index.samples({measure, year, results::Level::component, component});
    return values.empty() ? NAN : std::round(values.front() * 1000);
}

struct Compared {
    std::string_view measure, account;
};
constexpr auto compared =
    std::to_array<Compared>({{"appropriation", "appropriated"}, {"spending", "paid"}, {"unspent", "returned"}});

using Totals = std::map<std::pair<int, std::string>, Balances>;

// Of a year and component: what the ledger above sums to, what the run stores, and their difference; three times. What
// the differences come to, without their signs.
double add_meeting(Page& page, const Subject& s, std::size_t row, const Range& table, const Totals::value_type& total) {
    const auto& [year, component] = total.first;
    const std::string name = component_name(component, s.lang);
    page.number(row, 0, year, Style::general);
    page.text(row, 2, name);
    const auto rows = [&](std::size_t c) { return Range{table.row, c, table.last_row, c}.name(true); };
    double difference = 0;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        const std::size_t place = place_of(compared[i].account), at = first_account + 3 * i;
        const std::string sum = "=SUMIFS(" + rows(first_account + place) + "," + rows(0) + "," + cell_name(row, 0) +
                                "," + rows(2) + "," + cell_name(row, 2) + ")";
        const double in_ledger = pesos(total.second[place]), in_run = stored(s, compared[i].measure, year, component);
        page.formula(row, at, sum, in_ledger, Style::count);
        page.number(row, at + 1, in_run, Style::count);
        if (!std::isfinite(in_run)) continue;
        page.formula(row, at + 2, "=" + cell_name(row, at) + "-" + cell_name(row, at + 1), in_ledger - in_run,
                     Style::pesos);
        difference += std::abs(in_ledger - in_run);
    }
    return difference;
}

std::vector<std::string> meeting_titles(const Subject& s) {
    std::vector<std::string> titles = {s.say(T::year), "", s.say(T::component)};
    for (const auto& c : compared) {
        const std::string name = s.say(accounts[place_of(c.account)].title);
        titles.insert(titles.end(),
                      {s.say(T::book_in_ledger, name), s.say(T::book_in_run, name), s.say(T::difference)});
    }
    return titles;
}

// All differences without their signs, above everything: $0.
void add_difference(Page& page, const Subject& s, std::size_t row, const Range& table, const Range& meeting,
                    double difference) {
    page.text(row, 0, s.say(T::difference), Style::label);
    std::string formula = "=SUMPRODUCT(ABS(" + Range{table.row, check, table.last_row, check}.name() + "))";
    for (std::size_t i = 0; i < compared.size(); ++i) {
        const std::size_t c = first_account + 3 * i + 2;
        formula += "+SUMPRODUCT(ABS(" + Range{meeting.row, c, meeting.last_row, c}.name() + "))";
    }
    page.formula(row, 2, formula, difference, Style::total_pesos);
}

}  // namespace

void ledger_sheet(Book& book, const Subject& s) {
    Page& page = book.add(s.say(T::book_ledger));
    const auto months = months_of(s.run);
    const std::size_t top = title_rows(page, s.say(T::book_ledger_title), {s.say(T::book_ledger_note)}, columns);
    const std::size_t header = top + 2, first = header + 1, total = first + months.size();
    std::vector<std::string> titles = {s.say(T::year), s.say(T::month), s.say(T::component)};
    for (const auto& account : accounts) titles.push_back(s.say(account.title));
    titles.push_back(s.say(T::difference));
    page.header(header, titles);
    page.main_table(header, total - 1, columns, first_account);
    if (months.empty()) return page.text(first, 0, s.say(T::book_no_ledger));
    Totals totals;
    double difference = 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        add_month(page, s, first + i, months[i]);
        difference += pesos(std::abs(unexplained(months[i].net)));
        auto& sums = totals[{months[i].year, months[i].component}];
        for (std::size_t a = 0; a < accounts.size(); ++a) sums[a] += months[i].net[a];
    }
    add_total(page, s, total, first, months);
    page.text(total + 2, 0, s.say(T::book_meeting), Style::section);
    page.header(total + 3, meeting_titles(s));
    std::size_t row = total + 3;
    const Range table{first, 0, total - 1, check};
    for (const auto& sums : totals) difference += add_meeting(page, s, ++row, table, sums);
    add_difference(page, s, top, table, {total + 4, 0, row, check}, difference);
}

}  // namespace aforo::report
