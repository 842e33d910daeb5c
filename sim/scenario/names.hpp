// The words of the scenario language for its enumerations: one table each, used to read and to write.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

template <class E>
struct Names;

template <>
struct Names<Holidays> {
    static constexpr std::array table = {std::pair{"none", Holidays::none}, std::pair{"chile", Holidays::chile}};
};
template <>
struct Names<Overrun> {
    static constexpr std::array table = {std::pair{"compensate", Overrun::compensate},
                                         std::pair{"extra", Overrun::extra}};
};
template <>
struct Names<PriorityRule> {
    static constexpr std::array table = {std::pair{"arrival", PriorityRule::arrival},
                                         std::pair{"lowest_potential", PriorityRule::lowest_potential}};
};
template <>
struct Names<Band> {
    static constexpr std::array table = {std::pair{"low", Band::low}, std::pair{"medium", Band::medium},
                                         std::pair{"high", Band::high}};
};
template <>
struct Names<Criterion::Kind> {
    using K = Criterion::Kind;
    static constexpr std::array table = {std::pair{"sector", K::sector},       std::pair{"sales", K::sales},
                                         std::pair{"formality", K::formality}, std::pair{"standard", K::standard},
                                         std::pair{"bands", K::bands},         std::pair{"need", K::need}};
};
template <>
struct Names<Distribution::Kind> {
    using K = Distribution::Kind;
    static constexpr std::array table = {
        std::pair{"constant", K::constant},     std::pair{"uniform", K::uniform},
        std::pair{"triangular", K::triangular}, std::pair{"exponential", K::exponential},
        std::pair{"gamma", K::gamma},           std::pair{"lognormal", K::lognormal},
        std::pair{"weibull", K::weibull}};
};
inline constexpr std::array weekday_names = {"monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday"};

// The parameters of a distribution: their key, member, and whether they are lengths of time.
struct DistributionParameter {
    const char* key;
    double Distribution::*member;
    bool is_time;
};
[[nodiscard]] inline std::vector<DistributionParameter> parameters_of(Distribution::Kind kind) {
    const DistributionParameter mean{"mean", &Distribution::mean, true}, cv{"cv", &Distribution::cv, false},
        low{"low", &Distribution::low, true}, mode{"mode", &Distribution::mode, true},
        high{"high", &Distribution::high, true};
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
