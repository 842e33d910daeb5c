// Counts the facts of enterprises by kind, month, office and type, once, as they come, for all probes that report
// counts.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "aforo/model/blueprint.hpp"
#include "aforo/model/facts.hpp"

namespace aforo::measure {

// The groups of enterprises that measures distinguish: sex, territory, kind, and, once diagnosed, band.
inline constexpr std::array group_names = {
    "sex=female",       "sex=male",      "territory=urban",     "territory=mixed",
    "territory=rural",  "kind=informal", "kind=natural_person", "kind=legal_entity",
    "kind=cooperative", "band=low",      "band=medium",         "band=high"};
inline constexpr std::size_t groups = group_names.size();
inline constexpr std::size_t first_band_group = 9;
// A type is a combination of one group of each. These give the type of an enterprise and its four groups, the band
// last.
inline constexpr std::size_t types = std::size_t{2} * 3 * 4 * 3;
[[nodiscard]] inline std::size_t type_of(const policy::Profile& p) {
    return ((static_cast<std::size_t>(p.sex) * 3 + static_cast<std::size_t>(p.territory)) * 4 +
            static_cast<std::size_t>(p.kind)) *
               3 +
           static_cast<std::size_t>(p.band);
}
inline constexpr auto groups_of = [] {
    std::array<std::array<std::size_t, 4>, types> all{};
    for (std::size_t t = 0; t < types; ++t) all[t] = {t / 36, 2 + t / 12 % 3, 5 + t / 3 % 4, first_band_group + t % 3};
    return all;
}();

// Quantities counted beside the facts by kind.
enum class Sum : std::uint8_t {
    attended_persons,
    requests,          // for a slot: first requests, and those of graduates
    advised_persons,   // persons of each admission
    beneficiaries,     // first admissions of a year
    first_admissions,  // in the measured years
    count_of_sums
};
class Counted {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a kind or a sum is named where what is counted is asked for
    constexpr Counted(model::FactKind k) : place_(static_cast<std::size_t>(k)) {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    constexpr Counted(Sum s)
        : place_(static_cast<std::size_t>(model::FactKind::count_of_kinds) + static_cast<std::size_t>(s)) {}
    [[nodiscard]] constexpr std::size_t place() const { return place_; }

private:
    std::size_t place_;
};

// Months and years are indices from the first simulated one.
class Counts {
public:
    explicit Counts(const model::Blueprint& blueprint);

    void restart();  // before a replication
    void add(const model::Fact& f) {
        add(f, f.kind, 1);
        if (f.kind == model::FactKind::attended) add(f, Sum::attended_persons, f.who->profile.persons);
        if (f.kind == model::FactKind::qualified || f.kind == model::FactKind::requested_again)
            add(f, Sum::requests, 1);
        if (f.kind != model::FactKind::admitted) return;
        add(f, Sum::advised_persons, f.who->profile.persons);
        if (f.first_of_year) add(f, Sum::beneficiaries, 1);
        if (f.first_ever) add(f, Sum::first_admissions, 1);
    }
    void close();  // after a replication: computes the sums that the accessors read

    [[nodiscard]] double of_month(Counted what, std::size_t month, std::size_t office) const {
        return by_month_[month * width_ + office].of[what.place()];
    }
    [[nodiscard]] double of_year(Counted what, std::size_t year, std::size_t office) const {
        return by_year_[year * width_ + office].of[what.place()];
    }
    // Groups by band have no meaning before the diagnosis.
    [[nodiscard]] double of_group(Counted what, std::size_t year, std::size_t group) const {
        return by_group_[year * groups + group].of[what.place()];
    }
    [[nodiscard]] double of_type(Counted what, std::size_t year, std::size_t type) const {
        return by_year_[year * width_ + offices_ + type].of[what.place()];
    }
    [[nodiscard]] double total(Counted what, std::size_t year) const {
        return of_group(what, year, 0) + of_group(what, year, 1);  // both sexes together
    }

private:
    // Indexed by quantity, so that what happens to an enterprise on one day touches one or two cache lines.
    struct alignas(64) Row {
        std::array<std::int32_t, Counted(Sum::count_of_sums).place()> of{};
        Row& operator+=(const Row& other) {
            for (std::size_t what = 0; what < of.size(); ++what) of[what] += other.of[what];
            return *this;
        }
    };

    void add(const model::Fact& f, Counted what, int n) {
        Row* month = &by_month_[static_cast<std::size_t>(f.month) * width_];
        month[f.who->office.value].of[what.place()] += n;
        month[offices_ + type_of(f.who->profile)].of[what.place()] += n;
    }

    std::size_t offices_, width_, months_;
    std::vector<Row> by_month_, by_year_;  // [month or year × width + office, or offices + type]
    std::vector<Row> by_group_;            // [year × groups + group]
};

}  // namespace aforo::measure
