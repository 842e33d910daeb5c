// Statistics of lengths of time, some of which were not seen to their end: mean, quantiles, the median of Kaplan and
// Meier, and the share that ended within so many days. Not here: who waits, and for what (waits.cpp). Private to the
// module.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "aforo/measure/probe.hpp"

namespace aforo::measure {

// How a length came to be no longer: what is waited for came; who waits left; or nobody looked any more.
enum class End : std::uint8_t { came, left, unseen };

// A length of time, or as much of it as was seen, of an enterprise of a type at an office: one number, which sorts by
// length, and among equals those that ended before those that would have gone on.
class Length {
public:
    Length() = default;
    Length(double days, End end, std::size_t office, std::size_t type)
        : bits_(std::uint64_t{std::bit_cast<std::uint32_t>(static_cast<float>(days))} << 32 |
                std::uint64_t{end != End::came} << 31 | std::uint64_t{end == End::left} << 30 |
                static_cast<std::uint64_t>(office) << 8 | static_cast<std::uint64_t>(type)) {}

    // Floats that are not negative order as their bits do.
    [[nodiscard]] double days() const {
        return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits_ >> 32)));
    }
    [[nodiscard]] bool ended() const { return (bits_ >> 31 & 1) == 0; }
    [[nodiscard]] bool left() const { return (bits_ >> 30 & 1) != 0; }
    [[nodiscard]] std::size_t office() const { return bits_ >> 8 & 0x3FFFFF; }
    [[nodiscard]] std::size_t type() const { return bits_ & 0xFF; }
    // What it sorts by: 33 bits, the length and whether it ended.
    [[nodiscard]] std::uint64_t order() const { return bits_ >> 31; }

private:
    std::uint64_t bits_ = 0;
};
using Lengths = std::vector<Length>;  // sorted, where statistics are made of them

// Counted out by eleven bits of the order at a time, the lowest first: three passes, where a sort that compares makes
// a score of comparisons each and guesses half of them wrong.
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

// Statistics of a part of the lengths, that see them one by one in their order: nothing is copied for an office, a
// region or a group. begin() is told how many will come.
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

// The quantile by linear interpolation between order statistics (Hyndman and Fan's type 7).
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
    std::int64_t left_ = 0;  // lengths before the one at or below the quantile
    double way_ = 0, at_low_ = undefined, at_high_ = undefined;
};

// The first length at which Kaplan and Meier's estimate (1958) of the share that goes on beyond it is a half or less;
// undefined when that is not reached.
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

// The share for whom what is waited for came within so many days, of all that wait, those that leave first included:
// Aalen and Johansen's estimate (1978), in which leaving competes. Who is not seen any more counts as those that are
// do from there on. What nobody is seen long enough to tell of counts as not come, up to a twentieth; beyond, it is
// undefined.
template <int days>
class ShareWithin {
public:
    void begin(std::size_t n) {
        *this = {};
        seen_ = of_ = static_cast<double>(n);
        unknown_ = n > 0 ? 0 : 1;
    }
    // Besides those that will be seen, so many that had to leave at once.
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
    double seen_ = 0;              // that are to come
    double of_ = 0;                // each counts as one of so many
    double share_ = 0, came_ = 0;  // of those that came: their share, and the latest, which are not in it yet
    double unknown_ = 1;
    static constexpr double most_unknown = 0.05;
};

}  // namespace aforo::measure
