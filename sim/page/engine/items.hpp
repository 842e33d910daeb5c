// The finished items of one simulation, in memory: the archive of the page. Workers simulate shares of a study and hand
// their items over; the worker that tells a report takes them from here and simulates nothing again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "aforo/experiment/experiment.hpp"

namespace aforo::page {

class Items : public experiment::Archive {
public:
    // Is told each item as it ends; the keys are given with the first of its contender only.
    using Told = std::function<void(std::size_t contender, int replication, const std::vector<measure::Key>* keys,
                                    std::span<const double> values)>;

    [[nodiscard]] Found open(std::size_t contender, const std::string& digest) override;
    void put(std::size_t contender, int replication, const std::vector<measure::Key>& keys,
             std::span<const double> values) override;

    void tell(Told told) { told_ = std::move(told); }
    // Room for the values of an item, for who has them already.
    [[nodiscard]] std::vector<double>& room(std::size_t contender, int replication, std::size_t values);
    void set_keys(std::size_t contender, std::vector<measure::Key> keys);
    void forget();
    // Makes the items of this contender those of the first, for an experiment that has it alone; 0 again for all.
    void begin_with(std::size_t contender) { first_ = contender; }

private:
    [[nodiscard]] Found& of(std::size_t contender);

    std::vector<Found> contenders_;
    std::size_t first_ = 0;
    Told told_;
};

// The keys as text, one a line, and back; the other engine is of the same program, so columns go by their number.
[[nodiscard]] std::string text_of(const std::vector<measure::Key>& keys);
[[nodiscard]] std::vector<measure::Key> keys_of(std::string_view text);

}  // namespace aforo::page
