// Fills a scenario from several trees in turn: the files that it extends, then the file itself; each states only what
// changes. A visitor of describe.hpp.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "describe.hpp"
#include "names.hpp"
#include "tree.hpp"
#include "units.hpp"

namespace aforo::scenario {

// Where each path was last set, and the sources named, for the checks after reading.
struct Places {
    std::map<std::string, core::Place> of;
    std::set<std::string> misread;    // groups that were written as another kind of value
    std::set<std::string> rewritten;  // values that one file sets and a later file sets again
    std::vector<std::string> files;   // in the order in which they are applied
    struct Former {
        std::string name;
        core::Place place;
    };
    std::map<std::string, Former> former;  // names that an earlier file gave to what a later one names otherwise
    struct Reference {
        std::string source;
        core::Place place;
    };
    std::multimap<std::string, Reference> references;  // by the path that names the source

    // The place of a path, or of the nearest written group above it.
    [[nodiscard]] core::Place nearest(std::string path) const;
};

class Reader {
public:
    Reader(Report& report, Places& places, std::map<std::string, Provenance>& provenance)
        : report_(report), places_(places), provenance_(provenance) {}

    // Reads the keys of `root` into `scenario`; `also` are keys that the caller has already handled.
    void apply(const Node& root, Scenario& scenario, std::vector<std::string> also);

    template <class T>
    void field(const Field& f, T& member) {
        const Node* n = take(f.key);
        if (!n && f.formerly) n = take(f.formerly);
        if (n) leaf(*n, join(f.key), f.domain, member);
    }
    template <class S>
    void section(const Field& f, S& member) {
        if (const Node* n = take(f.key)) {
            inside(*n, join(f.key), [&] { describe(*this, member); });
        }
    }
    template <class K, class S>
    void keyed(const Field& f, std::map<K, S>& members) {
        if (const Node* n = take(f.key)) {
            inside(*n, join(f.key), [&] {
                for (const auto& e : frame_->node->entries) {
                    if (!is_reserved(e.key)) {
                        element(e, members);
                    }
                }
            });
        }
    }

private:
    struct Frame {
        const Node* node;
        std::string path;
        Provenance inherited;  // source and note of the group
        std::vector<std::string> known;
        bool any_key = false;  // keys of this group are names rather than words of the language
    };

    static bool is_reserved(const std::string& key) { return key == "source" || key == "note"; }
    [[nodiscard]] std::string join(const std::string& key) const {
        return frame_->path.empty() ? key : frame_->path + "." + key;
    }
    const Node* take(const char* key);
    void open_frame(const Node& n, const std::string& path, Frame& frame);
    void close_frame();

    template <class Body>
    void inside(const Node& n, const std::string& path, Body body) {
        if (n.kind != Node::Kind::map) {
            wrong_kind(n, path, {"se esperaba un grupo de claves", "a group of keys was expected"});
            places_.misread.insert(path);
            return;
        }
        Frame frame{&n, path, frame_ ? frame_->inherited : Provenance{}, {}, false};
        Frame* outer = frame_;
        open_frame(n, path, frame);
        body();
        close_frame();
        frame_ = outer;
    }

    template <class K, class S>
    void element(const Entry& e, std::map<K, S>& members) {
        frame_->any_key = true;
        K key{};
        if constexpr (std::is_same_v<K, int>) {
            if (!whole_key(e.key, 1, 65534, key)) {
                report_.error(e.place, join(e.key),
                              {"un identificador es un entero de 1 a 65534", "an id is an integer from 1 to 65534"},
                              {"escríbalo solo con sus cifras: 7", "write its digits only: 7"});
                return;
            }
        } else {
            if (!is_name(e.key)) {
                report_.error(e.place, join(e.key), {"no sirve de clave", "will not do as a key"},
                              {"use letras, cifras, _ y -", "use letters, digits, _ and -"});
                return;
            }
            key = e.key;
        }
        if (e.value.kind == Node::Kind::null && !e.value.refused) {  // a delta removes it
            if (members.erase(key) == 0) {
                report_.error(
                    e.place, join(e.key), {"no hay nada que quitar", "there is nothing to take away"},
                    {"una clave sin valor quita lo heredado", "a key without a value takes away what is inherited"});
            }
            forget(join(e.key));
            return;
        }
        inside(e.value, join(e.key), [&] { describe(*this, members[key]); });
    }

