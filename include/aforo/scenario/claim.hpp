// What a scenario predicts about its difference from the scenario that it is compared with: a measure of the results,
// perhaps of one region, office, group or component, a year, and the direction of the difference.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aforo::scenario {

struct Claim {
    // A rise or a fall exceeds its error; unchanged means equal in every replication; cannot_be_told means that the
    // confidence interval holds 0; open predicts nothing.
    enum class What : std::uint8_t { rises, falls, unchanged, cannot_be_told, open };
    std::string measure, id;  // id is empty for the programme
    int year = 0;
    What what = What::open;

    friend bool operator==(const Claim&, const Claim&) = default;
};

// Reads «wait_days_mean band=medium 2027 baja», with the words sube, baja, no cambia, no se distingue and abierto; any
// other text gives nothing. Whether the measure exists is not checked here.
[[nodiscard]] std::optional<Claim> claim_of(std::string_view text);
[[nodiscard]] std::string text_of(const Claim& claim);
[[nodiscard]] std::string_view word_of(Claim::What what);

}  // namespace aforo::scenario
