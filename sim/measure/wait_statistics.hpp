// Statistics of durations, some of which were not observed to their end: mean, quantiles, the Kaplan–Meier median, and
// the share that ended within some days. Who waits for what is in waits.cpp. Private to the module.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "aforo/measure/probe.hpp"

namespace aforo::measure {

// How a duration ended: what was waited for came, the enterprise left, or observation stopped.
enum class End : std::uint8_t { came, left, unseen };

// A duration (as much of it as was observed) of an enterprise of a type at an office, packed in one number that sorts
// by duration and, among equals, puts ended ones before those that were still going on.
class Length {
public:
    Length() = default;
    Length(double days, End end, std::size_t office, std::size_t type)
        : bits_(std::uint64_t{std::bit_cast<std::uint32_t>(static_cast<float>(days))} << 32 |
                std::uint64_t{end != End::came} << 31 | std::uint64_t{end == End::left} << 30 |
                static_cast<std::uint64_t>(office) << 8 | static_cast<std::uint64_t>(type)) {}

    // Non-negative floats have the same order as their bits.
    [[nodiscard]] double days() const {
        return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits_ >> 32)));
    }
    [[nodiscard]] bool ended() const { return (bits_ >> 31 & 1) == 0; }
    [[nodiscard]] bool left() const { return (bits_ >> 30 & 1) != 0; }
    [[nodiscard]] std::size_t office() const { return bits_ >> 8 & 0x3FFFFF; }
    [[nodiscard]] std::size_t type() const { return bits_ & 0xFF; }
    // The sort key of 33 bits: the duration and whether it ended.
    [[nodiscard]] std::uint64_t order() const { return bits_ >> 31; }

private:
    std::uint64_t bits_ = 0;
};
using Lengths = std::vector<Length>;  // must be sorted before statistics are made

// A radix sort by 11 bits at a time, the lowest first. It takes three passes, while a comparison sort needs a score of
// comparisons per element, half of them mispredicted.
inline void sort(Lengths& lengths, Lengths& spare) {
    constexpr unsigned digit = 11;
    const auto pass = [](unsigned number, const Lengths& from, Lengths& to) {
        const auto digit_of = [&](Length l) { return l.order() >> number * digit & ((1U << digit) - 1); };
        std::array<std::uint32_t, (1U << digit) + 1> place{};
        for (const Length l : from) ++place[digit_of(l) + 1];
        for (std::size_t d = 1; d < place.size(); ++d) place[d] += place[d - 1];
        for (const Length l : from) to[place[digit_of(l)]++] = l;
    };
    spare.resize(lengths.size());
    pass(0, lengths, spare);
    pass(1, spare, lengths);
    pass(2, lengths, spare);
    std::copy(spare.begin(), spare.end(), lengths.begin());
}

// Statistics over a part of the durations, which they see one by one in order: nothing is copied for an office, a
// region or a group. begin() gets the number of durations.
class Mean {
public:
    void begin(std::size_t n) {
        *this = {};
        n_ = static_cast<double>(n);
    }
    void see(Length l) { sum_ += l.days(); }
    [[nodiscard]] double value() const { return ratio(sum_, n_); }

private:
    double sum_ = 0, n_ = 0;
};

// A quantile by linear interpolation between order statistics (Hyndman and Fan, type 7).
template <int percent>
class QuantileOf {
public:
    void begin(std::size_t n) {
        *this = {};
        const double place = n > 0 ? percent / 100.0 * static_cast<double>(n - 1) : 0;
        left_ = static_cast<std::int64_t>(place);
        way_ = place - static_cast<double>(left_);
    }
    void see(Length l) {
        if (left_ == 0) at_low_ = at_high_ = l.days();
        if (left_ == -1) at_high_ = l.days();
        --left_;
    }
    [[nodiscard]] double value() const { return at_low_ + way_ * (at_high_ - at_low_); }

private:
    std::int64_t left_ = 0;  // durations before the one at or just below the quantile
    double way_ = 0, at_low_ = undefined, at_high_ = undefined;
};

// The first duration at which the Kaplan–Meier estimate (1958) of the share that lasts longer is at most a half;
// undefined when it never is.
class MedianWithCensoring {
public:
    void begin(std::size_t n) {
        *this = {};
        at_risk_ = static_cast<double>(n);
    }
    void see(Length l) {
        if (goes_on_ <= half) return;
        if (l.ended()) goes_on_ *= 1 - 1 / at_risk_;
        --at_risk_;
        if (goes_on_ <= half) median_ = l.days();
    }
    [[nodiscard]] double value() const { return median_; }

private:
    static constexpr double half = 0.5 + 1e-9;
    double at_risk_ = 0, goes_on_ = 1, median_ = undefined;
};

// The share for whom what is waited for came within some days, among all who wait, those that leave earlier included:
// the Aalen–Johansen estimate (1978), in which leaving is a competing event. Those no longer observed count like those
// still observed. A remainder that nobody is observed long enough to tell counts as not come if it is at most a
// twentieth; if it is larger, the share is undefined.
template <int days>
class ShareWithin {
public:
    void begin(std::size_t n) {
        *this = {};
        seen_ = of_ = static_cast<double>(n);
        unknown_ = n > 0 ? 0 : 1;
    }
    // Adds enterprises that had to leave at once, besides the durations that will be seen.
    void refused(std::size_t n) {
        of_ += static_cast<double>(n);
        if (n > 0) unknown_ = 0;
    }
    void see(Length l) {
        if (l.days() > days) return;
        --seen_;
        if (l.ended()) ++came_;
        if (l.ended() || l.left()) return;
        share_ += came_ / of_;
        came_ = 0;
        if (seen_ > 0) {
            of_ *= seen_ / (seen_ + 1);
        } else {
            unknown_ = 1 / of_;
        }
    }
    [[nodiscard]] double value() const {
        return unknown_ <= most_unknown ? std::min(1.0, share_ + came_ / of_) : undefined;
    }

private:
    double seen_ = 0;              // number still to come
    double of_ = 0;                // each of them counts as one in this many
    double share_ = 0, came_ = 0;  // their share so far, and the latest ones that came, which it does not contain yet
    double unknown_ = 1;
    static constexpr double most_unknown = 0.05;
};

}  // namespace aforo::measure