    // Separates a value from its provenance: {value: 8, range: [4, 16], source: supuesto, note: …}.
    template <class T>
    void leaf(const Node& n, const std::string& path, const Domain& domain, T& member) {
        if (const auto before = places_.of.find(path); before != places_.of.end()) {
            places_.rewritten.insert(path);
            if constexpr (std::is_same_v<T, std::string>) {
                if (path.ends_with(".name")) places_.former[path] = {member, before->second};
            }
        }
        forget(path);
        places_.of[path] = n.place;
        const Provenance outer = frame_->inherited;
        Provenance origin = outer;
        const Entry* wrapped = n.kind == Node::Kind::map ? n.find("value") : nullptr;
        if (!wrapped) {
            read(n, path, domain, member);
            provenance_[path] = origin;
            return;
        }
        for (const auto& e : n.entries) {
            if (is_reserved(e.key)) {
                read_origin(e, path, origin);
            } else if (e.key == "in_worlds") {
                InWorlds how{};
                if (read(e.value, path + ".in_worlds", anything, how)) origin.in_worlds = how;
            } else if (e.key != "value" && e.key != "range") {
                unknown(e, path + "." + e.key, {"value", "range", "in_worlds", "source", "note"});
            }
        }
        frame_->inherited = origin;  // numbers inside a list or a distribution have the provenance of the whole
        const bool good = read(wrapped->value, path, domain, member);
        frame_->inherited = outer;
        if (const Entry* r = n.find("range"); r && good) {
            range(r->value, path, domain, member, origin);
        }
        provenance_[path] = origin;
    }

    // Reads [low, high] or {low: …, high: …, shape: …, with: …, correlation: …}. A key with a value per year or band
    // has one range for all of them.
    template <class T>
    void range(const Node& n, const std::string& path, const Domain& domain, const T& value, Provenance& origin) {
        if constexpr (std::is_same_v<T, PerBand> || std::is_same_v<T, Growth>) {
            range(n, path, domain, as_number(value), origin);
        } else if constexpr (requires { as_number(value); }) {
            T low{}, high{};
            Range range;
            if (!read_ends(n, path + ".range", domain, low, high, range)) return;
            if (as_number(low) > as_number(value) || as_number(value) > as_number(high)) {
                report_.error(n.place, path + ".range",
                              {"el rango no contiene al valor", "the range does not hold the value"},
                              {"amplíe el rango o corrija el valor", "widen the range or correct the value"});
            }
            range.low = as_number(low), range.high = as_number(high);
            range.low_text = written(low, domain), range.high_text = written(high, domain);
            origin.range = std::move(range);
        } else {
            report_.error(n.place, path + ".range",
                          {"solo un número puede llevar rango", "only a number may carry a range"},
                          {"ponga el rango en cada número de dentro", "put the range on each number inside"});
        }
    }
    template <class T>
    bool read_ends(const Node& n, const std::string& path, const Domain& domain, T& low, T& high, Range& range) {
        if (n.kind == Node::Kind::map) {
            return read_record(n, path, {"low", "high", "shape", "with", "correlation"}, {"low", "high"},
                               [&](const std::string& key, const Node& value, const std::string& here) {
                                   if (key == "shape") {
                                       (void)read(value, here, anything, range.shape);
                                   } else if (key == "with") {
                                       (void)read(value, here, anything, range.with);
                                   } else if (key == "correlation") {
                                       (void)read(value, here, correlation, range.correlation);
                                   } else {
                                       (void)read(value, here, domain, key == "low" ? low : high);
                                   }
                               });
        }
        if (has_decimal_commas(n, path)) return false;
        if (n.kind != Node::Kind::list || n.items.size() != 2) {
            return wrong_kind(n, path,
                              {"un rango es [mínimo, máximo] o {low: mínimo, high: máximo, shape: forma}",
                               "a range is [minimum, maximum] or {low: minimum, high: maximum, shape: a shape}"});
        }
        return read(n.items[0], path, domain, low) && read(n.items[1], path, domain, high);
    }

