// What each random number of an enterprise, an office-day or a linkage is for. Append only: a purpose keeps its block
// and lane for ever, so that a new one shifts nobody's numbers. One block is drawn at a time and serves four purposes.
#pragma once

#include "aforo/random/streams.hpp"

namespace aforo::model {

struct Purpose {
    std::uint32_t block;
    int lane;
};

namespace purpose {
// Of an arrival, once.
inline constexpr Purpose time_of_day{0, 1}, seeks_diagnosis{0, 2}, attention_patience{0, 3};
inline constexpr Purpose territory{1, 0}, kind{1, 1}, sex{1, 2}, commitment{1, 3};
inline constexpr Purpose agri_forestry{2, 0}, attended_sector{2, 1}, sales{2, 2};
inline constexpr Purpose latent{3, 0}, scores{3, 1};
// Of coming to attention; visit = returns before it. So is attention_patience.
inline constexpr Purpose errors{2, 3};
inline constexpr Purpose attention_length{5, 0}, diagnosis_length{5, 1};
// Of a request for a slot; visit = request_number.
inline constexpr Purpose slot_patience{6, 0}, decline{6, 1};
// Of a plan; visit = plans begun before it.
inline constexpr Purpose first_lead{6, 2}, stay{6, 3};
inline constexpr Purpose sales_growth{8, 0}, survival{8, 1}, repeat{8, 2}, cooldown{8, 3};
// Of a booked session; visit = plan × 4096 + booking. What it decides of the next session comes with it: one block for
// each session is enough.
inline constexpr Purpose no_show{7, 0}, next_length{7, 1}, spacing{7, 2}, dropout{7, 3};
// Of an office-day and layer: how many come. Of a centre-day and layer: how many linkages.
inline constexpr Purpose count{9, 0};
// Of a request for a slot; visit = request_number.
inline constexpr Purpose lot{11, 0};
// Of an arrival, once.
inline constexpr Purpose persons{12, 0};
// Of leaving without a plan; visit = returns before it.
inline constexpr Purpose returns{12, 1}, return_delay{12, 2};
// Of an office-day, and of a year (entity 0): demand's own randomness.
inline constexpr Purpose day_factor{13, 0}, year_factor{13, 1};
// Of a graduation; visit = plans.
inline constexpr std::uint32_t epg_block = 14;  // and the next one: eight outcomes
// Of a plan; visit = plans begun before it.
inline constexpr Purpose first_length{16, 0};
// Of a linkage.
inline constexpr Purpose linkage_time{10, 1}, linkage_length{10, 2}, linkage_success{10, 3};
}  // namespace purpose

// The four uniforms of one block, asked for by purpose.
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

// Permanent key of a thing that comes to an office: (office id, civil day, layer, index in the layer's day).
[[nodiscard]] constexpr std::uint64_t arrival_key(int office_id, std::int64_t day, std::uint32_t layer,
                                                  std::uint32_t index) {
    return std::uint64_t(office_id) << 48 | (std::uint64_t(day) & 0xFFFFF) << 28 | std::uint64_t(layer & 0xFFFFF) << 8 |
           (index & 0xFF);
}

// Which request for a slot it is, by the plans begun and the returns to attention before it. Below 2²⁴.
[[nodiscard]] constexpr std::uint32_t request_number(std::uint8_t plans, std::uint16_t returns) {
    return std::uint32_t{returns} << 8 | plans;
}

// The civil day on which it came.
[[nodiscard]] constexpr std::int64_t day_of_key(std::uint64_t key) {
    return static_cast<std::int64_t>(key >> 28 & 0xFFFFF);
}

}  // namespace aforo::model
