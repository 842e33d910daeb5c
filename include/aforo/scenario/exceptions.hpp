// Values by date and place: which value of a key rules at an office on a day. What is said of a satellite goes before
// what is said of its centre, then its region, then the whole programme; of two for the same place the later rules.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

// A key that may have exceptions. Staff and costs by place or by day are read in staffing.hpp, the rest from Terms.
struct ExceptionalKey {
    std::string_view path;
    bool has_places = true;  // otherwise only days
    bool is_amount = false;  // at a place, an amount of that office alone: a centre's says nothing of its satellites
};
[[nodiscard]] std::span<const ExceptionalKey> exceptional_keys();

[[nodiscard]] const Exception* ruling(const Scenario& s, std::string_view path, int office, core::Date day);
[[nodiscard]] bool has_place(const Exception& exception);
// Its value as a number; it was checked when the scenario was read.
[[nodiscard]] double number_of(const Exception& exception);
[[nodiscard]] Money money_of(const Exception& exception);

// Whether some exception is of this key.
[[nodiscard]] bool has_exceptions(const Scenario& s, std::string_view path);

// The days in [from, until) on which an exception begins or ends. Ascending, without repeats.
[[nodiscard]] std::vector<core::Date> exception_days(const Scenario& s, core::Date from, core::Date until);

// The scenario with each exception in turn as the value of its key, everywhere and always, for bounds and warnings.
// Amounts of single offices are left out, as they are some of the whole.
[[nodiscard]] std::vector<Scenario> each_everywhere(const Scenario& s);

// The sections as they are at some offices on some days.
struct Terms {
    Attention attention;
    Diagnosis diagnosis;
    WaitingList waiting_list;
    Advisory advisory;
    WorkPlan work_plan;
};

// The distinct terms of a scenario, and which of them rule where and when. The first are those without exceptions.
class TermsInTime {
public:
    explicit TermsInTime(const Scenario& s);

    // The index in all().
    [[nodiscard]] std::size_t at(int office, core::Date day);
    [[nodiscard]] const std::vector<Terms>& all() const { return all_; }

private:
    const Scenario& s_;
    Scenario lean_;  // without what values do not need
    std::vector<Terms> all_;
    std::vector<std::vector<const Exception*>> ruling_;  // by terms
};

}  // namespace aforo::scenario
