// What an alternative changes in the scenario, in one sentence: the size, the date and the place of a policy.
#include <algorithm>
#include <cctype>

#include "comparison_parts.hpp"
#include "quantities.hpp"
#include "value_words.hpp"

namespace aforo::told {

namespace {

using document::Sentence;
using results::ParameterChange;

constexpr std::size_t most_said = 3;      // changes that are said one by one
constexpr std::size_t most_letters = 90;  // of a value; a longer one stands in the table of changes

constexpr Text changes{"lo que cambia: {0}", "what changes: {0}"};
constexpr Text one_by_one{"{0} (de {1} a {2})", "{0} (from {1} to {2})"};
constexpr Text of_parts{"{0} (ya no: {1}; ahora: {2})", "{0} (no longer: {1}; now: {2})"};
constexpr Text parts_gone{"{0} (ya no: {1})", "{0} (no longer: {1})"};
constexpr Text parts_new{"{0} (ahora además: {1})", "{0} (now also: {1})"};
constexpr Text is_new{"{0} (nuevo: {1})", "{0} (new: {1})"};
constexpr Text is_new_and_long{"{0} (nuevo)", "{0} (new)"};
constexpr Text is_gone{"{0} (se quita)", "{0} (removed)"};
constexpr Text and_also{"{0}; también {1}", "{0}; also {1}"};
constexpr Text and_more{"{0}; también {1} y {2} cambios más", "{0}; also {1} and {2} more changes"};
constexpr std::size_t most_named = 6;  // of the changes that are not said one by one

// The parts of [a, b] and {a: b, c: d}; nothing for other values.
std::vector<std::string> parts_of(const std::string& value) {
    std::vector<std::string> parts;
    if (value.size() < 2 || (value.front() != '[' && value.front() != '{')) return parts;
    int depth = 0;
    bool is_quoted = false;
    std::string part;
    const auto end_part = [&] {
        part.erase(0, part.find_first_not_of(' '));
        if (!part.empty()) parts.push_back(part);
        part.clear();
    };
    for (std::size_t i = 1; i + 1 < value.size(); ++i) {
        const char c = value[i];
        if (c == '"') is_quoted = !is_quoted;
        if (!is_quoted) depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        if (c == ',' && depth == 0 && !is_quoted) {
            end_part();
        } else {
            part += c;
        }
    }
    end_part();
    return parts;
}

// Those of one list that the other has not, as a list.
std::string without(const std::vector<std::string>& parts, const std::vector<std::string>& others) {
    std::string all;
    for (const auto& part : parts) {
        if (std::find(others.begin(), others.end(), part) != others.end()) continue;
        all += (all.empty() ? "{" : ", ") + part;
    }
    return all.empty() ? all : all + "}";
}

// A list without the braces that only hold it together.
Sentence bare(const std::string& list, Lang lang) {
    Sentence said;
    for (const auto& part : parts_of(list)) {
        if (!said.empty()) said += document::Cell(document::Words{", "});
        const auto colon = part.find(": ");
        const bool is_entry = colon != std::string::npos && part.front() != '{' && part.front() != '[';
        if (is_entry) {
            said += document::Cell(document::Name{in_words(part.substr(0, colon), lang)});  // a year is no number
            said += document::Cell(document::Words{std::isdigit(part.front()) ? ": " : " "});
        }
        const std::string value = is_entry ? part.substr(colon + 2) : part;
        const bool holds_one = value.starts_with('{') && parts_of(value).size() == 1;
        said += holds_one ? bare(value, lang) : as_quantity(value, lang);
    }
    return said;
}

// A group without what it does not say.
std::string without_nothing(const std::string& value) {
    if (!value.starts_with('{')) return value;
    std::string said;
    for (const auto& part : parts_of(value)) {
        if (!part.ends_with(": none") && !part.ends_with(": []")) said += (said.empty() ? "{" : ", ") + part;
    }
    return said.empty() ? value : said + "}";
}

Sentence value_of(const std::string& value, Lang lang) {
    return parts_of(value).empty() ? as_written(value, lang) : bare(value, lang);
}

Sentence name_of(const ParameterChange& c, Lang lang) {
    const std::string& name = in(c.name, lang);
    return document::sayable(name.empty() ? c.path : name);
}

Sentence said_of(const ParameterChange& change, Lang lang) {
    ParameterChange c = change;
    c.from = without_nothing(c.from), c.to = without_nothing(c.to);
    const Sentence key = name_of(c, lang);
    const bool is_long = std::max(c.from.size(), c.to.size()) > most_letters;
    if (c.to.empty()) return say(is_gone, lang, key);
    if (c.from.empty()) return is_long ? say(is_new_and_long, lang, key) : say(is_new, lang, key, value_of(c.to, lang));
    const auto from = parts_of(c.from), to = parts_of(c.to);
    if (from.size() + to.size() > 0 && c.from.front() == c.to.front()) {
        const std::string gone = without(from, to), come = without(to, from);
        if (gone.size() + come.size() > 0 && std::max(gone.size(), come.size()) <= most_letters) {
            if (come.empty()) return say(parts_gone, lang, key, bare(gone, lang));
            if (gone.empty()) return say(parts_new, lang, key, bare(come, lang));
            return say(of_parts, lang, key, bare(gone, lang), bare(come, lang));
        }
    }
    return is_long ? key : say(one_by_one, lang, key, value_of(c.from, lang), value_of(c.to, lang));
}

}  // namespace

Sentence changes_said(const results::Alternative& a, Lang lang) {
    std::vector<Sentence> said, named;
    const bool are_all_said = a.changes.size() <= most_said;
    for (const auto& change : a.changes) {
        if (are_all_said || said.size() + 1 < most_said) {
            said.push_back(said_of(change, lang));
        } else if (named.size() < most_named) {
            named.push_back(name_of(change, lang));
        }
    }
    if (said.empty()) return {};
    const Sentence all = document::joined(said, "; ");
    if (named.empty()) return say(changes, lang, all);
    const std::size_t more = a.changes.size() - said.size() - named.size();
    const Sentence names = document::joined(named, ", ");
    return say(changes, lang, more == 0 ? say(and_also, lang, all, names) : say(and_more, lang, all, names, more));
}

}  // namespace aforo::told
