#include "items.hpp"

#include <fmt/format.h>

#include <charconv>

#include "aforo/core/contracts.hpp"

namespace aforo::page {

experiment::Archive::Found& Items::of(std::size_t contender) {
    if (contenders_.size() <= contender) contenders_.resize(contender + 1);
    return contenders_[contender];
}

experiment::Archive::Found Items::open(std::size_t contender, const std::string&) { return of(first_ + contender); }

void Items::put(std::size_t contender, int replication, const std::vector<measure::Key>& keys,
                std::span<const double> values) {
    Found& found = of(first_ + contender);
    const bool is_first = found.keys.empty();
    if (is_first) found.keys = keys;
    // Values that are handed over at once are not kept here.
    if (told_) return told_(contender, replication, is_first ? &keys : nullptr, values);
    room(first_ + contender, replication, values.size()).assign(values.begin(), values.end());
}

std::vector<double>& Items::room(std::size_t contender, int replication, std::size_t values) {
    auto& all = of(contender).values;
    const auto r = static_cast<std::size_t>(replication);
    if (all.size() <= r) all.resize(r + 1);
    all[r].resize(values);
    return all[r];
}

void Items::set_keys(std::size_t contender, std::vector<measure::Key> keys) { of(contender).keys = std::move(keys); }

void Items::forget() {
    contenders_.clear();
    first_ = 0;
}

std::string text_of(const std::vector<measure::Key>& keys) {
    std::string text;
    for (const auto& k : keys)
        text += fmt::format("{} {} {} {} {}\n", k.column, k.year, static_cast<int>(k.level), k.month, k.id);
    return text;
}

std::vector<measure::Key> keys_of(std::string_view text) {
    std::vector<measure::Key> keys;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const char* at = line.data();
        const char* end = at + line.size();
        int level = 0;
        measure::Key key;
        for (int* number : {&key.column, &key.year, &level, &key.month}) {
            const auto [stop, error] = std::from_chars(at, end, *number);
            core::ensure(error == std::errc() && stop != end, "keys that another engine wrote are not readable");
            at = stop + 1;
        }
        key.level = static_cast<results::Level>(level);
        key.id = std::string(at, end);
        keys.push_back(std::move(key));
    }
    return keys;
}

}  // namespace aforo::page
