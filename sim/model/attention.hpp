// Component 1: orientation staff at the desk of each office. Attention and, for those who take it, diagnosis are one
// service by one person. First come, first served, with patience, which is decided when a turn comes.
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
    // Opens the desks of those whose hours start in this shift of the day.
    void start_shift(Date day, std::size_t shift);
    void join(EnterpriseId id);
    void on_service_end(EnterpriseId id);
    // Begins what waited for money, where a desk is open.
    void resume();
    // Sends away those whose patience has ended by now: at the horizon.
    void settle();
    // Sends away all who wait: it works no more.
    void close(OfficeId office);

    // Somebody has waited longer than the scenario calls usual at one of a centre's offices: orientation binds.
    [[nodiscard]] bool has_long_wait(OfficeId office) const;
    [[nodiscard]] const Losses& losses(OfficeId office) const { return desks_[office.value].losses; }
    [[nodiscard]] bool has_queue(OfficeId office) const;

    [[nodiscard]] double hours_busy(OfficeId office) const { return core::in_hours(desks_[office.value].busy); }
    [[nodiscard]] double hours_rostered(OfficeId office) const { return core::in_hours(desks_[office.value].rostered); }

private:
    struct Person {
        Time opened{};    // today
        Time closes{};    // begins no service from here on, today
        Duration owed{};  // worked past closing, taken off the next openings
        bool busy = false;
    };
    // A queue that keeps its memory: a vector with a moving head.
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
        Time first_to_leave = Time::max();  // of who waits: nobody's patience ends before
        Duration busy{}, rostered{};        // of this year
        Losses losses;
    };

    [[nodiscard]] bool has_idle_person(OfficeId office) const;
    // There is no room for it.
    void balk(EnterpriseId id);
    [[nodiscard]] Duration service_of(const Enterprise& e) const;
    void settle(DeskState& desk);
    // Its patience ended before its turn came.
    void lose(DeskState& desk, EnterpriseId id);
    // Those who are free begin with those who wait, until one cannot begin.
    void begin_services(OfficeId office);
    // False when nobody is there to be served, the service must fit before closing and does not, or funds lack.
    bool begin_service(OfficeId office, std::size_t person);
    bool begin_if_free(OfficeId office, std::size_t person);
    [[nodiscard]] bool compensates() const {
        return w_.blueprint.scenario.attention.overrun == scenario::Overrun::compensate;
    }
    [[nodiscard]] bool services_must_fit() const {
        return w_.blueprint.scenario.attention.overrun == scenario::Overrun::wait;
    }
    // The next in the queue that is still there; false when nobody is.
    bool drop_the_impatient(DeskState& desk);

    World& w_;
    Arrivals& arrivals_;
    Diagnosis& diagnosis_;
    Funding& funding_;
    std::vector<DeskState> desks_;
};

}  // namespace aforo::model
