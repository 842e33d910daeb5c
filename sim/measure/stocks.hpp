// The states in which enterprises wait or stay, and the facts by which they enter and leave. Levels follow exactly from
// these flows, because the simulation starts empty but for who is placed.
#pragma once

#include <vector>

#include "aforo/model/facts.hpp"

namespace aforo::measure {

struct Stock {
    const char* at_year_end;   // column of the yearly measure
    const char* at_month_end;  // column of the monthly series
    std::vector<model::FactKind> in, out;
};

inline const std::vector<Stock>& stocks() {
    using K = model::FactKind;
    static const std::vector<Stock> all = {
        {"attention_waiting_year_end",
         "attention_waiting",
         {K::arrived, K::returned, K::placed_for_attention},
         {K::attention_began, K::left_attention, K::balked}},
        {"waiting_year_end",
         "waiting",
         {K::qualified, K::requested_again, K::interrupted, K::placed_on_list, K::placed_by_record},
         {K::admitted, K::withdrew, K::declined, K::turned_away}},
        {"in_plan_year_end",
         "in_plan",
         {K::admitted, K::placed_in_plan},
         {K::graduated, K::dropped_out, K::interrupted}}};
    return all;
}

}  // namespace aforo::measure
