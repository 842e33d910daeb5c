// Enterprises come to offices: a non-homogeneous Poisson process, day by day.
#pragma once

#include "world.hpp"

namespace aforo::model {

struct Journey;

// Points of a Poisson process on one day, such that the same points come in every scenario: layers of a fixed rate,
// each with its own keyed numbers, thinned with each point's own uniform. With a higher rate, points are added and none
// moves. Calls visit(key, uniforms of the point's first block) for each point.
template <class Visit>
void poisson_points(const World& w, int office_id, std::int64_t day, double mean, std::uint32_t block, Visit visit);

class Arrivals {
public:
    Arrivals(World& world, Journey& journey) : w_(world), journey_(journey) {}

    void restart();
    void begin_year();
    // Schedules the arrivals of a working day, at all offices.
    void begin_day(Date day);
    void on_arrival(EnterpriseId id);
    // Comes to attention again, with the patience and the scores of another day.
    void on_return(EnterpriseId id);

private:
    void sample_profile(Enterprise& e) const;

    void set_patience(Enterprise& e, double u) const;

    World& w_;
    Journey& journey_;
    std::vector<double> come_;  // of each region's potential population, those not replaced yet
    double year_factor_ = 1;
};

inline constexpr std::uint32_t key_of_the_count = 0xFF;  // the index that no candidate of a layer has

template <class Visit>
void poisson_points(const World& w, int office_id, std::int64_t day, double mean, std::uint32_t block, Visit visit) {
    for (std::uint32_t layer = 0; layer_rate * layer < mean; ++layer) {
        const double keep = mean / layer_rate - layer;
        const std::uint64_t count_key = arrival_key(office_id, day, layer, key_of_the_count);
        const double u = w.streams.draw(count_key, purpose::candidates.block, block)[purpose::candidates.lane];
        for (std::uint32_t k = 0; u > w.plan.candidates[k]; ++k) {
            const std::uint64_t key = arrival_key(office_id, day, layer, k);
            const Draw draw = w.draw(key, block);
            if (draw[Purpose{block, 0}] < keep) visit(key, draw);
        }
    }
}

}  // namespace aforo::model
