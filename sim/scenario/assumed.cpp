#include "aforo/scenario/assumed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "aforo/scenario/language.hpp"
#include "describe.hpp"
#include "names.hpp"
#include "tree.hpp"
#include "writer.hpp"

namespace aforo::scenario {

namespace {

// The numbers of a tree by path. The name of a distribution is not part of the paths of its parameters.
class Amounts {
public:
    explicit Amounts(const Scenario& s) { walk(tree_of(s, Provenances::left_out).root, ""); }

    // The number at the path, or the numbers by year or band inside it.
    [[nodiscard]] std::vector<std::pair<std::string, Quantity>> at(const std::string& path) const {
        std::vector<std::pair<std::string, Quantity>> found;
        for (auto it = all_.lower_bound(path); it != all_.end() && it->first.starts_with(path); ++it) {
            const char next = it->first.size() == path.size() ? '.' : it->first[path.size()];
            if (next == '.' || next == '[') found.emplace_back(*it);
        }
        return found;
    }

private:
    void walk(const Node& n, const std::string& path) {
        if (n.kind == Node::Kind::scalar) {
            if (const auto q = n.quoted ? std::nullopt : Quantity::of(n.text)) all_.emplace(path, *q);
            return;
        }
        for (std::size_t i = 0; i < n.items.size(); ++i) walk(n.items[i], fmt::format("{}[{}]", path, i));
        const bool is_form =
            n.entries.size() == 1 && n.entries[0].value.kind == Node::Kind::map && is_distribution(n.entries[0].key);
        for (const auto& e : n.entries) walk(e.value, is_form ? path : path.empty() ? e.key : path + "." + e.key);
    }
    static bool is_distribution(const std::string& key) {
        const auto& table = Names<Distribution::Kind>::table;
        return std::any_of(table.begin(), table.end(), [&](const auto& entry) { return key == entry.word; });
    }

    std::map<std::string, Quantity> all_;
};

double mean_of(const std::vector<std::pair<std::string, Quantity>>& parts) {
    double sum = 0;
    for (const auto& [path, q] : parts) sum += q.amount;
    return parts.empty() ? 0 : sum / static_cast<double>(parts.size());
}

// The type of a key's values; for a key with a value per year or band, the type of each one.
const Type* type_of(const Key& language, const std::string& path) {
    const Key* key = find(language, path);
    if (!key) return nullptr;
    return key->type.range_of_first ? key->type.of.data() : &key->type;
}

// Calls a function with every number of a scenario and its path.
class Setters {
public:
    template <class T>
    void field(const Field& f, T& member) {
        const std::string path = path_ + f.key;
        if constexpr (std::is_same_v<T, double>) {
            found[path] = [&member](double x) { member = x; };
        } else if constexpr (std::is_same_v<T, int>) {
            found[path] = [&member](double x) { member = static_cast<int>(std::lround(x)); };
        } else if constexpr (std::is_same_v<T, Duration>) {
            found[path] = [&member](double x) { member = Duration(std::llround(x)); };
        } else if constexpr (std::is_same_v<T, Money>) {
            found[path] = [&member](double x) { member = Money::pesos(std::llround(x)); };
        } else if constexpr (std::is_same_v<T, Uf>) {
            found[path] = [&member](double x) { member.amount = x; };
        } else if constexpr (std::is_same_v<T, PerBand>) {
            found[path] = [&member](double x) { member = PerBand::all(x); };
            found[path + ".low"] = [&member](double x) { member.low = x; };
            found[path + ".medium"] = [&member](double x) { member.medium = x; };
            found[path + ".high"] = [&member](double x) { member.high = x; };
        } else if constexpr (std::is_same_v<T, Growth>) {
            found[path] = [&member](double x) { member.factor.begin()->second = x; };
            for (auto& [year, factor] : member.factor)
                found[fmt::format("{}.{}", path, year)] = [&factor = factor](double x) { factor = x; };
        } else if constexpr (std::is_same_v<T, Distribution>) {
            for (const auto& p : parameters_of(member.kind))
                found[path + "." + p.key] = [&member, p](double x) { member.*p.member = x; };
        } else if constexpr (std::is_same_v<T, std::optional<Distribution>>) {
            if (member) field(f, *member);
        }
    }
    template <class S>
    void section(const Field& f, S& member) {
        const std::string outer = path_;
        path_ += std::string(f.key) + ".";
        describe(*this, member);
        path_ = outer;
    }
    template <class K, class S>
    void keyed(const Field& f, std::map<K, S>& members) {
        const std::string outer = path_;
        for (auto& [key, member] : members) {
            path_ = fmt::format("{}{}.{}.", outer, f.key, key);
            describe(*this, member);
        }
        path_ = outer;
    }

