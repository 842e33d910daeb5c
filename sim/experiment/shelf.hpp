// An archive shared by the studies of one experiment: each study uses the places from its own first place on. Private
// to the module.
#pragma once

#include "aforo/experiment/experiment.hpp"

namespace aforo::experiment {

class Shelf : public Archive {
public:
    Shelf(Archive& archive, std::size_t first) : archive_(archive), first_(first) {}

    [[nodiscard]] Found open(std::size_t contender, const std::string& digest) override {
        return archive_.open(first_ + contender, digest);
    }
    void put(std::size_t contender, int replication, const std::vector<measure::Key>& keys,
             std::span<const double> values) override {
        archive_.put(first_ + contender, replication, keys, values);
    }

private:
    Archive& archive_;
    std::size_t first_;
};

}  // namespace aforo::experiment
