// Who is there when the first measured year begins, by the scenario (scenario::Initial): waiting for attention, on the
// list, or in a plan.
#pragma once

#include "world.hpp"

namespace aforo::model {

class Advisory;
class Arrivals;
class Attention;
class Diagnosis;
class WaitingLists;

class Starting {
public:
    Starting(World& world, Arrivals& arrivals, Attention& attention, Diagnosis& diagnosis, WaitingLists& waiting_lists,
             Advisory& advisory)
        : w_(world),
          arrivals_(arrivals),
          attention_(attention),
          diagnosis_(diagnosis),
          waiting_lists_(waiting_lists),
          advisory_(advisory) {}

    // Puts them where they are; the caller then lets slots and desks take from the queues.
    void place();

private:
    enum class Kind : std::uint32_t { for_attention, on_list, in_plan };
    // How many at each office that works, by place.
    [[nodiscard]] std::vector<std::int64_t> at_offices(const scenario::AtOffices& amounts) const;
    void make_way();
    // By office, the plans that are said to be in course and are not; where there are more, the oldest end.
    [[nodiscard]] std::vector<std::int64_t> plans_lacking(const scenario::AtOffices& amounts) const;
    void place(Kind kind, const scenario::AtOffices& amounts, const Quantile& waited);
    // One that has waited so long, if the filter lets it through where it must have been diagnosed.
    bool place_one(Kind kind, OfficeId office, std::uint32_t index, const Quantile& waited);

    World& w_;
    Arrivals& arrivals_;
    Attention& attention_;
    Diagnosis& diagnosis_;
    WaitingLists& waiting_lists_;
    Advisory& advisory_;
};

}  // namespace aforo::model
