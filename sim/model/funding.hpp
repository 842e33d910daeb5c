// The programme's funds through the year: variable spending (policy/funding.hpp decides), fixed costs, work plans and
// what is still due for them, transfers, administration.
#pragma once

#include <array>

#include "aforo/model/ledger.hpp"
#include "aforo/policy/funding.hpp"
#include "world.hpp"

namespace aforo::model {

class Funding {
public:
    explicit Funding(World& world) : w_(world) {}

    void restart();
    // Opens the fiscal year, commits its fixed costs, then the amounts still due for current plans.
    void begin_year(const Year& year);
    // Makes the day's transfers, releases and freezes; returns whether some component has money that it lacked before.
    [[nodiscard]] bool begin_day(Date day);
    // On a month's last day, pays a twelfth of the fixed costs and administration's share of the month's spending.
    void end_month(Date last_day);
    void end_year();  // after its last month
    // After the last executed month: tells what it left, and shares what was spent among the centres' funds.
    void cut();

    // Commits and pays a variable cost; returns false, and tells so, when there are no funds for it.
    [[nodiscard]] bool spend_on_attention(EnterpriseId id);
    [[nodiscard]] bool spend_on_alliance(OfficeId centre);
    // Commits the enterprise's work plan, and pays the part due at admission.
    [[nodiscard]] bool spend_on_plan(EnterpriseId id);
    // Of a plan that is in course at the start the second half is still due, where plans are paid in halves.
    void owe_for_plan(EnterpriseId id);
    // A plan ends with `unused` of its `agreed` sessions: pays what is due now and, if the rule says so, gives back the
    // unused part. Returns whether money came back that somebody had been refused.
    bool end_plan(EnterpriseId id, int unused, int agreed);

    // Whether a commitment was refused this year with no money since, now or (was_exhausted) at an earlier time.
    [[nodiscard]] bool is_exhausted(Component c) const { return of(c).refused.is_now(); }
    [[nodiscard]] bool is_exhausted(Component c, OfficeId centre) const { return refused(c, centre).is_now(); }
    [[nodiscard]] bool was_exhausted(Component c, OfficeId centre, Time at) const { return refused(c, centre).was(at); }

    // The money paid since 1 January.
    [[nodiscard]] Money paid(Component c) const { return ledger_.balance(c).paid; }

private:
    // The latest period without money, from the first refusal until money came.
    class Shortage {
    public:
        void begin(Time at) {
            if (!is_now_) since_ = at;
            is_now_ = true;
        }
        void end(Time at) {
            if (is_now_) until_ = at;
            is_now_ = false;
        }
        [[nodiscard]] bool is_now() const { return is_now_; }
        [[nodiscard]] bool was(Time at) const { return since_ <= at && (is_now_ || at < until_); }

    private:
        bool is_now_ = false;
        Time since_{}, until_{};
    };
    // A component's funds this year. What is used of its variable money follows from the ledger.
    struct Funds {
        Money fixed;
        Money released;
        double released_share = 1;
        bool frozen = false, given_up = false;
        Shortage refused;
    };
    // A centre's part of advisory's variable money, where centres have one.
    struct CentreFunds {
        Money share, released, used;  // released: of the share, so far
        bool given_up = false;
        Shortage refused;
    };

    [[nodiscard]] Funds& of(Component c) { return funds_[static_cast<std::size_t>(c)]; }
    [[nodiscard]] const Funds& of(Component c) const { return funds_[static_cast<std::size_t>(c)]; }
    [[nodiscard]] const Shortage& refused(Component c, OfficeId centre) const {
        return c == Component::advisory && !centre_funds_.empty() ? centre_funds_[centre.value].refused : of(c).refused;
    }
    [[nodiscard]] static Money second_half(Money plan_cost) { return Money::pesos(plan_cost.in_pesos() / 2); }
    [[nodiscard]] bool pays_in_halves() const {
        return w_.blueprint.scenario.funding.plan_payment == scenario::PlanPayment::halves;
    }
    // The subject of a posting, for observers.
    struct Subject {
        OfficeId centre;
        std::uint64_t enterprise = 0;
    };
    [[nodiscard]] Subject subject_of(EnterpriseId id) const {
        const Enterprise& e = w_.enterprises[id];
        return {w_.blueprint.offices[e.office.value].centre, e.key};
    }
    template <class Post>
    void about(const Subject& who, Post post) {
        subject_ = &who;
        post();
        subject_ = nullptr;
    }

    // Commits `amount` and pays `now` of it; returns false when it may not be spent.
    [[nodiscard]] bool spend(Component c, Money amount, Money now, Entry what, const Subject& who);
    // Asks whether it may be spent; a refusal is told and remembered.
    [[nodiscard]] policy::Spending ask(Component c, Money amount, OfficeId centre);
    [[nodiscard]] bool all_centres_refused() const;
    // The year's variable money: appropriation plus transfers less fixed costs.
    [[nodiscard]] Money variable(Component c) const;
    [[nodiscard]] Money variable_used(Component c) const;
    void set_limits(Component c);
    // Money has come, so those refused may try again, unless the year was given up.
    void reopen(Component c);
    void reopen(CentreFunds& centre) const;
    void make_transfers(Date day);
    void make_cuts(Date day);
    void commit_plans_in_course();
    void pay_administration();
    void pay_executed(const ExecutedMonth& month);
    [[nodiscard]] Money direct_spending() const;

    World& w_;
    Ledger ledger_;
    std::array<Funds, 4> funds_{};
    std::vector<CentreFunds> centre_funds_;  // empty: one national pool
    std::vector<Money> unpaid_;              // by centre: the second halves of current plans
    struct Asked {
        Money cut, transfer, given;
    };
    std::array<Asked, 4> asked_{};      // this year
    Money administration_;              // posted this year as a share of direct spending
    Money executed_direct_;             // direct spending of this year's executed months, which has its own
    Time closes_{};                     // the time of postings made now, at the end of a month
    const Subject* subject_ = nullptr;  // of the postings made now
};

}  // namespace aforo::model