    static double as_number(double v) { return v; }
    static double as_number(int v) { return v; }
    static double as_number(std::uint64_t v) { return static_cast<double>(v); }
    static double as_number(Duration v) { return static_cast<double>(v.count()); }
    static double as_number(Money v) { return static_cast<double>(v.in_pesos()); }
    static double as_number(Uf v) { return v.amount; }
    static double as_number(const PerBand& v) { return v.mean(); }
    static double as_number(const Growth& v) { return v.mean(); }
    template <class Q>
    static std::string written(const Q& v, const Domain& domain) {
        if constexpr (std::is_same_v<Q, Duration>) {
            if (domain.in_hours) return write_hours(v);
        }
        if constexpr (std::is_integral_v<Q>) {
            return fmt::format("{}", v);
        } else {
            return write_quantity(v);
        }
    }

    // Each read() takes a bare value. It returns false for a refused (and reported) value and leaves the member alone.
    template <class Q>
    requires(std::is_same_v<Q, double> || std::is_same_v<Q, Duration> || std::is_same_v<Q, Money> ||
             std::is_same_v<Q, Uf>) bool read(const Node& n, const std::string& path, const Domain& domain, Q& out) {
        if (!expect_scalar(n, path)) return false;
        Q value{};
        if (const auto complaint = parse_quantity(n.text, value)) {
            report_.error(n.place, path, complaint->what, without_percent(n.text, domain).value_or(complaint->hint));
            return false;
        }
        if (!in_domain(n, path, domain, value)) return false;
        out = value;
        return true;
    }
    template <class I>
    requires(std::is_same_v<I, int> || std::is_same_v<I, std::uint64_t>) bool read(const Node& n,
                                                                                   const std::string& path,
                                                                                   const Domain& domain, I& out) {
        double value = 0;
        if (!read(n, path, domain, value)) return false;
        if (value != std::floor(value)) {
            report_.error(n.place, path, {"debe ser un número entero", "must be a whole number"}, {});
            return false;
        }
        if (std::abs(value) > 9e15) {
            report_.error(n.place, path, {"es demasiado grande", "is too large"},
                          {"el máximo es 9000000000000000", "the maximum is 9000000000000000"});
            return false;
        }
        out = static_cast<I>(value);
        return true;
    }
    template <class E>
    requires std::is_enum_v<E>
    bool read(const Node& n, const std::string& path, const Domain&, E& out) {
        if (!expect_scalar(n, path)) return false;
        std::vector<std::string> words;
        for (const auto& w : Names<E>::table) {
            if (n.text == w.word) {
                out = w.value;
                return true;
            }
            words.emplace_back(w.word);
        }
        not_among(n, path, words);
        return false;
    }
    template <class E>
    requires std::is_enum_v<E>
    bool read(const Node& n, const std::string& path, const Domain& domain, std::vector<E>& out) {
        return read_list(n, path, domain, out);
    }
    bool read(const Node& n, const std::string& path, const Domain&, bool& out);
    bool read(const Node& n, const std::string& path, const Domain&, std::string& out);
    bool read(const Node& n, const std::string& path, const Domain&, std::vector<int>& weekdays);
    template <class T>
    bool read(const Node& n, const std::string& path, const Domain& domain, std::optional<T>& out) {
        if (n.kind == Node::Kind::scalar && n.text == "none") {
            out.reset();
            return true;
        }
        T value{};
        if (!read(n, path, domain, value)) return false;
        out = value;
        return true;
    }
    // Reads as many numbers as the type has: quarters, weekdays, months, hours.
    template <std::size_t N>
    bool read(const Node& n, const std::string& path, const Domain& domain, std::array<double, N>& out) {
        if (!expect_list(n, path) || has_decimal_commas(n, path)) return false;
        if (n.items.size() != N) {
            report_.error(
                n.place, path,
                {fmt::format("tiene {} valores", n.items.size()), fmt::format("has {} values", n.items.size())},
                how_many(N));
            return false;
        }
        std::array<double, N> values{};
        bool good = true;
        for (std::size_t i = 0; i < N; ++i)
            good = read(n.items[i], fmt::format("{}[{}]", path, i), domain, values[i]) && good;
        if (good) out = values;
        return good;
    }
    bool read(const Node& n, const std::string& path, const Domain&, AnyValue& out);
    bool read(const Node& n, const std::string& path, const Domain&, OfficeIds& out);
    bool read(const Node& n, const std::string& path, const Domain&, AtOffices& out);
    bool read(const Node& n, const std::string& path, const Domain&, CalendarDay& out);
    bool read(const Node& n, const std::string& path, const Domain&, core::Pesos& out);
    bool read(const Node& n, const std::string& path, const Domain&, Holidays& out);
    bool read(const Node& n, const std::string& path, const Domain&, std::map<int, double>& by_year);
    bool read(const Node& n, const std::string& path, const Domain&, Growth& out);
    bool read(const Node& n, const std::string& path, const Domain&, Distribution& out);
    bool read(const Node& n, const std::string& path, const Domain& domain, std::vector<Duration>& out);
    bool read(const Node& n, const std::string& path, const Domain&, std::vector<Distribution::Part>& out);
    void read_parameters(const core::Place& whole, Distribution& d);
    template <class T>
    void parameter(const core::Place& whole, const char* key, const Domain& domain, T& out) {
        if (const Node* value = take(key)) {
            leaf(*value, join(key), domain, out);
        } else {
            report_.error(whole, join(key), {"falta este parámetro", "this parameter is missing"}, {});
        }
    }
    bool read(const Node& n, const std::string& path, const Domain&, std::vector<Criterion>& out);
    bool read_criterion(const Node& n, const std::string& path, Criterion& out);
    bool read(const Node& n, const std::string& path, const Domain&, PerBand& out);
    bool read(const Node& n, const std::string& path, const Domain&, core::Date& out);
    bool read(const Node& n, const std::string& path, const Domain&, DatedHours& out);
    bool read(const Node& n, const std::string& path, const Domain&, Priority& out);
    bool read(const Node& n, const std::string& path, const Domain&, PriorityWeights& out);
    bool read(const Node& n, const std::string& path, const Domain&, Groups& out);
    bool read(const Node& n, const std::string& path, const Domain&, Reserve& out);
    bool read(const Node& n, const std::string& path, const Domain&, Destination::OfGroup& out);
    bool read(const Node& n, const std::string& path, const Domain&, PriorityWeights::OfGroup& out);
    bool read(const Node& n, const std::string& path, const Domain&, StaffChange& out);
    bool read(const Node& n, const std::string& path, const Domain&, Claim& out);
    bool read(const Node& n, const std::string& path, const Domain&, Base& out);
    template <class T>
    requires(std::is_same_v<T, Reserve> || std::is_same_v<T, StaffChange> || std::is_same_v<T, Claim> ||
             std::is_same_v<T, Base> || std::is_same_v<T, Duration> || std::is_same_v<T, Groups> ||
             std::is_same_v<T, Destination::OfGroup> || std::is_same_v<T, PriorityWeights::OfGroup> ||
             std::is_same_v<T, std::string>) bool read(const Node& n, const std::string& path, const Domain& domain,
                                                       std::vector<T>& out) {
        return read_list(n, path, domain, out);
    }

