// The names of the keys of a sweep, and their values in words.
#include "sweep_parts.hpp"

namespace aforo::told {

using document::Cell;
using document::Sentence;
using results::Axis;

namespace {

constexpr Text and_text{" y ", " and "}, with_unit{"{0} ({1})", "{0} ({1})"};

}  // namespace

Levers::Levers(const results::Sweep& sweep, Lang lang) : sweep_(sweep), lang_(lang) {
    const auto key = [&](const Axis& axis) { return Key{&axis, Scale::of(axis.values, lang)}; };
    for (const Axis& axis : sweep.axes) {
        keys_.push_back({key(axis)});
        for (const Axis& other : axis.also) keys_.back().push_back(key(other));
    }
}

Sentence Levers::name(const Axis& key) const {
    const std::string& words = in(key.name, lang_);
    return words.empty() ? document::sayable(key.path) : Sentence(Cell(document::Name{words})).upper();
}

Sentence Levers::name(std::size_t axis) const {
    std::vector<Sentence> names;
    for (const Key& key : keys_[axis]) names.push_back(name(*key.axis));
    return joined(names, in(and_text, lang_));
}

Sentence Levers::names() const {
    std::vector<Sentence> all;
    for (std::size_t a = 0; a < count(); ++a) all.push_back(name(a));
    return joined(all, ", ");
}

Sentence Levers::said(const Key& key, std::size_t at, bool has_unit) const {
    if (!key.scale) return as_quantity(key.axis->values[at], lang_);
    return has_unit ? key.scale->said(key.scale->values[at]) : Sentence(Cell(key.scale->cell(key.scale->values[at])));
}

Sentence Levers::value(std::size_t axis, std::size_t at) const {
    std::vector<Sentence> all;
    for (const Key& key : keys_[axis]) all.push_back(said(key, at, true));
    return joined(all, in(and_text, lang_));
}

Sentence Levers::cell(std::size_t axis, std::size_t at) const {
    return keys_[axis].size() == 1 ? said(keys_[axis].front(), at, false) : value(axis, at);
}

std::string Levers::title(std::size_t axis) const {
    const Sentence all = name(axis);
    if (keys_[axis].size() > 1 || !scale(axis) || scale(axis)->unit.empty()) return plain(all);
    return plain(say(with_unit, lang_, all, scale(axis)->unit));
}

std::optional<double> Levers::base(std::size_t axis) const {
    const auto said = Quantity::of(sweep_.axes[axis].base), first = Quantity::of(sweep_.axes[axis].values.front());
    if (!said || !first || !scale(axis) || said->unit != first->unit) return std::nullopt;
    return said->amount * scale(axis)->factor;
}

}  // namespace aforo::told
