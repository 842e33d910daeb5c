// The probes, one per file, and the table that lists them.
#pragma once

#include <array>
#include <memory>

#include "aforo/measure/probe.hpp"

namespace aforo::measure {

struct ProbeEntry {
    std::vector<results::Column> (*columns)();
    std::unique_ptr<Probe> (*make)(const Frame&);
};

std::vector<results::Column> flow_columns();
std::vector<results::Column> wait_columns();
std::vector<results::Column> use_columns();
std::vector<results::Column> alliance_columns();
std::vector<results::Column> money_columns();
std::vector<results::Column> outcome_columns();
std::vector<results::Column> limit_columns();
std::vector<results::Column> equity_columns();
std::vector<results::Column> targeting_columns();
std::vector<results::Column> series_columns();
std::vector<results::Column> initial_columns();
std::vector<results::Column> executed_columns();
std::unique_ptr<Probe> make_flow_probe(const Frame&);
std::unique_ptr<Probe> make_wait_probe(const Frame&);
std::unique_ptr<Probe> make_use_probe(const Frame&);
std::unique_ptr<Probe> make_alliance_probe(const Frame&);
std::unique_ptr<Probe> make_money_probe(const Frame&);
std::unique_ptr<Probe> make_outcome_probe(const Frame&);
std::unique_ptr<Probe> make_limit_probe(const Frame&);
std::unique_ptr<Probe> make_equity_probe(const Frame&);
std::unique_ptr<Probe> make_targeting_probe(const Frame&);
std::unique_ptr<Probe> make_series_probe(const Frame&);
std::unique_ptr<Probe> make_initial_probe(const Frame&);
std::unique_ptr<Probe> make_executed_probe(const Frame&);

inline constexpr std::array probe_table = {ProbeEntry{flow_columns, make_flow_probe},
                                           ProbeEntry{wait_columns, make_wait_probe},
                                           ProbeEntry{use_columns, make_use_probe},
                                           ProbeEntry{alliance_columns, make_alliance_probe},
                                           ProbeEntry{money_columns, make_money_probe},
                                           ProbeEntry{outcome_columns, make_outcome_probe},
                                           ProbeEntry{limit_columns, make_limit_probe},
                                           ProbeEntry{equity_columns, make_equity_probe},
                                           ProbeEntry{targeting_columns, make_targeting_probe},
                                           ProbeEntry{series_columns, make_series_probe},
                                           ProbeEntry{initial_columns, make_initial_probe},
                                           ProbeEntry{executed_columns, make_executed_probe}};

}  // namespace aforo::measure
