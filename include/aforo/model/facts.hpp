// What happens in the model, told to observers. Facts are pushed, never asked for; an observer cannot change anything.
// A fact may be told later than it happened, because patience is decided when a turn comes; `at` is when it happened,
// and that is what counts.
#pragma once

#include <cstdint>

#include "aforo/core/ids.hpp"
#include "aforo/core/money.hpp"
#include "aforo/core/time.hpp"
#include "aforo/model/ledger.hpp"
#include "aforo/policy/funding.hpp"
#include "aforo/policy/profile.hpp"

namespace aforo::model {

using core::Duration;
using core::OfficeId;
using core::Time;

// The state of an enterprise. At any time every arrival is in exactly one state, in every office.
enum class State : std::uint8_t {
    on_the_way,  // arrives later today and is not counted yet
    balked,
    waiting_for_attention,
    in_attention,
    left_attention,
    informed,
    referred,
    turned_away,
    waiting_for_slot,
    withdrew,
    declined,
    in_plan,
    dropped_out,
    graduated,
    count_of_states
};

// One enterprise's way through the programme so far. One cache line, because tens of thousands are alive at once.
struct alignas(64) Enterprise {
    std::uint64_t key = 0;        // permanent: identifies the same enterprise in every scenario
    Time since{};                 // when it entered its present state
    Time deadline = Time::max();  // end of its patience; in a plan, the time of its next session
    policy::Profile profile;
    float latent = 0;              // true sustainability; rules only see its measurement
    OfficeId office;               // the office where it arrived
    float hazard = 0;              // probability of dropping out after a session of this plan
    union {                        // an enterprise in a plan is not being attended
        std::uint16_t server = 0;  // index of the person who attends it
        std::uint16_t minutes;     // time attended in this plan
    };
    std::uint16_t bookings = 0;        // sessions booked in this plan
    std::uint16_t returns = 0;         // returns to attention after leaving without a plan
    std::uint8_t plans = 0;            // plans begun
    std::uint8_t sessions = 0;         // attended in this plan
    std::int16_t admitted_year = 0;    // of its latest admission
    std::uint8_t failed : 4 = 15;      // if referred: index of the criterion that it failed
    std::uint8_t interrupted : 4 = 0;  // plans cut short because advisors left; 15: or more
    bool seeks_diagnosis : 1 = true;
    bool declines : 1 = false;  // it will decline the slot that it now asks for
    bool counted : 1 = false;   // it has been admitted since the first measured year
    bool placed : 1 = false;    // it was there at the start, on the list
    State state : 4 = State::on_the_way;

    // For an enterprise that asks for a slot: whether it is a graduate who wants another plan.
    [[nodiscard]] bool is_re_entry() const { return plans > interrupted; }
};
static_assert(sizeof(Enterprise) == 64);

enum class FactKind : std::uint8_t {
    arrived,
    returned,         // to attention, after leaving without a plan
    balked,           // found too many waiting for attention
    left_attention,   // its patience ended before attention
    attention_began,  // since: arrival
    attended,         // attention, and diagnosis if any, are done
    informed,         // only wanted information
    diagnosed,
    referred,         // who->failed is the criterion
    qualified,        // asks for a slot for the first time
    requested_again,  // a graduate asks for another plan
    turned_away,      // found too many waiting for a slot
    withdrew,         // its patience for a slot ended
    still_waiting,    // for a slot when the simulation ends; since: the request
    declined,
    admitted,  // since: the request
    session_held,
    no_show,
    interrupted,           // its advisor left, and it returned to the list; since: admission
    dropped_out,           // since: admission
    graduated,             // since: admission
    placed_for_attention,  // by the scenario, when the first measured year begins (scenario::Initial)
    placed_on_list,
    placed_in_plan,
    placed_by_record,  // on the list, as more plans began in an executed month than enterprises waited
    count_of_kinds
};

// A fact carries all that depends on time, so that observers need not know when the model changes the enterprise.
struct Fact {
    FactKind kind;
    int year, month;  // of `at`; the month counts from the first simulated one
    Time at;
    Time since;  // start of the interval that the fact ends, if it ends one
    const Enterprise* who;
    bool first_of_year = false;  // for admissions: the enterprise's first of the year
    bool first_ever = false;     // for admissions: its first since the first measured year
};

// Outcomes are drawn at graduation, twice with the same numbers: with the programme and without it.
struct OutcomeFact {
    Time at;
    const Enterprise* who;
    bool in_sii;  // formal, so that tax records can show the outcome
    bool sales_up, sales_up_without;
    bool survives, survives_without;
    std::uint8_t epg, epg_without;  // a bit for each of scenario::EpgOutcome
};

enum class AllianceFactKind : std::uint8_t { started, failed, realised };
struct AllianceFact {
    AllianceFactKind kind;
    Time at;
    OfficeId centre;
};

// A commitment that was refused for lack of funds.
struct RefusalFact {
    Component component;
    Time at;
    policy::Spending why;
    bool is_everywhere = true;  // where centres have their own funds: no working centre has any left
};

// A posting of the ledger; told only to observers that want postings.
struct PostingFact {
    Time at;
    Posting posting;
    int centre;                // permanent id of the main centre concerned; 0: none
    std::uint64_t enterprise;  // its key; 0: none
};

// Told at the end of each month, after that month's last payments.
struct MonthAccountFact {
    int year, month;  // 1–12
    Component component;
    Money paid;  // since 1 January
};

// Told at the end of each fiscal year.
struct YearAccountFact {
    int year;
    Component component;
    Balance balance;
    Money cut_asked, transfer_asked;  // of which the balance has what was done; of a transfer, by who gives
    Money transfer_given;
};

// Told when the last executed month has ended: the money of its year.
struct CutAccountFact {
    int year;
    Component component;
    Money executed;   // since 1 January
    Money in_course;  // committed for plans in course
    Money fixed;      // committed for the staff and other fixed costs of the rest of the year
    Money left;       // appropriation plus transfers, less cuts, what was executed and plans in course
};

// What an office had and used in a year, for utilisation; slots and agenda only for offices with advisors.
struct OfficeYearFact {
    int year;
    OfficeId office;
    double slot_days, slot_days_used;  // places in the caseload × days; after a cut, also places still taken
    double agenda_hours, agenda_hours_booked;
    double desk_hours, desk_hours_busy;  // rostered; spent on services begun in the year
};

// The limits that bind at a centre on a working day, observed at opening.
struct CentreDayFact {
    Date day;
    OfficeId centre;
    bool orientation, slots, hours, funds;
};

class Observer {
public:
    virtual ~Observer() = default;

    virtual void on(const Fact&) {}
    virtual void on(const OutcomeFact&) {}
    virtual void on(const AllianceFact&) {}
    virtual void on(const RefusalFact&) {}
    virtual void on(const MonthAccountFact&) {}
    virtual void on(const YearAccountFact&) {}
    virtual void on(const CutAccountFact&) {}
    virtual void on(const OfficeYearFact&) {}
    virtual void on(const CentreDayFact&) {}

    // Asked once at the start of a replication; when false, postings cost nothing.
    [[nodiscard]] virtual bool wants_postings() const { return false; }
    virtual void on(const PostingFact&) {}
};

}  // namespace aforo::model
