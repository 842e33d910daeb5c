// The days of executed months: so many are attended, begin a plan and become alliances as were in the scenario's
// record, a month's spread evenly over its working days. Who they are is simulated. Nobody comes but who is attended;
// those who waited before go first. Of plans the record may say more than enterprises wait for one; the rest is placed
// on the list.
#pragma once

#include <vector>

#include "world.hpp"

namespace aforo::model {

class Alliances;
class Arrivals;
class Attention;
class Diagnosis;
class WaitingLists;

class Executed {
public:
    Executed(World& world, Arrivals& arrivals, Attention& attention, Diagnosis& diagnosis, WaitingLists& waiting_lists,
             Alliances& alliances)
        : w_(world),
          arrivals_(arrivals),
          attention_(attention),
          diagnosis_(diagnosis),
          waiting_lists_(waiting_lists),
          alliances_(alliances) {}

    void begin_month();
    // Schedules the day's closing, when all that was done on it is.
    void begin_day(Date day);
    void on_day_ends();
    // A service that began before the executed months has ended in one: it is one of theirs.
    void count_attended(EnterpriseId id) { attended_ += w_.enterprises[id].profile.persons; }

private:
    // Of a month's number, what has been done by today.
    [[nodiscard]] int by_today(int of_month) const;
    void attend();
    void begin_plans();
    // The office of the next arrival or plan, by the offices' shares of the demand.
    [[nodiscard]] OfficeId draw_office();
    void come(int& persons_left);
    void begin_plan_of_another();
    // The next key of an office's day that nobody else has.
    [[nodiscard]] std::uint64_t next_key(OfficeId office, std::uint32_t first_layer, std::vector<std::uint32_t>& used);

    World& w_;
    Arrivals& arrivals_;
    Attention& attention_;
    Diagnosis& diagnosis_;
    WaitingLists& waiting_lists_;
    Alliances& alliances_;
    int day_ = 0;                                            // working days of the month so far, today's included
    int attended_ = 0, begun_ = 0, realised_ = 0;            // in the month
    std::uint32_t drawn_ = 0;                                // offices drawn today
    std::vector<double> shares_;                             // by office, cumulative
    std::vector<std::uint32_t> arrivals_used_, plans_used_;  // by office, keys given today
};

}  // namespace aforo::model
