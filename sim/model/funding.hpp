// The programme's funds through the year: what may be spent, fixed costs, administration.
#pragma once

#include <array>

#include "aforo/model/ledger.hpp"
#include "world.hpp"

namespace aforo::model {

class Funding {
public:
    explicit Funding(World& world) : w_(world) {}

    // Opens the fiscal year and commits its fixed costs.
    void begin_year(const Year& year);
    // Pays a twelfth of the fixed costs, and administration's part of the month's spending: at each month's end.
    void end_month(int month);
    void end_year();

    // Commits and pays a variable cost; false when there are no funds for it, which is told.
    [[nodiscard]] bool spend(Component c, Money amount);
    // A commitment of this year was refused, and no money has come since.
    [[nodiscard]] bool is_exhausted(Component c) const { return exhausted_[static_cast<std::size_t>(c)]; }

    // Since 1 January.
    [[nodiscard]] Money paid(Component c) const { return ledger_.balance(c).paid; }

private:
    [[nodiscard]] Money direct_spending() const;

    World& w_;
    Ledger ledger_;
    std::array<std::vector<Money>, 4> monthly_fixed_{};
    std::array<bool, 4> exhausted_{};
};

}  // namespace aforo::model
