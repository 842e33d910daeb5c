// The purpose of each random number of an enterprise, an office-day or a linkage. Append only: a purpose keeps its
// block and lane for ever, so that a new one changes no other number. One draw gives a block for four purposes.
#pragma once

#include "aforo/random/streams.hpp"

namespace aforo::model {

struct Purpose {
    std::uint32_t block;
    int lane;
};

namespace purpose {
// Once for each arrival.
inline constexpr Purpose time_of_day{0, 1}, seeks_diagnosis{0, 2}, attention_patience{0, 3};
inline constexpr Purpose territory{1, 0}, kind{1, 1}, sex{1, 2}, commitment{1, 3};
inline constexpr Purpose agri_forestry{2, 0}, attended_sector{2, 1}, sales{2, 2};
inline constexpr Purpose latent{3, 0}, scores{3, 1};
// For each time at attention; visit = earlier returns. attention_patience is drawn so too.
inline constexpr Purpose errors{2, 3};
inline constexpr Purpose attention_length{5, 0}, diagnosis_length{5, 1};
// For each request for a slot; visit = request_number.
inline constexpr Purpose slot_patience{6, 0}, decline{6, 1};
// For each plan; visit = plans begun before it.
inline constexpr Purpose first_lead{6, 2}, stay{6, 3};
inline constexpr Purpose sales_growth{8, 0}, survival{8, 1}, repeat{8, 2}, cooldown{8, 3};
// For each booked session; visit = plan × 4096 + booking. It also holds what this session decides of the next one, so
// one block per session is enough.
inline constexpr Purpose no_show{7, 0}, next_length{7, 1}, spacing{7, 2}, dropout{7, 3};
// The number of arrivals of an office-day and layer, or of linkages of a centre-day and layer.
inline constexpr Purpose count{9, 0};
// For each request for a slot; visit = request_number.
inline constexpr Purpose lot{11, 0};
// Once for each arrival.
inline constexpr Purpose persons{12, 0};
// For each departure without a plan; visit = earlier returns.
inline constexpr Purpose returns{12, 1}, return_delay{12, 2};
// For each office-day, and for each year (entity 0): the variability of demand itself.
inline constexpr Purpose day_factor{13, 0}, year_factor{13, 1};
// For each graduation; visit = plans.
inline constexpr std::uint32_t epg_block = 14;  // and the block after it: eight outcomes
// For each plan; visit = plans begun before it.
inline constexpr Purpose first_length{16, 0};
// For each arrival and each plan of an executed day (entity: office 0, day, number): at which office.
inline constexpr Purpose executed_office{17, 0};
// For each enterprise that is there at the start (scenario::Initial).
inline constexpr Purpose waited{18, 0}, patience_left{18, 1}, sessions_done{18, 2}, until_next{18, 3};
// For each linkage.
inline constexpr Purpose linkage_time{10, 1}, linkage_length{10, 2}, linkage_success{10, 3};
}  // namespace purpose

// The four uniforms of one block, accessed by purpose.
class Draw {
public:
    Draw(const random::Streams& streams, std::uint64_t entity, std::uint32_t block, std::uint32_t visit = 0)
        : uniforms_(streams.draw(entity, block, visit)), block_(block) {}

    [[nodiscard]] double operator[](Purpose p) const { return p.block == block_ ? uniforms_[p.lane] : wrong_block(); }

private:
    [[noreturn]] static double wrong_block();

    random::Uniforms uniforms_;
    std::uint32_t block_;
};

// The permanent key of an arrival at an office: (office id, civil day, layer, index in the layer's day).
[[nodiscard]] constexpr std::uint64_t arrival_key(int office_id, std::int64_t day, std::uint32_t layer,
                                                  std::uint32_t index) {
    return std::uint64_t(office_id) << 48 | (std::uint64_t(day) & 0xFFFFF) << 28 | std::uint64_t(layer & 0xFFFFF) << 8 |
           (index & 0xFF);
}

// Identifies a request for a slot by the plans begun and the returns to attention before it. Below 2²⁴.
[[nodiscard]] constexpr std::uint32_t request_number(std::uint8_t plans, std::uint16_t returns) {
    return std::uint32_t{returns} << 8 | plans;
}

// The civil day in an arrival's key.
[[nodiscard]] constexpr std::int64_t day_of_key(std::uint64_t key) {
    return static_cast<std::int64_t>(key >> 28 & 0xFFFFF);
}

}  // namespace aforo::model
