// Enterprises come to offices: a non-homogeneous Poisson process, day by day.
#pragma once

#include "world.hpp"

namespace aforo::model {

class Alliances;
class Attention;

// Points of a Poisson process on one day, such that the same points come in every scenario: how many come is the
// Poisson quantile of a number keyed by office and day, and each point has numbers of its own. With a higher mean,
// points are added and none moves. Calls visit(key, uniforms of the point's first block) for each point.
template <class Visit>
void poisson_points(const World& w, int office_id, std::int64_t day, double mean, std::uint32_t block, Visit visit);

class Arrivals {
public:
    Arrivals(World& world, Attention& attention, Alliances& alliances)
        : w_(world), attention_(attention), alliances_(alliances) {}

    void restart();
    void begin_year();
    // Schedules the arrivals of a working day, at all offices.
    void begin_day(Date day);
    void on_arrival(EnterpriseId id);
    // Leaves without a plan, `at` now or before: some come to attention again.
    void leave_unserved(EnterpriseId id, State to, Time at);
    // Comes to attention again, with the patience and the scores of another day.
    void on_return(EnterpriseId id);

private:
    void sample_profile(Enterprise& e) const;

    void set_patience(Enterprise& e, double u) const;

    World& w_;
    Attention& attention_;
    Alliances& alliances_;
    // Of each region's potential population: those who have come and are not replaced yet, and those who can still come
    // today.
    std::vector<double> come_, left_;
    double year_factor_ = 1;
};

inline constexpr std::uint32_t key_of_the_count = 0xFF;  // the index that no point of a layer has
// A mean above this comes in layers, each with a number of its own: few enough for an index of eight bits.
inline constexpr double layer_mean = 64;

template <class Visit>
void poisson_points(const World& w, int office_id, std::int64_t day, double mean, std::uint32_t block, Visit visit) {
    for (std::uint32_t layer = 0; mean > 0; ++layer, mean -= layer_mean) {
        const double of_layer = std::min(mean, layer_mean);
        const std::uint64_t count_key = arrival_key(office_id, day, layer, key_of_the_count);
        const double u = w.streams.draw(count_key, purpose::count.block, block)[purpose::count.lane];
        double exactly = std::exp(-of_layer), at_most = exactly;  // k points
        for (std::uint32_t k = 0; u > at_most && k < key_of_the_count; ++k) {
            const std::uint64_t key = arrival_key(office_id, day, layer, k);
            visit(key, w.draw(key, block));
            exactly *= of_layer / (k + 1);
            at_most += exactly;
        }
    }
}

}  // namespace aforo::model
