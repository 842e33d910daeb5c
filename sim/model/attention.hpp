// The attention component: orientation staff at the desk of each office. Attention and, for those who take it,
// diagnosis are one service by one person. First come, first served; patience is checked when a turn comes.
#pragma once

#include <vector>

#include "losses.hpp"
#include "world.hpp"

namespace aforo::model {

class Arrivals;
class Diagnosis;
class Funding;

class Attention {
public:
    Attention(World& world, Arrivals& arrivals, Diagnosis& diagnosis, Funding& funding)
        : w_(world), arrivals_(arrivals), diagnosis_(diagnosis), funding_(funding) {}

    void restart();
    void begin_year();
    void begin_month();
    void begin_spell();
    // Opens the desks of the persons whose hours start in this shift of the day.
    void start_shift(Date day, std::size_t shift);
    void join(EnterpriseId id);
    void on_service_end(EnterpriseId id);
    // Begins services that waited for money, where a desk is open.
    void resume();
    // Sends away those whose patience has ended by now; called at the end.
    void settle();
    // Sends away all who wait, because the office no longer works.
    void close(OfficeId office);

    // Orientation binds when somebody has waited longer than the scenario calls usual at one of a centre's offices.
    [[nodiscard]] bool has_long_wait(OfficeId office) const;
    [[nodiscard]] const Losses& losses(OfficeId office) const { return desks_[office.value].losses; }
    [[nodiscard]] bool has_queue(OfficeId office) const;

    // Puts one that waits since earlier into the queue, and then all queues into the order of waiting.
    void place(EnterpriseId id);
    void put_in_order();
    // On an executed day: attends those who wait, the longest first, until so many persons have been; returns how many.
    [[nodiscard]] int execute(int persons);
    // Attends one who has just come.
    void execute(EnterpriseId id);
    // Sends away all who wait, as of a past time.
    void empty(Time at);

    [[nodiscard]] double hours_busy(OfficeId office) const { return core::in_hours(desks_[office.value].busy); }
    [[nodiscard]] double hours_rostered(OfficeId office) const { return core::in_hours(desks_[office.value].rostered); }

private:
    struct Person {
        Time opened{};    // today
        Time closes{};    // begins no service from then on, today
        Duration owed{};  // time worked past closing, deducted from the next openings
        bool busy = false;
    };
    // A queue that keeps its memory: a vector whose head index moves.
    struct Queue {
        std::vector<EnterpriseId> ids;
        std::size_t head = 0;
        [[nodiscard]] bool empty() const { return head == ids.size(); }
        [[nodiscard]] std::size_t size() const { return ids.size() - head; }
        [[nodiscard]] EnterpriseId first() const { return ids[head]; }
        void push(EnterpriseId id) { ids.push_back(id); }
        EnterpriseId pop();
    };
    struct DeskState {
        std::vector<Person> persons;
        Queue queue;
        Time first_to_leave = Time::max();  // the earliest deadline among those who wait, or earlier
        Duration busy{}, rostered{};        // in this year
        Losses losses;
    };

    [[nodiscard]] bool has_idle_person(OfficeId office) const;
    // The enterprise leaves because there is no room.
    void balk(EnterpriseId id);
    void attend_at_once(EnterpriseId id);
    [[nodiscard]] Duration service_of(const Enterprise& e) const;
    void settle(DeskState& desk);
    // The enterprise leaves because its patience ended before its turn.
    void lose(DeskState& desk, EnterpriseId id);
    // Persons who are free begin services until one cannot begin.
    void begin_services(OfficeId office);
    // Returns false when nobody waits, when the service must fit before closing and does not, or when funds lack.
    bool begin_service(OfficeId office, std::size_t person);
    bool begin_if_free(OfficeId office, std::size_t person);
    [[nodiscard]] bool compensates() const {
        return w_.blueprint.scenario.attention.overrun == scenario::Overrun::compensate;
    }
    [[nodiscard]] bool services_must_fit() const {
        return w_.blueprint.scenario.attention.overrun == scenario::Overrun::wait;
    }
    // Moves to the next in the queue who is still there; false when there is none.
    bool drop_the_impatient(DeskState& desk);

    World& w_;
    Arrivals& arrivals_;
    Diagnosis& diagnosis_;
    Funding& funding_;
    std::vector<DeskState> desks_;
};

}  // namespace aforo::model
