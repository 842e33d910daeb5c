// Turns the values of replications into a run. Private to the module.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "aforo/experiment/study.hpp"

namespace aforo::experiment {

// Value `i` of every replication.
[[nodiscard]] std::vector<double> column_of(Values values, std::size_t i);

// The positions of the yearly values of a measure of the programme, one for each year. Monthly values may have its
// name.
[[nodiscard]] std::vector<std::size_t> yearly(const std::vector<measure::Key>& keys, std::string_view measure);

// The estimates, and the value of each replication.
struct Reduced {
    std::vector<results::Row> rows, series;
    results::Samples samples;
};
[[nodiscard]] Reduced reduced(const std::vector<measure::Key>& keys, Values values);

// The outcome of these replications, with the description of their scenario, whose digest is given. Their money is
// already in the stated pesos.
[[nodiscard]] Outcome outcome_of(const scenario::Scenario& scenario, const std::string& digest,
                                 const std::vector<measure::Key>& keys, Values values, std::uint64_t seed,
                                 const results::Prices& prices);

// Names the pesos in the unit of what is money.
void name_pesos(const results::Prices& prices, std::string& unit);

// As differences() in compare.hpp, for the reduced values of two scenarios; columns index the catalogue.
[[nodiscard]] std::vector<results::Difference> differences(const std::vector<results::Row>& base,
                                                           const results::Samples& of_base,
                                                           const std::vector<results::Row>& alternative,
                                                           const results::Samples& of_alternative, double alpha);

}  // namespace aforo::experiment
