#include <cctype>
#include <cmath>
#include <stdexcept>

#include "aforo/core/contracts.hpp"
#include "aforo/document/cell.hpp"

namespace aforo::document {

namespace {

// The value rounded to its last printed place; values that print alike are equal.
double rounded(double value, const Shape& shape) {
    const double places = std::pow(10.0, shape.decimals + (shape.is_percent() ? 2 : 0));
    return std::isfinite(value) ? std::round(value * places) : value;
}

bool alike(double a, double b, const Shape& shape) {
    const double x = rounded(a, shape), y = rounded(b, shape);
    return x == y || (std::isnan(x) && std::isnan(y));
}

struct ReadsAlike {
    template <class A, class B>
    bool operator()(const A&, const B&) const {
        return false;
    }
    bool operator()(std::monostate, std::monostate) const { return true; }
    bool operator()(const Words& a, const Words& b) const { return a.text == b.text; }
    bool operator()(const Name& a, const Name& b) const { return a.text == b.text; }
    bool operator()(const Value& a, const Value& b) const {
        return a.style == b.style && a.shape == b.shape && alike(a.value, b.value, a.shape);
    }
    bool operator()(const Estimated& a, const Estimated& b) const {
        return a.show == b.show && a.shape == b.shape && alike(a.value.mean, b.value.mean, a.shape) &&
               alike(a.value.half_width, b.value.half_width, a.shape);
    }
    bool operator()(const Distance& a, const Distance& b) const {
        return alike(a.value.mean, b.value.mean, a.shape) && alike(a.planned, b.planned, a.shape);
    }
    bool operator()(const Differing& a, const Differing& b) const {
        return alike(a.value.value.mean, b.value.value.mean, a.shape) &&
               alike(a.value.value.half_width, b.value.value.half_width, a.shape);
    }
    bool operator()(const Pesos& a, const Pesos& b) const { return a.amount == b.amount; }
    bool operator()(const Date& a, const Date& b) const { return a.iso == b.iso && a.style == b.style; }
    bool operator()(const Month& a, const Month& b) const { return a.year == b.year && a.month == b.month; }
    bool operator()(const Formula& a, const Formula& b) const { return alike(a.value, b.value, a.shape); }
};

Sentence with_first(const Sentence& sentence, int (*turn)(int)) {
    Sentence turned;
    for (bool is_first = true; const Cell& piece : sentence.pieces()) {
        if (const auto* words = std::get_if<Words>(&piece); is_first && words != nullptr) {
            std::string text = words->text;
            if (static_cast<unsigned char>(text.front()) < 0x80)
                text.front() = static_cast<char>(turn(static_cast<unsigned char>(text.front())));
            turned += Cell(Words{text});
        } else {
            turned += piece;
        }
        is_first = false;
    }
    return turned;
}

}  // namespace

Sentence& Sentence::operator+=(Cell piece) {
    auto* words = std::get_if<Words>(&piece);
    if (words != nullptr) {
        if (words->text.empty()) return *this;
        if (auto* last = pieces_.empty() ? nullptr : std::get_if<Words>(&pieces_.back()); last != nullptr) {
            last->text += words->text;
            return *this;
        }
    }
    const auto* name = std::get_if<Name>(&piece);
    if (std::holds_alternative<std::monostate>(piece) || (name != nullptr && name->text.empty())) return *this;
    pieces_.push_back(std::move(piece));
    return *this;
}

Sentence& Sentence::operator+=(const Sentence& other) {
    const std::vector<Cell> pieces = other.pieces_;  // a copy, because `other` may be *this
    for (const auto& piece : pieces) *this += piece;
    return *this;
}

Sentence Sentence::lower() const { return with_first(*this, std::tolower); }
Sentence Sentence::upper() const { return with_first(*this, std::toupper); }

bool reads_alike(const Sentence& a, const Sentence& b) {
    if (a.pieces().size() != b.pieces().size()) return false;
    for (std::size_t i = 0; i < a.pieces().size(); ++i) {
        if (!std::visit(ReadsAlike{}, a.pieces()[i], b.pieces()[i])) return false;
    }
    return true;
}

Sentence joined(const std::vector<Sentence>& parts, std::string_view between) {
    Sentence all;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += Cell(Words{std::string(between)});
        all += part;
    }
    return all;
}

Sentence filled(std::string_view pattern, const std::vector<Sentence>& values) {
    Sentence all;
    std::size_t next = 0;
    while (!pattern.empty()) {
        const std::size_t open = std::min(pattern.find('{'), pattern.size());
        all += Cell(Words{std::string(pattern.substr(0, open))});
        if (open == pattern.size()) break;
        const std::size_t close = pattern.find('}', open);
        core::ensure(close != std::string_view::npos, "a text with { and no }");
        const std::string_view place = pattern.substr(open + 1, close - open - 1);
        const std::size_t which = place.empty() ? next++ : static_cast<std::size_t>(place.front() - '0');
        core::ensure(which < values.size(), "a text asks for more than is said with it");
        all += values[which];
        pattern.remove_prefix(close + 1);
    }
    return all;
}

Sentence sayable(const Sentence& s) { return s; }
Sentence sayable(Cell c) { return {std::move(c)}; }
Sentence sayable(int whole) { return Cell(Words{std::to_string(whole)}); }
Sentence sayable(std::size_t whole) { return Cell(Words{std::to_string(whole)}); }
Sentence sayable(const std::string& name) { return Cell(Name{name}); }
Sentence sayable(const char* name) { return Cell(Name{name}); }

Value count(double value) { return {value, results::shapes::count}; }
Value share(double ratio, int decimals) { return {ratio, {results::Kind::share, decimals, true}}; }

}  // namespace aforo::document