    template <class T>
    bool read_list(const Node& n, const std::string& path, const Domain& domain, std::vector<T>& out) {
        if (!expect_list(n, path)) return false;
        std::vector<T> values(n.items.size());
        bool good = true;
        for (std::size_t i = 0; i < n.items.size(); ++i) {
            const std::string here = fmt::format("{}[{}]", path, i);
            places_.of[here] = n.items[i].place;
            good = read(n.items[i], here, domain, values[i]) && good;
        }
        if (good) out = std::move(values);
        return good;
    }

    // Reads a small record inside a value: each key with `read_key(key, node, path)`; all of `needed` must be present.
    template <class ReadKey>
    bool read_record(const Node& n, const std::string& path, const std::vector<std::string>& known,
                     const std::vector<std::string>& needed, ReadKey read_key) {
        if (n.kind != Node::Kind::map) {
            return wrong_kind(n, path, {"se esperaba un grupo de claves", "a group of keys was expected"});
        }
        const std::size_t errors_before = report_.count();
        for (const auto& e : n.entries) {
            const std::string here = path + "." + e.key;
            if (std::find(known.begin(), known.end(), e.key) == known.end()) {
                unknown(e, here, known);
            } else {
                places_.of[here] = e.value.place;
                read_key(e.key, e.value, here);
            }
        }
        for (const auto& key : needed) {
            if (n.find(key)) continue;
            report_.error(n.place, fmt::format("{}.{}", path, key), {"falta esta clave", "this key is missing"}, {});
        }
        return report_.count() == errors_before;
    }

