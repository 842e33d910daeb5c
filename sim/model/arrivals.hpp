// Enterprises arrive at offices: a non-homogeneous Poisson process, drawn day by day.
#pragma once

#include "world.hpp"

namespace aforo::model {

class Alliances;
class Attention;

// Points of a Poisson process on one day, the same in every scenario: their number is the Poisson quantile of a uniform
// keyed by office and day, and each point has its own numbers. A higher mean adds points and moves none. Calls
// visit(key, uniforms of the point's first block) for each point.
template <class Visit>
void poisson_points(const World& w, int office_id, std::int64_t day, double mean, std::uint32_t block, Visit visit);

class Arrivals {
public:
    Arrivals(World& world, Attention& attention, Alliances& alliances)
        : w_(world), attention_(attention), alliances_(alliances) {}

    void restart();
    void begin_year();
    // Schedules the arrivals of a working day at all offices.
    void begin_day(Date day);
    void on_arrival(EnterpriseId id);
    // The enterprise leaves without a plan (`at` may be past); some come back to attention later.
    void leave_unserved(EnterpriseId id, State to, Time at);
    // The enterprise comes to attention again, with new patience and newly measured scores.
    void on_return(EnterpriseId id);

    // Samples who comes; the kind of business is sampled at the diagnosis.
    void sample_profile(Enterprise& e) const;
    // Counts it among those of its region that have come.
    void count(const Enterprise& e) { come_[w_.blueprint.offices[e.office.value].region.value] += 1; }

private:
    void set_patience(Enterprise& e, double u) const;

    World& w_;
    Attention& attention_;
    Alliances& alliances_;
    // By region, of its potential population: those who have come and are not yet replaced, and those who can still
    // come today.
    std::vector<double> come_, left_;
    double year_factor_ = 1;
};

inline constexpr std::uint32_t key_of_the_count = 0xFF;  // an index that no point of a layer has
// A larger mean is drawn in layers, each with its own number, so that an index fits in eight bits.
inline constexpr double layer_mean = 64;

template <class Visit>
void poisson_points(const World& w, int office_id, std::int64_t day, double mean, std::uint32_t block, Visit visit) {
    for (std::uint32_t layer = 0; mean > 0; ++layer, mean -= layer_mean) {
        const double of_layer = std::min(mean, layer_mean);
        const std::uint64_t count_key = arrival_key(office_id, day, layer, key_of_the_count);
        const double u = w.streams.draw(count_key, purpose::count.block, block)[purpose::count.lane];
        double exactly = std::exp(-of_layer), at_most = exactly;  // probabilities of k and of at most k points
        for (std::uint32_t k = 0; u > at_most && k < key_of_the_count; ++k) {
            const std::uint64_t key = arrival_key(office_id, day, layer, k);
            visit(key, w.draw(key, block));
            exactly *= of_layer / (k + 1);
            at_most += exactly;
        }
    }
}

}  // namespace aforo::model
