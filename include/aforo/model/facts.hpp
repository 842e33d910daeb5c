// What happens in the model, told to whoever watches. Facts are pushed, never asked for; a watcher sees what it needs
// and can change nothing. A fact may be told later than it happened (patience is decided when a turn comes): `at` is
// when it happened, and that is what counts.
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

// Where an enterprise is. Every arrival is in exactly one, at any time, in every office.
enum class State : std::uint8_t {
    on_the_way,  // arrives later today: not yet counted
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

// One enterprise's way through the programme, as far as it has come. One cache line: tens of thousands are alive at
// once.
struct alignas(64) Enterprise {
    std::uint64_t key = 0;        // permanent: the same enterprise in every scenario
    Time since{};                 // when it entered its present state
    Time deadline = Time::max();  // until when it is willing to wait; in a plan, when its next session is
    policy::Profile profile;
    float latent = 0;              // true sustainability; only its measurement is known to rules
    OfficeId office;               // where it came
    float hazard = 0;              // of dropping out after a session of this plan
    union {                        // nobody is attended in a plan
        std::uint16_t server = 0;  // who attends it
        std::uint16_t minutes;     // attended in this plan
    };
    std::uint16_t bookings = 0;        // sessions booked in this plan
    std::uint16_t returns = 0;         // to attention, after leaving without a plan
    std::uint8_t plans = 0;            // begun
    std::uint8_t sessions = 0;         // attended in this plan
    std::int16_t admitted_year = 0;    // of its latest admission
    std::uint8_t failed : 4 = 15;      // of who is referred: index of the criterion that it did not meet
    std::uint8_t interrupted : 4 = 0;  // plans cut short as advisors left: it waits as before them; 15: or more
    bool seeks_diagnosis : 1 = true;
    bool declines : 1 = false;  // the slot that it asks for now
    bool counted : 1 = false;   // has been admitted since the first measured year
    State state : 4 = State::on_the_way;

    // Of who asks for a slot: a graduate who wants another plan.
    [[nodiscard]] bool is_re_entry() const { return plans > interrupted; }
};
static_assert(sizeof(Enterprise) == 64);

enum class FactKind : std::uint8_t {
    arrived,
    returned,         // to attention, after leaving without a plan
    balked,           // found too many waiting for attention
    left_attention,   // out of patience before attention
    attention_began,  // since: arrival
    attended,         // attention and diagnosis, if any, are done
    informed,         // wanted information only
    diagnosed,
    referred,         // who->failed says by which criterion
    qualified,        // asks for a slot for the first time
    requested_again,  // a graduate asks for another plan
    turned_away,      // found too many waiting for a slot
    withdrew,         // out of patience for a slot
    still_waiting,    // for a slot, at the simulation's end; since: the request
    declined,
    admitted,  // since: the request
    session_held,
    no_show,
    interrupted,  // its advisor left and it went back to the list; since: admission
    dropped_out,  // since: admission
    graduated,    // since: admission
    count_of_kinds
};

// Carries what depends on time, so that nobody has to know when the model changes the enterprise itself.
struct Fact {
    FactKind kind;
    int year, month;  // of `at`; the month since the first simulated
    Time at;
    Time since;  // start of the interval that the fact ends, where it ends one
    const Enterprise* who;
    bool first_of_year = false;  // of admissions: the enterprise's first of the year
    bool first_ever = false;     // of admissions: its first since the first measured year
};

// Drawn at graduation, twice with the same numbers: with the programme, and had it not been there.
struct OutcomeFact {
    Time at;
    const Enterprise* who;
    bool in_sii;  // formal: tax records can show it
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
    bool is_everywhere = true;  // where centres have funds of their own: no centre that works has any left
};

// What the ledger posted; told only to who wants it.
struct PostingFact {
    Time at;
    Posting posting;
    int centre;                // permanent id of the main centre that it is about; 0: of none
    std::uint64_t enterprise;  // key; 0: of none
};

// Told at the end of each month, after its last payments.
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
};

// What an office had and used in a year, for utilisations; slots and agenda only at those with advisors.
struct OfficeYearFact {
    int year;
    OfficeId office;
    double slot_days, slot_days_used;  // places in the caseload × days, those taken after a cut too
    double agenda_hours, agenda_hours_booked;
    double desk_hours, desk_hours_busy;  // rostered; of services begun in the year
};

// Which limits bind at a centre on a working day, at opening.
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
    virtual void on(const OfficeYearFact&) {}
    virtual void on(const CentreDayFact&) {}

    // Asked once at the start of a replication; most do not, and then postings cost nothing.
    [[nodiscard]] virtual bool wants_postings() const { return false; }
    virtual void on(const PostingFact&) {}
};

}  // namespace aforo::model
