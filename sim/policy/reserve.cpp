#include "aforo/policy/reserve.hpp"

#include <algorithm>
#include <cmath>

namespace aforo::policy {

namespace {

bool is_in_one(scenario::ReserveGroup group, const Profile& p, bool is_re_entry) {
    using G = scenario::ReserveGroup;
    switch (group) {
        case G::women:
            return p.sex == Sex::female;
        case G::rural:
            return p.territory == Territory::rural;
        case G::informal:
            return p.kind == Kind::informal;
        case G::first_plans:
            return !is_re_entry;
        case G::low_band:
            return p.band == Band::low;
        case G::medium_band:
            return p.band == Band::medium;
        case G::high_band:
            return p.band == Band::high;
    }
    return false;
}

}  // namespace

bool is_in(const scenario::Groups& groups, const Profile& p, bool is_re_entry) {
    return std::all_of(groups.all.begin(), groups.all.end(),
                       [&](scenario::ReserveGroup g) { return is_in_one(g, p, is_re_entry); });
}

std::optional<std::size_t> next_list(std::span<const SubList> reserved, int admitted, int free_slots,
                                     scenario::UnusedReserve unused) {
    std::size_t furthest = anybody;
    double most_behind = 0;
    int held = 0;
    for (std::size_t i = 0; i < reserved.size(); ++i) {
        // How far the list would be behind its share if the next slot went elsewhere.
        const double behind = reserved[i].share * (admitted + 1) - reserved[i].admitted;
        if (!reserved[i].waiting) {
            held += static_cast<int>(std::floor(std::max(0.0, behind)));
        } else if (behind > most_behind) {
            furthest = i;
            most_behind = behind;
        }
    }
    if (furthest != anybody) return furthest;
    if (unused == scenario::UnusedReserve::hold && held >= free_slots) return std::nullopt;
    return anybody;
}

}  // namespace aforo::policy
