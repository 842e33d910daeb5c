// The note on what the model was checked against, for auditors.
#pragma once

#include <cstdint>

#include "aforo/document/document.hpp"

namespace aforo::told {

// The programme's model held against queueing theory, on this machine.
struct TheoryChecked {
    document::Table table;
    int comparisons = 0, beyond = 0;
    double bound = 0;  // of |z|
    int replications = 0;
    std::uint64_t seed = 0;
};

// How many numbers the scenario has by what is known of them.
struct NumbersKnown {
    int all = 0, published = 0, assumed = 0, with_range = 0;
};

// `calibration` is the report of a calibration, whose figures the note takes over; `manifest` identifies it.
[[nodiscard]] document::Document validation_note(const TheoryChecked& theory, const NumbersKnown& numbers,
                                                 const document::Document& calibration,
                                                 const results::Manifest& manifest, core::Lang lang);

}  // namespace aforo::told
