#include "ledger_months.hpp"

namespace aforo::measure {

namespace {

// A year closes at its last instant, so the date of a posting is in the right year.
std::size_t month_of(const model::PostingFact& f) {
    return unsigned(std::chrono::year_month_day(core::day_of(f.at)).month()) - 1;
}

}  // namespace

void LedgerMonths::restart() {
    months_.assign(static_cast<std::size_t>(frame_.last_year - frame_.first_year + 1) * 12, {});
}

void LedgerMonths::add(const model::PostingFact& f) {
    const model::Posting& p = f.posting;
    if (p.year < frame_.first_year || p.year > frame_.last_year) return;
    const auto month = static_cast<std::size_t>(p.year - frame_.first_year) * 12 + month_of(f);
    Accounts& accounts = months_[month][static_cast<std::size_t>(p.component)];
    accounts[static_cast<std::size_t>(p.from)].given += p.amount.in_pesos();
    accounts[static_cast<std::size_t>(p.to)].received += p.amount.in_pesos();
}

std::vector<results::LedgerMonth> LedgerMonths::months() const {
    std::vector<results::LedgerMonth> lines;
    for (std::size_t m = 0; m < months_.size(); ++m) {
        for (std::size_t c = 0; c < model::components.size(); ++c) {
            for (std::size_t a = 0; a < account_names.size(); ++a) {
                const auto& [received, given] = months_[m][c][a];
                if (received == 0 && given == 0) continue;
                lines.push_back({frame_.first_year + static_cast<int>(m / 12), static_cast<int>(m % 12) + 1,
                                 results::components[c].id, account_names[a], received, given});
            }
        }
    }
    return lines;
}

}  // namespace aforo::measure
