// What people call a path of a scenario: the names in describe.hpp, completed with the names of its elements.
#include <fmt/format.h>

#include <vector>

#include "aforo/scenario/language.hpp"
#include "types.hpp"

namespace aforo::scenario {

namespace {

using K = Type::Kind;

// Splits network.centres.7 or demand.month_factors[3]; an index in brackets is a piece of its own.
std::vector<std::string> pieces_of(const std::string& path) {
    std::vector<std::string> pieces;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find_first_of(".[", begin + 1), path.size());
        pieces.push_back(path.substr(begin, end - begin));
        begin = end + (end < path.size() && path[end] == '.' ? 1 : 0);
    }
    return pieces;
}

std::string filled(std::string_view text, const std::string& with) {
    const auto hole = text.find("{}");
    if (hole == std::string_view::npos) return std::string(text);
    return std::string(text.substr(0, hole)) + with + std::string(text.substr(hole + 2));
}

// The key that a piece names in a value. A path may leave out the word of a form: attention.duration.mean.
const Key* key_in(const Type& type, const std::string& piece) {
    for (const Key& k : type.keys) {
        if (k.key == piece) return &k;
        if (type.kind != K::form) continue;
        if (const Key* inside = key_in(k.type, piece)) return inside;
    }
    if (type.kind != K::either) return nullptr;
    for (const Type& one : type.of) {
        if (const Key* found = key_in(one, piece)) return found;
    }
    return nullptr;
}

// The type of a list's items, also where the list is one of several alternatives.
const Type* items_of(const Type& type) {
    if (type.kind == K::list) return &type.of[0];
    if (type.kind != K::either) return nullptr;
    for (const Type& one : type.of) {
        if (const Type* found = items_of(one)) return found;
    }
    return nullptr;
}

class Namer {
public:
    Namer(const std::string& path, core::Lang lang) : pieces_(pieces_of(path)), lang_(lang) {}

    template <class T>
    void field(const Field& f, T&) {
        if (!is_next(f)) return;
        name = filled(f.name.in(lang_), group_);
        if (++at_ < pieces_.size()) name += " (" + inside(types::TypeOf<T>::make(f.domain)) + ")";
        is_done_ = true;
    }
    template <class S>
    void section(const Field& f, S& member) {
        if (!is_next(f)) return;
        enter(filled(f.name.in(lang_), group_), std::string(f.name.in(lang_)), member);
    }
    template <class E, class S>
    void keyed(const Field& f, std::map<E, S>& members) {
        if (!is_next(f)) return;
        if (at_ + 1 == pieces_.size()) {
            name = f.name.in(lang_);
            is_done_ = true;
            return;
        }
        const std::string& key = pieces_[++at_];
        S none;
        S* member = &none;
        for (auto& [id, element] : members) {
            if (fmt::format("{}", id) == key) member = &element;
        }
        std::string called = key;
        if constexpr (requires { member->name; }) {
            if (!member->name.empty()) called = member->name;
        }
        enter(filled(f.one.in(lang_), called), called, *member);
    }

    std::string name;  // "" where the path leads nowhere

private:
    [[nodiscard]] bool is_next(const Field& f) const {
        return !is_done_ && at_ < pieces_.size() && pieces_[at_] == f.key;
    }

    // `whole` is the name of the group itself, `group` what stands for it in the names of its keys.
    template <class S>
    void enter(std::string whole, std::string group, S& member) {
        if (++at_ == pieces_.size()) {
            name = std::move(whole);
        } else {
            group_ = std::move(group);
            describe(*this, member);
        }
        is_done_ = true;
    }

    // The name of what the remaining pieces lead to inside a value.
    std::string inside(const Type& whole) {
        std::string said;
        const Type* type = &whole;
        for (; at_ < pieces_.size(); ++at_) {
            const std::string& piece = pieces_[at_];
            const Key* key = type ? key_in(*type, piece) : nullptr;
            said += said.empty() ? "" : ", ";
            if (piece.starts_with('[')) {
                said += place(piece);
                type = type ? items_of(*type) : nullptr;
            } else {
                said += key && !key->name.es.empty() ? std::string(key->name.in(lang_)) : piece;
                type = key ? &key->type : nullptr;
            }
        }
        return said;
    }
    // For the piece [0], "n.º 1".
    [[nodiscard]] std::string place(const std::string& piece) const {
        return fmt::format("{} {}", core::in(lang_, "n.º", "no."), std::atoi(piece.c_str() + 1) + 1);
    }

    std::vector<std::string> pieces_;
    core::Lang lang_;
    std::size_t at_ = 0;
    std::string group_;
    bool is_done_ = false;  // the path's key has been met
};

}  // namespace

std::string name_of(const std::string& path, const Scenario& scenario, core::Lang lang) {
    Namer namer(path, lang);
    // describe() needs members that can be filled, but this visitor only reads them.
    describe(namer, const_cast<Scenario&>(scenario));
    return namer.name.empty() ? path : namer.name;
}

}  // namespace aforo::scenario
