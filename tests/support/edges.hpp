// Scenarios with a few keys at the edges of what they may be, drawn from the table of the language: the least, the
// most, nothing, next to nothing, all words, all forms. As a file that extends a sound one and changes those keys.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "aforo/scenario/language.hpp"

namespace aforo::testing {

class Edges {
public:
    // `base` names the file that is extended: its years, its centres 1 and 2, satellite 11, regions norte and sur.
    Edges(const scenario::Key& language, std::string base, std::uint64_t seed) : base_(std::move(base)), bits_(seed) {
        collect(language.type, "");
    }

    // One to three keys at their edges.
    std::string text() {
        Tree changes;
        for (std::size_t n = 1 + below(3); n > 0; --n) {
            const auto& [path, type] = leaves_[below(leaves_.size())];
            Tree* at = &changes;
            for (std::size_t begin = 0; begin < path.size();) {
                const std::size_t end = std::min(path.find('.', begin), path.size());
                at = &at->inside[path.substr(begin, end - begin)];
                begin = end + 1;
            }
            at->value = value(*type, path);
        }
        std::string yaml = "aforo: 1\nname: edges\nextends: " + base_ + "\n";
        for (const auto& [key, tree] : changes.inside) yaml += key + ": " + written(tree) + "\n";
        return yaml;
    }

private:
    using Type = scenario::Type;
    using K = Type::Kind;
    struct Tree {
        std::map<std::string, Tree> inside;
        std::string value;
    };

    static std::string written(const Tree& t) {
        if (t.inside.empty()) return t.value;
        std::vector<std::string> entries;
        for (const auto& [key, inside] : t.inside) entries.push_back(key + ": " + written(inside));
        return fmt::format("{{{}}}", fmt::join(entries, ", "));
    }

    void collect(const Type& t, const std::string& path) {
        for (const auto& k : t.keys) {
            const std::string here = path.empty() ? k.key : path + "." + k.key;
            if (names_something(here)) continue;
            if (k.type.kind == K::group && !k.has_provenance) {
                collect(k.type, here);
            } else if (k.type.kind == K::keyed) {
                for (const char* key : here == "network.centres"      ? std::vector{"1", "2"}
                                       : here == "network.satellites" ? std::vector{"11"}
                                       : here == "network.regions"    ? std::vector{"norte", "sur"}
                                                                      : std::vector<const char*>{}) {
                    collect(k.type.of[0], here + "." + key);
                }
                if (here == "funding.freezes" || here == "funding.transfers")
                    leaves_.push_back({here + ".a", &k.type.of[0]});
            } else {
                leaves_.push_back({here, &k.type});
            }
        }
    }
    // Texts, and what only stands beside something else.
    static bool names_something(const std::string& path) {
        return path == "name" || path == "description" || path == "sources" || path.ends_with(".name") ||
               path.ends_with(".title") || path.ends_with(".unit") || path.ends_with(".region") ||
               path.ends_with(".parent") || path == "horizon.first_year" || path == "horizon.last_year" ||
               path.ends_with(".complexity") || path == "experiment.replications";
    }

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(bits_() % n); }
    template <class T>
    T one_of(const std::vector<T>& all) {
        return all[below(all.size())];
    }

    std::string value(const Type& t, const std::string& path) {
        switch (t.kind) {
            case K::flag:
                return one_of<std::string>({"true", "false"});
            case K::text:
                return "texto";
            case K::day:
                return one_of<std::string>({"01-01", "12-31", "02-28", "2024-02-29", "2025-12-31"});
            case K::date:
                return one_of<std::string>(
                    {"1990-01-01", "2024-01-01", "2024-02-29", "2024-12-31", "2025-06-15", "2100-12-31"});
            case K::number:
            case K::integer:
            case K::duration:
            case K::money:
            case K::uf:
                return number(t, path);
            case K::word:
                return one_of(t.words);
            case K::list:
                return list(t, path);
            case K::group:
                return group(t, path);
            case K::by_year:
                return fmt::format("{{2024: {}, 2025: {}}}", value(t.of[0], path), value(t.of[0], path));
            case K::by_date:
                return fmt::format("{{1990-01-01: {}, 2024-07-01: {}}}", value(t.of[0], path), value(t.of[0], path));
            case K::form:
                return fmt::format("{{{}: {}}}", t.keys[0].key, value(t.keys[0].type, path));
            case K::either:
                return value(one_of(t.of), path);
            case K::any:
                return "45";
            case K::keyed:
            case K::unknown:
                break;
        }
        return "{}";
    }

    std::string number(const Type& t, const std::string& path) {
        if (path == "advisory.changes.centre") return one_of<std::string>({"1", "2"});
        const bool whole = t.kind == K::integer;
        const double unit = t.kind == K::duration ? 1 : t.kind == K::money ? 1 : whole ? 1 : 1e-9;
        const double most = t.kind == K::duration || t.kind == K::money ? 1e15 : whole ? 1e9 : 1e12;
        const double low = std::isinf(t.low) ? -most : t.low, high = std::isinf(t.high) ? most : t.high;
        const double least = t.above_low ? low + unit : low;
        double v = one_of<double>(
            {least, low + unit, high, high, std::sqrt(std::max(1.0, std::abs(high))), (low + high) / 2, high - unit});
        v = std::clamp(v, least, high);
        if (whole || t.kind == K::duration || t.kind == K::money) v = std::floor(v);
        const char* after = t.kind == K::duration ? " ms" : t.kind == K::money ? " $" : t.kind == K::uf ? " UF" : "";
        std::string digits = whole || v == std::floor(v) ? fmt::format("{:.0f}", v) : fmt::format("{:.12f}", v);
        return digits + after;
    }

    std::string list(const Type& t, const std::string& path) {
        if (path.ends_with(".parts")) {
            const auto of = [&] { return value(t.of[0].keys[1].type, path); };
            const double weight = one_of<double>({0, 0.000001, 0.5});
            return fmt::format("[{{weight: {:.6f}, of: {}}}, {{weight: {:.6f}, of: {}}}]", weight, of(), 1 - weight,
                               of());
        }
        const std::size_t most = std::min<std::size_t>(t.at_most, t.at_least + 3);
        std::vector<std::string> items;
        for (std::size_t n = one_of<std::size_t>({t.at_least, most}); n > 0; --n) {
            std::string item = value(t.of[0], path);
            const bool again = std::find(items.begin(), items.end(), item) != items.end();
            if (!again || !t.no_repeats) items.push_back(std::move(item));
        }
        return fmt::format("[{}]", fmt::join(items, ", "));
    }

    std::string group(const Type& t, const std::string& path) {
        std::vector<std::string> entries;
        for (const auto& k : t.keys) {
            if (!k.required && t.keys.size() > 3 && below(2) == 0) continue;
            entries.push_back(k.key + ": " + value(k.type, path + "." + k.key));
        }
        return fmt::format("{{{}}}", fmt::join(entries, ", "));
    }

    std::string base_;
    std::mt19937_64 bits_;
    std::vector<std::pair<std::string, const Type*>> leaves_;
};

}  // namespace aforo::testing
