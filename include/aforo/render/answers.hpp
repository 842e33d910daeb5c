// The machine file of answers to observations.
#pragma once

#include <string>

#include "aforo/results/answers.hpp"

namespace aforo::render {

// results.json: of each observation its figures, claims, and what its answer hangs on, in English.
[[nodiscard]] std::string answers_json(const results::Answers& answers);

}  // namespace aforo::render
