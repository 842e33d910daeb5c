// Where enterprises stand still, and the facts that bring them there and take them away. The levels follow exactly
// from these flows since the empty start.
#pragma once

#include <vector>

#include "aforo/model/facts.hpp"

namespace aforo::measure {

struct Stock {
    const char* at_year_end;   // column of the year
    const char* at_month_end;  // column of the series
    std::vector<model::FactKind> in, out;
};

inline const std::vector<Stock>& stocks() {
    using K = model::FactKind;
    static const std::vector<Stock> all = {
        {"attention_waiting_year_end",
         "attention_waiting",
         {K::arrived, K::returned},
         {K::attention_began, K::left_attention, K::balked}},
        {"waiting_year_end",
         "waiting",
         {K::qualified, K::requested_again, K::interrupted},
         {K::admitted, K::withdrew, K::declined, K::turned_away}},
        {"in_plan_year_end", "in_plan", {K::admitted}, {K::graduated, K::dropped_out, K::interrupted}}};
    return all;
}

}  // namespace aforo::measure
