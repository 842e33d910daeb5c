// In which pesos a result's money is, as JSON. Private to the module.
#pragma once

#include <string>

#include "aforo/results/results.hpp"

namespace aforo::render {

// "prices": which pesos all money is in: nominal or the year of them, those that the scenario is written in, by what
// amounts of each year were multiplied, and the source of the index.
[[nodiscard]] std::string prices_json(const results::Run& run);
// An object with that as its first member.
[[nodiscard]] inline std::string with_prices(const std::string& object, const results::Run& run) {
    return "{" + prices_json(run) + "," + object.substr(1);
}

}  // namespace aforo::render
