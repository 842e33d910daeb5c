// An estimate as people read it: its mean with the half-width of its interval, and its range of futures.
// A mean comes without them only when it does not vary between replications: then there is nothing to say of them. One
// that is defined in a single replication, of which nobody knows whether it varies, says so, unless the whole run has
// only that one and says it once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "aforo/report/format.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

using results::Kind;
using results::Shape;
namespace shapes = results::shapes;

// How a measure of the run prints; as a count when the run does not know it.
[[nodiscard]] Shape shape_of(const results::Run& run, std::string_view measure);
// The same with its places fixed, where figures stand side by side on a chart.
[[nodiscard]] constexpr Shape fixed(Shape shape) { return {shape.kind, shape.decimals, true}; }

class EstimateFormat {
public:
    explicit EstimateFormat(Lang lang, int replications = 2) : format_(lang), single_(replications == 1) {}

    // A plain value in the shape: what was planned.
    [[nodiscard]] std::string value(double value, Shape shape) const;
    // These take nullptr, an estimate of nothing, as undefined: «—».
    [[nodiscard]] std::string mean(const results::Estimate* e, Shape shape) const;
    // Empty for what does not vary.
    [[nodiscard]] std::string half_width(const results::Estimate* e, Shape shape) const;
    [[nodiscard]] std::string range(const results::Estimate* e, Shape shape) const;
    // 20.010 ± 200, and 6,91 ± 0,02 %; 5 alone when it does not vary.
    [[nodiscard]] std::string mean_and_half_width(const results::Estimate* e, Shape shape) const;
    // Of the mean from what was planned: +1,2 %; for shares in percentage points: +0,1 pp.
    [[nodiscard]] std::string difference(const results::Estimate* e, double planned, Shape shape) const;

private:
    [[nodiscard]] std::string with_unit(const std::string& number, Shape shape) const;

    Format format_;
    bool single_;
};

}  // namespace aforo::report
