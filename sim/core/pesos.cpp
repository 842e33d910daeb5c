#include "aforo/core/pesos.hpp"

#include <algorithm>
#include <charconv>

namespace aforo::core {

namespace {

constexpr std::string_view as_written = "sheet", nominal = "nominal";
constexpr int first_year = 1900, last_year = 2100;

}  // namespace

std::optional<Pesos> pesos_of(std::string_view text) {
    if (text == as_written) return Pesos{};
    if (text == nominal) return Pesos{Pesos::Kind::nominal};
    Pesos of{Pesos::Kind::of_year};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), of.year);
    if (error != std::errc() || end != text.data() + text.size() || of.year < first_year || of.year > last_year)
        return std::nullopt;
    return of;
}

std::string text_of(const Pesos& pesos) {
    switch (pesos.kind) {
        case Pesos::Kind::nominal:
            return std::string(nominal);
        case Pesos::Kind::of_year:
            return std::to_string(pesos.year);
        case Pesos::Kind::as_written:
            break;
    }
    return std::string(as_written);
}

bool PriceIndex::knows(int one, int other) const {
    if (one == other) return true;
    if (factors.empty()) return false;
    const auto& [first, factor] = *factors.begin();
    // One factor for all years, unless it is the one that says that there is no index.
    if (first == 0) return factors.size() > 1 || factor != 1;
    return first <= std::min(one, other) + 1;
}

std::optional<int> PriceIndex::lacks(const Pesos& pesos, int first_year, int last_year) const {
    if (pesos.kind == Pesos::Kind::of_year && !knows(of, pesos.year)) return pesos.year;
    if (pesos.kind != Pesos::Kind::nominal) return std::nullopt;
    for (int year = first_year; year <= last_year; ++year) {
        if (!knows(of, year)) return year;
    }
    return std::nullopt;
}

}  // namespace aforo::core
