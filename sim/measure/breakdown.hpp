// Sums values of offices to their regions and the programme. Private to the module.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <functional>
#include <numeric>
#include <vector>

#include "aforo/measure/probe.hpp"

namespace aforo::measure {

class Breakdown {
public:
    // Over all offices, over the first ones (main centres come first), or over given ones.
    explicit Breakdown(const Frame& frame) : Breakdown(frame, frame.office_ids.size()) {}
    Breakdown(const Frame& frame, std::size_t first) : frame_(frame), offices_(first) {
        std::iota(offices_.begin(), offices_.end(), std::size_t{0});
    }
    Breakdown(const Frame& frame, std::vector<std::size_t> offices) : frame_(frame), offices_(std::move(offices)) {}

    // Puts value(sum) for each office and each region in a year, and returns the sum over all for the programme. `of`
    // gives summable values for an office; a ratio is a `value` of two sums.
    template <class Of, class Value = std::identity>
    auto put(Sink& sink, const char* column, std::size_t year, Of of, Value value = {}) const {
        using Added = std::decay_t<std::invoke_result_t<Of, std::size_t>>;
        Added all{};
        // Some tens of regions fit on the stack, so that replications allocate no memory.
        boost::container::small_vector<Added, 32> regions(frame_.region_ids.size());
        for (const std::size_t o : offices_) {
            const Added s = of(o);
            all += s;
            regions[frame_.region_of[o]] += s;
            sink.put(column, frame_.year_at(year), Level::office, frame_.office_ids[o], value(s));
        }
        for (std::size_t r = 0; r < regions.size(); ++r)
            sink.put(column, frame_.year_at(year), Level::region, frame_.region_ids[r], value(regions[r]));
        return all;
    }
    // Puts of(group) for the first `count` groups.
    template <class Of>
    void put_groups(Sink& sink, const char* column, std::size_t year, std::size_t count, Of of) const {
        for (std::size_t g = 0; g < count; ++g)
            sink.put(column, frame_.year_at(year), Level::group, group_ids_[g], of(g));
    }

private:
    const Frame& frame_;
    std::vector<std::size_t> offices_;
    std::vector<std::string> group_ids_{group_names.begin(), group_names.end()};
};

}  // namespace aforo::measure
