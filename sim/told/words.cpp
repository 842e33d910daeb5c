#include "words.hpp"

#include "aforo/core/contracts.hpp"

namespace aforo::told {

using document::Cell;
using document::Sentence;

std::string plain(const Sentence& sentence) {
    std::string text;
    for (const Cell& piece : sentence.pieces()) {
        const auto* words = std::get_if<document::Words>(&piece);
        const auto* name = std::get_if<document::Name>(&piece);
        core::ensure(words != nullptr || name != nullptr, "a figure in what is only text");
        text += words != nullptr ? words->text : name->text;
    }
    return text;
}

std::string year_label(int year) { return std::to_string(year); }

std::string month_id(int year, int month) {
    return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

std::string ordinal(std::size_t place) { return std::to_string(place); }

Sentence seed_said(std::uint64_t seed) { return document::sayable(std::to_string(seed)); }

Sentence listed(const std::vector<Sentence>& items, Lang lang) {
    constexpr Text and_word{" y ", " and "};
    Sentence all;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) all += Cell(document::Words{i + 1 == items.size() ? in(and_word, lang) : ", "});
        all += items[i];
    }
    return all;
}

}  // namespace aforo::told
