// What a scenario says that comes out of it against the scenario that it is to be compared with: a measure of results,
// perhaps of a region, office, group or component, in a year, and what the difference is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aforo::scenario {

struct Claim {
    // Rises and falls stand out of their error; unchanged is the same in every replication; of what cannot be told the
    // error holds 0; open is looked at and may be anything.
    enum class What : std::uint8_t { rises, falls, unchanged, cannot_be_told, open };
    std::string measure, id;  // id is empty for the programme
    int year = 0;
    What what = What::open;

    friend bool operator==(const Claim&, const Claim&) = default;
};

// «wait_days_mean band=medium 2027 baja», with the words sube, baja, no cambia, no se distingue and abierto; nothing
// for anything else. What the measure may be, results know.
[[nodiscard]] std::optional<Claim> claim_of(std::string_view text);
[[nodiscard]] std::string text_of(const Claim& claim);
[[nodiscard]] std::string_view word_of(Claim::What what);

}  // namespace aforo::scenario
