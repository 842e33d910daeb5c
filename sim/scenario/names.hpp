// The words of the scenario language for its enumerations: one table each, used to read and to write.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "aforo/core/language.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

template <class E>
struct Names;

template <>
struct Names<Status> {
    static constexpr std::array table = {std::pair{"draft", Status::draft}, std::pair{"official", Status::official}};
};
template <>
struct Names<Marginal> {
    static constexpr std::array table = {std::pair{"triangular", Marginal::triangular},
                                         std::pair{"uniform", Marginal::uniform}, std::pair{"pert", Marginal::pert}};
};
template <>
struct Names<InWorlds> {
    static constexpr std::array table = {std::pair{"stands", InWorlds::stands}, std::pair{"ratio", InWorlds::ratio}};
};
template <>
struct Names<Overrun> {
    static constexpr std::array table = {std::pair{"compensate", Overrun::compensate},
                                         std::pair{"extra", Overrun::extra}, std::pair{"wait", Overrun::wait}};
};
template <>
struct Names<PriorityRule> {
    using K = PriorityRule;
    static constexpr std::array table = {std::pair{"arrival", K::arrival},
                                         std::pair{"lowest_potential", K::lowest_potential},
                                         std::pair{"highest_potential", K::highest_potential},
                                         std::pair{"longest_wait", K::longest_wait},
                                         std::pair{"lottery", K::lottery},
                                         std::pair{"women_first", K::women_first},
                                         std::pair{"rural_first", K::rural_first},
                                         std::pair{"informal_first", K::informal_first},
                                         std::pair{"first_plans_first", K::first_plans_first},
                                         std::pair{"re_entries_first", K::re_entries_first},
                                         std::pair{"weighted", K::weighted}};
    static_assert(table.size() == static_cast<std::size_t>(K::count_of_rules), "a priority rule has no word");
};
template <>
struct Names<ReserveGroup> {
    using K = ReserveGroup;
    static constexpr std::array table = {std::pair{"women", K::women},        std::pair{"rural", K::rural},
                                         std::pair{"informal", K::informal},  std::pair{"first_plans", K::first_plans},
                                         std::pair{"low_band", K::low_band},  std::pair{"medium_band", K::medium_band},
                                         std::pair{"high_band", K::high_band}};
};
template <>
struct Names<UnusedReserve> {
    using K = UnusedReserve;
    static constexpr std::array table = {std::pair{"release", K::release}, std::pair{"hold", K::hold}};
};
template <>
struct Names<Allocation> {
    using K = Allocation;
    static constexpr std::array table = {std::pair{"demand", K::demand}, std::pair{"equal", K::equal}};
};
template <>
struct Names<SlotCut> {
    using K = SlotCut;
    static constexpr std::array table = {std::pair{"finish", K::finish},
                                         std::pair{"return_to_list", K::return_to_list}};
};
template <>
struct Names<Reach> {
    using K = Reach;
    static constexpr std::array table = {std::pair{"centre", K::centre}, std::pair{"region", K::region},
                                         std::pair{"programme", K::programme}};
};
template <>
struct Names<GraduationRule> {
    using K = GraduationRule;
    static constexpr std::array table = {std::pair{"complete", K::complete}, std::pair{"share", K::share},
                                         std::pair{"hours", K::hours}, std::pair{"months", K::months}};
};
template <>
struct Names<Band> {
    static constexpr std::array table = {std::pair{"low", Band::low}, std::pair{"medium", Band::medium},
                                         std::pair{"high", Band::high}};
};
template <>
struct Names<Criterion::Kind> {
    using K = Criterion::Kind;
    static constexpr std::array table = {std::pair{"sector", K::sector},
                                         std::pair{"sales", K::sales},
                                         std::pair{"formality", K::formality},
                                         std::pair{"standard", K::standard},
                                         std::pair{"bands", K::bands},
                                         std::pair{"need", K::need},
                                         std::pair{"agri_forestry", K::agri_forestry}};
    static_assert(table.size() == static_cast<std::size_t>(K::count_of_kinds), "a criterion has no word");
};
template <>
struct Names<Component> {
    using K = Component;
    static constexpr std::array table = {std::pair{"attention", K::attention}, std::pair{"advisory", K::advisory},
                                         std::pair{"alliances", K::alliances}, std::pair{"administration", K::admin}};
};
template <>
struct Names<Exhaustion> {
    using K = Exhaustion;
    static constexpr std::array table = {std::pair{"hold", K::hold}, std::pair{"stop", K::stop},
                                         std::pair{"overrun", K::overrun}};
};
template <>
struct Names<PlanPayment> {
    using K = PlanPayment;
    static constexpr std::array table = {std::pair{"at_admission", K::at_admission}, std::pair{"halves", K::halves}};
};
template <>
struct Names<Pool> {
    using K = Pool;
    static constexpr std::array table = {std::pair{"national", K::national}, std::pair{"by_centre", K::by_centre}};
};
template <>
struct Names<Staffing> {
    using K = Staffing;
    static constexpr std::array table = {std::pair{"fixed", K::fixed}, std::pair{"funded", K::funded}};
};
template <>
struct Names<Distribution::Kind> {
    using K = Distribution::Kind;
    static constexpr std::array table = {
        std::pair{"constant", K::constant},     std::pair{"uniform", K::uniform},
        std::pair{"triangular", K::triangular}, std::pair{"exponential", K::exponential},
        std::pair{"gamma", K::gamma},           std::pair{"lognormal", K::lognormal},
        std::pair{"weibull", K::weibull},       std::pair{"empirical", K::empirical},
        std::pair{"mixture", K::mixture}};
};
inline constexpr std::array weekday_names = {"monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday"};

// The parameters of a distribution that are numbers: their key, member, and whether they are lengths of time.
struct DistributionParameter {
    const char* key;
    core::Text name;
    double Distribution::*member;
    bool is_time;
};
inline constexpr std::size_t most_parts_of_a_mixture = 20;  // each makes the table larger
[[nodiscard]] inline std::vector<DistributionParameter> parameters_of(Distribution::Kind kind) {
    const DistributionParameter mean{"mean", {"media", "mean"}, &Distribution::mean, true},
        cv{"cv", {"coeficiente de variación", "coefficient of variation"}, &Distribution::cv, false},
        low{"low", {"mínimo", "least"}, &Distribution::low, true},
        mode{"mode", {"moda", "mode"}, &Distribution::mode, true},
        high{"high", {"máximo", "greatest"}, &Distribution::high, true};
    using K = Distribution::Kind;
    switch (kind) {
        case K::uniform:
            return {low, high};
        case K::triangular:
            return {low, mode, high};
        case K::gamma:
        case K::lognormal:
        case K::weibull:
            return {mean, cv};
        case K::empirical:
        case K::mixture:
            return {};
        case K::constant:
        case K::exponential:
            break;
    }
    return {mean};
}

template <class E>
[[nodiscard]] const char* name_of(E value) {
    for (const auto& [name, v] : Names<E>::table) {
        if (v == value) return name;
    }
    return "";
}

}  // namespace aforo::scenario
