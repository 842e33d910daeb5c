#include "aforo/scenario/claim.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace aforo::scenario {

namespace {

constexpr auto words =
    std::to_array<std::pair<Claim::What, std::string_view>>({{Claim::What::rises, "sube"},
                                                             {Claim::What::falls, "baja"},
                                                             {Claim::What::unchanged, "no cambia"},
                                                             {Claim::What::cannot_be_told, "no se distingue"},
                                                             {Claim::What::open, "abierto"}});

// Removes and returns the text up to the next space, and removes that space.
std::string_view next_word(std::string_view& text) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

bool is_name(std::string_view word, bool may_say_which) {
    const auto is_letter = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
               (may_say_which && (c == '=' || c == '&'));
    };
    return !word.empty() && std::all_of(word.begin(), word.end(), is_letter);
}

std::optional<int> year_of(std::string_view word) {
    int year = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), year);
    const bool is_year = error == std::errc() && end == word.data() + word.size() && word.size() == 4;
    return is_year && year >= 1900 && year <= 2100 ? std::optional(year) : std::nullopt;
}

}  // namespace

std::optional<Claim> claim_of(std::string_view text) {
    Claim claim;
    claim.measure = next_word(text);
    const std::string_view of = next_word(text);
    auto year = year_of(of);
    // The id of an office may look like a year; it is one if a second year follows.
    std::string_view rest = text;
    if (const auto second = year_of(next_word(rest)); second || !year) {
        claim.id = of;
        year = second;
        text = rest;
    }
    const auto* const word =
        std::find_if(words.begin(), words.end(), [&](const auto& entry) { return entry.second == text; });
    const bool says_of_what = !year_of(of) || !claim.id.empty();
    if (!year || word == words.end() || !is_name(claim.measure, false) || (says_of_what && !is_name(claim.id, true)))
        return std::nullopt;
    claim.year = *year;
    claim.what = word->first;
    return claim;
}

std::string_view word_of(Claim::What what) {
    return std::find_if(words.begin(), words.end(), [&](const auto& entry) { return entry.first == what; })->second;
}

std::string text_of(const Claim& claim) {
    return claim.measure + (claim.id.empty() ? "" : " " + claim.id) + " " + std::to_string(claim.year) + " " +
           std::string(word_of(claim.what));
}

}  // namespace aforo::scenario