    std::map<std::string, std::function<void(double)>> found;

private:
    std::string path_;
};

bool is_inside(double v, double low, double high) { return low < v && v < high; }

// Decided by the kind of number, unless the alternative says otherwise.
Carried how_carried(const Type* type, const CarriedNumber& n, std::optional<InWorlds> said) {
    const bool is_positive = n.base > 0 && n.alternative > 0;
    const bool is_share = type && type->is_number() && type->low >= 0 && type->high <= 1;
    if (said == InWorlds::stands) return Carried::stands;
    if (is_share && is_inside(n.base, 0, 1) && is_inside(n.alternative, 0, 1)) return Carried::odds;
    if (said == InWorlds::ratio && is_positive) return Carried::ratio;
    const bool is_rule = type && (type->is_norm || type->is_whole || is_share || type->low < 0);
    return !is_rule && is_positive ? Carried::ratio : Carried::stands;
}

}  // namespace

std::vector<Setting> Assumed::at(double x) const {
    std::vector<Setting> settings;
    for (const auto& [part, amount] : parts) {
        double to = parts.size() == 1 ? x : value != 0 ? amount * x / value : x;
        if (is_whole) to = std::round(to);
        settings.push_back({part, Quantity{unit, to}.text()});
    }
    for (const CarriedNumber& e : exceptions) {
        const double to = value_of(e, x);
        settings.push_back({e.path, Quantity{unit, is_whole ? std::round(to) : to}.text()});
    }
    return settings;
}

std::vector<Assumed> assumed(const Scenario& s) {
    const Amounts amounts(s);
    const Key language = scenario::language();
    std::vector<Assumed> all;
    for (const auto& number : numbers(s)) {
        std::string path = number.path;
        auto origin = s.provenance.find(path);
        while (origin == s.provenance.end() || !origin->second.range) {  // years and bands have their key's
            const auto end = path.find_last_of(".[");
            if (end == std::string::npos) break;
            path.resize(end);
            origin = s.provenance.find(path);
        }
        if (origin == s.provenance.end() || !origin->second.range) continue;
        if (!all.empty() && all.back().path == path) continue;
        const auto parts = amounts.at(path);
        if (parts.empty()) continue;
        const Type* type = type_of(language, path);
        Assumed a{.path = path,
                  .value = mean_of(parts),
                  .range = *origin->second.range,
                  .unit = parts.front().second.kind,
                  .is_whole = type && type->is_whole};
        for (const auto& [part, q] : parts) a.parts.emplace_back(part, q.amount);
        for (const auto& [name, e] : s.exceptions) {
            const auto own = e.of == path ? Quantity::of(e.value.text) : std::nullopt;
            if (!own || own->kind != a.unit) continue;
            CarriedNumber n{"exceptions." + name + ".value", a.value, own->amount, Carried::stands};
            const auto said = s.provenance.find(n.path);
            n.how = how_carried(type, n, said == s.provenance.end() ? std::nullopt : said->second.in_worlds);
            if (n.how != Carried::stands) a.exceptions.push_back(std::move(n));
        }
        all.push_back(std::move(a));
    }
    return all;
}

Dials::Dials(Scenario& s, const std::vector<Assumed>& all) : setters_(all.size()) {
    Setters setters;
    describe(setters, s);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const auto& [part, amount] : all[i].parts) {
            if (const auto found = setters.found.find(part); found != setters.found.end())
                setters_[i].push_back(
                    {all[i].value != 0 && all[i].parts.size() > 1 ? amount / all[i].value : 1, found->second});
        }
    }
}

void Dials::set(std::size_t i, double x) {
    for (const auto& setter : setters_[i]) setter.set(setter.share * x);
}

std::vector<CarriedNumber> carried(const Scenario& base, const std::vector<Assumed>& all, const Scenario& alternative) {
    const Amounts from(base), to(alternative);
    const Key language = scenario::language();
    std::vector<CarriedNumber> found;
    for (const auto& a : all) {
        for (const auto& [part, amount] : a.parts) {
            const auto there = to.at(part);
            CarriedNumber n{part, amount, 0, Carried::stands};
            if (there.size() == 1 && there.front().first == part && there.front().second.kind == a.unit) {
                n.alternative = there.front().second.amount;
                if (n.alternative == amount) continue;
                const auto origin = alternative.provenance.find(a.path);
                n.how = how_carried(type_of(language, a.path), n,
                                    origin == alternative.provenance.end() ? std::nullopt : origin->second.in_worlds);
            }
            found.push_back(std::move(n));
        }
    }
    return found;
}

double value_of(const CarriedNumber& n, double x) {
    switch (n.how) {
        case Carried::inherited:
            return x;
        case Carried::stands:
            return n.alternative;
        case Carried::ratio:
            return x * n.alternative / n.base;
        case Carried::odds:
            break;
    }
    if (!is_inside(x, 0, 1)) return x;
    const double odds = x / (1 - x) * (n.alternative / (1 - n.alternative)) / (n.base / (1 - n.base));
    return odds / (1 + odds);
}

}  // namespace aforo::scenario