    template <class Q>
    bool in_domain(const Node& n, const std::string& path, const Domain& domain, const Q& value) {
        const double v = as_number(value);
        const bool good = v >= domain.low && v <= domain.high && !(domain.above_low && v == domain.low);
        if (!good) {
            out_of_domain(n, path, domain, value);
        }
        return good;
    }
    template <class Q>
    void out_of_domain(const Node& n, const std::string& path, const Domain& domain, const Q&) {
        const auto shown = [&](double v) {
            if constexpr (std::is_same_v<Q, Duration>) {
                if (domain.in_hours) return write_hours(Duration(std::llround(v)));
                return write_quantity(Duration(std::llround(v)));
            } else if constexpr (std::is_same_v<Q, Money>) {
                return write_quantity(Money::pesos(std::llround(v)));
            } else if constexpr (std::is_same_v<Q, Uf>) {
                return write_quantity(Uf{v});
            } else {
                return write_quantity(v);
            }
        };
        std::string es = domain.above_low ? "mayor que " + shown(domain.low) : "al menos " + shown(domain.low);
        std::string en = domain.above_low ? "above " + shown(domain.low) : "at least " + shown(domain.low);
        if (std::isinf(domain.low)) es = en = "";
        if (!std::isinf(domain.high)) {
            es += (es.empty() ? "" : " y ") + std::string("a lo más ") + shown(domain.high);
            en += (en.empty() ? "" : " and ") + std::string("at most ") + shown(domain.high);
        }
        report_.error(
            n.place, path,
            {fmt::format("{} está fuera de su dominio", n.text), fmt::format("{} is out of its domain", n.text)},
            {"debe ser " + es, "must be " + en});
    }

    bool wrong_kind(const Node& n, const std::string& path, const Message& what, const Message& hint = {});
    bool expect_scalar(const Node& n, const std::string& path);
    static Message how_many(std::size_t n);
    // What to write instead of a percentage; nothing when the text is not one.
    static std::optional<Message> without_percent(const std::string& text, const Domain& domain);
    bool expect_list(const Node& n, const std::string& path);
    // [1,1, 0,9] has four numbers but was meant as two: reports a list in which only some commas precede a space.
    bool has_decimal_commas(const Node& n, const std::string& path);
    void not_among(const Node& n, const std::string& path, const std::vector<std::string>& words);
    void unknown(const Entry& e, const std::string& path, const std::vector<std::string>& known);
    void forget(const std::string& prefix);
    void read_origin(const Entry& e, const std::string& path, Provenance& origin);
    static bool is_name(const std::string& key);
    static bool whole_key(const std::string& key, int low, int high, int& out);

    Report& report_;
    Places& places_;
    std::map<std::string, Provenance>& provenance_;
    Frame* frame_ = nullptr;
};

}  // namespace aforo::scenario
